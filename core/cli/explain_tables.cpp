#include "core/cli/explain_tables.hpp"

#include <algorithm>
#include <map>

#include "core/stats/excess.hpp"
#include "core/stats/new_words.hpp"
#include "core/stats/repeated_places.hpp"

namespace problemator::cli {
namespace {

std::string whole(std::size_t n) { return std::to_string(n); }
bool has_column(const PlainTable& table, std::string_view name) { return std::find(table.header.begin(), table.header.end(), name) != table.header.end(); }

// What is withheld is one row that says why.
CsvSheet why_not(CsvSheet sheet, Reason reason) {
    sheet.rows.emplace_back(sheet.header.size()).back() = reason_id(reason);
    return sheet;
}

/// Numbers from 1 in the order of first sight; an empty cell is 0.
std::vector<std::uint32_t> codes_of(const std::vector<std::string>& cells) {
    std::map<std::string, std::uint32_t> codes;
    std::vector<std::uint32_t> out;
    for (const std::string& cell : cells) out.push_back(cell.empty() ? 0 : codes.try_emplace(cell, static_cast<std::uint32_t>(codes.size() + 1)).first->second);
    return out;
}

/// Numbers of the sorted weeks, from 0.
std::vector<std::int32_t> weeks_of(const std::vector<std::string>& cells, std::size_t& distinct) {
    std::map<std::string, std::int32_t> numbers;
    for (const std::string& cell : cells) numbers[cell] = 0;
    std::int32_t next = 0;
    for (auto& [week, number] : numbers) number = next++;
    distinct = numbers.size();
    std::vector<std::int32_t> out;
    for (const std::string& cell : cells) out.push_back(numbers[cell]);
    return out;
}

struct Dimension { std::string name; std::vector<std::string> names; std::vector<ExcessChild> children; };

Result<std::vector<Dimension>> dimensions_of(const PlainTable& table) {
    std::vector<std::string> dimension(table.rows.size());
    if (has_column(table, "dimension")) { TRY(dimension, text_column(table, "dimension")); }
    TRY(const auto child, text_column(table, "child"));
    TRY(const auto observed, number_column(table, "observed"));
    TRY(const auto expected, number_column(table, "expected"));
    const auto codes = codes_of(dimension);
    std::vector<Dimension> all;
    std::map<std::uint32_t, std::size_t> numbers;
    for (std::size_t i = 0; i < child.size(); ++i) {
        const auto [at, is_new] = numbers.try_emplace(codes[i], all.size());
        if (is_new) all.push_back({dimension[i], {}, {}});
        all[at->second].names.push_back(child[i]);
        all[at->second].children.push_back({observed[i], expected[i]});
    }
    return all;
}

void add_split(CsvSheet& sheet, const Dimension& d, const ExcessSplit& split, bool explains) {
    const std::string mark = explains ? "1" : "0";
    for (const ExcessPart& part : split.parts) sheet.rows.push_back({d.name, mark, d.names[part.child], plain_number(part.excess), plain_number(part.share), "", ""});
    sheet.rows.push_back({d.name, mark, "", plain_number(split.rest_excess), "", whole(split.rest_children), ""});
}

}  // namespace

Result<CsvSheet> excess_sheet(const PlainTable& table) {
    TRY(const auto dimensions, dimensions_of(table));
    std::vector<std::span<const ExcessChild>> spans;
    for (const Dimension& d : dimensions) spans.emplace_back(d.children);
    const auto best = explain_excess(spans);
    CsvSheet sheet{{"dimension", "explains", "child", "excess", "share", "rest_children", "reason"}, {}};
    if (!best && best.reason == Reason::TooFewCounts) return why_not(std::move(sheet), best.reason);
    if (best) add_split(sheet, dimensions[best->dimension], best->split, true);
    for (std::size_t i = 0; i < dimensions.size(); ++i) {
        const auto split = split_excess(dimensions[i].children);
        if (split && !(best && best->dimension == i)) add_split(sheet, dimensions[i], *split, false);
    }
    return sheet;
}

Result<CsvSheet> words_sheet(const PlainTable& table) {
    TRY(const auto words, text_column(table, "word"));
    TRY(const auto now, number_column(table, "now"));
    TRY(const auto before, number_column(table, "before"));
    std::vector<WordCount> counts;
    for (std::size_t i = 0; i < words.size(); ++i) counts.push_back({now[i], before[i]});
    const auto changes = word_changes(counts);
    CsvSheet sheet{{"word", "now", "before", "log_odds", "z", "first_seen", "reason"}, {}};
    if (!changes) return why_not(std::move(sheet), changes.reason);
    for (const WordChange& c : *changes)
        sheet.rows.push_back({words[c.word], plain_number(now[c.word]), plain_number(before[c.word]), plain_number(c.log_odds), plain_number(c.z), c.is_first_seen ? "1" : "0", ""});
    return sheet;
}

Result<CsvSheet> addresses_sheet(const PlainTable& table) {
    TRY(const auto streets, text_column(table, "street"));
    TRY(const auto houses, text_column(table, "house"));
    TRY(const auto week_cells, text_column(table, "week"));
    std::vector<std::string> authors(table.rows.size());
    std::vector<double> repeats(table.rows.size()), overdue(table.rows.size());
    if (has_column(table, "author")) { TRY(authors, text_column(table, "author")); }
    if (has_column(table, "repeat")) { TRY(repeats, number_column(table, "repeat")); }
    if (has_column(table, "overdue")) { TRY(overdue, number_column(table, "overdue")); }
    const auto street = codes_of(streets), house = codes_of(houses), author = codes_of(authors);
    RepeatedPlacesOptions options;
    const auto week = weeks_of(week_cells, options.weeks);
    std::map<std::uint32_t, std::string> street_names, house_names;
    std::vector<AddressedMessage> messages;
    for (std::size_t i = 0; i < streets.size(); ++i) {
        street_names[street[i]] = streets[i];
        house_names[house[i]] = houses[i];
        messages.push_back({street[i], house[i], author[i], week[i], repeats[i] != 0, overdue[i] != 0});
    }
    CsvSheet sheet{{"street", "house", "messages", "authors", "weeks_active", "repeat_share", "overdue", "priority"}, {}};
    for (const RepeatedPlace& p : repeated_places(messages, options))
        sheet.rows.push_back({street_names[p.street], house_names[p.house], whole(p.point.messages), p.point.authors ? whole(*p.point.authors) : "", whole(p.point.weeks_active), plain_number(p.repeat_share),
                              whole(p.point.overdue), plain_number(p.priority.score)});
    return sheet;
}

}  // namespace problemator::cli
