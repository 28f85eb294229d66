#include "core/query/text_search.hpp"

#include <algorithm>

#include "core/base/text.hpp"

namespace problemator {
namespace {

unsigned char byte_of(char c) { return static_cast<unsigned char>(c); }

/// What to_lower() makes of valid UTF-8, byte by byte: no letter that has two cases changes its length there.
void fold_into(std::string& out, std::string_view text) {
    out.resize(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const unsigned char c = byte_of(text[i]);
        out[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : text[i];
        if ((c != 0xD0 && c != 0xC3) || i + 1 == text.size()) continue;
        unsigned char next = byte_of(text[i + 1]);
        if (c == 0xC3) {                                        // À…Þ
            if (next >= 0x80 && next <= 0x9E && next != 0x97) next = static_cast<unsigned char>(next + 0x20);
        } else if (next <= 0x8F) {                              // Ѐ…Џ
            out[i] = static_cast<char>(0xD1);
            next = static_cast<unsigned char>(next + 0x10);
        } else if (next <= 0x9F) {                              // А…П
            next = static_cast<unsigned char>(next + 0x20);
        } else if (next <= 0xAF) {                              // Р…Я
            out[i] = static_cast<char>(0xD1);
            next = static_cast<unsigned char>(next - 0x20);
        }
        out[++i] = static_cast<char>(next);
    }
}

}  // namespace

SearchWords::SearchWords(std::string_view words) {
    constexpr std::size_t kMostSkip = 255;
    const std::string folded = to_lower(words);
    for (const auto piece : split(folded, ' ')) {
        if (piece.empty()) continue;
        Word word{std::string{piece}, {}};
        word.skip.fill(static_cast<std::uint8_t>(std::min(piece.size(), kMostSkip)));
        for (std::size_t i = 0; i + 1 < piece.size(); ++i) word.skip[byte_of(piece[i])] = static_cast<std::uint8_t>(std::min(piece.size() - 1 - i, kMostSkip));
        words_.push_back(std::move(word));
    }
}

bool SearchWords::holds(const Word& word) const {
    const std::size_t size = word.folded.size();
    const char* const wanted = word.folded.data();
    for (std::size_t end = size; end <= text_.size();) {
        const char* const at = text_.data() + end - size;
        if (std::equal(wanted, wanted + size, at)) return true;
        end += word.skip[byte_of(at[size - 1])];
    }
    return false;
}

bool SearchWords::all_in(std::string_view text) {
    fold_into(text_, text);
    return std::all_of(words_.begin(), words_.end(), [this](const Word& word) { return holds(word); });
}

TextSearch::TextSearch(const Table& table, std::string_view words, RowRange range)
    : table_{table}, words_{words}, range_{std::min(range.begin, table.text.size()), std::min(range.end, table.text.size())}, next_{range_.begin} {}

bool TextSearch::step(std::size_t bytes) {
    std::size_t seen = 0;
    for (; next_ < range_.end && seen <= bytes; ++next_) {
        const std::string_view text = table_.text[next_];
        seen += text.size() + 16;                               // a row without a text takes time too
        if (words_.all_in(text)) rows_.push_back(static_cast<std::uint32_t>(next_));
    }
    return next_ >= range_.end;
}

double TextSearch::share() const {
    return range_.size() == 0 ? 1 : static_cast<double>(next_ - range_.begin) / static_cast<double>(range_.size());
}

}  // namespace problemator
