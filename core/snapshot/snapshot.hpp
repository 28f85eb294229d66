// Snapshot: one immutable, self-checking file that holds a week's table and what is needed to read it in ten years.
// Same inputs → same bytes. Layout in docs/formats.md: magic, version, directory, sections with CRC-32C each.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/base/result.hpp"
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
    bool is_published = true;    // no texts, no addresses, no authors, no exact points
    std::vector<InputFile> inputs;
};

struct Snapshot { SnapshotInfo info; Table table; };

inline constexpr std::uint32_t kSnapshotVersion = 1;

std::vector<std::uint8_t> write_snapshot(const Snapshot& snapshot);
/// Checks magic, version, directory, bounds, every checksum and every code before anything is used.
/// Allocations are bounded by the size of `bytes`.
Result<Snapshot> read_snapshot(std::span<const std::uint8_t> bytes, std::string_view file_name);
/// First 16 hexadecimal digits of the SHA-256 of the file, grouped for people: "7f3a 90c1 5e28 c21e".
std::string snapshot_checksum(std::span<const std::uint8_t> bytes);
/// What a published snapshot must not hold: drops texts, exact points and ids of people; keeps counts.
void drop_personal_data(Snapshot& snapshot);

}  // namespace problemator
