#include "core/base/qr.hpp"

#include "core/base/qr_grid.hpp"

namespace problemator {
namespace {

constexpr int kVersions = 20;
constexpr int kCorrection[] = {10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26};   // codewords a block, table 9
constexpr int kBlocks[] = {1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16};

/// Bits of data and correction that a version has room for.
int raw_bits(int version) {
    int bits = (16 * version + 128) * version + 64;
    if (version < 2) return bits;
    const int marks = version / 7 + 2;
    bits -= (25 * marks - 10) * marks - 55;
    return version < 7 ? bits : bits - 36;
}

int data_codewords(int version) { return raw_bits(version) / 8 - kCorrection[version - 1] * kBlocks[version - 1]; }

int version_for(std::size_t bytes) {
    for (int version = 1; version <= kVersions; ++version)
        if (bytes <= static_cast<std::size_t>(qr_capacity(version))) return version;
    return 0;
}

struct Bits {
    std::vector<std::uint8_t> bytes;
    int used = 0;
    void put(std::uint32_t value, int count) {
        for (int i = count - 1; i >= 0; --i, ++used) {
            if (used % 8 == 0) bytes.push_back(0);
            if (value >> i & 1) bytes.back() = static_cast<std::uint8_t>(bytes.back() | 1 << (7 - used % 8));
        }
    }
};

/// Mode, length, bytes, terminator and the pad codewords 0xEC, 0x11.
std::vector<std::uint8_t> data_of(std::string_view text, int version) {
    Bits bits;
    bits.put(4, 4);
    bits.put(static_cast<std::uint32_t>(text.size()), version < 10 ? 8 : 16);
    for (const char c : text) bits.put(static_cast<unsigned char>(c), 8);
    bits.put(0, 4);
    bits.bytes.resize(std::min(bits.bytes.size(), static_cast<std::size_t>(data_codewords(version))));
    for (std::uint8_t pad = 0xEC; static_cast<int>(bits.bytes.size()) < data_codewords(version); pad ^= 0xEC ^ 0x11) bits.bytes.push_back(pad);
    return bits.bytes;
}

std::uint8_t multiplied(std::uint8_t a, std::uint8_t b) {
    unsigned product = 0;
    for (int i = 7; i >= 0; --i) {
        product = product << 1 ^ (product >> 7) * 0x11D;
        product ^= (b >> i & 1u) * a;
    }
    return static_cast<std::uint8_t>(product);
}

/// Blocks side by side: first codewords of all, then the second ones; correction after data (7.6).
std::vector<std::uint8_t> interleaved(const std::vector<std::uint8_t>& data, int version) {
    const int blocks = kBlocks[version - 1], correction = kCorrection[version - 1];
    const int shorter = static_cast<int>(data.size()) / blocks, longer = static_cast<int>(data.size()) % blocks;   // the last `longer` blocks have one more
    std::vector<std::vector<std::uint8_t>> parts, checks;
    auto at = data.begin();
    for (int i = 0; i < blocks; ++i) {
        const auto end = at + shorter + (i >= blocks - longer ? 1 : 0);
        parts.emplace_back(at, end);
        checks.push_back(qr_correction(parts.back(), correction));
        at = end;
    }
    std::vector<std::uint8_t> out;
    for (int i = 0; i <= shorter; ++i)
        for (const auto& part : parts)
            if (i < static_cast<int>(part.size())) out.push_back(part[static_cast<std::size_t>(i)]);
    for (int i = 0; i < correction; ++i)
        for (const auto& check : checks) out.push_back(check[static_cast<std::size_t>(i)]);
    return out;
}

/// Remainder of a bit polynomial, written behind its value.
std::uint32_t with_remainder(std::uint32_t value, int digits, std::uint32_t divisor) {
    std::uint32_t rest = value;
    for (int i = 0; i < digits; ++i) rest = rest << 1 ^ (rest >> (digits - 1) & 1) * divisor;
    return value << digits | (rest & ((1u << digits) - 1));
}

}  // namespace

std::vector<std::uint8_t> qr_correction(const std::vector<std::uint8_t>& data, int count) {
    std::vector<std::uint8_t> divisor(static_cast<std::size_t>(count), 0);   // ∏ (x − 2^i), without its leading 1
    divisor.back() = 1;
    std::uint8_t root = 1;
    for (int i = 0; i < count; ++i) {
        for (std::size_t k = 0; k < divisor.size(); ++k) {
            divisor[k] = multiplied(divisor[k], root);
            if (k + 1 < divisor.size()) divisor[k] ^= divisor[k + 1];
        }
        root = multiplied(root, 2);
    }
    std::vector<std::uint8_t> rest(divisor.size(), 0);
    for (const std::uint8_t byte : data) {
        const std::uint8_t factor = byte ^ rest.front();
        rest.erase(rest.begin());
        rest.push_back(0);
        for (std::size_t k = 0; k < rest.size(); ++k) rest[k] ^= multiplied(divisor[k], factor);
    }
    return rest;
}

std::uint32_t qr_format_bits(int mask) { return with_remainder(static_cast<std::uint32_t>(mask), 10, 0x537) ^ 0x5412; }   // level M is 00
std::uint32_t qr_version_bits(int version) { return with_remainder(static_cast<std::uint32_t>(version), 12, 0x1F25); }
int qr_capacity(int version) { return data_codewords(version) - (version < 10 ? 2 : 3); }

std::optional<QrCode> make_qr(std::string_view bytes) {
    const int version = version_for(bytes.size());
    if (version == 0) return std::nullopt;
    return draw_qr(version, interleaved(data_of(bytes, version), version));
}

std::string qr_svg(const QrCode& code, double module) {
    constexpr int quiet = 4;
    const int side = code.size + 2 * quiet;
    const std::string px = std::to_string(static_cast<int>(side * module));
    std::string path;
    for (int row = 0; row < code.size; ++row)
        for (int column = 0; column < code.size; ++column) {
            if (!code.at(row, column)) continue;
            int run = 1;
            while (column + run < code.size && code.at(row, column + run)) ++run;
            path += "M" + std::to_string(column + quiet) + " " + std::to_string(row + quiet) + "h" + std::to_string(run) + "v1h-" + std::to_string(run) + "z";
            column += run;
        }
    const std::string box = std::to_string(side);
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + box + " " + box + "\" width=\"" + px + "\" height=\"" + px + "\" shape-rendering=\"crispEdges\"><rect width=\"" + box + "\" height=\"" + box +
           "\" fill=\"#fff\"/><path d=\"" + path + "\" fill=\"#000\"/></svg>\n";
}

}  // namespace problemator
