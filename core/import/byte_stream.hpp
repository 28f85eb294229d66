// ByteStream: bytes in their order, each given once: a part of a file as it lies, or unpacked on the way.
#pragma once
#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>

#include "core/base/result.hpp"
#include "core/import/byte_source.hpp"

namespace problemator {

class ByteStream {
public:
    virtual ~ByteStream() = default;
    /// The next bytes; 0 only at the end. After an Error nothing more can be read; what came before is good.
    virtual Result<std::size_t> read(std::span<char> out) = 0;
    /// Bytes of the input, as packed, used so far; never falls.
    virtual std::uint64_t position() const = 0;
};

/// [begin, end) of a source. Truncated when the source ends before.
class StoredBytes final : public ByteStream {
public:
    StoredBytes(std::shared_ptr<const ByteSource> source, std::uint64_t begin, std::uint64_t end) : source_{std::move(source)}, at_{begin}, end_{end} {}
    Result<std::size_t> read(std::span<char> out) override {
        const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(out.size(), end_ - at_));
        if (wanted == 0) return std::size_t{0};
        TRY(const std::size_t got, source_->read(at_, out.first(wanted)));
        if (got == 0) return Error{.fault = Fault::Truncated};
        at_ += got;
        return got;
    }
    std::uint64_t position() const override { return at_; }

private:
    std::shared_ptr<const ByteSource> source_;
    std::uint64_t at_, end_;
};

}  // namespace problemator
