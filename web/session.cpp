#include "web/session.hpp"

#include <chrono>
#include <nlohmann/json.hpp>

#include "core/app/api.hpp"
#include "core/app/assemble.hpp"
#include "core/clean/intake.hpp"
#include "core/documents/html.hpp"
#include "core/schema/embedded.hpp"

namespace problemator::web {
namespace {

struct ChosenProfile { Profile profile; std::string json; };

Result<ChosenProfile> choose_profile(std::string_view given, App* app) {
    std::string json{given};
    if (json.empty() && app) json = app->world().snapshot.info.profile_json;
    if (json.empty() && !embedded_municipalities().empty()) json = embedded_municipalities().front().text;
    TRY(auto profile, read_profile(json, "profile.json"));
    return ChosenProfile{std::move(profile), std::move(json)};
}

Result<ImportOptions> import_options(std::string_view mapping) {
    ImportOptions options;
    if (mapping.empty()) return options;
    TRY(auto channel, read_channel(mapping, "mapping.json"));
    options.user_channels.push_back(std::move(channel));
    options.only_user_channels = true;
    return options;
}

Day today() {
    using Days = std::chrono::duration<Day, std::ratio<86400>>;
    return std::chrono::floor<Days>(std::chrono::system_clock::now().time_since_epoch()).count();
}

struct Opened { std::unique_ptr<App> app; std::string report; };

Result<Opened> import_bytes(std::string_view bytes, std::string_view file_name, const ImportOptions& options, const ChosenProfile& chosen) {
    TRY(auto calendar, builtin_calendar());
    const Intake intake = take_in({SourceFile{std::string{file_name}, bytes}}, chosen.profile, calendar, options);
    for (const FileReport& file : intake.report.files)
        if (file.failure) return *file.failure;
    AssembleOptions wish;
    wish.today = today();
    wish.is_published = false;
    TRY(auto assembled, assemble(intake, chosen.profile, chosen.json, wish));
    const std::string checksum = snapshot_checksum(write_snapshot(assembled.snapshot));
    TRY(auto app, App::open(std::move(assembled.snapshot), checksum));
    return Opened{std::move(app), report_json(intake.report)};
}

}  // namespace

std::string error_json(const Error& error) {
    nlohmann::json out;
    out["ok"] = false;
    out["fault"] = fault_id(error.fault);
    out["place"] = {{"file", error.place.file}, {"row", error.place.row}, {"column", error.place.column}};
    out["piece"] = error.piece;
    out["expected"] = error.expected;
    out["message"] = {{"ru", describe(error, Lang::Ru)}, {"en", describe(error, Lang::En)}};
    return out.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

bool Session::fail(const Error& error) {
    answer_ = error_json(error);
    return false;
}

bool Session::take(Result<std::unique_ptr<App>> opened) {
    if (!opened) return fail(opened.error());
    app_ = *std::move(opened);
    ++opened_;
    return true;
}

bool Session::open(std::span<const std::uint8_t> bytes, std::string_view file_name) {
    answer_ = R"({"ok":true})";
    if (!take(App::open(bytes, file_name))) return false;
    app_->set_archive(archive_);
    return true;
}

void Session::archive(std::string_view weeks_json) {
    archive_.clear();
    const auto parsed = nlohmann::json::parse(weeks_json, nullptr, false);
    if (!parsed.is_array()) return;
    for (const auto& item : parsed) {
        if (!item.is_object() || !item.contains("week") || !item["week"].is_string()) continue;
        const auto week = parse_week(item["week"].get_ref<const std::string&>());
        const auto messages = item.contains("messages") && item["messages"].is_number_unsigned() ? item["messages"].get<std::uint32_t>() : 0;
        if (week) archive_.push_back({*week, messages});
    }
    if (app_) app_->set_archive(archive_);
}

bool Session::import(std::string_view bytes, std::string_view file_name, std::string_view mapping, std::string_view profile) {
    const auto options = import_options(mapping);
    if (!options) return fail(options.error());
    const auto chosen = choose_profile(profile, app_.get());
    if (!chosen) return fail(chosen.error());
    auto opened = import_bytes(bytes, file_name, *options, *chosen);
    if (!opened) return fail(opened.error());
    answer_ = std::move(opened->report);
    return take(std::move(opened->app));
}

void Session::call(std::string_view request) {
    if (app_) answer_ = call_api(*app_, request);
    else fail({.fault = Fault::BadArgument, .piece = std::string{request.substr(0, 80)}, .expected = "pm_open, pm_import"});
}

void Session::go(std::string_view hash) {
    if (app_) app_->apply(Go{.href = std::string{hash}});
}

void Session::apply(const Commands& commands) {
    if (!app_) return;
    for (const Command& command : commands) app_->apply(command);
}

const std::string& Session::hash() { return hash_ = app_ ? to_hash(app_->state()) : std::string{}; }
const std::string& Session::header_json() { return header_ = app_ ? problemator::header_json(app_->header()) : std::string{"{}"}; }
const std::string& Session::header_html() { return header_html_ = app_ ? problemator::header_html(app_->header(), app_->state()) : std::string{}; }
const std::string& Session::rows_csv() { return csv_ = app_ ? problemator::rows_csv(app_->world(), app_->state()) : std::string{}; }

const std::string& Session::twin_html() {
    return twin_ = app_ ? page_html(app_->page(), app_->header(), app_->world(), app_->state()) : std::string{};
}

// Another snapshot is another state even when its own count of changes is the same.
std::uint64_t Session::revision() const { return (opened_ << 32) + (app_ ? app_->revision() : 0); }

}  // namespace problemator::web
