// Structural bytes of a CSV text (delimiter, quote, CR, LF), found 64 at a time and listed a stretch ahead: the inner loop of reading.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace problemator {

inline constexpr std::size_t kScanStretch = 4096;                               // bytes listed at once; their places fit the nearest cache
using StructuralPlaces = std::array<std::uint16_t, kScanStretch + 8>;           // eight are written at once, the last ones beyond what is counted

/// Places of the structural bytes of a text of at most kScanStretch bytes, in order; returns how many. pre: the delimiter is not '\0'
std::size_t list_structural(std::string_view text, char delimiter, StructuralPlaces& places);

/// Walks over the structural bytes of a text, in order. Their places are listed ahead because a processor cannot guess in which of the
/// 64 bytes the next one lies: a look at a list costs less than a wrong guess.
class StructuralBytes {
public:
    StructuralBytes(std::string_view text, char delimiter) : text_{text}, delimiter_{delimiter} {}

    /// From the beginning of another text.
    void restart(std::string_view text) {
        text_ = text;
        list_from(0);
    }
    /// Position of the next structural byte; text.size() when there is none left.
    std::size_t next() {
        if (at_ == found_ && !refill()) return text_.size();
        return base_ + places_[at_++];
    }
    /// The next answer is at or after `position`. pre: position <= text.size()
    void seek(std::size_t position) {
        if (position < base_ || position >= listed_) return list_from(position);
        while (at_ > 0 && base_ + places_[at_ - 1] >= position) --at_;
        while (at_ < found_ && base_ + places_[at_] < position) ++at_;
    }

private:
    void list_from(std::size_t position) {
        base_ = listed_ = position;
        at_ = found_ = 0;
    }
    /// The next stretch that has one; false at the end.
    bool refill() {
        while (listed_ < text_.size()) {
            base_ = listed_;
            at_ = 0;
            found_ = list_structural(text_.substr(base_, kScanStretch), delimiter_, places_);
            listed_ += kScanStretch;
            if (found_ != 0) return true;
        }
        return false;
    }

    std::string_view text_;
    char delimiter_;
    std::size_t base_ = 0, listed_ = 0;          // the stretch that is listed: [base_, listed_)
    std::size_t at_ = 0, found_ = 0;
    StructuralPlaces places_;
};

}  // namespace problemator
