#include "core/base/qr_grid.hpp"

#include <algorithm>
#include <cstdlib>

namespace problemator {
namespace {

constexpr int kMasks = 8;

class Grid {
public:
    explicit Grid(int version) : version_{version}, size_{version * 4 + 17}, dark_(area(), 0), fixed_(area(), 0) {
        draw_timing();
        for (const auto& [row, column] : {std::pair{3, 3}, {3, size_ - 4}, {size_ - 4, 3}}) draw_finder(row, column);
        draw_alignments();
        draw_format(0);                                // keeps its room
        draw_version();
    }

    void draw_codewords(const std::vector<std::uint8_t>& codewords) {
        std::size_t bit = 0;
        bool goes_up = true;
        for (int right = size_ - 1; right >= 1; right -= 2) {
            if (right == 6) right = 5;                 // the vertical timing line
            for (int step = 0; step < size_; ++step)
                for (int k = 0; k < 2; ++k) {
                    const std::size_t at = index(goes_up ? size_ - 1 - step : step, right - k);
                    if (fixed_[at] || bit >= codewords.size() * 8) continue;
                    dark_[at] = codewords[bit / 8] >> (7 - bit % 8) & 1;
                    ++bit;
                }
            goes_up = !goes_up;
        }
    }

    void apply(int mask) {
        for (int r = 0; r < size_; ++r)
            for (int c = 0; c < size_; ++c)
                if (!fixed_[index(r, c)] && is_masked(mask, r, c)) dark_[index(r, c)] ^= 1;
    }

    void draw_format(int mask) {
        const std::uint32_t bits = qr_format_bits(mask);
        const auto bit = [bits](int i) { return (bits >> i & 1) != 0; };
        for (int i = 0; i < 6; ++i) fix(i, 8, bit(i));
        fix(7, 8, bit(6)), fix(8, 8, bit(7)), fix(8, 7, bit(8));
        for (int i = 9; i < 15; ++i) fix(8, 14 - i, bit(i));
        for (int i = 0; i < 8; ++i) fix(8, size_ - 1 - i, bit(i));
        for (int i = 8; i < 15; ++i) fix(size_ - 15 + i, 8, bit(i));
        fix(size_ - 8, 8, true);
    }

    int penalty() const {
        int sum = 0, darks = 0;
        for (int i = 0; i < size_; ++i) sum += line_penalty(i, 0, 0, 1) + line_penalty(0, i, 1, 0);
        for (int r = 0; r + 1 < size_; ++r)
            for (int c = 0; c + 1 < size_; ++c)
                if (at(r, c) == at(r, c + 1) && at(r, c) == at(r + 1, c) && at(r, c) == at(r + 1, c + 1)) sum += 3;
        for (const std::uint8_t module : dark_) darks += module;
        const int total = size_ * size_;
        return sum + std::abs(darks * 20 - total * 10) / total * 10;   // each whole 5 % away from the half
    }

    QrCode take() { return {size_, std::move(dark_)}; }

private:
    std::size_t area() const { return static_cast<std::size_t>(size_) * static_cast<std::size_t>(size_); }
    std::size_t index(int row, int column) const { return static_cast<std::size_t>(row * size_ + column); }
    bool at(int row, int column) const { return dark_[index(row, column)] != 0; }
    void fix(int row, int column, bool is_dark) {
        dark_[index(row, column)] = is_dark;
        fixed_[index(row, column)] = 1;
    }

    static bool is_masked(int mask, int r, int c) {
        switch (mask) {
            case 0: return (r + c) % 2 == 0;
            case 1: return r % 2 == 0;
            case 2: return c % 3 == 0;
            case 3: return (r + c) % 3 == 0;
            case 4: return (r / 2 + c / 3) % 2 == 0;
            case 5: return r * c % 2 + r * c % 3 == 0;
            case 6: return (r * c % 2 + r * c % 3) % 2 == 0;
            default: return ((r + c) % 2 + r * c % 3) % 2 == 0;
        }
    }

    void draw_timing() {
        for (int i = 0; i < size_; ++i) {
            fix(6, i, i % 2 == 0);
            fix(i, 6, i % 2 == 0);
        }
    }

    /// Rings around the middle, with the light separator.
    void draw_finder(int row, int column) {
        for (int dr = -4; dr <= 4; ++dr)
            for (int dc = -4; dc <= 4; ++dc) {
                const int ring = std::max(std::abs(dr), std::abs(dc)), r = row + dr, c = column + dc;
                if (r >= 0 && r < size_ && c >= 0 && c < size_) fix(r, c, ring != 2 && ring != 4);
            }
    }

    std::vector<int> alignment_places() const {
        if (version_ == 1) return {};
        const int marks = version_ / 7 + 2, step = (version_ * 4 + 4 + 2 * marks - 3) / (2 * marks - 2) * 2;
        std::vector<int> places = {6};
        for (int i = marks - 2; i >= 0; --i) places.push_back(size_ - 7 - i * step);
        return places;
    }

    void draw_alignments() {
        const std::vector<int> places = alignment_places();
        for (const int row : places)
            for (const int column : places) {
                const bool is_finder = (row == 6 && column == 6) || (row == 6 && column == size_ - 7) || (row == size_ - 7 && column == 6);
                if (is_finder) continue;
                for (int dr = -2; dr <= 2; ++dr)
                    for (int dc = -2; dc <= 2; ++dc) fix(row + dr, column + dc, std::max(std::abs(dr), std::abs(dc)) != 1);
            }
    }

    void draw_version() {
        if (version_ < 7) return;
        const std::uint32_t bits = qr_version_bits(version_);
        for (int i = 0; i < 18; ++i) {
            const bool bit = (bits >> i & 1) != 0;
            fix(size_ - 11 + i % 3, i / 3, bit);
            fix(i / 3, size_ - 11 + i % 3, bit);
        }
    }

    /// Runs of five and more, and patterns like a finder with four light modules on a side (1011101 0000, 0000 1011101).
    int line_penalty(int row, int column, int down, int right) const {
        int sum = 0, run = 0;
        unsigned last = 0;
        for (int i = 0; i < size_; ++i) {
            const bool now = at(row + i * down, column + i * right);
            run = i > 0 && (last & 1) == unsigned{now} ? run + 1 : 1;
            if (run == 5) sum += 3;
            else if (run > 5) ++sum;
            last = (last << 1 | unsigned{now}) & 0x7FF;
            if (i >= 10 && (last == 0x5D0 || last == 0x05D)) sum += 40;
        }
        return sum;
    }

    int version_, size_;
    std::vector<std::uint8_t> dark_, fixed_;
};

}  // namespace

QrCode draw_qr(int version, const std::vector<std::uint8_t>& codewords) {
    Grid grid{version};
    grid.draw_codewords(codewords);
    int best = 0, least = INT32_MAX;
    for (int mask = 0; mask < kMasks; ++mask) {
        grid.apply(mask);
        grid.draw_format(mask);
        const int penalty = grid.penalty();
        if (penalty < least) best = mask, least = penalty;
        grid.apply(mask);                              // twice is not at all
    }
    grid.apply(best);
    grid.draw_format(best);
    return grid.take();
}

}  // namespace problemator
