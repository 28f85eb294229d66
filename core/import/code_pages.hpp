// Code pages of Russian texts: one byte a letter. Another page is one more row of the table in code_pages.cpp.
#pragma once
#include <array>
#include <span>
#include <string>
#include <string_view>

namespace problemator {

struct CodePage {
    std::string_view name;                       // "windows-1251"
    std::array<char16_t, 128> upper;             // code points of bytes 0x80…0xFF; 0 = not assigned
};

/// windows-1251, koi8-r, ibm866, x-mac-cyrillic, koi8-u: the likelier first, so that of two equal readings the usual one is taken.
std::span<const CodePage> code_pages();
/// `raw` in `page` as UTF-8; U+FFFD for bytes that the page does not assign.
void append_by_page(std::string& out, std::string_view raw, const CodePage& page);

}  // namespace problemator
