#include "core/app/api_problems.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/base/format.hpp"
#include "core/documents/problem_papers.hpp"
#include "core/model/indicators/plan_form.hpp"
#include "core/model/problems/problem_form.hpp"

namespace problemator {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostEntries = 500, kLongestText = 4000;
constexpr std::string_view kDayForm = "2026-11-16";

Result<RegisterCell> read_cell(const JsonCursor& at, const RegisterField& field) {
    if (field.type == ValueType::Number) {
        TRY(const double number, at.number());
        RegisterCell cell;
        cell.number = number;
        return cell;
    }
    TRY(auto text, at.string());
    if (text.size() > kLongestText) return at.error(Fault::TooLarge, std::to_string(text.size()), std::to_string(kLongestText));
    RegisterCell cell;
    if (field.type != ValueType::Date) cell.text = std::move(text);
    else if (!text.empty()) {
        const auto day = text.size() == kDayForm.size() ? parse_iso_minute(text) : std::nullopt;
        if (!day) return at.error(Fault::BadDate, std::move(text), std::string{kDayForm});
        cell.day = day_from_minute(*day);
    }
    return cell;
}

Result<RegisterRow> read_entry(const JsonCursor& entry, const RegisterForm& form) {
    TRY(const auto members, entry.members());
    RegisterRow row(form.fields.size());
    for (const auto& [name, at] : members) {
        const auto field = form.find(name);
        if (!field) return entry.error(Fault::UnknownKey, name, form.fields.front().id);
        TRY(row[*field], read_cell(at, form.fields[*field]));
    }
    for (std::size_t i = 0; i < row.size(); ++i)
        if (form.fields[i].is_required && !row[i].is_given()) return entry.error(Fault::MissingKey, form.fields[i].id, form.fields[i].id);
    return row;
}

/// «problems» unless the request says «plans».
Result<const RegisterForm*> asked_form(const JsonCursor& request) {
    const auto at = request.find("form");
    if (!at) return find_register_form("problems");
    TRY(const std::string id, at->string());
    if (id != "problems" && id != "plans") return at->error(Fault::BadValue, id, "problems, plans");
    return find_register_form(id);
}

/// `entered`: null where nothing was.
Json entries_file(const App& app, const char* id, const Register* entered, std::string (*csv_of)(const Register&)) {
    const RegisterForm* form = find_register_form(id);
    const Register none{form ? *form : RegisterForm{}};
    const Minute as_of = app.world().snapshot.table.as_of;
    return {{"name", "reg_" + std::string{id} + " " + format_iso_day(day_from_minute(as_of)) + ".csv"}, {"text", csv_of(entered ? *entered : none)}};
}

}  // namespace

Result<Json> set_unpublished(App& app, const JsonCursor& request) {
    TRY(const RegisterForm* form, asked_form(request));
    TRY(const auto list, request.at("entries"));
    TRY(const auto entries, list.items());
    if (!form || entries.size() > kMostEntries) return list.error(Fault::TooLarge, std::to_string(entries.size()), std::to_string(kMostEntries));
    Register read{*form};
    for (const JsonCursor& entry : entries) {
        TRY(auto row, read_entry(entry, *form));
        read.append(row, 0, static_cast<std::uint32_t>(read.rows() + 1));
    }
    const std::size_t count = read.rows();
    if (form->id == "plans") app.set_unpublished_plans(std::move(read));
    else app.set_unpublished(std::move(read));
    return Json{{"count", count}};
}

Json problems_file(const App& app) { return entries_file(app, "problems", app.world().unpublished, problems_csv); }
Json plans_file(const App& app) { return entries_file(app, "plans", app.world().unpublished_plans, plans_csv); }

Json overlay_of(const App& app) {
    const World world = app.world();
    const State& state = app.state();
    const bool is_plan = state.screen == Screen::Indicators && state.overlay == Overlay::Plan;
    const bool is_of_problems = state.screen == Screen::Problems && state.overlay != Overlay::None && state.overlay != Overlay::Plan;
    const EntryForm form = is_plan ? plan_form(world, state) : is_of_problems && state.overlay != Overlay::Protocol ? problem_form(world, state) : EntryForm{};
    if (!form.fields.empty()) return {{"title", form.title}, {"html", entry_form_html(form, state.lang)}};
    if (!is_of_problems) return {{"title", ""}, {"html", ""}};
    const Protocol protocol = protocol_of(world, state);
    return {{"title", protocol.heading}, {"html", protocol_html(protocol, state.lang)}, {"file", protocol_file(protocol, state.lang)}, {"name", protocol.file_name + ".html"}};
}

}  // namespace problemator
