#include "core/import/xls_records.hpp"

#include <algorithm>
#include <cstring>

#include "core/base/text.hpp"
#include "core/import/cfb.hpp"
#include "core/import/encoding.hpp"

namespace problemator {
namespace {

constexpr unsigned kWide = 1, kExtended = 4, kRich = 8;   // flags of a Unicode string

void append_chars(std::string& out, std::string_view bytes, bool is_wide) {
    if (is_wide) out += utf8_from_utf16(bytes, Encoding{.unit = CodeUnit::Utf16Little});
    else
        for (const char c : bytes) append_utf8(out, static_cast<unsigned char>(c));   // Latin-1: the high bytes are left out
}

}  // namespace

bool BiffCursor::next(BiffRecord& record) {
    if (at_ + 4 > stream_.size()) return false;
    const std::size_t size = u16_at(stream_, at_ + 2);
    record = {u16_at(stream_, at_), stream_.substr(at_ + 4, size), at_ + 4};
    at_ += 4 + size;
    return true;
}

std::uint16_t BiffCursor::peek() const { return u16_at(stream_, at_); }

bool BiffText::refill() {
    BiffRecord record;
    if (cursor_.peek() != biff::kContinue || !cursor_.next(record)) return false;
    data_ = record.data;
    return true;
}

std::optional<std::uint32_t> BiffText::integer(std::size_t bytes) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < bytes; ++i) {
        while (data_.empty())
            if (!refill()) return std::nullopt;
        value |= static_cast<std::uint32_t>(static_cast<unsigned char>(data_[0])) << (8 * i);
        data_.remove_prefix(1);
    }
    return value;
}

bool BiffText::characters(std::string& out, std::size_t chars, bool is_wide) {
    std::string wide;   // a pair of halves may lie on both sides of a seam
    while (chars > 0) {
        if (data_.empty()) {
            if (!refill()) return false;
            const auto flags = integer(1);
            if (!flags) return false;
            if (!wide.empty() && (*flags & kWide) == 0) { append_chars(out, wide, true); wide.clear(); }
            is_wide = (*flags & kWide) != 0;
            continue;
        }
        const std::size_t width = is_wide ? 2 : 1;
        const std::size_t here = std::min(chars, (data_.size() + width - 1) / width);
        const std::string_view piece = data_.substr(0, here * width);
        if (is_wide) wide += piece;
        else append_chars(out, piece, false);
        data_.remove_prefix(piece.size());
        chars -= here;
    }
    append_chars(out, wide, true);
    return true;
}

bool BiffText::skip(std::size_t bytes) {
    while (bytes > 0) {
        if (data_.empty() && !refill()) return false;
        const std::size_t here = std::min(bytes, data_.size());
        data_.remove_prefix(here);
        bytes -= here;
    }
    return true;
}

bool read_rich_string(BiffText& text, std::string& out) {
    const auto chars = text.integer(2), flags = text.integer(1);
    if (!chars || !flags) return false;
    const auto runs = *flags & kRich ? text.integer(2) : std::optional<std::uint32_t>{0};
    const auto extra = *flags & kExtended ? text.integer(4) : std::optional<std::uint32_t>{0};   // phonetic text of the Far East
    if (!runs || !extra) return false;
    return text.characters(out, *chars, (*flags & kWide) != 0) && text.skip(std::size_t{*runs} * 4) && text.skip(*extra);
}

std::string read_label(std::string_view data, std::size_t length_bytes, BiffVersion version, const CodePage* page) {
    const std::size_t chars = length_bytes == 1 ? u16_at(data, 0) & 0xFFu : u16_at(data, 0);
    data.remove_prefix(std::min(length_bytes, data.size()));
    std::string out;
    if (version == BiffVersion::Biff5) {
        const std::string_view bytes = data.substr(0, chars);
        if (page) append_by_page(out, bytes, *page);
        else append_chars(out, bytes, false);
        return out;
    }
    if (data.empty()) return out;
    const unsigned flags = static_cast<unsigned char>(data[0]);
    const std::size_t head = 1 + (flags & kRich ? 2u : 0u) + (flags & kExtended ? 4u : 0u);
    const bool is_wide = (flags & kWide) != 0;
    append_chars(out, data.substr(std::min(head, data.size()), is_wide ? chars * 2 : chars), is_wide);
    return out;
}

/// std::bit_cast, which the WASM compiler's library lacks.
double double_of_bits(std::uint64_t bits) {
    double value;
    std::memcpy(&value, &bits, sizeof value);
    return value;
}

double read_rk(std::uint32_t rk) {
    const bool is_integer = (rk & 2) != 0;
    const double value = is_integer ? static_cast<double>(static_cast<std::int32_t>(rk) >> 2) : double_of_bits(std::uint64_t{rk & 0xFFFFFFFCu} << 32);
    return (rk & 1) != 0 ? value / 100 : value;
}

double read_double(std::string_view data, std::size_t at) {
    return double_of_bits(u32_at(data, at) | std::uint64_t{u32_at(data, at + 4)} << 32);
}

}  // namespace problemator
