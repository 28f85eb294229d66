// Privacy check: every string of what is about to be published, read with the recognisers. A find is told by its place, its kind, its shape
// («Хххххх Х. Х.») and a digest — never by the data itself.
#pragma once
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/clean/privacy.hpp"
#include "core/snapshot/snapshot.hpp"

namespace problemator {

struct PrivacyFinding {
    std::string file, section, place;   // "data/2026-W46.pmsnap", "names.department", "17"
    std::string kind;                   // personal_kind_id, or "key", "text", "point": what a published file does not hold at all
    std::string shape;                  // capitals Х, small letters х, Latin x, digits 0; other signs as they are
    std::string digest;                 // what a reviewed allow-list names it by, see digest_of_find
    friend bool operator==(const PrivacyFinding&, const PrivacyFinding&) = default;
};

inline constexpr std::size_t kMaxFindings = 1000;   // kept with their places; all are counted

struct PrivacyReport {
    std::vector<PrivacyFinding> findings;
    std::uint64_t total = 0, allowed = 0, strings = 0;   // finds; finds on the allow-list, not among them; strings read
    std::vector<std::string> files, unread;              // read; of a kind that cannot be read, so that nothing is proved about them
    bool is_clean() const { return total == 0; }
};

/// Digests that a person has looked at and allowed: lines "kind:digest", behind # a remark. The Error names the line.
using AllowList = std::set<std::string, std::less<>>;
Result<AllowList> read_allow_list(std::string_view text, std::string_view file_name);
/// "name:3f2a90c15e28c21e": kind and first 16 hexadecimal digits of the SHA-256 of kind and folded piece.
std::string digest_of_find(std::string_view kind, std::string_view piece);
std::string shape_of_find(std::string_view piece);

enum class PrivacyRule : std::uint8_t {
    Text,       // any find of any kind
    Category,   // a whole name: is_personal_cell too, but addresses of offices are no find
};

/// Reads strings and keeps what it finds.
class PrivacyScan {
public:
    explicit PrivacyScan(const AllowList& allowed) : allowed_{allowed} {}
    void read(std::string_view text, std::string_view file, std::string_view section, std::string_view place, PrivacyRule rule);
    /// Every section of a snapshot. One that is not published is a find by itself: it holds texts and points.
    void read_snapshot_of(const Snapshot& snapshot, std::string_view file);
    /// Every string and key of a JSON text; one that is not JSON is read as lines.
    void read_json(std::string_view json, std::string_view file, std::string_view section);
    void found(std::string_view kind, std::string_view piece, std::string_view file, std::string_view section, std::string_view place);
    PrivacyReport report;

private:
    void read_registers(const Snapshot& snapshot, std::string_view file);
    const AllowList& allowed_;
    std::vector<PersonalSpan> spans_;
};

}  // namespace problemator
