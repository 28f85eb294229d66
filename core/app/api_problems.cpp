#include "core/app/api_problems.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/base/format.hpp"
#include "core/documents/problem_papers.hpp"

namespace problemator {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostEntries = 500, kLongestText = 4000;
constexpr std::string_view kDayForm = "2026-11-16";

Result<RegisterCell> read_cell(const JsonCursor& at, const RegisterField& field) {
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

}  // namespace

Result<Json> set_unpublished(App& app, const JsonCursor& request) {
    const RegisterForm* form = find_register_form("problems");
    TRY(const auto list, request.at("entries"));
    TRY(const auto entries, list.items());
    if (!form || entries.size() > kMostEntries) return list.error(Fault::TooLarge, std::to_string(entries.size()), std::to_string(kMostEntries));
    Register problems{*form};
    for (const JsonCursor& entry : entries) {
        TRY(auto row, read_entry(entry, *form));
        problems.append(row, 0, static_cast<std::uint32_t>(problems.rows() + 1));
    }
    const std::size_t count = problems.rows();
    app.set_unpublished(std::move(problems));
    return Json{{"count", count}};
}

Json problems_file(const App& app) {
    const World world = app.world();
    const RegisterForm* form = find_register_form("problems");
    const Register none{form ? *form : RegisterForm{}};
    return {{"name", "reg_problems " + format_iso_day(day_from_minute(world.snapshot.table.as_of)) + ".csv"}, {"text", problems_csv(world.unpublished ? *world.unpublished : none)}};
}

Json overlay_of(const App& app) {
    const World world = app.world();
    const State& state = app.state();
    if (state.screen != Screen::Problems || state.overlay == Overlay::None) return {{"title", ""}, {"html", ""}};
    if (state.overlay != Overlay::Protocol) {
        const ProblemForm form = problem_form(world, state);
        return {{"title", form.title}, {"html", problem_form_html(form, state.lang)}};
    }
    const Protocol protocol = protocol_of(world, state);
    return {{"title", protocol.heading}, {"html", protocol_html(protocol, state.lang)}, {"file", protocol_file(protocol, state.lang)}, {"name", protocol.file_name + ".html"}};
}

}  // namespace problemator
