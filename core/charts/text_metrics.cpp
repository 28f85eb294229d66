#include "core/charts/text_metrics.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "core/base/text.hpp"
#include "inter_advances.hpp"

namespace problemator {
namespace {

constexpr std::size_t kLetters = 0x500;   // to the end of Cyrillic: of nearly every character the place is known without a search
constexpr std::uint16_t kNowhere = 0xFFFF;

constexpr std::array<std::uint16_t, kLetters> places_of_letters() {
    std::array<std::uint16_t, kLetters> places{};
    for (std::uint16_t& place : places) place = kNowhere;
    std::uint16_t at = 0;
    for (const InterAdvance& advance : kInterAdvances) {
        if (advance.code < kLetters) places[advance.code] = at;
        ++at;
    }
    return places;
}
constexpr auto kPlaces = places_of_letters();

const InterAdvance* find_advance(char32_t c) {
    if (c < kLetters) return kPlaces[c] == kNowhere ? nullptr : kInterAdvances + kPlaces[c];
    const auto* end = std::end(kInterAdvances);
    const auto* at = std::lower_bound(std::begin(kInterAdvances), end, c, [](const InterAdvance& a, char32_t code) { return a.code < code; });
    return at != end && at->code == c ? at : nullptr;
}

bool has_no_width(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || (c >= 0x300 && c < 0x370) || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF;
}

std::size_t weight_index(Weight weight) { return weight == Weight::Regular ? 0 : weight == Weight::Medium ? 1 : 2; }

double em_of(const InterAdvance& advance, Weight weight) { return advance.by_weight[weight_index(weight)] / kInterUnits; }

double width_of(char32_t c, double size_px, Weight weight) {
    if (has_no_width(c)) return 0;
    const InterAdvance* at = find_advance(c);
    return em_of(at ? *at : *find_advance(U'?'), weight) * size_px + tracking(size_px);
}

std::string_view without_tail(std::string_view text) {
    static constexpr std::string_view kTail = " ,.;:-";
    while (!text.empty() && kTail.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
    return text;
}

bool breaks_after(char32_t c) { return c == '-' || c == '/'; }

// Collects words into lines. A word is what stands between two places where a line may break.
class LineFiller {
public:
    LineFiller(double size_px, Weight weight, double max_width) : size_{size_px}, max_{max_width}, weight_{weight} {}

    void add_word(std::string_view word) {
        const double width = text_width(word, size_, weight_);
        if (!line_.empty() && width_ + width > max_) end_line();
        if (width > max_) return add_long_word(word);
        line_ += word;
        width_ += width;
    }
    void add_space() {
        if (line_.empty()) return;                         // a line never begins with a blank
        line_ += ' ';
        width_ += width_of(' ', size_, weight_);
    }
    void end_line() {
        while (!line_.empty() && line_.back() == ' ') line_.pop_back();
        lines_.push_back(std::move(line_));
        line_.clear();
        width_ = 0;
    }
    std::vector<std::string> finish() && {
        end_line();
        return std::move(lines_);
    }

private:
    void add_long_word(std::string_view word) {            // wider than a line: broken where the line is full
        for (std::size_t pos = 0; pos < word.size();) {
            const std::size_t begin = pos;
            const double width = width_of(next_char(word, pos), size_, weight_);
            if (!line_.empty() && width_ + width > max_) end_line();
            line_ += word.substr(begin, pos - begin);
            width_ += width;
        }
    }

    double size_, max_, width_ = 0;
    Weight weight_;
    std::string line_;
    std::vector<std::string> lines_;
};

}  // namespace

char32_t drawn_char(char32_t c) {
    if (has_no_width(c)) return 0;
    return find_advance(c) ? c : U'?';
}

double char_advance(char32_t c, Weight weight) {
    const InterAdvance* at = find_advance(c);
    return at ? em_of(*at, weight) : 0;
}

double text_width(std::string_view utf8, double size_px, Weight weight) {
    double width = 0;
    for (std::size_t pos = 0; pos < utf8.size();) width += width_of(next_char(utf8, pos), size_px, weight);
    return width;
}

std::string fit_text(std::string_view utf8, double size_px, Weight weight, double max_width) {
    const double dots = width_of(U'…', size_px, weight);
    double width = 0;
    std::size_t keep = 0;                                  // bytes that fit together with «…»
    for (std::size_t pos = 0; pos < utf8.size();) {
        width += width_of(next_char(utf8, pos), size_px, weight);
        if (width + dots <= max_width) keep = pos;
        if (width > max_width) return std::string{without_tail(utf8.substr(0, keep))} + "…";
    }
    return std::string{utf8};
}

std::vector<std::string> wrap_text(std::string_view utf8, double size_px, Weight weight, double max_width) {
    LineFiller filler{size_px, weight, max_width};
    std::size_t begin = 0;                                 // of the word being collected
    for (std::size_t pos = 0; pos < utf8.size();) {
        const std::size_t at = pos;
        const char32_t c = next_char(utf8, pos);
        const bool is_blank = c == ' ' || c == '\n';
        if (!is_blank && !breaks_after(c)) continue;
        if (const auto word = utf8.substr(begin, (is_blank ? at : pos) - begin); !word.empty()) filler.add_word(word);
        if (c == ' ') filler.add_space();
        if (c == '\n') filler.end_line();
        begin = pos;
    }
    if (begin < utf8.size()) filler.add_word(utf8.substr(begin));
    return std::move(filler).finish();
}

}  // namespace problemator
