// The synthetic exports: the same bytes for the same seed, every planted fact really there, and every row accounted for
// after reading them back the way users' files are read.
#ifndef __EMSCRIPTEN__   // the generator is part of the native command line
#include "core/cli/samples.hpp"

#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "core/base/hash.hpp"
#include "core/clean/intake.hpp"
#include "core/schema/embedded.hpp"

namespace problemator::cli {
namespace {

struct Samples {
    Profile profile;
    Planted planted;
    std::map<std::string, std::string> files;
};

Samples make(const SampleOptions& options) {
    Samples made;
    auto profile = builtin_profile(options.profile_id);
    EXPECT_TRUE(profile.ok()) << options.profile_id;
    if (!profile) return made;
    made.profile = *std::move(profile);
    const auto sink = [&](std::string_view name, std::string_view bytes) { return made.files[std::string{name}].append(bytes), true; };
    auto planted = make_samples(made.profile, options, sink);
    EXPECT_TRUE(planted.ok());
    if (planted) made.planted = *std::move(planted);
    return made;
}

std::string digest(const Samples& samples) {
    std::string all;
    for (const auto& [name, bytes] : samples.files) all += name + bytes;
    return sha256_hex({reinterpret_cast<const std::uint8_t*>(all.data()), all.size()});
}

Intake read_back(const Samples& samples) {
    std::vector<SourceFile> files;
    for (const auto& [name, bytes] : samples.files) files.push_back({name, bytes});
    const auto calendar = builtin_calendar();
    EXPECT_TRUE(calendar.ok());
    return take_in(files, samples.profile, *calendar, {});
}

SampleOptions small(std::string profile = "oktyabrskoe") { return {.profile_id = std::move(profile), .seed = 7, .years = 1, .per_year = 2000.0, .rows = {}}; }

const Samples& usual() { static const Samples samples = make({}); return samples; }
const Intake& usual_intake() { static const Intake intake = read_back(usual()); return intake; }

const PlantedWeeks& problem(const Planted& planted, std::string_view id) {
    for (const auto& problem : planted.problems)
        if (problem.id == id) return problem;
    ADD_FAILURE() << "no planted problem " << id;
    static const PlantedWeeks none;
    return none;
}

/// Messages of the planted territory and topic, by week.
std::map<Week, int> weeks_of(const PlantedWeeks& planted, const Profile& profile, const RecordSet& messages) {
    std::string territory, topic;
    for (const auto& t : profile.territories)
        if (t.id == planted.territory) territory = t.name.ru;
    for (const auto& block : profile.blocks)
        for (const auto& t : block.topics)
            if (t.id == planted.topic) topic = t.name.ru;
    std::map<Week, int> weeks;
    for (const auto& m : messages)
        if (m.territory == territory && m.topic == topic) ++weeks[week_from_minute(m.received)];
    return weeks;
}

TEST(Samples, TheSameSeedGivesTheSameBytesOnEveryPlatform) {
    const auto digest_of = [](SampleOptions options) { return digest(make(options)); };
    auto other = small();
    other.seed = 8;
    EXPECT_EQ(digest_of(small()), digest_of(small()));
    EXPECT_NE(digest_of(small()), digest_of(other));
    EXPECT_EQ(digest_of(small()), "02ebfa275757736b425c80661ca41744952dbc602f16a397a7242ba3a7231a21") << "changed on purpose? then write the new digest here";
}

TEST(Samples, EveryRowIsAccountedForAfterReading) {
    const auto& planted = usual().planted;
    std::uint64_t read = 0, rejected = 0, duplicate = 0;
    for (const auto& file : usual_intake().report.files) {
        EXPECT_FALSE(file.failure) << file.name;
        read += file.rows_read, rejected += file.rows_rejected, duplicate += file.rows_duplicate;
        EXPECT_EQ(file.warnings_total, 0u) << file.name << ": " << (file.warnings.empty() ? "" : describe(file.warnings[0], Lang::En));
    }
    EXPECT_EQ(read, planted.rows);
    EXPECT_EQ(rejected, planted.bad_dates);
    EXPECT_EQ(duplicate, planted.exact_duplicates);
    const std::uint64_t joined = usual_intake().report.linked + usual_intake().report.links.by_text;   // what came through two channels is not counted twice
    EXPECT_GT(joined, 200u);
    EXPECT_EQ(usual_intake().messages.size() + joined, planted.rows - planted.bad_dates - planted.exact_duplicates);
    for (const auto count : {planted.bad_dates, planted.missing_topics, planted.unknown_topics, planted.exact_duplicates}) EXPECT_GE(count, 20u);
}

TEST(Samples, FilesAreNamedEncodedAndCountedAsTold) {
    const auto& intake = usual_intake();
    ASSERT_EQ(usual().planted.files.size(), 12u) << "three systems, four calendar years";
    ASSERT_EQ(intake.report.files.size(), 12u);
    for (std::size_t i = 0; i < 12; ++i) {
        const auto& told = usual().planted.files[i];
        const auto& found = intake.report.files[i];
        EXPECT_EQ(found.name, told.name);
        EXPECT_EQ(found.rows_read, told.rows) << told.name;
        EXPECT_EQ(found.encoding, told.encoding) << told.name;
        EXPECT_EQ(found.channel_id, told.name.substr(0, told.name.find('_')));
        EXPECT_EQ(found.missing_columns.size() + found.unused_columns.size(), found.missing_columns.size()) << told.name << ": an unused column";
    }
}

TEST(Samples, SpellingsOfTheSourceSystemsResolveInEveryProfile) {
    for (const auto& id : embedded_ids(embedded_municipalities())) {
        const auto samples = make(small(id));
        const auto intake = read_back(samples);
        std::uint64_t unknown_topics = 0;
        for (const auto& value : intake.report.unmapped) {
            EXPECT_EQ(value.dimension, Dimension::Topic) << id << ": " << value.value;
            unknown_topics += value.count;
        }
        EXPECT_EQ(unknown_topics, samples.planted.unknown_topics) << id;
        EXPECT_GT(samples.planted.rows, 1500u) << id;
        std::set<std::string> blocks;
        for (const auto& m : intake.messages) blocks.insert(m.block);
        EXPECT_GE(blocks.size(), samples.profile.blocks.size()) << id << ": every block has messages";
    }
}

TEST(Samples, OneMunicipalityHasItsRegisterInWindows1251) {
    const auto intake = read_back(make(small("akhtubinsk")));
    for (const auto& file : intake.report.files) EXPECT_EQ(file.encoding == "windows-1251", file.channel_id == "fz59") << file.name << " " << file.encoding;
}

TEST(Samples, TheSurgeStandsInTheLastWholeWeek) {
    const auto& surge = problem(usual().planted, "surge");
    EXPECT_EQ(surge.territory, "priobye");
    EXPECT_EQ(surge.topic, "heat");
    EXPECT_EQ(surge.last_week, *parse_week("2026-W46"));
    auto weeks = weeks_of(surge, usual().profile, usual_intake().messages);
    EXPECT_GE(weeks[surge.last_week], static_cast<int>(surge.extra_per_week));
    EXPECT_LE(weeks[surge.last_week], static_cast<int>(surge.in_last_week));
    int before = 0;
    for (Week w = surge.last_week - 12; w < surge.last_week; ++w) before += weeks[w];
    EXPECT_GT(weeks[surge.last_week] * 12, before * 3) << "more than three times the mean of the twelve weeks before";
}

TEST(Samples, TheChronicProblemIsAboveItsNormForSevenWeeksAndMore) {
    const auto& chronic = problem(usual().planted, "chronic");
    auto weeks = weeks_of(chronic, usual().profile, usual_intake().messages);
    double norm = 0;
    for (Week w = chronic.first_week - 52; w < chronic.first_week; ++w) norm += weeks[w] / 52.0;
    int above = 0;
    for (Week w = chronic.first_week; w <= chronic.last_week; ++w) above += weeks[w] > 2 * norm ? 1 : 0;
    EXPECT_GE(above, 7);
    EXPECT_EQ(chronic.last_week - chronic.first_week, 9);
}

TEST(Samples, TheSolvedProblemIsGoneAfterItsLastWeek) {
    const auto& solved = problem(usual().planted, "solved");
    auto weeks = weeks_of(solved, usual().profile, usual_intake().messages);
    int during = 0, after = 0;
    for (int i = 0; i < 16; ++i) during += weeks[solved.last_week - i], after += weeks[solved.last_week + 1 + i];
    EXPECT_GT(during, 2 * after);
}

TEST(Samples, TheSlowDepartmentIsLateSeveralTimesAsOften) {
    std::string slow;
    for (const auto& department : usual().profile.departments)
        if (department.id == usual().planted.slow_department) slow = department.name.ru;
    std::map<bool, std::pair<int, int>> late;   // slow → late, all
    for (const auto& m : usual_intake().messages) {
        if (m.channel != "pos" || m.closed == kNoTime || m.due == kNoTime) continue;
        auto& [is_late, all] = late[m.department == slow];
        is_late += m.closed >= m.due ? 1 : 0, ++all;
    }
    ASSERT_GT(late[true].second, 300);
    EXPECT_GT(late[true].first * 1.0 / late[true].second, 2.5 * late[false].first / late[false].second);
}

TEST(Samples, CountsOfRatingsLinksAndOpenMessagesAreTrue) {
    const auto& planted = usual().planted;
    std::uint64_t rated = 0, closed = 0, linked = 0, repeats = 0;
    for (const auto& m : usual_intake().messages) {
        rated += m.rating > 0;
        closed += m.closed != kNoTime;
        linked += !m.linked_id.empty();
        repeats += m.repeat == Answer::Yes;
    }
    EXPECT_NEAR(static_cast<double>(rated) / static_cast<double>(closed), 0.27, 0.02);
    EXPECT_NEAR(static_cast<double>(rated), static_cast<double>(planted.rated), 20) << "rejected rows apart";
    EXPECT_NEAR(static_cast<double>(linked), static_cast<double>(planted.linked_appeals), 10);
    EXPECT_GT(repeats, 200u);
    EXPECT_GT(planted.open, 100u);
    EXPECT_LT(planted.open, 600u);
}

TEST(Samples, TextsVaryAndHoldOnlyFictionalTelephones) {
    std::map<std::string, std::set<std::string>> texts;
    std::uint64_t phones = 0;
    for (const auto& m : usual_intake().messages) {
        if (m.text.empty()) continue;
        texts[m.block].insert(m.text);
        EXPECT_EQ(m.text.find('{'), std::string::npos) << m.text;
        const auto phone = m.text.find("8-9");
        if (phone == std::string::npos) continue;
        ++phones;
        EXPECT_EQ(m.text.substr(phone, 10), "8-900-000-") << m.text;
    }
    EXPECT_NEAR(static_cast<double>(phones), static_cast<double>(usual().planted.phone_fragments), 20);
    for (const auto& block : usual().profile.blocks) EXPECT_GT(texts[block.name.ru].size(), 100u) << block.id;
}

TEST(Samples, AWishedNumberOfRowsIsAboutMet) {
    auto options = small();
    options.rows = 40'000;
    EXPECT_NEAR(static_cast<double>(make(options).planted.rows), 40'000, 1'200);
}

TEST(Samples, WrongOptionsAndAFullDiskAreErrors) {
    const auto profile = builtin_profile("okha");
    ASSERT_TRUE(profile.ok());
    const auto keep = [](std::string_view, std::string_view) { return true; };
    auto years = small(), rows = small();
    years.years = 0;
    rows.rows = 0;
    EXPECT_EQ(make_samples(*profile, years, keep).error().fault, Fault::BadArgument);
    EXPECT_EQ(make_samples(*profile, rows, keep).error().fault, Fault::BadArgument);
    EXPECT_EQ(make_samples(*profile, small(), [](std::string_view, std::string_view) { return false; }).error().fault, Fault::Io);
}

TEST(Samples, PlantedFactsAreAlsoSaidAsJson) {
    const auto json = nlohmann::json::parse(planted_json(usual().planted, {}), nullptr, false);
    ASSERT_TRUE(json.is_object());
    EXPECT_EQ(json["as_of"], "2026-11-16T00:00");
    EXPECT_EQ(json["problems"][0]["id"], "surge");
    EXPECT_EQ(json["problems"][0]["last_week"], "2026-W46");
    EXPECT_EQ(json["slow_department"], usual().planted.slow_department);
    EXPECT_EQ(json["dirty"]["bad_dates"], usual().planted.bad_dates);
    EXPECT_EQ(json["files"].size(), 12u);
}

}  // namespace
}  // namespace problemator::cli
#endif
