#include "core/import/zip.hpp"

#include <zlib.h>

#include <algorithm>

#include "core/base/text.hpp"
#include "core/import/code_pages.hpp"
#include "core/import/inflate.hpp"

namespace problemator {
namespace {

using namespace std::string_view_literals;

// Sizes and marks of APPNOTE.TXT 6.3.10, sections 4.3 and 4.5. All numbers are little-endian.
constexpr std::string_view kLocalMark = "PK\x03\x04"sv, kEntryMark = "PK\x01\x02"sv, kEndMark = "PK\x05\x06"sv, kEnd64Mark = "PK\x06\x06"sv,
                           kLocator64Mark = "PK\x06\x07"sv, kDescriptorMark = "PK\x07\x08"sv;
constexpr std::size_t kLocalBytes = 30, kEntryBytes = 46, kEndBytes = 22, kEnd64Bytes = 56, kLocator64Bytes = 20, kLongestComment = 65535;
constexpr std::uint64_t kLongestDirectory = std::uint64_t{64} << 20;
constexpr std::uint64_t kInZip64 = 0xFFFFFFFF;                 // the number stands in the extra field
constexpr unsigned kEncrypted = 1, kHasDescriptor = 8, kUtf8Name = 2048, kStrongEncryption = 64;
constexpr std::uint16_t kStored = 0, kDeflated = 8, kAesMethod = 99;
constexpr std::uint16_t kZip64Field = 1, kUnicodePathField = 0x7075;
constexpr std::size_t kLongestName = 240;                      // characters shown

std::uint64_t number_at(std::string_view bytes, std::size_t at, std::size_t width) {
    std::uint64_t value = 0;
    for (std::size_t i = width; i-- > 0;) value = value << 8 | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0u);
    return value;
}
std::uint16_t u16(std::string_view bytes, std::size_t at) { return static_cast<std::uint16_t>(number_at(bytes, at, 2)); }
std::uint32_t u32(std::string_view bytes, std::size_t at) { return static_cast<std::uint32_t>(number_at(bytes, at, 4)); }
std::uint64_t u64(std::string_view bytes, std::size_t at) { return number_at(bytes, at, 8); }

/// Up to `size` bytes: fewer at the end of the file. pre: `size` is bounded by the caller
Result<std::string> bytes_at(const ByteSource& source, std::uint64_t offset, std::size_t size) {
    if (offset >= source.size()) return std::string{};
    std::string bytes(static_cast<std::size_t>(std::min<std::uint64_t>(size, source.size() - offset)), '\0');
    TRY(const std::size_t got, source.read(offset, bytes));
    bytes.resize(got);
    return bytes;
}

std::string_view extra_field(std::string_view extra, std::uint16_t wanted) {
    while (extra.size() >= 4) {
        const std::size_t size = std::min<std::size_t>(u16(extra, 2), extra.size() - 4);
        if (u16(extra, 0) == wanted) return extra.substr(4, size);
        extra.remove_prefix(4 + size);
    }
    return {};
}

std::uint32_t crc_of(std::string_view bytes, std::uint32_t crc = 0) {
    return static_cast<std::uint32_t>(crc32(crc, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size())));
}

std::string from_cp866(std::string_view raw) {
    std::string name;
    for (const CodePage& page : code_pages())
        if (page.name == "ibm866") append_by_page(name, raw, page);
    return name;
}

/// The flag, the extra field, valid UTF-8 (many write it without the flag), else the code page of Russian DOS.
std::string decoded_name(std::string_view raw, unsigned flags, std::string_view extra) {
    const std::string_view path = extra_field(extra, kUnicodePathField);
    const bool has_path = path.size() > 5 && path[0] == 1 && u32(path, 1) == crc_of(raw);
    if (has_path) raw = path.substr(5);
    std::string name = has_path || (flags & kUtf8Name) != 0 || first_bad_utf8(raw) == std::string_view::npos ? std::string{raw} : from_cp866(raw);
    if (first_bad_utf8(name) != std::string_view::npos) name = from_cp866(raw);
    for (char& c : name) {
        if (c == '\\') c = '/';
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = '_';
    }
    const bool is_folder = name.ends_with('/');
    if (count_chars(name) > kLongestName) name = shorten(name, kLongestName) + (is_folder ? "/" : "");
    return name;
}

/// Sizes that did not fit 32 bits follow each other in the ZIP64 field, in this order and only those.
void read_zip64(std::string_view extra, std::initializer_list<std::uint64_t*> numbers) {
    std::string_view field = extra_field(extra, kZip64Field);
    for (std::uint64_t* number : numbers) {
        if (*number != kInZip64 || field.size() < 8) continue;
        *number = u64(field, 0);
        field.remove_prefix(8);
    }
}

ZipMember member_of(unsigned flags, std::uint16_t method) {
    ZipMember member;
    member.method = method;
    member.is_encrypted = (flags & (kEncrypted | kStrongEncryption)) != 0 || method == kAesMethod;
    return member;
}

/// Compares what was unpacked with what the archive promised.
class CheckedMember final : public ByteStream {
public:
    CheckedMember(std::unique_ptr<ByteStream> bytes, const ZipMember& member) : bytes_{std::move(bytes)}, name_{member.name}, crc_{member.crc}, is_cut_{member.is_cut} {}
    /// What is stored counts as unpacked, too: members may overlap.
    void count(const PartLimits& limits, std::shared_ptr<UnpackBudget> budget) { most_ = limits.unpacked_bytes, budget_ = std::move(budget); }
    Result<std::size_t> read(std::span<char> out) override {
        const auto got = bytes_->read(out);
        if (!got) return named(got.error());
        if (budget_ && (budget_->unpacked += *got) > most_) return named(beyond_limit("unpacked_bytes", most_));
        if (*got > 0) { found_ = crc_of({out.data(), *got}, found_); return *got; }
        if (is_cut_) return named({.fault = Fault::Truncated});
        if (found_ != crc_) return named({.fault = Fault::Damaged, .expected = "CRC-32"});
        return *got;
    }
    std::uint64_t position() const override { return bytes_->position(); }

private:
    Error named(Error error) const { error.piece = name_; return error; }

    std::unique_ptr<ByteStream> bytes_;
    std::string name_;
    std::uint32_t crc_, found_ = 0;
    bool is_cut_;
    std::uint64_t most_ = 0;
    std::shared_ptr<UnpackBudget> budget_;
};

char folded(char c) { return c == '\\' ? '/' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

Result<ZipArchive> ZipArchive::open(std::shared_ptr<const ByteSource> source, const PartLimits& limits, std::shared_ptr<UnpackBudget> budget) {
    ZipArchive archive;
    archive.source_ = std::move(source);
    archive.limits_ = limits;
    archive.budget_ = std::move(budget);
    auto error = archive.read_directory();
    if (error && error->fault != Fault::TooLarge && error->fault != Fault::Io) {
        archive.members_.clear();
        archive.damage_ = std::move(error);
        error = archive.scan_headers();
        if (!error && archive.members_.empty()) error = archive.damage_;
    }
    if (error) return *std::move(error);
    return archive;
}

std::optional<Error> ZipArchive::read_directory() {
    const std::uint64_t size = source_->size(), tail_bytes = std::min<std::uint64_t>(size, kEndBytes + kLongestComment);
    const auto tail = bytes_at(*source_, size - tail_bytes, static_cast<std::size_t>(tail_bytes));
    if (!tail) return tail.error();
    const std::size_t end = tail->rfind(kEndMark);
    if (end == std::string::npos || tail->size() - end < kEndBytes) return Error{.fault = Fault::Truncated};
    const std::string_view record = std::string_view{*tail}.substr(end);
    std::uint64_t count = u16(record, 10), bytes = u32(record, 12), offset = u32(record, 16), directory_end = size - tail_bytes + end;
    if (count == 0xFFFF || bytes == kInZip64 || offset == kInZip64) {
        const bool has_locator = end >= kLocator64Bytes && std::string_view{*tail}.substr(end - kLocator64Bytes).starts_with(kLocator64Mark);
        const auto end64 = has_locator ? bytes_at(*source_, u64(*tail, end - kLocator64Bytes + 8), kEnd64Bytes) : std::string{};
        if (!end64) return end64.error();
        if (end64->starts_with(kEnd64Mark) && end64->size() == kEnd64Bytes) {
            directory_end = u64(*tail, end - kLocator64Bytes + 8);
            count = u64(*end64, 32), bytes = u64(*end64, 40), offset = u64(*end64, 48);
        }
    }
    if (count > limits_.members) return beyond_limit("members", limits_.members, std::to_string(count));
    if (bytes > kLongestDirectory) return beyond_limit("members", limits_.members);
    if (bytes > directory_end || offset > directory_end - bytes) return Error{.fault = Fault::Damaged};
    const std::uint64_t base = directory_end - bytes - offset;   // bytes before the archive: a self-unpacking program
    const auto directory = bytes_at(*source_, directory_end - bytes, static_cast<std::size_t>(bytes));
    if (!directory) return directory.error();
    return read_entries(*directory, count, base);
}

std::optional<Error> ZipArchive::read_entries(std::string_view directory, std::uint64_t count, std::uint64_t base) {
    for (std::uint64_t i = 0; i < count; ++i) {
        if (directory.size() < kEntryBytes || !directory.starts_with(kEntryMark)) return Error{.fault = Fault::Damaged};
        const unsigned flags = u16(directory, 8);
        const std::size_t name = u16(directory, 28), extra = u16(directory, 30), comment = u16(directory, 32);
        if (directory.size() - kEntryBytes < name + extra + comment) return Error{.fault = Fault::Damaged};
        const std::string_view fields = directory.substr(kEntryBytes + name, extra);
        ZipMember member = member_of(flags, u16(directory, 10));
        member.name = decoded_name(directory.substr(kEntryBytes, name), flags, fields);
        member.crc = u32(directory, 16);
        member.packed_bytes = u32(directory, 20), member.bytes = u32(directory, 24), member.offset = u32(directory, 42);
        read_zip64(fields, {&member.bytes, &member.packed_bytes, &member.offset});
        member.offset += base;
        members_.push_back(std::move(member));
        directory.remove_prefix(kEntryBytes + name + extra + comment);
    }
    return std::nullopt;
}

/// Without a directory: header after header, each telling where the next one is.
std::optional<Error> ZipArchive::scan_headers() {
    std::uint64_t at = 0;
    while (at < source_->size()) {
        const auto header = bytes_at(*source_, at, kLocalBytes);
        if (!header) return header.error();
        if (header->size() < kLocalBytes || !header->starts_with(kLocalMark)) return std::nullopt;
        if (members_.size() >= limits_.members) return beyond_limit("members", limits_.members);
        const unsigned flags = u16(*header, 6);
        const std::size_t name = u16(*header, 26), extra = u16(*header, 28);
        const auto names = bytes_at(*source_, at + kLocalBytes, name + extra);
        if (!names) return names.error();
        if (names->size() < name + extra) return std::nullopt;
        ZipMember member = member_of(flags, u16(*header, 8));
        const std::string_view fields = std::string_view{*names}.substr(name);
        member.name = decoded_name(std::string_view{*names}.substr(0, name), flags, fields);
        member.offset = at;
        member.crc = u32(*header, 14), member.packed_bytes = u32(*header, 18), member.bytes = u32(*header, 22);
        read_zip64(fields, {&member.bytes, &member.packed_bytes});
        const std::uint64_t data = at + kLocalBytes + name + extra;
        if ((flags & kHasDescriptor) != 0) {
            if (auto error = find_end(member, data, at)) return error;
        } else {
            member.is_cut = member.packed_bytes > source_->size() - data;
            at = member.is_cut ? source_->size() : data + member.packed_bytes;
        }
        if (member.is_cut) member.packed_bytes = source_->size() - data;
        members_.push_back(std::move(member));
    }
    return std::nullopt;
}

/// Sizes behind the data: a deflated member tells its end itself; of another one nothing is known, so it takes the rest.
std::optional<Error> ZipArchive::find_end(ZipMember& member, std::uint64_t data, std::uint64_t& after) const {
    member.is_cut = true;
    after = source_->size();
    if (member.method != kDeflated || member.is_encrypted) return std::nullopt;
    const auto stream = open_inflate(std::make_unique<StoredBytes>(source_, data, source_->size()), Wrapping::None, limits_, budget_);
    std::string slice(std::size_t{1} << 16, '\0');
    for (;;) {
        const auto got = stream->read(slice);
        if (!got) return got.error().fault == Fault::TooLarge ? std::optional{got.error()} : std::nullopt;
        if (*got == 0) break;
        member.crc = crc_of({slice.data(), *got}, member.bytes == 0 ? 0 : member.crc);
        member.bytes += *got;
    }
    member.is_cut = false;
    member.packed_bytes = stream->position() - data;
    after = data + member.packed_bytes;
    const auto descriptor = bytes_at(*source_, after, 28);
    if (!descriptor) return descriptor.error();
    const std::size_t mark = descriptor->starts_with(kDescriptorMark) ? 4 : 0;
    const bool has_wide_sizes = descriptor->size() >= mark + 22 && std::string_view{*descriptor}.substr(mark + 20).starts_with("PK"sv);
    after += mark + (has_wide_sizes ? 20 : 12);
    return std::nullopt;
}

const ZipMember* ZipArchive::find(std::string_view name) const {
    for (const ZipMember& member : members_)
        if (std::equal(member.name.begin(), member.name.end(), name.begin(), name.end(), [](char a, char b) { return folded(a) == folded(b); })) return &member;
    return nullptr;
}

Result<std::uint64_t> ZipArchive::data_offset(const ZipMember& member) const {
    TRY(const std::string header, bytes_at(*source_, member.offset, kLocalBytes));
    if (header.size() < kLocalBytes || !header.starts_with(kLocalMark)) return Error{.fault = Fault::Damaged, .piece = member.name};
    return member.offset + kLocalBytes + u16(header, 26) + u16(header, 28);
}

Result<std::unique_ptr<ByteStream>> ZipArchive::read(const ZipMember& member) const { return read_within(member, budget_); }
Result<std::unique_ptr<ByteStream>> ZipArchive::look(const ZipMember& member) const { return read_within(member, std::make_shared<UnpackBudget>()); }

Result<std::unique_ptr<ByteStream>> ZipArchive::read_within(const ZipMember& member, const std::shared_ptr<UnpackBudget>& budget) const {
    if (member.is_encrypted) return Error{.fault = Fault::Encrypted, .piece = member.name};
    if (member.method != kStored && member.method != kDeflated)
        return Error{.fault = Fault::UnknownArchive, .piece = member.name, .expected = "Deflate"};
    TRY(const std::uint64_t data, data_offset(member));
    if (data > source_->size() || member.packed_bytes > UINT64_MAX - data) return Error{.fault = Fault::Damaged, .piece = member.name};
    auto packed = std::make_unique<StoredBytes>(source_, data, data + member.packed_bytes);
    if (member.method == kDeflated)
        return std::unique_ptr<ByteStream>{std::make_unique<CheckedMember>(open_inflate(std::move(packed), Wrapping::None, limits_, budget), member)};
    auto stored = std::make_unique<CheckedMember>(std::move(packed), member);
    stored->count(limits_, budget);
    return std::unique_ptr<ByteStream>{std::move(stored)};
}

Result<std::string> ZipArchive::read_whole(const ZipMember& member) const {
    TRY(const auto stream, read(member));
    return read_all(*stream, limits_, member.bytes, std::min(member.packed_bytes, source_->size()));
}

}  // namespace problemator
