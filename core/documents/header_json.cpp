// JSON of the header model, for the shell when it updates in place.
#include <nlohmann/json.hpp>

#include "core/documents/html.hpp"

namespace problemator {

std::string header_json(const HeaderModel& header) {
    nlohmann::ordered_json tabs = nlohmann::ordered_json::array(), weeks = nlohmann::ordered_json::array();
    for (const HeaderModel::Tab& tab : header.tabs) tabs.push_back({{"text", tab.text}, {"href", tab.href}, {"selected", tab.is_selected}, {"count", tab.count}, {"alert", tab.alert}});
    for (const WeekChoice& week : header.weeks)
        weeks.push_back({{"text", week.text}, {"total", week.total}, {"href", week.href}, {"selected", week.is_selected}});
    nlohmann::ordered_json compares = nlohmann::ordered_json::array();
    for (const Choice& choice : header.compares) compares.push_back({{"text", choice.text}, {"href", choice.href}, {"selected", choice.is_selected}});
    const nlohmann::ordered_json out = {
        {"product", header.product}, {"municipality", header.municipality}, {"period", header.period}, {"as_of", header.as_of}, {"about", header.about_href},
        {"checksum", header.checksum}, {"lang_text", header.lang_text}, {"lang_href", header.lang_href}, {"tabs", std::move(tabs)},
        {"weeks", std::move(weeks)}, {"previous", header.previous_href}, {"next", header.next_href},
        {"compare", {{"on", header.compare}, {"text", header.compare_text}, {"href", header.compare_href}, {"choices", std::move(compares)}}}};
    return out.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace problemator
