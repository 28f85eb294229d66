#include <gtest/gtest.h>

#include "core/snapshot/packed.hpp"
#include "core/snapshot/snapshot.hpp"

namespace problemator {
namespace {

constexpr Minute kMonday = 20598 * kMinutesPerDay;

Snapshot sample(std::vector<std::string> ids = {"327441806", "327441807"}) {
    TableBuilder builder;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        Message m;
        m.id = ids[i];
        m.channel = "pos";
        m.received = kMonday + static_cast<Minute>(i);
        m.closed = kMonday + 100;
        m.topic = "Дороги";
        m.text = "Яма у дома";
        m.has_place = true;
        m.lat = 62.5;
        m.lon = 66.1;
        m.rating = 4;
        m.row = 7;
        builder.add(m);
    }
    Snapshot snapshot;
    snapshot.table = std::move(builder).finish(kMonday + 7 * kMinutesPerDay, {});
    snapshot.info.as_of = snapshot.table.as_of;
    snapshot.info.week = week_from_minute(kMonday);
    snapshot.info.profile_json = "{}";
    snapshot.info.is_published = false;
    return snapshot;
}

/// The bytes of a section replaced and every checksum made right again: what only a program could have written.
std::vector<std::uint8_t> forged(const std::string& section, const std::vector<std::uint8_t>& bytes) {
    const auto good = write_snapshot(sample());
    const auto directory = layout::read_directory(good, kSnapshotVersion, "");
    std::vector<layout::Section> sections;
    for (const auto& entry : directory->entries) {
        const auto from = good.begin() + static_cast<std::ptrdiff_t>(entry.offset);
        std::vector<std::uint8_t> kept(from, from + static_cast<std::ptrdiff_t>(entry.size));
        sections.push_back({entry.name, entry.name == section ? bytes : kept});
    }
    return layout::assemble(kSnapshotVersion, 2, sections);
}

std::vector<std::uint8_t> packed(const std::vector<std::int64_t>& values) {
    std::vector<std::uint8_t> out;
    layout::pack(out, values);
    return out;
}

std::vector<std::uint8_t> text_bytes(std::string_view text) { return {text.begin(), text.end()}; }

std::vector<std::uint8_t> joined(std::vector<std::uint8_t> a, const std::vector<std::uint8_t>& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

TEST(Snapshot, ForgedSectionsAreRefusedByTheirNames) {
    const auto time = [](std::int64_t t) {
        std::vector<std::uint8_t> out;
        layout::put(out, static_cast<std::uint64_t>(t));
        return out;
    };
    struct { const char* section; std::vector<std::uint8_t> bytes; const char* column = section; } cases[] = {
        {"codes.topic", packed({1, 2})},                                    // there is one topic
        {"codes.topic", packed({1, 0, 1})},                                 // one row too many
        {"received", joined(time(kMonday), packed({0, -1}))},               // not ascending
        {"received", joined(time(kMonday + 8 * kMinutesPerDay), packed({0, 0}))},   // after the snapshot's moment
        {"received", joined(time(INT64_MAX), packed({0, 0}))},
        {"due", packed({kLastTime, 0})},
        {"closed", {1, 2, 3}},
        {"marks", packed({bit(Mark::Open), 0})},                            // derived marks are not stored
        {"rating", packed({6, 0})},
        {"rating", packed({layout::kNone, 1})},
        {"lat", packed({91'000'000, 0})},
        {"lat", {}, "marks"},                                               // points promised by the marks
        {"id", joined(packed({0, 3}), text_bytes("abc"))},                  // an empty key
        {"id", joined(packed({1, 1}), text_bytes("abc"))},                  // a byte left over
        {"id", joined(packed({1, 1}), text_bytes("я"))},                    // a character cut in two
        {"text", joined(packed({1, 1}), text_bytes("a\xFF"))},
        {"source_file", packed({1, 0})},                                    // there are no inputs
        {"names.topic", {1, 0, 0, 0, 255, 255, 255, 255, 1, 0, 0, 0, 'a', 'b'}},
        {"names.topic", {1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0xFF, 'b'}},
        {"names.topic", {255, 255, 255, 255}},
        {"info", text_bytes("[")},
        {"info", text_bytes("{}")},
    };
    ASSERT_TRUE(read_snapshot(forged("", {}), "w").ok());
    for (const auto& c : cases) {
        const auto read = read_snapshot(forged(c.section, c.bytes), "w");
        ASSERT_FALSE(read.ok()) << c.section;
        EXPECT_EQ(read.error().place.column.substr(0, std::string_view{c.column}.size()), c.column);
    }
}

TEST(Snapshot, RowsThatTheFileCannotHoldAreRefusedBeforeTheyAreAllocated) {
    const auto good = write_snapshot(sample());
    const auto directory = layout::read_directory(good, kSnapshotVersion, "");
    std::vector<layout::Section> sections;
    for (const auto& entry : directory->entries) {
        const auto from = good.begin() + static_cast<std::ptrdiff_t>(entry.offset);
        sections.push_back({entry.name, {from, from + static_cast<std::ptrdiff_t>(entry.size)}});
    }
    EXPECT_FALSE(read_snapshot(layout::assemble(kSnapshotVersion, UINT32_MAX, sections), "w").ok());
}

TEST(Snapshot, FaultsAreToldApart) {
    auto bytes = write_snapshot(sample());
    EXPECT_EQ(read_snapshot({}, "w").error().fault, Fault::EmptyFile);
    EXPECT_EQ(read_snapshot(std::vector<std::uint8_t>(100, 'x'), "w").error().fault, Fault::NotASnapshot);
    EXPECT_EQ(read_snapshot(std::span{bytes}.first(bytes.size() - 8), "w").error().fault, Fault::Truncated);
    auto newer = bytes;
    newer[8] = 2;
    EXPECT_EQ(read_snapshot(newer, "w").error().fault, Fault::NewerSnapshot);
    auto damaged = bytes;
    const auto text = inspect_snapshot(bytes).back();
    damaged[static_cast<std::size_t>(text.offset)] ^= 1;
    const auto read = read_snapshot(damaged, "неделя.pms");
    EXPECT_EQ(read.error().fault, Fault::BadChecksum);
    EXPECT_EQ(read.error().place.file, "неделя.pms");
    EXPECT_EQ(read.error().place.column, text.name);
    EXPECT_FALSE(inspect_snapshot(damaged).back().is_intact);
}

TEST(Snapshot, SectionsAreListedInFileOrder) {
    const auto bytes = write_snapshot(sample());
    const auto sections = inspect_snapshot(bytes);
    ASSERT_EQ(sections.size(), 35u);
    EXPECT_EQ(sections.front().name, "info");
    EXPECT_EQ(sections.back().name, "source_file");
    for (std::size_t i = 0; i < sections.size(); ++i) {
        EXPECT_TRUE(sections[i].is_intact);
        const auto& before = sections[i == 0 ? 0 : i - 1];
        EXPECT_GE(sections[i].offset, i == 0 ? 0 : before.offset + before.size);
    }
    EXPECT_TRUE(inspect_snapshot(std::vector<std::uint8_t>(10)).empty());
}

TEST(Snapshot, ChecksumIsGroupedForPeople) {
    const std::string text = snapshot_checksum(text_bytes("abc"));   // SHA-256 of "abc": FIPS 180-4
    EXPECT_EQ(text, "ba78 16bf 8f01 cfea");
}

TEST(Publish, TextsPointsAndPersonalKeysAreGone) {
    Snapshot snapshot = sample({"327441806", "И-17/2026", "id48151623", "79121234567", "01-15/204"});
    drop_personal_data(snapshot);
    const auto bytes = write_snapshot(snapshot);
    const auto read = read_snapshot(bytes, "w");
    ASSERT_TRUE(read.ok());
    const Table& table = read->table;
    const char* ids[] = {"pos:327441806", "pos:~1", "pos:~2", "pos:~3", "pos:01-15/204"};
    for (std::size_t row = 0; row < 5; ++row) {
        EXPECT_EQ(table.id[row], ids[row]);
        EXPECT_EQ(table.text[row], "");
        EXPECT_FALSE(has(table.marks[row], Mark::HasPlace));
        EXPECT_EQ(table.source_row[row], 7u);
        EXPECT_EQ(table.rating[row], 4);
    }
    EXPECT_TRUE(table.lat_e6.empty());
    EXPECT_TRUE(table.lon_e6.empty());
    EXPECT_TRUE(read->info.is_published);
    const std::string_view all{reinterpret_cast<const char*>(bytes.data()), bytes.size()};
    EXPECT_EQ(all.find("Яма"), all.npos);
    EXPECT_EQ(all.find("48151623"), all.npos);
}

TEST(Publish, SystemKeysAreDigitsWithSeparatorsOrDigests) {
    struct { const char* key; bool is_system; } cases[] = {
        {"327441806", true},  {"2026-11/1045", true},       {"#12", true},          {"a1b2c3d4e5f60718", true}, {"89121234567", false},
        {"И-17", false},      {"ivanov", false},            {"abc123", false},      {"", false},                {"--", false},
        {"+79120000000", false}, {"123456789012345678901", false}, {"79-12-123-45-67", false}, {"wall-1_2", false},
    };
    for (const auto& c : cases) EXPECT_EQ(is_system_key(c.key), c.is_system) << c.key;
}

TEST(Packed, AColumnTakesTheLeastWholeBytes) {
    struct { std::vector<std::int64_t> values; std::size_t bytes; } cases[] = {
        {{}, 0}, {{5, 5, 5}, 0}, {{-1, 254}, 2}, {{-1, 255}, 4}, {{0, 65536}, 6}, {{layout::kNone, 7}, 2}, {{layout::kNone, layout::kNone}, 0},
        {{layout::kNone, 0, 254}, 3}, {{layout::kNone, 0, 255}, 6},
    };
    for (const auto& c : cases) {
        const auto bytes = packed(c.values);
        EXPECT_EQ(bytes.size(), layout::kPackedHeader + c.bytes);
        ASSERT_EQ(layout::packed_size(bytes, c.values.size()), bytes.size());
        EXPECT_EQ(layout::unpack(bytes, c.values.size(), -100, 100'000), c.values);
    }
}

}  // namespace
}  // namespace problemator
