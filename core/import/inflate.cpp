#include "core/import/inflate.hpp"

#include <zlib.h>

#include <array>

namespace problemator {
namespace {

constexpr std::size_t kSlice = std::size_t{64} << 10;
constexpr std::uint64_t kRatioMatters = std::uint64_t{64} << 20;   // small files may be as dense as they like
constexpr std::uint64_t kUsualRatio = 32;
constexpr int kRawWindow = -15, kGzipWindow = 31;                  // window bits as zlib wants them
constexpr Bytef kGzipMark = 0x1F;                                  // the first byte of every stream

class Inflate final : public ByteStream {
public:
    Inflate(std::unique_ptr<ByteStream> packed, Wrapping wrapping, const PartLimits& limits, std::shared_ptr<UnpackBudget> budget)
        : packed_{std::move(packed)}, wrapping_{wrapping}, limits_{limits}, budget_{std::move(budget)} {
        is_ready_ = inflateInit2(&zlib_, wrapping == Wrapping::Gzip ? kGzipWindow : kRawWindow) == Z_OK;
    }
    ~Inflate() override {
        if (is_ready_) inflateEnd(&zlib_);
    }
    Inflate(const Inflate&) = delete;
    Inflate& operator=(const Inflate&) = delete;

    Result<std::size_t> read(std::span<char> out) override {
        if (!is_ready_) return Error{.fault = Fault::TooLarge};
        zlib_.next_out = reinterpret_cast<Bytef*>(out.data());
        zlib_.avail_out = static_cast<uInt>(std::min<std::size_t>(out.size(), kSlice * 16));
        const std::size_t wanted = zlib_.avail_out;
        while (!is_ended_ && zlib_.avail_out > 0) {
            if (zlib_.avail_in == 0)
                if (auto error = refill()) return *std::move(error);
            if (is_ended_) break;
            const int code = inflate(&zlib_, Z_NO_FLUSH);
            if (code == Z_STREAM_END) end_stream();
            else if (code != Z_OK && code != Z_BUF_ERROR) return Error{.fault = Fault::Damaged};
        }
        const std::size_t got = wanted - zlib_.avail_out;
        if (auto error = take(got)) return *std::move(error);
        return got;
    }
    std::uint64_t position() const override { return packed_->position() - zlib_.avail_in; }

private:
    std::optional<Error> refill() {
        const auto got = packed_->read(buffer_);
        if (!got) return got.error();
        packed_bytes_ += *got;
        if (*got == 0 && !may_end_) return Error{.fault = Fault::Truncated};
        zlib_.next_in = reinterpret_cast<Bytef*>(buffer_.data());
        zlib_.avail_in = static_cast<uInt>(*got);
        if (may_end_) restart();
        may_end_ = false;
        return std::nullopt;
    }
    void end_stream() {
        is_ended_ = wrapping_ == Wrapping::None;
        may_end_ = !is_ended_ && zlib_.avail_in == 0;
        if (!is_ended_ && !may_end_) restart();
    }
    /// gzip files may be written one after another; what follows the last one and is no gzip is no part of it.
    void restart() {
        is_ended_ = zlib_.avail_in == 0 || *zlib_.next_in != kGzipMark || inflateReset(&zlib_) != Z_OK;
    }
    std::optional<Error> take(std::size_t bytes) {
        unpacked_ += bytes;
        budget_->unpacked += bytes;
        if (budget_->unpacked > limits_.unpacked_bytes) return beyond_limit("unpacked_bytes", limits_.unpacked_bytes);
        if (unpacked_ > kRatioMatters && unpacked_ / limits_.ratio > packed_bytes_) return beyond_limit("ratio", limits_.ratio);
        return std::nullopt;
    }

    std::unique_ptr<ByteStream> packed_;
    Wrapping wrapping_;
    PartLimits limits_;
    std::shared_ptr<UnpackBudget> budget_;
    z_stream zlib_{};
    bool is_ready_ = false, is_ended_ = false, may_end_ = false;
    std::uint64_t packed_bytes_ = 0, unpacked_ = 0;
    std::array<char, kSlice> buffer_;
};

}  // namespace

std::unique_ptr<ByteStream> open_inflate(std::unique_ptr<ByteStream> packed, Wrapping wrapping, const PartLimits& limits, std::shared_ptr<UnpackBudget> budget) {
    return std::make_unique<Inflate>(std::move(packed), wrapping, limits, std::move(budget));
}

Result<std::string> read_all(ByteStream& stream, const PartLimits& limits, std::uint64_t likely, std::uint64_t packed) {
    std::string bytes;
    bytes.reserve(static_cast<std::size_t>(std::min({likely, packed * kUsualRatio, limits.shared_bytes})));
    for (;;) {
        const std::size_t begin = bytes.size();
        bytes.resize(begin + kSlice);
        TRY(const std::size_t got, stream.read(std::span{bytes}.subspan(begin)));
        bytes.resize(begin + got);
        if (bytes.size() > limits.shared_bytes) return beyond_limit("shared_bytes", limits.shared_bytes);
        if (got == 0) return bytes;
    }
}

Error beyond_limit(const char* limit, std::uint64_t most, std::string piece) {
    return {.fault = Fault::TooLarge, .place = {.file = {}, .row = 0, .column = limit}, .piece = std::move(piece), .expected = "≤ " + std::to_string(most)};
}

}  // namespace problemator
