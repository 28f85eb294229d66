// Layout: every byte of the file is accounted for — by a checksum, or as padding that must be zero.
#include "core/snapshot/layout.hpp"

#include <algorithm>

#include "core/base/hash.hpp"

namespace problemator::layout {
namespace {

constexpr std::size_t kVersionAt = 8, kSectionsAt = 12, kRowsAt = 16, kChecksumAt = 20;
constexpr std::uint32_t kMaxSections = 256;

/// Checksum of the header and the directory, the field of the checksum itself left out.
std::uint32_t directory_checksum(Bytes bytes, std::size_t sections) {
    std::vector<std::uint8_t> covered(bytes.begin(), bytes.begin() + kChecksumAt);
    const auto entries = bytes.subspan(kHeaderSize, sections * kEntrySize);
    covered.insert(covered.end(), entries.begin(), entries.end());
    return crc32c(covered);
}

Entry entry_at(Bytes bytes, std::size_t at) {
    Entry entry;
    for (std::size_t i = 0; i < kNameSize && bytes[at + i] != 0; ++i) entry.name.push_back(static_cast<char>(bytes[at + i]));
    entry.offset = get<std::uint64_t>(bytes, at + kNameSize);
    entry.size = get<std::uint64_t>(bytes, at + kNameSize + 8);
    entry.checksum = get<std::uint32_t>(bytes, at + kNameSize + 16);
    return entry;
}

bool is_zero(Bytes bytes, std::size_t from, std::size_t until) {
    return std::all_of(bytes.begin() + static_cast<std::ptrdiff_t>(from), bytes.begin() + static_cast<std::ptrdiff_t>(until),
                       [](std::uint8_t b) { return b == 0; });
}

}  // namespace

std::vector<std::uint8_t> assemble(std::uint32_t version, std::uint32_t rows, const std::vector<Section>& sections) {
    std::vector<std::uint8_t> out(kMagic.begin(), kMagic.end());
    put(out, version);
    put(out, static_cast<std::uint32_t>(sections.size()));
    put(out, rows);
    put(out, std::uint32_t{0});
    std::size_t offset = aligned(kHeaderSize + sections.size() * kEntrySize);
    for (const auto& section : sections) {
        std::string name = section.name;
        name.resize(kNameSize, '\0');
        out.insert(out.end(), name.begin(), name.end());
        put(out, std::uint64_t{offset});
        put(out, std::uint64_t{section.bytes.size()});
        put(out, crc32c(section.bytes));
        put(out, std::uint32_t{0});
        offset += aligned(section.bytes.size());
    }
    const std::uint32_t checksum = directory_checksum(out, sections.size());
    for (std::size_t i = 0; i < 4; ++i) out[kChecksumAt + i] = static_cast<std::uint8_t>(checksum >> (8 * i));
    out.reserve(offset);
    for (const auto& section : sections) {
        out.resize(aligned(out.size()));
        out.insert(out.end(), section.bytes.begin(), section.bytes.end());
    }
    out.resize(offset);
    return out;
}

Result<Directory> read_directory(Bytes bytes, std::uint32_t newest_version, std::string_view file_name) {
    const auto error = [file_name](Fault fault, std::string piece, std::string expected) {
        return Error{fault, {std::string{file_name}, 0, "directory"}, std::move(piece), std::move(expected)};
    };
    if (bytes.empty()) return Error{Fault::EmptyFile, {std::string{file_name}, 0, ""}, "", ""};
    if (bytes.size() < kHeaderSize || !std::equal(kMagic.begin(), kMagic.end(), bytes.begin())) {
        return Error{Fault::NotASnapshot, {std::string{file_name}, 0, ""}, "", ""};
    }
    const auto version = get<std::uint32_t>(bytes, kVersionAt);
    if (version > newest_version) return error(Fault::NewerSnapshot, std::to_string(version), "<= " + std::to_string(newest_version));
    const auto sections = get<std::uint32_t>(bytes, kSectionsAt);
    const std::size_t directory_end = kHeaderSize + std::size_t{std::min(sections, kMaxSections)} * kEntrySize;
    if (version == 0 || sections > kMaxSections) return error(Fault::BadSnapshot, std::to_string(sections), "");
    if (directory_end > bytes.size()) return error(Fault::Truncated, std::to_string(bytes.size()), std::to_string(directory_end));
    if (directory_checksum(bytes, sections) != get<std::uint32_t>(bytes, kChecksumAt)) return error(Fault::BadChecksum, "directory", "");

    Directory directory{get<std::uint32_t>(bytes, kRowsAt), {}};
    std::size_t end = directory_end;
    for (std::size_t i = 0; i < sections; ++i) {
        Entry entry = entry_at(bytes, kHeaderSize + i * kEntrySize);
        if (entry.offset != aligned(end)) return error(Fault::BadSnapshot, entry.name, std::to_string(aligned(end)));
        if (entry.offset > bytes.size() || entry.size > bytes.size() - entry.offset) {
            return error(Fault::Truncated, entry.name, std::to_string(entry.offset) + " + " + std::to_string(entry.size));
        }
        if (!is_zero(bytes, end, static_cast<std::size_t>(entry.offset))) return error(Fault::BadSnapshot, entry.name, "0");
        end = static_cast<std::size_t>(entry.offset + entry.size);
        directory.entries.push_back(std::move(entry));
    }
    if (bytes.size() != aligned(end)) return error(Fault::Truncated, std::to_string(bytes.size()), std::to_string(aligned(end)));
    if (!is_zero(bytes, end, bytes.size())) return error(Fault::BadSnapshot, "", "0");
    return directory;
}

bool is_intact(Bytes bytes, const Entry& entry) {
    return crc32c(bytes.subspan(static_cast<std::size_t>(entry.offset), static_cast<std::size_t>(entry.size))) == entry.checksum;
}

}  // namespace problemator::layout
