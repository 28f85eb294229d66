#include "core/clean/intake.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_map>

#include "core/clean/census.hpp"
#include "core/clean/clean.hpp"
#include "core/clean/clock.hpp"
#include "core/clean/persons.hpp"
#include "core/clean/places.hpp"
#include "core/clean/routing.hpp"
#include "core/clean/words.hpp"
#include "core/import/known_cells.hpp"

namespace problemator {
namespace {

constexpr std::size_t kMaxUnmapped = 1000;       // distinct unknown names in the report; the most frequent ones
constexpr std::size_t kMaxSuggestions = 100;

const std::string& value_of(const Message& m, Dimension dimension) {
    switch (dimension) {
        case Dimension::Channel: return m.channel;
        case Dimension::Block: return m.block;
        case Dimension::Territory: return m.territory;
        case Dimension::Department: return m.department;
        default: return m.topic;
    }
}

class UnmappedCounter {
public:
    void count(const Message& m, Dimension dimension) {
        auto& counts = counts_[index(dimension)];
        ++*places_[index(dimension)].of(value_of(m, dimension), [&](std::string_view value) { return &counts[std::string{value}]; });
    }
    std::vector<UnmappedValue> finish(const NameIndex& names) const {
        std::vector<UnmappedValue> values;
        for (const Dimension dimension : kAllDimensions)
            for (const auto& [value, count] : counts_[index(dimension)]) values.push_back({dimension, value, count, {}});
        std::sort(values.begin(), values.end(), [](const UnmappedValue& a, const UnmappedValue& b) {
            return std::tie(b.count, a.dimension, a.value) < std::tie(a.count, b.dimension, b.value);
        });
        if (values.size() > kMaxUnmapped) values.resize(kMaxUnmapped);
        for (std::size_t i = 0; i < values.size() && i < kMaxSuggestions; ++i) values[i].suggestion = names.suggestion(values[i].dimension, values[i].value);
        return values;
    }

private:
    std::array<std::unordered_map<std::string, std::uint32_t>, kDimensions> counts_;
    std::array<KnownCells<std::uint32_t*>, kDimensions> places_;   // of the counts of the first names
};

ImportOptions with_zones(const ImportOptions& options, const Profile& profile) {
    ImportOptions zoned = options;
    if (!zoned.utc_offset_minutes) zoned.utc_offset_minutes = profile.utc_offset_minutes;
    for (const ChannelUse& channel : profile.channels)
        if (channel.utc_offset_minutes) zoned.zones.push_back({channel.id, *channel.utc_offset_minutes});
    return zoned;
}

/// What is done to every row as soon as it is read: names, place, routing, persons.
class RowCleaner {
public:
    RowCleaner(const Profile& profile, const ImportOptions& options, std::vector<GeoPlace> own_places)
        : names_{profile}, places_{profile, std::move(own_places)}, router_{profile}, persons_{options} {}

    /// Returns the sketch of the text as it stays.
    TextSketch clean(Message& m) {
        const std::string_view words = words_in(m.text, words_);
        const DepartmentFrom department_from = m.department.empty() ? DepartmentFrom::Topic : DepartmentFrom::Source;
        const std::vector<Dimension>& unknown = names_.apply(m);
        const std::optional<GeoPoint> point = m.has_place ? std::optional{GeoPoint{m.lat, m.lon}} : std::nullopt;
        const PlaceFound place = places_.apply(m, words);
        count_place({.territory = m.territory, .street = m.street, .house = m.house, .department = m.department, .text = {}, .point = point}, place, place_counts_);
        router_.apply(m, department_from, words);
        for (const Dimension dimension : unknown) {
            const bool is_found_as_place = dimension == Dimension::Territory && place.territory;
            if (!is_found_as_place) unmapped_.count(m, dimension);
        }
        const bool is_masked = persons_.apply(m);
        return is_masked ? sketch_of_text(m.text) : sketch_of_words(words);
    }

    void report_to(ImportReport& report) const {
        report.unmapped = unmapped_.finish(names_);
        report.places = place_counts_;
        report.rules = router_.use();
        report.privacy = persons_.counts();
    }

private:
    NameIndex names_;
    PlaceIndex places_;
    Router router_;
    Persons persons_;
    UnmappedCounter unmapped_;
    PlaceCounts place_counts_;
    std::string words_;                          // room for the words of one text
};

/// A text that one channel holds twice is a template that people copy: it does not show that two messages are one.
void leave_out_templates(const RecordSet& records, std::vector<Duplicate>& found) {
    std::unordered_map<std::string_view, std::unordered_map<std::string_view, std::uint32_t>> channels;   // text → channel → messages
    for (const Duplicate& pair : found)
        if (pair.kind == DuplicateKind::Link)
            for (const std::uint32_t row : {pair.row, pair.lead}) channels.try_emplace(records.text(row));
    if (channels.empty()) return;
    for (std::uint32_t row = 0; row < records.size(); ++row) {
        const auto text = channels.find(records.text(row));
        if (text != channels.end()) ++text->second[records.channel(row)];
    }
    const auto is_template = [&](std::uint32_t row) {
        const auto& counts = channels.at(records.text(row));
        return std::any_of(counts.begin(), counts.end(), [](const auto& count) { return count.second > 1; });
    };
    std::erase_if(found, [&](const Duplicate& pair) { return pair.kind == DuplicateKind::Link && (is_template(pair.row) || is_template(pair.lead)); });
}

/// What can only be said of the whole set, in the order of receipt: deadlines, repeats, links, counts.
void settle(Intake& intake, const Profile& profile, const WorkCalendar& calendar, Day today) {
    RecordSet& records = intake.messages;
    Census census{intake.report.files, today};
    DuplicateFinder duplicates;
    RepeatFinder repeats;
    std::vector<Duplicate> found;
    Message m;
    bool has_appeals = false;
    for (std::size_t i = 0; i < records.size(); ++i) {
        records.ask_for(i, RecordSet::Asked::Lengths);
        records.get_facts(i, m);
        census.look_at_times(m);
        has_appeals |= m.kind == Kind::Appeal;
        const Clock* clock = apply_clock(m, profile, calendar);
        intake.report.beyond_calendar += clock && is_beyond_calendar(*clock, m.due, calendar);
        apply_side_clocks(m, profile, calendar);
        m.repeat_by_author = repeats.is_repeat(m.author_code, records.matter(i), m.received);
        records.set_facts(i, m);
        const DuplicateText text{.text = records.text(i), .channel = records.channel(i), .territory = records.territory(i), .street = records.street(i), .house = records.house(i), .received = m.received};
        const auto copy = duplicates.add(text, records.sketch(i));
        if (copy) found.push_back(*copy);
    }
    std::vector<bool> gone(records.size(), false);
    intake.report.links.by_key = intake.report.linked = has_appeals ? link_appeals(records, gone) : 0;
    leave_out_templates(records, found);
    intake.report.links.by_text = link_duplicates(records, found, gone);
    records.leave_out(gone);
    for (std::size_t i = 0; i < records.size(); ++i) {
        records.ask_for(i, RecordSet::Asked::Facts);
        census.count(records, i);
    }
    census.put_into(intake.report);
    intake.report.messages = static_cast<std::uint32_t>(records.size());
}

/// A deadline that the profile's clock gives is given again after the merge: an extension may have come.
void forget_own_deadline(Message& m, const Profile& profile, const WorkCalendar& calendar) {
    Message again = m;
    again.due = kNoTime;
    apply_clock(again, profile, calendar);
    if (again.due == m.due) std::tie(m.due, m.due_is_end_of_day, m.due_by_answer) = std::tuple{kNoTime, false, false};
}

void put_earlier(Merger& merger, const Earlier& earlier, const Profile& profile, const WorkCalendar& calendar) {
    Message m;
    while (earlier.next && earlier.next(m)) {
        forget_own_deadline(m, profile, calendar);
        merger.add(m);
    }
}

std::vector<std::uint32_t> numbers_of(const std::vector<FileReport>& files, const std::vector<EarlierFile>& earlier) {
    std::vector<std::uint32_t> numbers;
    std::vector<bool> is_taken(earlier.size(), false);
    auto next = static_cast<std::uint32_t>(earlier.size());
    for (const FileReport& file : files) {
        std::size_t same = 0;
        while (same < earlier.size() && (is_taken[same] || earlier[same].sha256 != file.sha256 || earlier[same].name != file.name || earlier[same].channel != file.channel_id)) ++same;
        numbers.push_back(same < earlier.size() ? static_cast<std::uint32_t>(same) : next++);
        if (same < earlier.size()) is_taken[same] = true;
    }
    return numbers;
}

void number_files(Intake& intake, const std::vector<EarlierFile>& earlier) {
    intake.file_numbers = numbers_of(intake.report.files, earlier);
    for (std::size_t i = 0; i < intake.messages.size(); ++i) {
        const std::uint32_t file = intake.messages.file(i);
        if (file & kOfThisImport) intake.messages.set_file(i, intake.file_numbers[file & ~kOfThisImport]);
    }
}

}  // namespace

Intake take_in(const std::vector<SourceFile>& files, const Profile& profile, const WorkCalendar& calendar, const ImportOptions& options, const Earlier& earlier,
               std::vector<GeoPlace> own_places) {
    Intake intake;
    RowCleaner cleaner{profile, options, std::move(own_places)};
    Merger merger;
    put_earlier(merger, earlier, profile, calendar);
    intake.registers = earlier.registers;
    intake.report = read_files(
        files, with_zones(options, profile),
        [&](Message&& message, FileReport& file) {
            merger.ask_for(message);
            const TextSketch sketch = cleaner.clean(message);
            message.file |= kOfThisImport;
            const MergeOutcome outcome = merger.add(message, sketch);
            file.rows_updated += outcome == MergeOutcome::Updated;
            file.rows_duplicate += outcome == MergeOutcome::Duplicate;
        },
        [&](Register&& entries, FileReport& file) {
            const RegisterMerge merged = merge_register(intake.registers, entries);
            file.rows_updated += merged.updated;
            file.rows_duplicate += merged.duplicate;
        });
    intake.messages = std::move(merger).finish();
    cleaner.report_to(intake.report);
    settle(intake, profile, calendar, options.today);
    number_files(intake, earlier.files);
    return intake;
}

}  // namespace problemator
