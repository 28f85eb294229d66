// Snapshot: one immutable, self-checking file that holds a week's table and what is needed to read it in ten years.
// Same inputs → same bytes. Layout in docs/formats.md: magic, version, directory, sections with CRC-32C each.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/hex_grid.hpp"
#include "core/base/result.hpp"
#include "core/schema/district_map.hpp"
#include "core/schema/quality.hpp"
#include "core/schema/register.hpp"
#include "core/store/table.hpp"

namespace problemator {

struct InputFile {
    std::string name;            // file name without folders
    std::string channel;         // channel id
    std::string sha256;          // of the bytes as read
    std::uint32_t rows_read = 0, rows_kept = 0, rows_rejected = 0, rows_duplicate = 0;
};

struct SnapshotInfo {
    std::string profile_json;    // the whole profile, so that the file explains itself
    std::string profile_id;
    Week week = 0;               // last complete week: the one that the dashboard opens on
    Minute as_of = 0;
    std::string built_by;        // "problemator 1.0.0"; no clock time, so that builds are reproducible
    bool is_published = true;    // no texts, no addresses, no authors, no exact points (see cell_m)
    std::vector<InputFile> inputs;
    std::optional<GridPlane> plane{};   // of the cells of the map; absent: nothing has a point
    std::uint32_t cell_m = 0;           // points stand in the middles of cells this large; 0: where they were given
};

struct Snapshot {
    SnapshotInfo info;
    Table table;
    std::vector<Register> registers{};   // sorted by form; a file without that section has none
    std::optional<QualityReport> quality{};   // what the import reported; a file of an older program has none
    std::shared_ptr<const DistrictMap> map{}; // the ground; null: the municipality has no file of it
};

inline constexpr std::uint32_t kSnapshotVersion = 1;

/// pre: source_file of every row is an index into info.inputs, and info.as_of is the table's. What derive() gives is not
/// stored: a reader derives it again at info.as_of.
std::vector<std::uint8_t> write_snapshot(const Snapshot& snapshot);
/// Checks magic, version, directory, bounds, every checksum and every code before anything is used.
/// Allocations are bounded by the size of `bytes`.
Result<Snapshot> read_snapshot(std::span<const std::uint8_t> bytes, std::string_view file_name);
/// First 16 hexadecimal digits of the SHA-256 of the file, grouped for people: "7f3a 90c1 5e28 c21e".
std::string snapshot_checksum(std::span<const std::uint8_t> bytes);
enum class PublishedTexts : std::uint8_t { Dropped, Masked };
/// What a published snapshot must not hold: drops or masks texts, moves points to the middles of
/// coarse cells (core/snapshot/points.hpp), masks persons in names of input files, drops keys that may name a person and names of categories that
/// look like a person or a telephone and are not the profile's own (looks_personal: an executor in the place of an office); keeps counts,
/// dates, names of categories and the place in the source file (by which the owner of the file finds the message again).
/// A key stays when it is made as system numbers are: digits with separators, or a hexadecimal digest; see is_system_key().
void drop_personal_data(Snapshot& snapshot, PublishedTexts texts = PublishedTexts::Dropped);
/// True for "327441806", "2026-11/1045" and digests; false for keys with other letters (initials, account names), and for
/// what looks like a telephone number.
bool is_system_key(std::string_view key);

struct SectionReport {
    std::string name;
    std::uint64_t offset = 0, size = 0;
    std::uint32_t checksum = 0;      // CRC-32C as written in the directory
    bool is_intact = false;
};
/// Sections in file order, for `problemator verify`; empty when not even the directory can be read (read_snapshot says why).
std::vector<SectionReport> inspect_snapshot(std::span<const std::uint8_t> bytes);

}  // namespace problemator
