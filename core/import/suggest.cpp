#include "core/import/suggest.hpp"

#include <algorithm>
#include <map>

#include "core/base/text.hpp"
#include "core/import/canonical.hpp"
#include "core/import/column_profile.hpp"
#include "core/import/header_words.hpp"

namespace problemator {
namespace {

constexpr std::size_t kShownValues = 5, kMostValues = 40, kSignature = 6, kAlternatives = 3;
constexpr double kLeastScore = 0.3, kWorthTelling = 0.15;

using Scores = std::array<double, kFields>;
double& of(Scores& scores, Field field) { return scores[static_cast<std::size_t>(field)]; }
double of(const Scores& scores, Field field) { return scores[static_cast<std::size_t>(field)]; }

struct Column { std::vector<std::string_view> cells; ColumnProfile profile; Scores scores{}; };

/// What the values say by themselves, for columns whose name says nothing.
void add_by_values(Column& column) {
    const ColumnProfile& p = column.profile;
    const auto at_least = [&](Field field, double score) { of(column.scores, field) = std::max(of(column.scores, field), score); };
    if (p.filled == 0) return;
    if (p.points > 0.8) at_least(Field::Point, 0.6);
    if (p.phones > 0.5 || p.mails > 0.5) at_least(Field::Ignored, 0.9);
    if (p.mean_length > 50 && p.dates < 0.1) at_least(Field::Text, 0.4);
    if (p.dates > 0.8) at_least(Field::Received, 0.25);
    if (fit(p, Field::Id) > 0.9 && p.mean_length >= 3) at_least(Field::Id, 0.2);
}

std::vector<Column> look(const HeaderRow& header, std::span<const CellRow> rows) {
    const auto is_cyrillic = [](const std::string& text) { return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xD0; }); };
    bool is_russian = std::any_of(header.names.begin(), header.names.end(), is_cyrillic);
    for (std::size_t i = 0; i < rows.size() && !is_russian; ++i) is_russian = std::any_of(rows[i].begin(), rows[i].end(), is_cyrillic);
    std::vector<Column> columns(header.names.size());
    for (std::size_t i = 0; i < columns.size(); ++i) {
        Column& column = columns[i];
        for (const CellRow& row : rows) column.cells.push_back(i < row.size() ? std::string_view{row[i]} : std::string_view{});
        column.profile = profile_column(column.cells, is_russian);
        column.scores = header_scores(header.names[i], header_words());
        for (std::size_t field = 0; field < kFields; ++field) column.scores[field] *= fit(column.profile, static_cast<Field>(field));
        add_by_values(column);
    }
    return columns;
}

/// Share of the rows with both dates in which `a` is not later than `b`; 1 when there are none.
double share_in_order(const Column& a, const Column& b) {
    std::size_t both = 0, good = 0;
    for (std::size_t i = 0; i < a.profile.minutes.size(); ++i) {
        const Minute x = a.profile.minutes[i], y = b.profile.minutes[i];
        if (x == kNoTime || y == kNoTime) continue;
        ++both;
        good += day_from_minute(x) <= day_from_minute(y);
    }
    return both == 0 ? 1 : static_cast<double>(good) / static_cast<double>(both);
}

/// A message is received first, in every row: a date that comes before most others is likelier the receipt, one that comes after is not.
void weigh_by_time(std::vector<Column>& columns) {
    for (Column& column : columns) {
        if (column.profile.dates < 0.8 || column.profile.filled == 0) continue;
        double least = 1;
        for (const Column& other : columns)
            if (&other != &column && other.profile.dates >= 0.8) least = std::min(least, share_in_order(column, other));
        const double fullness = static_cast<double>(column.profile.filled) / static_cast<double>(column.profile.rows);
        of(column.scores, Field::Received) *= (0.4 + 0.6 * least) * (0.3 + 0.7 * fullness);
        if (least >= 0.95 && fullness > 0.95) of(column.scores, Field::Received) = std::min(1.0, of(column.scores, Field::Received) + 0.1);
    }
}

bool may_repeat(Field field) { return field == Field::Ignored; }

struct Choice { std::size_t column = 0; Field field{}; double score = 0; };

/// The surest pair of column and field first; equal ones in the order of the file.
std::vector<std::optional<Field>> assign(const std::vector<Column>& columns) {
    std::vector<Choice> choices;
    for (std::size_t i = 0; i < columns.size(); ++i)
        for (std::size_t field = 0; field < kFields; ++field)
            if (columns[i].scores[field] >= kLeastScore) choices.push_back({i, static_cast<Field>(field), columns[i].scores[field]});
    std::stable_sort(choices.begin(), choices.end(), [](const Choice& a, const Choice& b) { return a.score > b.score; });
    std::vector<std::optional<Field>> fields(columns.size());
    std::array<bool, kFields> is_taken{};
    for (const Choice& choice : choices) {
        bool& taken = is_taken[static_cast<std::size_t>(choice.field)];
        if (fields[choice.column] || (taken && !may_repeat(choice.field))) continue;
        fields[choice.column] = choice.field;
        taken = true;
    }
    return fields;
}

/// Receipt and key are needed: without a surer column the likeliest free one is taken.
void fill_in(Field field, double least, const std::vector<Column>& columns, std::vector<std::optional<Field>>& fields) {
    if (std::find(fields.begin(), fields.end(), field) != fields.end()) return;
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const double score = of(columns[i].scores, field);
        if (!fields[i] && score >= least && (!best || score > of(columns[*best].scores, field))) best = i;
    }
    if (best) fields[*best] = field;
}

std::vector<std::string> date_patterns_of(const Column& column) {
    std::vector<std::string> used;
    const auto patterns = date_patterns(column.profile.order.order);
    const auto& forms = date_forms(column.profile.order.order);
    for (const std::string_view cell : column.cells) {
        const auto reads = std::find_if(forms.begin(), forms.end(), [&](const DateForm& form) { return form.read(trim(cell)).has_value(); });
        if (reads == forms.end()) continue;
        std::string pattern{patterns[static_cast<std::size_t>(reads - forms.begin())]};
        if (std::find(used.begin(), used.end(), pattern) == used.end()) used.push_back(std::move(pattern));
    }
    return used;
}

/// The words of a column with a fixed list, each with its likeliest meaning; words that are canonical need no map, strange ones get none.
std::vector<ValueMap> value_map(Field field, const Column& column) {
    std::map<std::string, std::string> map;
    for (const std::string_view cell : column.cells) {
        const std::string_view text = trim(cell);
        if (text.empty() || map.size() >= kMostValues || canonical_code(field, text)) continue;
        const std::string_view to = likely_value(field, text, header_words());
        if (!to.empty()) map.emplace(text, to);
    }
    std::vector<ValueMap> values;
    for (const auto& [from, to] : map) values.push_back({from, to});
    return values;
}

ColumnRule rule_for(Field field, const std::string& header, int occurrence, const Column& column) {
    ColumnRule rule;
    rule.field = field;
    rule.headers = {header};
    rule.header_keys = {fold(header)};
    rule.occurrence = occurrence;
    rule.required = field == Field::Id || field == Field::Received;
    if (type_of(field) == FieldType::Date) rule.date_forms = date_patterns_of(column);
    if (type_of(field) == FieldType::Enum) rule.values = value_map(field, column);
    return rule;
}

ColumnSuggestion describe(const std::string& header, int occurrence, const Column& column, std::optional<Field> field) {
    ColumnSuggestion told{.header = header, .occurrence = occurrence, .first_values = {}, .field = field, .confidence = 0, .alternatives = {}};
    for (const std::string_view cell : column.cells) {
        const std::string shown = shorten(trim(cell), 80);
        if (shown.empty() || told.first_values.size() >= kShownValues) continue;
        if (std::find(told.first_values.begin(), told.first_values.end(), shown) == told.first_values.end()) told.first_values.push_back(shown);
    }
    if (field) told.confidence = std::min(1.0, of(column.scores, *field));
    for (std::size_t i = 0; i < kFields; ++i)
        if (column.scores[i] >= kWorthTelling && field != static_cast<Field>(i)) told.alternatives.push_back({static_cast<Field>(i), std::min(1.0, column.scores[i])});
    std::stable_sort(told.alternatives.begin(), told.alternatives.end(), [](const FieldGuess& a, const FieldGuess& b) { return a.confidence > b.confidence; });
    if (told.alternatives.size() > kAlternatives) told.alternatives.resize(kAlternatives);
    return told;
}

std::string stem_of(std::string_view file_name) {
    const std::size_t dot = file_name.rfind('.');
    return std::string{dot == std::string_view::npos || dot == 0 ? file_name : file_name.substr(0, dot)};
}

bool writes_dashes(const std::vector<Column>& columns) {
    return std::any_of(columns.begin(), columns.end(), [](const Column& column) { return std::find(column.cells.begin(), column.cells.end(), "-") != column.cells.end(); });
}

}  // namespace

Suggestion suggest_channel(std::string_view file_name, const HeaderRow& header, std::span<const CellRow> rows) {
    std::vector<Column> columns = look(header, rows);
    weigh_by_time(columns);
    auto fields = assign(columns);
    fill_in(Field::Received, 0.1, columns, fields);
    fill_in(Field::Id, 0.15, columns, fields);

    Suggestion made;
    made.channel.id = slug(stem_of(file_name));
    made.channel.name_ru = made.channel.name_en = shorten(stem_of(file_name), 60);
    if (writes_dashes(columns)) made.channel.empty_values = {"-", "–", "—"};
    std::map<std::string, int> seen;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const int occurrence = header.names[i].empty() ? 1 : ++seen[header.keys[i]];
        const auto field = header.names[i].empty() || occurrence > 99 ? std::nullopt : fields[i];
        made.columns.push_back(describe(header.names[i], occurrence, columns[i], field));
        if (!field) continue;
        made.channel.columns.push_back(rule_for(*field, header.names[i], occurrence, columns[i]));
        if (made.channel.signature.size() < kSignature && *field != Field::Ignored) made.channel.signature.push_back(header.names[i]);
    }
    for (const std::string& name : made.channel.signature) made.channel.signature_keys.push_back(fold(name));
    const auto has = [&](Field field) { return std::any_of(made.columns.begin(), made.columns.end(), [&](const ColumnSuggestion& c) { return c.field == field; }); };
    made.lacks_id = made.channel.key_of_content = !has(Field::Id);
    made.lacks_received = !has(Field::Received);
    return made;
}

}  // namespace problemator
