// Publishing of the import report: names that a file brought along are as dangerous as its cells.
#include <algorithm>

#include "core/snapshot/personal.hpp"
#include "core/snapshot/quality.hpp"

namespace problemator {
namespace {

constexpr std::string_view kHidden = "имя скрыто";

/// Names of columns, sheets, words and guesses: all that is neither a file's name nor a name of a dimension.
template <class Report, class Use>
void each_name(Report& report, Use use) {
    for (std::size_t i = 0; i < report.tables.size(); ++i) {
        auto& table = report.tables[i];
        const std::string at = "tables[" + std::to_string(i) + "].";
        use(at + "sheet", table.sheet);
        for (auto& fault : table.refused) use(at + "refused", fault.column);
        for (auto& fault : table.remarks) use(at + "remarks", fault.column);
        for (auto& word : table.words) use(at + "words", word.column), use(at + "words", word.value);
        for (auto& guess : table.guesses) use(at + "guesses", guess.value), use(at + "guesses", guess.second);
        for (auto& column : table.missing_columns) use(at + "missing_columns", column);
    }
}

template <class Report, class Use>
void each_file(Report& report, Use use) {
    for (auto& table : report.tables) use("tables.name", table.name);
    for (auto& clock : report.clocks)
        for (auto& place : clock.first) use("clocks.first", place.file);
}

std::vector<QualityName> without_persons(const std::vector<QualityName>& names, std::string_view profile_json) {
    std::vector<QualityName> kept;
    for (const QualityName& name : names) {
        if (is_name_of_profile(profile_json, name.value) || !looks_personal(name.value)) {
            kept.push_back(name);
            continue;
        }
        const auto hidden = std::find_if(kept.begin(), kept.end(), [&](const QualityName& other) { return other.value.empty() && other.dimension == name.dimension; });
        if (hidden == kept.end()) kept.push_back({name.dimension, {}, {}, name.count});
        else hidden->count += name.count;
    }
    return kept;
}

}  // namespace

void drop_personal_quality(QualityReport& report, std::string_view profile_json) {
    report.unmapped = without_persons(report.unmapped, profile_json);
    each_name(report, [&](const std::string&, std::string& name) {
        if (!is_name_of_profile(profile_json, name) && looks_personal(name)) name = kHidden;
    });
    each_file(report, [](const std::string&, std::string& name) { name = published_file_name(name); });
}

std::vector<std::pair<std::string, std::string_view>> names_in_quality(const QualityReport& report) {
    std::vector<std::pair<std::string, std::string_view>> names;
    const auto add = [&](const std::string& place, const std::string& name) {
        if (!name.empty() && name != kHidden) names.emplace_back(place, name);
    };
    each_name(report, add);
    each_file(report, add);
    for (const QualityName& name : report.unmapped) add("unmapped", name.value);
    return names;
}

}  // namespace problemator
