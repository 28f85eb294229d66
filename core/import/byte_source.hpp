// ByteSource: the bytes of one input file, wherever they are: in memory, mapped from a disk, or behind a File of the browser.
// A reader asks for pieces, so that a file larger than the memory can be read in slices.
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "core/base/result.hpp"

namespace problemator {

class ByteSource {
public:
    virtual ~ByteSource() = default;
    virtual std::uint64_t size() const = 0;
    /// Copies bytes from `offset` on; returns how many: out.size(), or fewer at the end of the file. Fault::Io when they cannot be read.
    virtual Result<std::size_t> read(std::uint64_t offset, std::span<char> out) const = 0;
    /// All bytes where they lie in memory (or are mapped), valid as long as the source; nullopt otherwise.
    virtual std::optional<std::string_view> view() const { return std::nullopt; }
    /// The SHA-256 of all bytes (64 lower-case hexadecimal digits) where whoever holds them has taken it already: a browser does it faster.
    virtual std::optional<std::string> known_sha256() const { return std::nullopt; }
};

/// Bytes that somebody else keeps alive.
class BorrowedBytes final : public ByteSource {
public:
    explicit BorrowedBytes(std::string_view bytes) : bytes_{bytes} {}
    std::uint64_t size() const override { return bytes_.size(); }
    Result<std::size_t> read(std::uint64_t offset, std::span<char> out) const override;
    std::optional<std::string_view> view() const override { return bytes_; }

private:
    std::string_view bytes_;
};

/// Bytes that live as long as the source: an unpacked member of an archive.
class OwnedBytes final : public ByteSource {
public:
    explicit OwnedBytes(std::string bytes) : bytes_{std::move(bytes)} {}
    std::uint64_t size() const override { return bytes_.size(); }
    Result<std::size_t> read(std::uint64_t offset, std::span<char> out) const override;
    std::optional<std::string_view> view() const override { return bytes_; }

private:
    std::string bytes_;
};

/// SHA-256 of all bytes, as 64 hexadecimal digits.
Result<std::string> sha256_of(const ByteSource& source);

/// A file handed to the import. Its name is shown to people: no folders.
struct SourceFile {
    std::string name;
    std::shared_ptr<const ByteSource> source;

    SourceFile(std::string file_name, std::shared_ptr<const ByteSource> from) : name{std::move(file_name)}, source{std::move(from)} {}
    /// Borrows: `bytes` must outlive the import.
    SourceFile(std::string file_name, std::string_view bytes) : name{std::move(file_name)}, source{std::make_shared<BorrowedBytes>(bytes)} {}
};

}  // namespace problemator
