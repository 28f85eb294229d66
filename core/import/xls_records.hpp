// Records of a BIFF stream: number, length, bytes; long ones go on in CONTINUE records.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/import/code_pages.hpp"

namespace problemator {

enum class BiffVersion : std::uint8_t { Biff5, Biff8 };

/// Record numbers of [MS-XLS] 2.3.
namespace biff {
inline constexpr std::uint16_t kFormula = 0x06, kEof = 0x0A, kContinue = 0x3C, kDateMode = 0x22, kFilePass = 0x2F, kCodePage = 0x42, kBoundSheet = 0x85,
    kMulRk = 0xBD, kMulBlank = 0xBE, kRString = 0xD6, kXf = 0xE0, kMergeCells = 0xE5, kSst = 0xFC, kLabelSst = 0xFD, kNumber = 0x203,
    kLabel = 0x204, kBoolErr = 0x205, kString = 0x207, kRk = 0x27E, kFormat = 0x41E, kBof = 0x809;
}

struct BiffRecord {
    std::uint16_t number = 0;
    std::string_view data;
    std::size_t at = 0;           // offset of `data` in the stream
};

class BiffCursor {
public:
    BiffCursor(std::string_view stream, std::size_t at) : stream_{stream}, at_{at} {}
    /// False at the end; a record that the stream cuts off is shortened, and the last one.
    bool next(BiffRecord& record);
    /// The number of the record that comes next; 0 at the end.
    std::uint16_t peek() const;

private:
    std::string_view stream_;
    std::size_t at_;
};

/// Reads over the seams between a record and its CONTINUE records.
class BiffText {
public:
    BiffText(BiffCursor& cursor, std::string_view data) : cursor_{cursor}, data_{data} {}
    std::optional<std::uint32_t> integer(std::size_t bytes);
    /// `chars` characters of a Unicode string; at a seam inside them a flag byte says anew how wide they are.
    bool characters(std::string& out, std::size_t chars, bool is_wide);
    bool skip(std::size_t bytes);

private:
    bool refill();
    BiffCursor& cursor_;
    std::string_view data_;
};

/// "XLUnicodeRichExtendedString" of the shared strings; false when the stream ends within it.
bool read_rich_string(BiffText& text, std::string& out);
/// Text of LABEL, RSTRING, STRING, FORMAT, BOUNDSHEET: BIFF8 has a flag byte behind the length, BIFF5 bytes of a code page.
/// `length_bytes`: 1 or 2, size of the length before it.
std::string read_label(std::string_view data, std::size_t length_bytes, BiffVersion version, const CodePage* page);

/// RK: 30 bits of a double or of an integer, perhaps hundredths.
double read_rk(std::uint32_t rk);
double read_double(std::string_view data, std::size_t at);

}  // namespace problemator
