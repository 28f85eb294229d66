#include "core/cli/pack.hpp"

#include <zlib.h>

#include <cstdint>

#include "core/base/hash.hpp"
#include "core/documents/deflate.hpp"

namespace problemator::cli {

std::string gzip(std::string_view bytes) {
    constexpr int kGzip = 15 + 16, kMemory = 9;
    z_stream stream{};
    constexpr int kLevel = 6;   // of 37 MB: 1.3 s; level 9 takes 5.9 s for 1.4 % less
    if (deflateInit2(&stream, kLevel, Z_DEFLATED, kGzip, kMemory, Z_DEFAULT_STRATEGY) != Z_OK) return {};
    gz_header header{};
    header.os = 255;   // unknown: the same bytes on every system
    deflateSetHeader(&stream, &header);
    return finish_deflate(stream, bytes);
}

std::string base64(std::string_view bytes) {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const auto byte = [&](std::size_t k) { return i + k < bytes.size() ? std::uint32_t{static_cast<unsigned char>(bytes[i + k])} : 0u; };
        const std::uint32_t group = byte(0) << 16 | byte(1) << 8 | byte(2);
        out.push_back(alphabet[group >> 18 & 63]);
        out.push_back(alphabet[group >> 12 & 63]);
        out.push_back(i + 1 < bytes.size() ? alphabet[group >> 6 & 63] : '=');
        out.push_back(i + 2 < bytes.size() ? alphabet[group & 63] : '=');
    }
    return out;
}

std::optional<std::string> unbase64(std::string_view text) {
    if (text.size() % 4 != 0) return std::nullopt;
    const std::size_t padding = text.ends_with("==") ? 2 : text.ends_with("=") ? 1 : 0;
    std::string out;
    out.reserve(text.size() / 4 * 3);
    std::uint32_t group = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool is_padding = c == '=' && i >= text.size() - padding;
        const int value = c >= 'A' && c <= 'Z' ? c - 'A' : c >= 'a' && c <= 'z' ? c - 'a' + 26 : c >= '0' && c <= '9' ? c - '0' + 52 : c == '+' ? 62 : c == '/' ? 63 : is_padding ? 0 : -1;
        if (value < 0) return std::nullopt;
        group = group << 6 | static_cast<std::uint32_t>(value);
        if (i % 4 == 3)
            for (int shift = 16; shift >= 0; shift -= 8) out.push_back(static_cast<char>(group >> shift));
    }
    out.resize(out.size() - padding);
    return out;
}

std::optional<std::string> gunzip(std::string_view bytes, std::size_t most) {
    constexpr int kGzip = 15 + 16;
    constexpr std::size_t kStep = std::size_t{1} << 20;
    z_stream stream{};
    if (inflateInit2(&stream, kGzip) != Z_OK) return std::nullopt;
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));   // zlib does not write through next_in
    stream.avail_in = static_cast<uInt>(bytes.size());
    std::string out;
    int state = Z_OK;
    while (state == Z_OK && out.size() <= most) {
        const std::size_t before = out.size();
        out.resize(before + kStep);
        stream.next_out = reinterpret_cast<Bytef*>(out.data() + before);
        stream.avail_out = static_cast<uInt>(kStep);
        state = inflate(&stream, Z_NO_FLUSH);
        out.resize(before + kStep - stream.avail_out);
    }
    const bool is_whole = state == Z_STREAM_END && stream.avail_in == 0 && out.size() <= most;
    inflateEnd(&stream);
    return is_whole ? std::optional{std::move(out)} : std::nullopt;
}

std::string csp_hash(std::string_view script) {
    const std::string hex = sha256_hex({reinterpret_cast<const std::uint8_t*>(script.data()), script.size()});
    std::string digest;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
        const auto nibble = [&](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
        digest.push_back(static_cast<char>(nibble(hex[i]) << 4 | nibble(hex[i + 1])));
    }
    return "'sha256-" + base64(digest) + "'";
}

}  // namespace problemator::cli
