#include "core/import/column_profile.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "core/base/text.hpp"
#include "core/import/canonical.hpp"
#include "core/import/values.hpp"

namespace problemator {
namespace {

constexpr double kNoValues = 0.6;

bool is_blank_value(std::string_view text) { return text.empty() || text == "-" || text == "–" || text == "—"; }

/// +7 (900) 123-45-67, 8 900 123 45 67: begins as telephones do, and is parted more than once ("1-870704814" is a number of a request).
bool is_phone(std::string_view text) {
    const auto digits = std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    const auto signs = std::count_if(text.begin(), text.end(), [](char c) { return c == '+' || c == '-' || c == '(' || c == ')' || c == ' '; });
    const bool begins_so = text.starts_with("+") || text.starts_with("(") || text.starts_with("8") || text.starts_with("7");
    return digits >= 10 && digits <= 12 && begins_so && signs >= 1 && static_cast<std::size_t>(digits + signs) == text.size() && (signs >= 2 || text.starts_with("+"));
}

double closeness(double share, double least) { return share >= least ? 1 : 0.05 + 0.5 * share; }

double fit_category(const ColumnProfile& p) {
    const double variety = static_cast<double>(p.distinct) / static_cast<double>(p.filled);
    double value = variety <= 0.5 || p.distinct <= 3 ? 1 : 0.6;
    if (p.dates > 0.5 || p.phones > 0.5 || p.mails > 0.5) value = 0.05;
    if (p.fractions > 0.5) value *= 0.2;
    if (p.yes_no > 0.9) value *= 0.4;
    if (p.mean_length > 80) value *= 0.4;
    return value;
}

double fit_id(const ColumnProfile& p) {
    const double variety = static_cast<double>(p.distinct) / static_cast<double>(p.filled), fullness = static_cast<double>(p.filled) / static_cast<double>(p.rows);
    if (p.dates > 0.5 || p.mean_length > 48 || p.fractions > 0.5 || p.phones > 0.5) return 0.05;
    return variety * variety * fullness * (p.spaced > 0.5 ? 0.5 : 1);
}

double fit_coordinate(const ColumnProfile& p, double most) {
    const bool in_range = p.lowest >= -most && p.highest <= most;
    return p.numbers < 0.9 || !in_range ? 0.05 : p.fractions > 0.5 ? 1 : 0.3;
}

}  // namespace

ColumnProfile profile_column(std::span<const std::string_view> cells, bool is_russian) {
    ColumnProfile p;
    p.rows = cells.size();
    std::vector<std::string_view> filled;
    for (const std::string_view cell : cells)
        if (!is_blank_value(trim(cell))) filled.push_back(trim(cell));
    p.filled = filled.size();
    p.distinct = std::set<std::string_view>{filled.begin(), filled.end()}.size();
    const bool has_slash = std::any_of(filled.begin(), filled.end(), [](std::string_view cell) { return cell.find('/') != std::string_view::npos; });
    p.order = guess_date_order(filled, !is_russian && has_slash ? DateOrder::MonthFirst : DateOrder::DayFirst);
    const auto& forms = date_forms(p.order.order);
    for (const std::string_view cell : cells) {
        const std::string_view text = trim(cell);
        const auto time = is_blank_value(text) || text.size() > 40 || text.find_first_of("0123456789") == std::string_view::npos ? std::nullopt : read_date(text, forms);
        p.minutes.push_back(time ? time->minute : kNoTime);
        p.dates += time ? 1 : 0;
    }
    for (const std::string_view text : filled) {
        const auto number = read_number(text);
        if (number) {
            p.lowest = p.numbers == 0 ? *number : std::min(p.lowest, *number);
            p.highest = p.numbers == 0 ? *number : std::max(p.highest, *number);
            p.numbers += 1;
            (*number == std::floor(*number) ? p.whole : p.fractions) += 1;
        }
        p.yes_no += read_yes_no(text) ? 1 : 0;
        p.ratings += read_rating(text) ? 1 : 0;
        p.points += read_point(text) ? 1 : 0;
        p.durations += !number && read_duration(text) ? 1 : 0;
        p.spaced += text.find(' ') != std::string_view::npos ? 1 : 0;
        p.phones += is_phone(text) ? 1 : 0;
        p.mails += text.find('@') != std::string_view::npos && text.find(' ') == std::string_view::npos ? 1 : 0;
        p.mean_length += static_cast<double>(count_chars(text));
    }
    const double count = static_cast<double>(std::max<std::size_t>(p.filled, 1));
    for (double* share : {&p.dates, &p.numbers, &p.whole, &p.fractions, &p.yes_no, &p.ratings, &p.points, &p.durations, &p.spaced, &p.phones, &p.mails, &p.mean_length}) *share /= count;
    return p;
}

double fit(const ColumnProfile& p, Field field) {
    if (field == Field::Ignored) return 1;
    if (p.filled == 0) return kNoValues;
    switch (type_of(field)) {
        case FieldType::Date: return closeness(p.dates, 0.8);
        case FieldType::Duration: return p.dates > 0.5 ? 0.05 : std::max(closeness(p.durations, 0.8), p.numbers > 0.8 ? 0.5 : 0);
        case FieldType::YesNo: case FieldType::Flag: return closeness(p.yes_no, 0.8);
        case FieldType::Rating: return p.dates > 0.5 ? 0.05 : closeness(p.ratings, 0.8);
        case FieldType::Point: return closeness(p.points, 0.5);
        case FieldType::Number: return fit_coordinate(p, field == Field::Lat ? 90 : 180);
        case FieldType::Enum: return p.dates > 0.5 || p.distinct > 40 ? 0.1 : p.numbers > 0.8 ? 0.4 : 1;
        case FieldType::Category: return fit_category(p);
        case FieldType::Text: case FieldType::Nothing: break;
    }
    if (field == Field::Id) return fit_id(p);
    if (field == Field::House) return p.mean_length <= 8 && p.dates < 0.5 ? 1 : 0.2;
    if (p.dates > 0.5) return 0.05;
    if (p.yes_no > 0.9 && field != Field::LinkedId) return 0.1;
    if (field == Field::Text || field == Field::Answer) return p.numbers > 0.8 || p.points > 0.5 ? 0.1 : p.mean_length >= 20 ? 1 : 0.6;
    return p.points > 0.5 ? 0.2 : 1;
}

}  // namespace problemator
