// Text encodings of exported files: UTF-8 when it is valid UTF-8, otherwise the single-byte code page whose reading looks most Russian.
// Another code page (KOI8-R, cp866) is one more row of the table in encoding.cpp.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace problemator {

struct CodePage {
    std::string_view name;                       // "windows-1251"
    std::array<char16_t, 128> upper;             // code points of bytes 0x80…0xFF; 0 = not assigned
};

struct Encoding {
    const CodePage* page = nullptr;              // null: UTF-8
    bool has_mark = false;                       // begins with a byte order mark
    bool is_damaged = false;                     // UTF-8 with some bytes that are not: a cell of Russian text is read by its code
                                                 // page (two exports glued together), any other such byte as U+FFFD
    std::string_view name() const { return page ? page->name : has_mark ? "utf-8-bom" : "utf-8"; }
    std::size_t mark_bytes() const { return has_mark ? 3 : 0; }
    /// `raw` as valid UTF-8; `scratch` is only written when something has to change.
    std::string_view decode(std::string_view raw, std::string& scratch) const;
};

/// nullopt: neither UTF-8 nor Russian text in a known code page.
std::optional<Encoding> detect_encoding(std::string_view bytes);
/// As first_bad_utf8() of core/base, for whole files: ASCII is passed over eight bytes at a time.
std::size_t find_bad_utf8(std::string_view bytes);

}  // namespace problemator
