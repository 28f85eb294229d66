#include "core/import/cfb.hpp"

#include <algorithm>

#include "core/import/encoding.hpp"

namespace problemator {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kMagic = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;
constexpr std::uint32_t kLastSector = 0xFFFFFFFA;   // greater numbers are marks: end of chain, free, of the table
constexpr std::size_t kHeader = 512, kHeaderSectors = 109, kEntry = 128;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool is_same_name(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

void append_table(std::vector<std::uint32_t>& table, std::string_view bytes) {
    for (std::size_t at = 0; at + 4 <= bytes.size(); at += 4) table.push_back(u32_at(bytes, at));
}

}  // namespace

std::uint16_t u16_at(std::string_view bytes, std::size_t at) {
    if (at + 2 > bytes.size()) return 0;
    return static_cast<std::uint16_t>(static_cast<unsigned char>(bytes[at]) | static_cast<unsigned char>(bytes[at + 1]) << 8);
}

std::uint32_t u32_at(std::string_view bytes, std::size_t at) {
    if (at + 4 > bytes.size()) return 0;
    return u16_at(bytes, at) | static_cast<std::uint32_t>(u16_at(bytes, at + 2)) << 16;
}

bool has_cfb_magic(std::string_view head) { return head.starts_with(kMagic); }

Result<CompoundFile> CompoundFile::open(std::string_view bytes) {
    const Error damaged{.fault = Fault::Damaged, .place = {}, .piece = "Office 97–2003", .expected = {}};
    if (!has_cfb_magic(bytes) || bytes.size() < kHeader) return damaged;
    CompoundFile file;
    file.bytes_ = bytes;
    const std::uint16_t shift = u16_at(bytes, 30), mini_shift = u16_at(bytes, 32);
    if ((shift != 9 && shift != 12) || mini_shift != 6) return damaged;
    file.sector_size_ = std::size_t{1} << shift;
    file.mini_limit_ = u32_at(bytes, 56);
    for (const std::uint32_t number : file.table_sectors()) append_table(file.next_, file.sector(number));
    if (!file.read_directory()) return damaged;
    append_table(file.mini_next_, file.chain(u32_at(bytes, 60), bytes.size()).bytes);
    return file;
}

/// The bytes of a sector; fewer at the end of a file that was cut, none beyond it.
std::string_view CompoundFile::sector(std::uint32_t number) const {
    const std::uint64_t begin = (std::uint64_t{number} + 1) * sector_size_;
    return begin < bytes_.size() ? bytes_.substr(static_cast<std::size_t>(begin), sector_size_) : std::string_view{};
}

/// The sectors of the sector table: 109 in the header, the rest in a chain of lists. Each sector is taken once.
std::vector<std::uint32_t> CompoundFile::table_sectors() const {
    const std::size_t most = bytes_.size() / sector_size_ + 1;
    std::vector<bool> seen(most, false);
    std::vector<std::uint32_t> out;
    const auto take = [&](std::uint32_t number) {
        if (number >= most || seen[number]) return false;
        seen[number] = true;
        return true;
    };
    for (std::size_t i = 0; i < kHeaderSectors; ++i)
        if (const auto number = u32_at(bytes_, 76 + 4 * i); take(number)) out.push_back(number);
    for (std::uint32_t list = u32_at(bytes_, 68); take(list);) {
        const std::string_view numbers = sector(list);
        for (std::size_t at = 0; at + 4 < sector_size_; at += 4)
            if (const auto number = u32_at(numbers, at); at + 4 <= numbers.size() && take(number)) out.push_back(number);
        list = numbers.size() == sector_size_ ? u32_at(numbers, sector_size_ - 4) : kLastSector + 1;
    }
    return out;
}

CompoundFile::Stream CompoundFile::chain(std::uint32_t start, std::uint64_t size) const {
    Stream out;
    const std::uint64_t wanted = std::min<std::uint64_t>(size, bytes_.size());
    for (std::uint32_t at = start; out.bytes.size() < wanted; at = at < next_.size() ? next_[at] : kLastSector + 1) {
        const std::string_view piece = at < kLastSector ? sector(at) : std::string_view{};
        if (piece.empty()) { out.is_cut = true; break; }
        out.bytes += piece.substr(0, static_cast<std::size_t>(wanted - out.bytes.size()));
    }
    out.is_cut |= wanted < size;
    return out;
}

CompoundFile::Stream CompoundFile::mini_chain(std::uint32_t start, std::uint64_t size) const {
    Stream out;
    for (std::uint32_t at = start; out.bytes.size() < size; at = at < mini_next_.size() ? mini_next_[at] : kLastSector + 1) {
        const std::uint64_t begin = std::uint64_t{at} * mini_size_;
        if (at >= kLastSector || begin >= mini_.size()) { out.is_cut = true; break; }
        out.bytes += std::string_view{mini_}.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(std::min<std::uint64_t>(mini_size_, size - out.bytes.size())));
    }
    return out;
}

bool CompoundFile::read_directory() {
    const std::string directory = chain(u32_at(bytes_, 48), bytes_.size()).bytes;
    if (directory.size() < kEntry) return false;
    for (std::size_t at = 0; at + kEntry <= directory.size(); at += kEntry) {
        const std::string_view entry = std::string_view{directory}.substr(at, kEntry);
        const std::size_t name_bytes = std::min<std::size_t>(u16_at(entry, 64), 64);
        const char type = entry[66];
        std::uint64_t size = u32_at(entry, 120);
        if (sector_size_ == 4096) size |= std::uint64_t{u32_at(entry, 124)} << 32;   // version 3 leaves rubbish there
        if (type == 5) mini_ = chain(u32_at(entry, 116), size).bytes;
        if (type != 2 || name_bytes < 4) continue;
        entries_.push_back({utf8_from_utf16(entry.substr(0, name_bytes - 2), Encoding{.unit = CodeUnit::Utf16Little}), u32_at(entry, 116), size});
    }
    return true;
}

const CompoundFile::Entry* CompoundFile::find(std::string_view name) const {
    const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) { return is_same_name(entry.name, name); });
    return found == entries_.end() ? nullptr : &*found;
}

CompoundFile::Stream CompoundFile::read(std::string_view name) const {
    const Entry* entry = find(name);
    if (!entry) return {};
    return entry->size < mini_limit_ ? mini_chain(entry->start, entry->size) : chain(entry->start, entry->size);
}

}  // namespace problemator
