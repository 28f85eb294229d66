// The drawing of a QR code: finders, timing, alignment, the snake of codewords and the mask with the least penalty (7.7, 7.8).
#pragma once
#include "core/base/qr.hpp"

namespace problemator {

QrCode draw_qr(int version, const std::vector<std::uint8_t>& codewords);

}  // namespace problemator
