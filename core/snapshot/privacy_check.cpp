#include "core/snapshot/privacy_check.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/base/hash.hpp"
#include "core/base/text.hpp"
#include "core/snapshot/personal.hpp"
#include "core/snapshot/points.hpp"
#include "core/snapshot/quality.hpp"
#include "core/snapshot/registers.hpp"

namespace problemator {
namespace {

constexpr std::size_t kDigestDigits = 16;
constexpr int kMaxDepth = 64;

std::string_view own_part(std::string_view id) { return id.substr(std::min(id.size(), id.find(':') + 1)); }

/// Replaced keys of published rows: "~17".
bool is_replaced_key(std::string_view key) { return key.starts_with('~') && key.find_first_not_of("0123456789", 1) == key.npos; }

bool is_address_kind(PersonalKind kind) { return kind == PersonalKind::Address || kind == PersonalKind::Plate || kind == PersonalKind::BirthDate; }

/// Checksums are no text: their digits may look like anything.
bool holds_checksum(std::string_view key) { return key == "sha256" || key == "checksum"; }

void read_value(const nlohmann::json& value, PrivacyScan& scan, std::string_view file, std::string_view section, const std::string& path, int depth) {
    if (depth > kMaxDepth) return;   // the parser's own bound lies below
    if (const auto* text = value.get_ptr<const nlohmann::json::string_t*>()) return scan.read(*text, file, section, path, PrivacyRule::Text);
    if (value.is_array()) {
        std::size_t i = 0;
        for (const nlohmann::json& item : value) read_value(item, scan, file, section, path + "[" + std::to_string(i++) + "]", depth + 1);
    }
    if (!value.is_object()) return;
    for (const auto& [key, item] : value.items()) {
        const std::string next = path.empty() ? key : path + "." + key;
        scan.read(key, file, section, path, PrivacyRule::Text);
        if (!holds_checksum(key)) read_value(item, scan, file, section, next, depth + 1);
    }
}

}  // namespace

std::string digest_of_find(std::string_view kind, std::string_view piece) {
    const std::string text = std::string{kind} + "\n" + fold(piece);
    return std::string{kind} + ":" + sha256_hex({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}).substr(0, kDigestDigits);
}

std::string shape_of_find(std::string_view piece) {
    constexpr std::size_t kMaxShape = 48;
    std::string out;
    for (std::size_t pos = 0, chars = 0; pos < piece.size() && chars < kMaxShape; ++chars) {
        const char32_t c = next_char(piece, pos);
        if (c >= '0' && c <= '9') out.push_back('0');
        else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) out.push_back('x');
        else if ((c >= 0x410 && c <= 0x42F) || c == 0x401) out += "Х";
        else if (c < 0x80 || c == 0xA0 || c == 0x2116) append_utf8(out, c);
        else out += "х";
    }
    return out;
}

Result<AllowList> read_allow_list(std::string_view text, std::string_view file_name) {
    AllowList list;
    std::uint32_t row = 0;
    for (const std::string_view line : split(text, '\n')) {
        ++row;
        const std::string_view entry = trim(line.substr(0, line.find('#')));
        if (entry.empty()) continue;
        const std::size_t colon = entry.find(':');
        const std::string_view digits = colon == entry.npos ? std::string_view{} : entry.substr(colon + 1);
        const bool is_good = colon > 0 && digits.size() == kDigestDigits && digits.find_first_not_of("0123456789abcdef") == digits.npos;
        if (!is_good) return Error{.fault = Fault::BadValue, .place = {.file = std::string{file_name}, .row = row}, .piece = std::string{entry}, .expected = "name:3f2a90c15e28c21e"};
        list.emplace(entry);
    }
    return list;
}

void PrivacyScan::found(std::string_view kind, std::string_view piece, std::string_view file, std::string_view section, std::string_view place) {
    std::string digest = digest_of_find(kind, piece);
    const bool is_for_inside = kind == "text" || kind == "point";   // the whole file is: no list makes it publishable
    if (!is_for_inside && allowed_.contains(digest)) {
        ++report.allowed;
        return;
    }
    if (++report.total <= kMaxFindings)
        report.findings.push_back({std::string{file}, std::string{section}, std::string{place}, std::string{kind}, shape_of_find(piece), std::move(digest)});
}

void PrivacyScan::read(std::string_view text, std::string_view file, std::string_view section, std::string_view place, PrivacyRule rule) {
    ++report.strings;
    find_personal(text, spans_);
    const std::uint64_t before = report.total + report.allowed;
    for (const PersonalSpan& span : spans_)
        if (rule == PrivacyRule::Text || !is_address_kind(span.kind)) found(personal_kind_id(span.kind), text.substr(span.begin, span.end - span.begin), file, section, place);
    if (rule == PrivacyRule::Category && report.total + report.allowed == before && is_personal_cell(text)) found(personal_kind_id(PersonalKind::Name), text, file, section, place);
}

void PrivacyScan::read_json(std::string_view json, std::string_view file, std::string_view section) {
    const nlohmann::json value = nlohmann::json::parse(json, nullptr, false);
    if (!value.is_discarded()) return read_value(value, *this, file, section, "", 0);
    std::size_t row = 0;
    for (const std::string_view line : split(json, '\n')) read(line, file, section, std::to_string(++row), PrivacyRule::Text);
}

void PrivacyScan::read_registers(const Snapshot& snapshot, std::string_view file) {
    for (const Register& one : snapshot.registers)
        for (std::size_t i = 0; i < one.columns.size(); ++i) {
            const RegisterField& field = one.form.fields[i];
            const std::string section = "registers." + one.form.id + "." + field.id;
            for (std::size_t row = 0; row < one.columns[i].texts.size(); ++row) {
                const std::string& text = one.columns[i].texts[row];
                const std::string place = std::to_string(row + 1);
                if (text.empty()) continue;
                if (field.is_personal) found("name", text, file, section, place);
                else if (field.type == ValueType::Link && is_personal_page(text)) found("profile", text, file, section, place);
                else if (field.type == ValueType::MessageKey && !is_system_key(text)) found("key", text, file, section, place);
                else if (field.type == ValueType::Text || field.type == ValueType::Category) read(text, file, section, place, PrivacyRule::Category);
            }
        }
}

void PrivacyScan::read_snapshot_of(const Snapshot& snapshot, std::string_view file) {
    const SnapshotInfo& info = snapshot.info;
    const Table& table = snapshot.table;
    read_json(info.profile_json, file, "info.profile_json");
    for (const InputFile& input : info.inputs) {
        read(input.name, file, "info.inputs", input.name.empty() ? "" : std::to_string(&input - info.inputs.data() + 1), PrivacyRule::Category);
        read(input.channel, file, "info.inputs", "channel", PrivacyRule::Category);
    }
    for (const Dimension d : kAllDimensions) {
        const Dictionary& names = table.dictionary(d);
        const std::string section = "names." + std::string{dimension_id(d)};
        for (std::size_t code = 1; code < names.size(); ++code) {
            const std::string_view name = names.name(static_cast<Code>(code));
            if (!is_name_of_profile(info.profile_json, name)) read(name, file, section, std::to_string(code), PrivacyRule::Category);
        }
    }
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::string_view key = own_part(table.id[row]);
        ++report.strings;
        if (!is_system_key(key) && !is_replaced_key(key)) found("key", key, file, "id", std::to_string(row + 1));
        if (!table.text[row].empty()) read(table.text[row], file, "text", std::to_string(row + 1), PrivacyRule::Text);
    }
    if (!info.is_published) found("text", info.profile_id, file, "info.is_published", "");
    if (!are_points_coarse(snapshot)) found("point", info.profile_id, file, "lat", "");
    read_registers(snapshot, file);
    if (!snapshot.quality) return;
    for (const auto& [place, name] : names_in_quality(*snapshot.quality))
        if (!is_name_of_profile(info.profile_json, name)) read(name, file, "quality", place, PrivacyRule::Category);
}

}  // namespace problemator
