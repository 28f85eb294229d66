// QR codes (ISO/IEC 18004:2015): bytes, level M (15 % may be lost), versions 1…20 — up to 666 bytes, enough for every link of ours.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace problemator {

struct QrCode {
    int size = 0;                      // modules a side, 21…97, without the quiet zone
    std::vector<std::uint8_t> dark;    // row by row, 1 = dark
    bool at(int row, int column) const { return dark[static_cast<std::size_t>(row * size + column)] != 0; }
};

/// nullopt when the bytes do not fit version 20.
std::optional<QrCode> make_qr(std::string_view bytes);
/// A stand-alone SVG with the quiet zone of four modules; `module` in CSS px.
std::string qr_svg(const QrCode& code, double module);

/// The remainder of Reed and Solomon over GF(256), 0x11D: `count` error correction codewords. For tests against published vectors.
std::vector<std::uint8_t> qr_correction(const std::vector<std::uint8_t>& data, int count);
/// The 15 bits of level M and mask 0…7, and the 18 bits of a version from 7 on, as they are drawn.
std::uint32_t qr_format_bits(int mask);
std::uint32_t qr_version_bits(int version);
/// Bytes that version 1…20 holds at level M.
int qr_capacity(int version);

}  // namespace problemator
