#include "core/cli/source.hpp"

#include <chrono>

#include "core/base/format.hpp"
#include "core/clean/map_geojson.hpp"
#include "core/cli/files.hpp"
#include "core/cli/mapped_file.hpp"
#include "core/schema/embedded.hpp"

namespace problemator::cli {
namespace {

Result<std::vector<Channel>> load_channels(const std::vector<std::string>& paths) {
    std::vector<Channel> channels;
    for (const std::string& path : paths) {
        TRY(const std::string text, read_file(path));
        TRY(Channel channel, read_channel(text, std::filesystem::path{path}.filename().string()));
        channels.push_back(std::move(channel));
    }
    return channels;
}

Result<std::vector<GeoPlace>> load_places(const std::string& path) {
    if (path.empty()) return std::vector<GeoPlace>{};
    TRY(const std::string text, read_file(path));
    return read_geo_places(text, std::filesystem::path{path}.filename().string());
}

bool is_file_path(const std::string& id_or_path) { return id_or_path.find('/') != std::string::npos || id_or_path.ends_with(".json"); }

/// «Карта: контур 1, территории 11, вода 0, реки 2, дороги 5; вершин 640 из 3 412».
std::string map_summary(const MapReport& report) {
    constexpr Phrase names[kMapKinds] = {{"контур", "outline"}, {"территории", "territories"}, {"вода", "water"}, {"реки", "rivers"}, {"дороги", "roads"}};
    const Lang lang = language();
    const auto count = [&](std::size_t n) { return format_count(static_cast<std::int64_t>(n), lang); };
    std::string out{say({"Карта: ", "Map: "})};
    for (std::size_t i = 0; i < kMapKinds; ++i) out += (i ? ", " : "") + std::string{say(names[i])} + ' ' + count(report.lines[i]);
    out += std::string{say({"; вершин ", "; vertices "})} + count(report.vertices_kept) + std::string{say({" из ", " of "})} + count(report.vertices_read);
    if (report.passed_over > 0) out += std::string{say({"; пропущено объектов: ", "; features passed over: "})} + count(report.passed_over);
    for (std::size_t i = 0; i < report.unknown_territories.size(); ++i) out += (i ? ", " : std::string{say({"; нет в профиле: ", "; not in the profile: "})}) + report.unknown_territories[i];
    return out;
}

std::string read_summary(const ImportReport& report) {
    std::uint64_t read = 0, kept = 0, rejected = 0;
    for (const FileReport& f : report.files) read += f.rows_read, kept += f.rows_kept, rejected += f.rows_rejected;
    const Lang lang = language();
    const auto count = [&](std::uint64_t n) { return format_count(static_cast<std::int64_t>(n), lang); };
    return std::string{say({"строк ", "rows "})} + count(read) + std::string{say({", принято ", ", kept "})} + count(kept) + std::string{say({", отклонено ", ", rejected "})} +
           count(rejected) + std::string{say({", сообщений ", ", messages "})} + count(report.messages);
}

}  // namespace

Result<ProfileText> load_profile(const std::string& id_or_path) {
    if (is_file_path(id_or_path)) {
        TRY(std::string text, read_file(id_or_path));
        TRY(Profile profile, read_profile(text, std::filesystem::path{id_or_path}.filename().string()));
        return ProfileText{std::move(profile), std::move(text)};
    }
    TRY(Profile profile, builtin_profile(id_or_path));
    const auto file = find_embedded(embedded_municipalities(), id_or_path);
    return ProfileText{std::move(profile), std::string{file ? file->text : std::string_view{}}};
}

Result<std::shared_ptr<const DistrictMap>> load_map(const std::string& id_or_path, const Profile& profile) {
    if (!is_file_path(id_or_path)) return builtin_map(profile);
    auto path = std::filesystem::path{id_or_path};
    if (profile.map.empty()) path.replace_extension(".geojson");
    else path.replace_filename(std::filesystem::path{profile.map}.filename());
    std::error_code trouble;
    if (profile.map.empty() && !std::filesystem::exists(path, trouble)) return builtin_map(profile);
    TRY(const std::string text, read_file(path.string()));
    MapReport report;
    TRY(DistrictMap map, read_district_map(text, path.filename().string(), profile, &report));
    note(map_summary(report));
    return std::make_shared<const DistrictMap>(std::move(map));
}

Result<Intake> load_inputs(const InputOptions& options, const Profile& profile, const Earlier& earlier) {
    ImportOptions import;
    TRY(import.user_channels, load_channels(options.channels));
    import.only_user_channels = !options.channels.empty();
    TRY(import.overrides, read_overrides(options.overrides, import.user_channels));
    TRY(const WorkCalendar calendar, builtin_calendar());
    TRY(const auto paths, list_inputs(options.inputs));
    std::vector<SourceFile> files;
    for (const auto& path : paths) {
        TRY(auto source, open_file(path));
        files.emplace_back(path.filename().string(), std::move(source));
    }
    TRY(const auto as_of, parse_as_of(options.as_of));
    import.today = as_of ? day_from_minute(*as_of) : today();   // the same files at the same moment give the same bytes on every day
    TRY(auto places, load_places(options.places));
    Progress progress{say({"Чтение выгрузок", "Reading exports"})};
    import.progress = [&](std::uint64_t done, std::uint64_t total) { return progress.at(done, total), true; };
    Intake intake = take_in(files, profile, calendar, import, earlier, std::move(places));
    progress.done(read_summary(intake.report));
    return intake;
}

Result<std::optional<Minute>> parse_as_of(const std::string& text) {
    if (text.empty()) return std::optional<Minute>{};
    const auto minute = parse_iso_minute(text);
    if (!minute) return Error{.fault = Fault::BadArgument, .place = {.column = "--as-of"}, .piece = text, .expected = "2026-11-16, 2026-11-16T08:00"};
    return minute;
}

Result<Snapshot> load_snapshot(const std::filesystem::path& path) {
    TRY(const std::string bytes, read_file(path));
    return read_snapshot({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()}, path.filename().string());
}

Day today() {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return static_cast<Day>(std::chrono::duration_cast<std::chrono::hours>(now).count() / 24);
}

}  // namespace problemator::cli
