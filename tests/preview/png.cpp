#include "png.hpp"

#include <zlib.h>

#include <array>
#include <fstream>
#include <string_view>
#include <vector>

namespace problemator::web {
namespace {

using Bytes = std::vector<unsigned char>;

void add_number(Bytes& out, std::uint32_t v) {
    for (int shift = 24; shift >= 0; shift -= 8) out.push_back(static_cast<unsigned char>(v >> shift));
}

// length, type, data, CRC of type and data
void add_chunk(Bytes& out, std::string_view type, const Bytes& data) {
    add_number(out, static_cast<std::uint32_t>(data.size()));
    const std::size_t begin = out.size();
    out.insert(out.end(), type.begin(), type.end());
    out.insert(out.end(), data.begin(), data.end());
    add_number(out, static_cast<std::uint32_t>(crc32(0, out.data() + begin, static_cast<uInt>(out.size() - begin))));
}

Bytes header(int width, int height) {
    Bytes data;
    add_number(data, static_cast<std::uint32_t>(width));
    add_number(data, static_cast<std::uint32_t>(height));
    for (const int v : {8, 2, 0, 0, 0}) data.push_back(static_cast<unsigned char>(v));   // 8 bits, RGB, no interlacing
    return data;
}

Bytes packed_rows(int width, int height, std::span<const std::uint32_t> pixels) {
    Bytes raw;
    raw.reserve((static_cast<std::size_t>(width) * 3 + 1) * static_cast<std::size_t>(height));
    for (int y = 0; y < height; ++y) {
        raw.push_back(0);                                               // row without a predictor
        for (int x = 0; x < width; ++x) {
            const std::uint32_t p = pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)];
            for (const int shift : {0, 8, 16}) raw.push_back(static_cast<unsigned char>(p >> shift));
        }
    }
    uLongf size = compressBound(static_cast<uLong>(raw.size()));
    Bytes packed(size);
    compress2(packed.data(), &size, raw.data(), static_cast<uLong>(raw.size()), 6);
    packed.resize(size);
    return packed;
}

}  // namespace

bool write_png(const std::string& path, int width, int height, std::span<const std::uint32_t> pixels) {
    Bytes out{0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    add_chunk(out, "IHDR", header(width, height));
    add_chunk(out, "IDAT", packed_rows(width, height, pixels));
    add_chunk(out, "IEND", {});
    std::ofstream file{path, std::ios::binary};
    file.write(reinterpret_cast<const char*>(out.data()), static_cast<std::streamsize>(out.size()));
    return static_cast<bool>(file);
}

}  // namespace problemator::web
