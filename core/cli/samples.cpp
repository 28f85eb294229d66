#include "core/cli/samples.hpp"

#include <algorithm>
#include <array>

#include "core/cli/sample_message.hpp"
#include "core/cli/sample_plan.hpp"
#include "core/cli/sample_rows.hpp"

namespace problemator::cli {
namespace {

constexpr std::uint64_t kDirtEvery = 400, kDirtPerFile = 12;   // a few per file, however long the file is
constexpr std::size_t kFlushAt = 64 * 1024;

/// Extra messages of `day`: the week's number dealt out over its days, exactly.
std::uint32_t extra_on(const PlantedWeeks& problem, Day day) {
    const std::uint32_t extra = extra_in(problem, week_from_day(day));
    std::uint32_t before = 0;
    const auto weekday = static_cast<std::size_t>(weekday_from_day(day));
    for (std::size_t i = 0; i < weekday; ++i) before += kWeekdayWeights[i];
    return extra * (before + kWeekdayWeights[weekday]) / kWeekWeight - extra * before / kWeekWeight;
}

std::uint64_t planted_extra(const std::vector<SampleEvent>& events, const Planted& planted) {
    std::uint64_t sum = 0;
    for (const auto& event : events)
        for (Day day = planted.first_day; day <= planted.last_day; ++day) sum += extra_on(event.told, day);
    return sum;
}

/// One open file per channel; a new year closes it and opens the next.
class Files {
public:
    Files(const SampleSink& sink, Planted& planted, bool register_in_1251) : sink_{sink}, planted_{planted}, register_in_1251_{register_in_1251} {}

    bool open_year(SampleChannel channel, int year) {
        File& file = at(channel);
        if (file.year == year) return true;
        const bool is_flushed = flush(channel);
        const bool is_1251 = channel == SampleChannel::Fz59 && register_in_1251_;
        file = {.year = year, .index = planted_.files.size(), .is_1251 = is_1251, .rows = 0, .buffer = SampleRows::header(channel)};
        planted_.files.push_back({SampleRows::file_name(channel, year), is_1251 ? "windows-1251" : channel == SampleChannel::Pos ? "utf-8-bom" : "utf-8", 0});
        return is_flushed;
    }
    std::string& buffer(SampleChannel channel) { return at(channel).buffer; }
    std::uint64_t rows(SampleChannel channel) { return at(channel).rows; }
    bool count_row(SampleChannel channel) {
        File& file = at(channel);
        ++file.rows, ++planted_.rows, ++planted_.files[file.index].rows;
        return file.buffer.size() < kFlushAt || flush(channel);
    }
    bool flush(SampleChannel channel) {
        File& file = at(channel);
        if (file.buffer.empty()) return true;
        const bool is_written = sink_(planted_.files[file.index].name, file.is_1251 ? to_windows_1251(file.buffer) : file.buffer);
        file.buffer.clear();
        return is_written;
    }

private:
    struct File { int year = 0; std::size_t index = 0; bool is_1251 = false; std::uint64_t rows = 0; std::string buffer; };
    File& at(SampleChannel channel) { return files_[static_cast<std::size_t>(channel)]; }

    const SampleSink& sink_;
    Planted& planted_;
    bool register_in_1251_;
    std::array<File, kSampleChannels> files_;
};

class Maker {
public:
    Maker(const Profile& profile, const SampleOptions& options, const SampleSink& sink, Planted& planted)
        : world_{profile}, random_{options.seed * 0x9E3779B97F4A7C15ull ^ sample_hash(profile.id)}, rows_{world_, options.last_day}, planted_{planted},
          files_{sink, planted, profile.id == "akhtubinsk"} {
        const double years = static_cast<double>(planted_.last_day - planted_.first_day + 1) / 365.25;
        const double all = options.rows ? static_cast<double>(*options.rows) : options.per_year.value_or(world_.usual_per_year()) * years;
        events_ = plan_samples(world_, planted_.last_day, all / years);
        const double ordinary = std::max(all - static_cast<double>(planted_extra(events_, planted_)), all / 2);
        per_day_milli_ = static_cast<std::uint64_t>(std::clamp(ordinary / years, 1.0, 4e8) * 1000 / 365.25);
        if (!profile.departments.empty()) planted_.slow_department = profile.departments[world_.slow_department()].id;
    }

    bool make_day(Day day) {
        // A tenth more in the last year than in the first; the mean over the whole period stays.
        const std::int64_t span = std::max<std::int64_t>(planted_.last_day - planted_.first_day, 1);
        const auto trend = static_cast<std::uint64_t>(950 + 100 * std::int64_t{day - planted_.first_day} / span);
        const std::uint64_t weekday = kWeekdayWeights[static_cast<std::size_t>(weekday_from_day(day))];
        const std::uint32_t n = random_.count(per_day_milli_ * weekday * 7 / kWeekWeight * trend / 1000);
        for (std::uint32_t i = 0; i < n; ++i)
            if (!make_ordinary(day)) return false;
        for (auto& event : events_)
            if (!make_event(event, day)) return false;
        return true;
    }

    bool finish() {
        bool is_written = true;
        for (std::size_t i = 0; i < kSampleChannels; ++i) is_written &= files_.flush(static_cast<SampleChannel>(i));
        planted_.phone_fragments = rows_.counts().phone_fragments;
        planted_.linked_appeals = rows_.counts().linked_appeals;
        for (const auto& event : events_) planted_.problems.push_back(event.told);
        std::sort(planted_.files.begin(), planted_.files.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
        return is_written;
    }

private:
    bool make_ordinary(Day day) {
        SampleMessage message = draw_message(random_, world_, day);
        draw_course(random_, world_, day, planted_.as_of, {}, message);
        if (!files_.open_year(message.channel, date_from_day(day).year)) return false;
        return write(message, next_dirt(message.channel));
    }

    bool make_event(SampleEvent& event, Day day) {
        const std::uint32_t n = extra_on(event.told, day);
        for (std::uint32_t i = 0; i < n; ++i) {
            SampleMessage message;
            message.territory = event.territory;
            message.topic = event.topic;
            const std::size_t local = world_.local_department(event.territory);   // without one only social networks tell the place
            message.channel = event.made++ % 4 < event.tilt.formal_of_four && local != SIZE_MAX ? SampleChannel::Pos : SampleChannel::Im;
            message.department = message.channel == SampleChannel::Pos ? local : world_.topics()[event.topic].department;
            draw_course(random_, world_, day, planted_.as_of, event.tilt, message);
            message.mood = Mood::Problem;
            if (event.made % 4 != 0) message.focus = static_cast<std::uint32_t>(sample_hash(event.told.id + event.told.territory) + event.made % 2);   // most come from two streets
            message.tells_cause = !event.told.cause.empty() && event.made % 3 != 0;
            if (!files_.open_year(message.channel, date_from_day(day).year) || !write(message, {})) return false;
        }
        return true;
    }

    /// Every 400th row of a file is spoilt in one of four ways, in turn, until the file has enough of them.
    struct Spoil { Dirt dirt = Dirt::None; bool is_doubled = false; };
    Spoil next_dirt(SampleChannel channel) {
        const std::uint64_t row = files_.rows(channel);
        if (row / kDirtEvery >= kDirtPerFile) return {};
        switch (row % kDirtEvery) {
            case 20: return {.dirt = Dirt::BadDate};
            case 120: return {.dirt = Dirt::MissingTopic};
            case 220: return {.dirt = Dirt::None, .is_doubled = true};
            case 320: return {.dirt = Dirt::UnknownTopic};
            default: return {};
        }
    }

    bool write(SampleMessage& message, Spoil spoil) {
        std::string& out = files_.buffer(message.channel);
        const std::size_t start = out.size();
        rows_.append(random_, message, spoil.dirt, out);
        count(message, spoil);
        if (spoil.is_doubled) {
            out += std::string{out, start};
            if (!files_.count_row(message.channel)) return false;
        }
        return files_.count_row(message.channel);
    }

    void count(const SampleMessage& message, Spoil spoil) {
        planted_.bad_dates += spoil.dirt == Dirt::BadDate ? 1 : 0;
        planted_.missing_topics += spoil.dirt == Dirt::MissingTopic ? 1 : 0;
        planted_.unknown_topics += spoil.dirt == Dirt::UnknownTopic ? 1 : 0;
        planted_.exact_duplicates += spoil.is_doubled ? 1 : 0;
        planted_.rated += message.rating > 0 ? 1 : 0;
        planted_.repeats += message.repeat ? 1 : 0;
        ++(message.closed == kNoTime ? planted_.open : planted_.closed);
        if (spoil.dirt != Dirt::None) return;
        for (auto& event : events_)
            if (event.territory == message.territory && event.topic == message.topic && week_from_minute(message.received) == event.told.last_week)
                ++event.told.in_last_week;
    }

    SampleWorld world_;
    SampleRandom random_;
    SampleRows rows_;
    Planted& planted_;
    Files files_;
    std::vector<SampleEvent> events_;
    std::uint64_t per_day_milli_ = 0;
};

std::optional<Error> wrong_option(const SampleOptions& options) {
    const auto wrong = [](std::string piece, std::string expected) { return Error{.fault = Fault::BadArgument, .piece = std::move(piece), .expected = std::move(expected)}; };
    if (options.years < 1 || options.years > 20) return wrong("--years " + std::to_string(options.years), "1…20");
    if (options.rows && (*options.rows < 1 || *options.rows > 100'000'000)) return wrong("--rows " + std::to_string(*options.rows), "1…100000000");
    const int year = date_from_day(options.last_day).year;
    if (year < 1950 || year > 2190) return wrong("--last-day " + std::to_string(year), "1950…2190");
    return std::nullopt;
}

Day first_day_of(Day last_day, int years) {
    Date date = date_from_day(last_day);
    date.year -= years;
    if (!is_valid(date)) date.day = 28;   // 29 February
    return day_from_date(date) + 1;
}

}  // namespace

Result<Planted> make_samples(const Profile& profile, const SampleOptions& options, const SampleSink& sink, const SampleProgress& progress) {
    if (auto wrong = wrong_option(options)) return *std::move(wrong);
    Planted planted;
    planted.first_day = first_day_of(options.last_day, options.years);
    planted.last_day = options.last_day;
    planted.as_of = minute_from_day(options.last_day + 1);
    Maker maker{profile, options, sink, planted};
    const auto all = static_cast<std::uint64_t>(planted.last_day - planted.first_day + 1);
    for (Day day = planted.first_day; day <= planted.last_day; ++day) {
        if (!maker.make_day(day)) return Error{.fault = Fault::Io};
        if (progress) progress(static_cast<std::uint64_t>(day - planted.first_day) + 1, all);
    }
    if (!maker.finish()) return Error{.fault = Fault::Io};
    return planted;
}

}  // namespace problemator::cli
