#include "web/session.hpp"

#include <nlohmann/json.hpp>

#include "core/app/api.hpp"
#include "core/documents/html.hpp"

namespace problemator::web {

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
    app_->set_sections(sections_);
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

bool Session::own_pages(std::string_view json) {
    auto pages = read_own_pages(json, "sections.json");
    if (!pages) return fail(pages.error());
    sections_ = std::move(pages->sections);
    if (app_) app_->set_sections(sections_);
    return true;
}

bool Session::make_file(std::string_view request) {
    file_ = {};
    if (!app_) return fail({.fault = Fault::BadArgument, .piece = std::string{request.substr(0, 80)}, .expected = "pm_open"});
    auto made = export_file(*app_, request);
    if (!made) return fail(made.error());
    file_ = *std::move(made);
    return true;
}

void Session::call(std::string_view request) {
    if (app_) answer_ = call_api(*app_, request);
    else fail({.fault = Fault::BadArgument, .piece = std::string{request.substr(0, 80)}, .expected = "pm_open"});
}

bool Session::search(std::string_view words) { return app_ && app_->begin_search(words); }
double Session::search_step(std::size_t bytes) { return app_ ? app_->search_step(bytes) : 1; }

void Session::cancel_search() {
    if (app_) app_->cancel_search();
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
const std::string& Session::header_html(HeaderDetail detail) { return header_html_ = app_ ? problemator::header_html(app_->header(detail), app_->state()) : std::string{}; }

bool Session::write_twin() {
    if (!app_) return true;
    if (!twin_ || twin_->revision != revision()) {
        app_->page();                                 // before the header, which follows its order
        const App::Shown& shown = app_->shown();
        twin_.emplace(Writing{revision(), shown.page, PageText{*shown.page, app_->header(HeaderDetail::AtHand), app_->world(), shown.state}});
    }
    if (twin_->page && twin_->text.step(app_->world())) twin_->page.reset();
    return !twin_->page;
}

double Session::written() const { return twin_ && twin_->revision == revision() ? twin_->text.share() : 0; }

const std::string& Session::twin_html() {
    static const std::string kNone;
    while (!write_twin()) {}
    return twin_ ? twin_->text.text() : kNone;
}

// Another snapshot is another state even when its own count of changes is the same.
std::uint64_t Session::revision() const { return (opened_ << 32) + (app_ ? app_->revision() : 0); }

}  // namespace problemator::web
