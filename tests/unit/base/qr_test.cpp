// QR codes against the numbers that ISO/IEC 18004 prints, and against a reader written here: what is drawn must say what was asked.
#include <gtest/gtest.h>

#include "core/base/qr.hpp"

namespace problemator {
namespace {

// Annex I of the standard: the codewords of «01234567» in version 1-M and their correction.
TEST(Qr, TheCorrectionIsThatOfTheStandardsExample) {
    const std::vector<std::uint8_t> data = {0x10, 0x20, 0x0C, 0x56, 0x61, 0x80, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11};
    const std::vector<std::uint8_t> expected = {0xA5, 0x24, 0xD4, 0xC1, 0xED, 0x36, 0xC7, 0x87, 0x2C, 0x55};
    EXPECT_EQ(qr_correction(data, 10), expected);
}

TEST(Qr, FormatAndVersionBitsAreThoseOfTheStandard) {
    EXPECT_EQ(qr_format_bits(5), 0b100000011001110u);              // 7.9, level M, mask 101
    EXPECT_EQ(qr_format_bits(0), 0b101010000010010u);              // table C.1
    EXPECT_EQ(qr_version_bits(7), 0b000111110010010100u);          // 7.10
    EXPECT_EQ(qr_version_bits(20), 0b010100100110100110u);         // table D.1
}

TEST(Qr, ThereIsAsMuchRoomAsTableSevenSays) {
    constexpr int kBytes[] = {14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666};
    for (int version = 1; version <= 20; ++version) EXPECT_EQ(qr_capacity(version), kBytes[version - 1]) << version;
}

/// Reads a code back by the rules of the standard, without the encoder's own tables of places: what is not a pattern is data.
class Reader {
public:
    explicit Reader(const QrCode& code) : code_{code}, version_{(code.size - 17) / 4} { find_data_modules(); }

    int mask() const {
        std::uint32_t bits = 0;                        // the copy beside the upper left finder, from bit 14 down
        for (int i = 0; i < 6; ++i) bits = bits << 1 | code_.at(8, i);
        bits = bits << 1 | code_.at(8, 7);
        bits = bits << 1 | code_.at(8, 8);
        bits = bits << 1 | code_.at(7, 8);
        for (int i = 5; i >= 0; --i) bits = bits << 1 | code_.at(i, 8);
        for (int mask = 0; mask < 8; ++mask)
            if (qr_format_bits(mask) == bits) return mask;
        return -1;
    }

    std::vector<std::uint8_t> codewords() const {
        std::vector<std::uint8_t> out;
        int bits = 0, value = 0, step = -1;
        for (int right = code_.size - 1; right > 0; right -= 2, step = -step) {
            if (right == 6) --right;
            for (int row = step < 0 ? code_.size - 1 : 0; row >= 0 && row < code_.size; row += step)
                for (const int column : {right, right - 1}) {
                    if (!is_data_[at(row, column)]) continue;
                    value = value << 1 | (code_.at(row, column) != is_masked(row, column));
                    if (++bits % 8 == 0) out.push_back(static_cast<std::uint8_t>(value)), value = 0;
                }
        }
        return out;
    }

    int version() const { return version_; }

private:
    std::size_t at(int row, int column) const { return static_cast<std::size_t>(row * code_.size + column); }

    bool is_masked(int i, int j) const {
        switch (mask()) {
            case 0: return (i + j) % 2 == 0;
            case 1: return i % 2 == 0;
            case 2: return j % 3 == 0;
            case 3: return (i + j) % 3 == 0;
            case 4: return (i / 2 + j / 3) % 2 == 0;
            case 5: return (i * j) % 2 + (i * j) % 3 == 0;
            case 6: return ((i * j) % 2 + (i * j) % 3) % 2 == 0;
            default: return ((i + j) % 2 + (i * j) % 3) % 2 == 0;
        }
    }

    void take(int row, int column, int height, int width) {
        for (int r = row; r < row + height; ++r)
            for (int c = column; c < column + width; ++c) is_data_[at(r, c)] = false;
    }

    void find_data_modules() {
        const int n = code_.size;
        is_data_.assign(static_cast<std::size_t>(n * n), true);
        take(0, 0, 9, 9), take(0, n - 8, 9, 8), take(n - 8, 0, 8, 9), take(6, 0, 1, n), take(0, 6, n, 1);
        static const std::vector<int> kPlaces[] = {{}, {6, 18}, {6, 22}, {6, 26}, {6, 30}, {6, 34}, {6, 22, 38}, {6, 24, 42}, {6, 26, 46}, {6, 28, 50}, {6, 30, 54}, {6, 32, 58}, {6, 34, 62},
            {6, 26, 46, 66}, {6, 26, 48, 70}, {6, 26, 50, 74}, {6, 30, 54, 78}, {6, 30, 56, 82}, {6, 30, 58, 86}, {6, 34, 62, 90}};   // table E.1
        const std::vector<int>& places = kPlaces[version_ - 1];
        for (const int row : places)
            for (const int column : places) {
                const bool is_corner = (row == 6 && (column == 6 || column == places.back())) || (column == 6 && row == places.back());
                if (!is_corner) take(row - 2, column - 2, 5, 5);
            }
        if (version_ >= 7) take(0, n - 11, 6, 3), take(n - 11, 0, 3, 6);
    }

    const QrCode& code_;
    int version_;
    std::vector<bool> is_data_;
};

/// Data blocks of table 9, level M: {blocks of the first kind, their data codewords, blocks of the second kind}.
struct Parts { int first, size, second; };
constexpr Parts kParts[] = {{1, 16, 0}, {1, 28, 0}, {1, 44, 0}, {2, 32, 0}, {2, 43, 0}, {4, 27, 0}, {4, 31, 0}, {2, 38, 2}, {3, 36, 2}, {4, 43, 1}, {1, 50, 4}, {6, 36, 2}, {8, 37, 1}, {4, 40, 5}, {5, 41, 5}, {7, 45, 3}, {10, 46, 1}, {9, 43, 4}, {3, 44, 11}, {3, 41, 13}};

std::string text_of(const QrCode& code) {
    const Reader reader{code};
    const std::vector<std::uint8_t> words = reader.codewords();
    const auto [first, size, second] = kParts[reader.version() - 1];
    const int blocks = first + second;
    std::vector<std::uint8_t> data;
    for (int block = 0; block < blocks; ++block) {
        std::vector<std::uint8_t> part, check;
        const int length = size + (block >= first ? 1 : 0);
        for (int i = 0; i < length; ++i) part.push_back(words[static_cast<std::size_t>(i < size ? i * blocks + block : size * blocks + block - first)]);
        const int all = size * blocks + second, correction = (static_cast<int>(words.size()) - all) / blocks;
        for (int i = 0; i < correction; ++i) check.push_back(words[static_cast<std::size_t>(all + i * blocks + block)]);
        EXPECT_EQ(qr_correction(part, correction), check) << "block " << block;
        data.insert(data.end(), part.begin(), part.end());
    }
    std::size_t bit = 0;
    const auto take = [&](int count) {
        std::uint32_t value = 0;
        for (int i = 0; i < count; ++i, ++bit) value = value << 1 | (data[bit / 8] >> (7 - bit % 8) & 1u);
        return value;
    };
    EXPECT_EQ(take(4), 4u);                            // bytes
    const std::uint32_t length = take(reader.version() < 10 ? 8 : 16);
    std::string out;
    for (std::uint32_t i = 0; i < length; ++i) out += static_cast<char>(take(8));
    return out;
}

TEST(Qr, EveryVersionReadsBackAsItWasWritten) {
    for (int version = 1; version <= 20; ++version) {
        std::string text = "https://example.test/#/teplo?w=2026-W46&b=";
        while (static_cast<int>(text.size()) < qr_capacity(version)) text += static_cast<char>('a' + text.size() % 26);
        text.resize(static_cast<std::size_t>(qr_capacity(version)));
        const auto code = make_qr(text);
        ASSERT_TRUE(code) << version;
        EXPECT_EQ(code->size, version * 4 + 17);
        EXPECT_EQ(text_of(*code), text) << version;
    }
}

TEST(Qr, TheSmallestVersionThatHoldsTheBytesIsTaken) {
    EXPECT_EQ(make_qr("")->size, 21);
    EXPECT_EQ(make_qr(std::string(14, 'x'))->size, 21);
    EXPECT_EQ(make_qr(std::string(15, 'x'))->size, 25);
    EXPECT_EQ(text_of(*make_qr("Речное — 32 сообщения")), "Речное — 32 сообщения");
    EXPECT_FALSE(make_qr(std::string(667, 'x')));
}

TEST(Qr, ThePictureHasItsQuietZone) {
    const std::string svg = qr_svg(*make_qr("a"), 4);
    EXPECT_NE(svg.find("viewBox=\"0 0 29 29\""), std::string::npos);
    EXPECT_NE(svg.find("width=\"116\""), std::string::npos);
    EXPECT_NE(svg.find("M4 4h7v1h-7z"), std::string::npos);   // the upper side of the first finder
}

}  // namespace
}  // namespace problemator
