// Text encodings of exported files: marks first, then UTF-16 by its zero bytes, UTF-8 when it is valid UTF-8, otherwise the code page
// whose reading looks most Russian (core/import/likeness.hpp). The beginning of a file is enough.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/import/code_pages.hpp"
#include "core/import/import_report.hpp"

namespace problemator {

enum class CodeUnit : std::uint8_t { Byte, Utf16Little, Utf16Big };

struct Encoding {
    const CodePage* page = nullptr;              // null: UTF-8 or UTF-16
    CodeUnit unit = CodeUnit::Byte;              // UTF-16 has to be made UTF-8 before anything else: utf8_from_utf16()
    bool has_mark = false;                       // begins with a byte order mark
    bool is_damaged = false;                     // UTF-8 with some bytes that are not: a cell of Russian text is read by its code
                                                 // page (two exports glued together), any other such byte as U+FFFD. Who reads on
                                                 // beyond the sample sets it for a slice in which first_bad_utf8() finds something
    bool is_utf16() const { return unit != CodeUnit::Byte; }
    std::string_view name() const;               // "utf-8", "utf-8-bom", "utf-16le", "windows-1251", …
    std::size_t mark_bytes() const { return !has_mark ? 0 : is_utf16() ? 2 : 3; }
    /// `raw` as valid UTF-8; `scratch` is only written when something has to change.
    std::string_view decode(std::string_view raw, std::string& scratch) const;
};

struct EncodingGuess {
    Encoding encoding;
    double confidence = 1;                       // 0…1
    std::string_view second;                     // the next best when it is not far behind
    bool is_given = false;
    Guess shown() const;                         // for FileReport.guesses
};

enum class Head : std::uint8_t { WholeFile, Beginning };   // a beginning may be cut in the middle of a character

/// `wanted`: a name of encoding_names() or a usual spelling of one ("cp1251"), empty to guess. Looks at 256 KiB around the first byte
/// that is not UTF-8. Errors: UTF-32, an unknown name (with the nearest one), neither UTF-8 nor Russian in a known page.
Result<EncodingGuess> guess_encoding(std::string_view head, Head extent, std::string_view wanted = {});
/// The same for a file that is whole in memory; nullopt instead of an Error.
std::optional<Encoding> detect_encoding(std::string_view bytes);
/// By its mark, or by the zero bytes of digits, delimiters and Latin letters. UTF-32 is not.
bool looks_utf16(std::string_view head);
std::vector<std::string_view> encoding_names();
/// The whole text in UTF-8, without its mark; half a pair and an odd last byte become U+FFFD. pre: encoding.is_utf16()
std::string utf8_from_utf16(std::string_view bytes, const Encoding& encoding);

}  // namespace problemator
