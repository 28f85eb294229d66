// Layout: header and directory of a snapshot file, shared by its writer, its reader and `verify`. See docs/formats.md.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"

namespace problemator::layout {

using Bytes = std::span<const std::uint8_t>;

// 0x89 and the line ends catch a file that went through a text conversion.
inline constexpr std::array<std::uint8_t, 8> kMagic = {0x89, 'P', 'R', 'B', 'L', 'M', '\r', '\n'};
inline constexpr std::size_t kHeaderSize = 24;     // magic, version, sections, rows, checksum of header and directory
inline constexpr std::size_t kEntrySize = 40;      // name[16], offset, size, checksum, zero
inline constexpr std::size_t kNameSize = 16;
inline constexpr std::size_t kAlignment = 8;

struct Entry { std::string name; std::uint64_t offset = 0, size = 0; std::uint32_t checksum = 0; };
struct Directory { std::uint32_t rows = 0; std::vector<Entry> entries; };

constexpr std::size_t aligned(std::size_t n) { return (n + kAlignment - 1) / kAlignment * kAlignment; }

template <class T>
void put(std::vector<std::uint8_t>& out, T value) {   // little-endian, of any unsigned type
    for (std::size_t i = 0; i < sizeof(T); ++i) out.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}
template <class T>
T get(Bytes bytes, std::size_t at) {                  // pre: at + sizeof(T) <= bytes.size()
    T value = 0;
    for (std::size_t i = 0; i < sizeof(T); ++i) value = static_cast<T>(value | static_cast<T>(bytes[at + i]) << (8 * i));
    return value;
}

struct Section { std::string name; std::vector<std::uint8_t> bytes; };

std::vector<std::uint8_t> assemble(std::uint32_t version, std::uint32_t rows, const std::vector<Section>& sections);
/// Checks magic, version, sizes, bounds, gaps and the checksum of the directory; not the sections themselves.
Result<Directory> read_directory(Bytes bytes, std::uint32_t newest_version, std::string_view file_name);
bool is_intact(Bytes bytes, const Entry& entry);

}  // namespace problemator::layout
