#include "core/documents/zip_writer.hpp"

#include <zlib.h>

#include "core/documents/deflate.hpp"

namespace problemator {
namespace {

constexpr std::uint32_t kLocal = 0x04034b50, kCentral = 0x02014b50, kEnd = 0x06054b50;
constexpr std::uint16_t kVersion = 20, kUtf8Names = 0x0800, kStored = 0, kDeflated = 8;
constexpr std::uint16_t kTime = 0, kDate = 0x0021;   // 1 January 1980, 00:00: the zero of the format

void put16(std::string& out, std::uint32_t value) {
    out += static_cast<char>(value & 255);
    out += static_cast<char>(value >> 8 & 255);
}

void put32(std::string& out, std::uint32_t value) {
    put16(out, value & 0xFFFF);
    put16(out, value >> 16);
}

/// Raw deflate; empty when it fails.
std::string deflated(std::string_view bytes) {
    z_stream stream{};
    if (deflateInit2(&stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY) != Z_OK) return {};
    return finish_deflate(stream, bytes);
}

/// The fields that a member's own header and its entry of the directory share.
void put_facts(std::string& out, std::uint16_t method, std::uint32_t crc, std::size_t packed, std::size_t whole, std::size_t name) {
    put16(out, kVersion);
    put16(out, kUtf8Names);
    put16(out, method);
    put16(out, kTime);
    put16(out, kDate);
    put32(out, crc);
    put32(out, static_cast<std::uint32_t>(packed));
    put32(out, static_cast<std::uint32_t>(whole));
    put16(out, static_cast<std::uint32_t>(name));
    put16(out, 0);                                     // extra field
}

}  // namespace

void ZipWriter::add(std::string_view name, std::string_view content) {
    const auto crc = static_cast<std::uint32_t>(crc32(0, reinterpret_cast<const Bytef*>(content.data()), static_cast<uInt>(content.size())));
    std::string packed = deflated(content);
    const bool is_stored = packed.empty() || packed.size() >= content.size();
    const std::string_view body = is_stored ? content : std::string_view{packed};
    const std::uint16_t method = is_stored ? kStored : kDeflated;
    const auto offset = static_cast<std::uint32_t>(out_.size());
    put32(out_, kLocal);
    put_facts(out_, method, crc, body.size(), content.size(), name.size());
    out_ += name;
    out_ += body;
    put32(directory_, kCentral);
    put16(directory_, kVersion);
    put_facts(directory_, method, crc, body.size(), content.size(), name.size());
    put16(directory_, 0);                              // comment
    put16(directory_, 0);                              // disk
    put16(directory_, 0);                              // internal attributes
    put32(directory_, 0);                              // external attributes
    put32(directory_, offset);
    directory_ += name;
    ++members_;
}

std::string ZipWriter::take() {
    const auto at = static_cast<std::uint32_t>(out_.size());
    out_ += directory_;
    put32(out_, kEnd);
    put16(out_, 0);
    put16(out_, 0);
    put16(out_, members_);
    put16(out_, members_);
    put32(out_, static_cast<std::uint32_t>(directory_.size()));
    put32(out_, at);
    put16(out_, 0);
    return std::move(out_);
}

}  // namespace problemator
