// CompoundFile: the container of Office 97–2003 (MS-CFB), a file system in a file. Only its top-level streams are of interest.
// Every chain is followed at most as far as the file has sectors, so cycles end; nothing is larger than the file.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"

namespace problemator {

/// Little-endian integers of old Office files; 0 beyond the end.
std::uint16_t u16_at(std::string_view bytes, std::size_t at);
std::uint32_t u32_at(std::string_view bytes, std::size_t at);

bool has_cfb_magic(std::string_view head);

class CompoundFile {
public:
    /// `bytes` must outlive the object. Damaged when header, sector table or directory cannot be followed.
    static Result<CompoundFile> open(std::string_view bytes);
    /// Names differ by letter case only in theory; comparison ignores it for ASCII.
    bool has(std::string_view name) const { return find(name) != nullptr; }
    /// The bytes of a stream; what a broken chain still gives, with `is_cut`. pre: has(name)
    struct Stream { std::string bytes; bool is_cut = false; };
    Stream read(std::string_view name) const;

private:
    struct Entry { std::string name; std::uint32_t start = 0; std::uint64_t size = 0; };
    const Entry* find(std::string_view name) const;
    std::string_view sector(std::uint32_t number) const;
    std::vector<std::uint32_t> table_sectors() const;
    Stream chain(std::uint32_t start, std::uint64_t size) const;
    Stream mini_chain(std::uint32_t start, std::uint64_t size) const;
    bool read_directory();

    std::string_view bytes_;
    std::size_t sector_size_ = 512, mini_size_ = 64;
    std::vector<std::uint32_t> next_, mini_next_;   // sector → the sector after it
    std::string mini_;                              // the stream that small streams lie in
    std::uint64_t mini_limit_ = 4096;
    std::vector<Entry> entries_;
};

}  // namespace problemator
