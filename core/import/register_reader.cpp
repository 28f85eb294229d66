#include "core/import/register_reader.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/base/text.hpp"
#include "core/import/csv.hpp"
#include "core/import/serial.hpp"
#include "core/import/values.hpp"

namespace problemator {
namespace {

constexpr std::size_t kLongestName = 1000, kLongestText = 20'000;   // bytes: a category, a link, a key; a text
constexpr std::array<std::string_view, 12> kMonths = {"январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"};

std::optional<int> digits(std::string_view text) {
    int value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc{} || end != text.data() + text.size() || text.empty()) return std::nullopt;
    return value;
}

std::optional<Day> month_of(std::optional<int> month, std::optional<int> year) {
    if (!month || !year) return std::nullopt;
    const Date date{*year, static_cast<unsigned>(*month), 1};
    return is_valid(date) ? std::optional{day_from_date(date)} : std::nullopt;
}

bool is_short_type(ValueType type) { return type != ValueType::Text; }

}  // namespace

std::optional<Day> read_month(std::string_view text) {
    const std::string key = fold(text);
    const std::size_t cut = key.find_first_of(" .-/");
    if (cut == std::string::npos) return std::nullopt;
    const std::string_view first = std::string_view{key}.substr(0, cut);
    std::string_view second = std::string_view{key}.substr(cut + 1);
    for (const std::string_view ending : {" года", " год", " г.", " г"})
        if (second.ends_with(ending)) second.remove_suffix(ending.size());
    const auto named = std::find(kMonths.begin(), kMonths.end(), first);
    if (named != kMonths.end()) return month_of(static_cast<int>(named - kMonths.begin()) + 1, digits(second));
    return first.size() == 4 ? month_of(digits(second), digits(first)) : month_of(digits(first), digits(second));
}

RegisterReader::RegisterReader(const ChannelMatch& match, const HeaderRow& header, const Encoding& encoding, DateSystem dates, std::uint32_t file)
    : header_{header}, encoding_{encoding}, dates_{dates}, file_{file}, entries_{*find_register_form(match.channel->register_id)} {
    for (const std::string& value : match.channel->empty_values) empty_values_.push_back(fold(value));
    for (std::size_t i = 0; i < match.columns.size(); ++i) {
        const ColumnRule& rule = match.channel->columns[i];
        const auto field = entries_.form.find(rule.register_field);
        if (match.columns[i] == kNoColumn || !field) continue;
        Column column{.field = *field, .index = static_cast<std::size_t>(match.columns[i]), .rule = &rule, .forms = {}, .values = {}};
        for (const std::string& form : rule.date_forms)
            if (auto compiled = DateForm::compile(form)) column.forms.push_back(*std::move(compiled));
        if (column.forms.empty()) column.forms = usual_date_forms();
        for (const ValueMap& value : rule.values) column.values.emplace(fold(value.from), value.to);
        columns_.push_back(std::move(column));
    }
}

bool RegisterReader::is_empty_value(std::string_view text) const {
    return text.empty() || (!empty_values_.empty() && std::find(empty_values_.begin(), empty_values_.end(), fold(text)) != empty_values_.end());
}

std::optional<Day> RegisterReader::read_day(const Column& column, const RowCell& raw, std::string_view text) const {
    if (raw.kind == CellKind::Number)
        if (const auto time = time_from_serial(text, dates_)) return day_from_minute(time->minute);
    if (raw.kind == CellKind::Date)
        if (const auto minute = parse_iso_minute(text.substr(0, 10))) return day_from_minute(*minute);
    if (const auto time = read_date(text, column.forms)) return day_from_minute(time->minute);
    return read_month(text);
}

bool RegisterReader::put(const Column& column, const RowCell& raw, std::string_view text, RegisterCell& cell) const {
    const auto mapped = column.values.find(fold(text)), other = column.values.find("*");
    const auto& meant = mapped != column.values.end() ? mapped : other;
    if (meant != column.values.end()) text = meant->second;
    if (text.empty()) return true;
    switch (entries_.form.fields[column.field].type) {
        case ValueType::Date:
            cell.day = read_day(column, raw, text).value_or(kNoDay);
            return cell.day != kNoDay;
        case ValueType::YesNo: {
            const auto answer = read_yes_no(text);
            if (answer) cell.answer = *answer ? Answer::Yes : Answer::No;
            return answer.has_value();
        }
        case ValueType::Number:
            cell.number = read_number(text);
            return cell.number.has_value();
        case ValueType::Text: case ValueType::Category: case ValueType::Link: case ValueType::MessageKey: break;
    }
    cell.text = text;
    return true;
}

Error RegisterReader::cell_error(const Column& column, const TableRow& row, std::string_view text) const {
    Error error{.fault = Fault::BadValue, .place = {.file = {}, .row = row.number, .column = header_.names[column.index]}, .piece = shorten(text, 80)};
    switch (entries_.form.fields[column.field].type) {
        case ValueType::Date: error.fault = Fault::BadDate; error.expected = column.forms.front().shown(); break;
        case ValueType::Number: error.fault = Fault::BadNumber; error.expected = "12,5"; break;
        case ValueType::YesNo: error.expected = "Да/Нет"; break;
        case ValueType::Text: case ValueType::Category: case ValueType::Link: case ValueType::MessageKey: break;
    }
    return error;
}

std::optional<Error> RegisterReader::missing(const TableRow& row) const {
    for (std::size_t field = 0; field < cells_.size(); ++field) {
        if (!entries_.form.fields[field].is_required || cells_[field].is_given()) continue;
        Error error{.fault = Fault::MissingValue, .place = {.file = {}, .row = row.number, .column = {}}};
        for (const Column& column : columns_)
            if (column.field == field && error.place.column.empty()) error.place.column = header_.names[column.index];
        return error;
    }
    return std::nullopt;
}

std::optional<Error> RegisterReader::read(const TableRow& row, const std::function<void(Error)>& warn) {
    cells_.assign(entries_.form.fields.size(), {});
    for (const Column& column : columns_) {
        if (column.index >= row.cells.size()) continue;   // trailing empty cells may be left out
        const RowCell& raw = row.cells[column.index];
        const std::string_view text = trim(encoding_.decode(unescape(raw, unescaped_), decoded_));
        if (is_empty_value(text)) continue;
        const RegisterField& field = entries_.form.fields[column.field];
        if (text.size() > (is_short_type(field.type) ? kLongestName : kLongestText)) {
            Error error = cell_error(column, row, text);
            error.fault = Fault::CellTooLong;
            return error;
        }
        if (put(column, raw, text, cells_[column.field])) continue;
        if (field.is_required) return cell_error(column, row, text);
        warn(cell_error(column, row, text));
    }
    if (auto error = missing(row)) return error;
    entries_.append(cells_, file_, row.number);
    return std::nullopt;
}

Register RegisterReader::finish() && { return std::move(entries_); }

}  // namespace problemator
