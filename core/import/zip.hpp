// ZipArchive: the members of a ZIP file, read from its directory at the end; each is then unpacked on its own and checked by its CRC.
// An archive without its end (cut while it was copied) is read by the headers before each member, as far as it goes.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/import/byte_stream.hpp"
#include "core/import/formats.hpp"

namespace problemator {

struct ZipMember {
    std::string name;                  // UTF-8, folders parted by '/'; cp866 names of the Russian Explorer are decoded
    std::uint64_t offset = 0;          // of its header
    std::uint64_t packed_bytes = 0, bytes = 0;
    std::uint32_t crc = 0;
    std::uint16_t method = 0;          // 0 stored, 8 deflate; others are not read
    bool is_encrypted = false;
    bool is_cut = false;               // the archive ends inside it: no CRC is known

    bool is_folder() const { return name.ends_with('/'); }
};

class ZipArchive {
public:
    /// Errors: nothing in it is a member; more than limits.members; the directory cannot be read.
    static Result<ZipArchive> open(std::shared_ptr<const ByteSource> source, const PartLimits& limits, std::shared_ptr<UnpackBudget> budget);

    std::span<const ZipMember> members() const { return members_; }
    /// By its whole name; letters A–Z of either case, and '\' for '/'. Null when there is none.
    const ZipMember* find(std::string_view name) const;
    /// Why members may be missing; they were found without the directory.
    const std::optional<Error>& damage() const { return damage_; }
    /// The member's bytes. Errors: Encrypted, UnknownArchive (its method), Damaged; in the stream also Truncated and TooLarge.
    Result<std::unique_ptr<ByteStream>> read(const ZipMember& member) const;
    /// The same bytes for a look ahead, which counts against limits of its own.
    Result<std::unique_ptr<ByteStream>> look(const ZipMember& member) const;
    Result<std::string> read_whole(const ZipMember& member) const;
    const PartLimits& limits() const { return limits_; }

private:
    std::optional<Error> read_directory();
    std::optional<Error> read_entries(std::string_view directory, std::uint64_t count, std::uint64_t base);
    std::optional<Error> scan_headers();
    Result<std::unique_ptr<ByteStream>> read_within(const ZipMember& member, const std::shared_ptr<UnpackBudget>& budget) const;
    std::optional<Error> find_end(ZipMember& member, std::uint64_t data, std::uint64_t& after) const;
    Result<std::uint64_t> data_offset(const ZipMember& member) const;

    std::shared_ptr<const ByteSource> source_;
    PartLimits limits_;
    std::shared_ptr<UnpackBudget> budget_;
    std::vector<ZipMember> members_;
    std::optional<Error> damage_;
};

}  // namespace problemator
