// verify: is a snapshot whole? Every section with its size and checksum, and what the file says of itself.
#include <nlohmann/json.hpp>

#include "core/base/format.hpp"
#include "core/cli/files.hpp"
#include "core/cli/commands.hpp"
#include "core/snapshot/snapshot.hpp"

namespace problemator::cli {
namespace {

std::span<const std::uint8_t> bytes_of(const std::string& text) { return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}; }

std::string hexadecimal(std::uint32_t value) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (int shift = 28; shift >= 0; shift -= 4) out.push_back(digits[value >> shift & 0xF]);
    return out;
}

void print_sections(const std::vector<SectionReport>& sections) {
    for (const SectionReport& s : sections) {
        std::string line = s.is_intact ? "  ok   " : "  BAD  ";
        line += s.name;
        line.append(s.name.size() < 24 ? 24 - s.name.size() : 1, ' ');
        print(line + format_count(static_cast<std::int64_t>(s.size), language()) + "  crc32c " + hexadecimal(s.checksum));
    }
}

nlohmann::ordered_json as_json(const std::vector<SectionReport>& sections, const Result<Snapshot>& snapshot, std::string_view checksum) {
    nlohmann::ordered_json out = {{"ok", snapshot.ok()}, {"checksum", checksum}};
    if (snapshot) {
        const SnapshotInfo& info = snapshot->info;
        out["profile"] = info.profile_id;
        out["week"] = format_week_key(info.week);
        out["as_of"] = format_iso_minute(info.as_of);
        out["built_by"] = info.built_by;
        out["published"] = info.is_published;
        out["rows"] = snapshot->table.rows();
    } else {
        out["fault"] = fault_id(snapshot.error().fault);
        out["message"] = {{"ru", describe(snapshot.error(), Lang::Ru)}, {"en", describe(snapshot.error(), Lang::En)}};
    }
    for (const SectionReport& s : sections)
        out["sections"].push_back({{"name", s.name}, {"offset", s.offset}, {"size", s.size}, {"crc32c", hexadecimal(s.checksum)}, {"intact", s.is_intact}});
    return out;
}

void print_facts(const Snapshot& snapshot, const std::string& checksum) {
    const SnapshotInfo& info = snapshot.info;
    print(std::string{say({"Снимок цел: ", "The snapshot is whole: "})} + info.profile_id + ", " + format_week_key(info.week) + ", " +
          format_iso_minute(info.as_of) + ", " + format_count(static_cast<std::int64_t>(snapshot.table.rows()), language()) +
          std::string{say({" сообщений", " messages"})});
    print(std::string{say({"Контрольная сумма: ", "Checksum: "})} + checksum);
    print(info.is_published ? say({"Без текстов и точных адресов: можно публиковать", "Without texts and exact places: may be published"})
                            : say({"С текстами: только для внутреннего пользования", "With texts: for internal use only"}));
    for (const InputFile& f : info.inputs) print("  " + f.name + "  " + f.channel + "  sha256 " + f.sha256);
}

}  // namespace

Exit run_verify(const VerifyOptions& options) {
    const auto text = read_file(options.snapshot);
    if (!text) {
        complain(text.error());
        return Exit::Failed;
    }
    const auto bytes = bytes_of(*text);
    const auto sections = inspect_snapshot(bytes);
    const auto snapshot = read_snapshot(bytes, std::filesystem::path{options.snapshot}.filename().string());
    const std::string checksum = snapshot_checksum(bytes);
    if (options.json) print(as_json(sections, snapshot, checksum).dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
    else {
        print_sections(sections);
        if (snapshot) print_facts(*snapshot, checksum);
        else complain(snapshot.error());
    }
    return snapshot ? Exit::Ok : Exit::Failed;
}

}  // namespace problemator::cli
