#include "core/cli/manifest.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/base/format.hpp"
#include "core/base/json.hpp"
#include "core/cli/files.hpp"

namespace problemator::cli {
namespace {

constexpr std::string_view kBefore = "problematorManifest(", kAfter = ");\n";

Result<ManifestWeek> read_week(const JsonCursor& json) {
    TRY(const JsonCursor key, json.at("week"));
    TRY(const std::string name, key.string());
    const auto week = parse_week(name);
    if (!week) return key.error(Fault::BadDate, name, "\"2026-W46\"");
    ManifestWeek out;
    out.week = *week;
    const auto text = [&](std::string_view field, std::string& to) -> Result<Nothing> {
        TRY(const JsonCursor value, json.at(field));
        TRY(to, value.string());
        return Nothing{};
    };
    TRY(const Nothing a, text("as_of", out.as_of));
    TRY(const Nothing b, text("checksum", out.checksum));
    TRY(const Nothing c, text("sha256", out.sha256));
    TRY(const JsonCursor bytes, json.at("bytes"));
    TRY(const double size, bytes.number());
    TRY(const JsonCursor messages, json.at("messages"));
    TRY(const double count, messages.number());
    (void)a, (void)b, (void)c;
    if (size < 0 || count < 0 || size > 1e12 || count > 1e12) return json.error(Fault::OutOfRange, name, "");
    out.bytes = static_cast<std::uint64_t>(size);
    out.messages = static_cast<std::uint64_t>(count);
    if (const auto sealed = json.find("sealed")) {
        TRY(out.is_sealed, sealed->boolean());
    }
    return out;
}

}  // namespace

Result<Manifest> read_manifest(const std::filesystem::path& file) {
    std::error_code failed;
    if (!std::filesystem::exists(file, failed)) return Manifest{};
    TRY(const std::string script, read_file(file));
    std::string_view body = script;
    if (!body.starts_with(kBefore) || !body.ends_with(kAfter)) return Error{.fault = Fault::BadJson, .place = {.file = file.string()}, .expected = "problematorManifest({…});"};
    body.remove_prefix(kBefore.size());
    body.remove_suffix(kAfter.size());
    TRY(const JsonCursor json, JsonCursor::parse(body, file.string()));
    Manifest out;
    for (const auto& [key, to] : {std::pair{"profile", &out.profile_id}, {"name_ru", &out.name_ru}, {"name_en", &out.name_en}}) {
        TRY(const JsonCursor value, json.at(key));
        TRY(*to, value.string());
    }
    TRY(const JsonCursor weeks, json.at("weeks"));
    TRY(const auto items, weeks.items());
    for (const JsonCursor& item : items) {
        TRY(ManifestWeek week, read_week(item));
        put_week(out, std::move(week));
    }
    return out;
}

void put_week(Manifest& manifest, ManifestWeek week) {
    std::erase_if(manifest.weeks, [&](const ManifestWeek& w) { return w.week == week.week; });
    manifest.weeks.push_back(std::move(week));
    std::sort(manifest.weeks.begin(), manifest.weeks.end(), [](const ManifestWeek& a, const ManifestWeek& b) { return a.week > b.week; });
}

std::string manifest_script(const Manifest& manifest) {
    nlohmann::ordered_json json = {{"version", 1}, {"profile", manifest.profile_id}, {"name_ru", manifest.name_ru}, {"name_en", manifest.name_en}};
    json["weeks"] = nlohmann::ordered_json::array();
    for (const ManifestWeek& w : manifest.weeks) {
        json["weeks"].push_back({{"week", format_week_key(w.week)}, {"as_of", w.as_of}, {"messages", w.messages}, {"bytes", w.bytes}, {"checksum", w.checksum}, {"sha256", w.sha256}});
        if (w.is_sealed) json["weeks"].back()["sealed"] = true;
    }
    std::string body = json.dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    return std::string{kBefore} + body + std::string{kAfter};
}

}  // namespace problemator::cli
