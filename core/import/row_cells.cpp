// Cells that are not in their usual form (see usual_cells.cpp): decoded, trimmed, looked up, and told when they say nothing.
#include <algorithm>

#include "core/base/text.hpp"
#include "core/import/markup.hpp"
#include "core/import/message_fields.hpp"
#include "core/import/row_reader.hpp"
#include "core/import/serial.hpp"
#include "core/import/values.hpp"

namespace problemator {
namespace {

constexpr std::size_t kMaxKnown = 4096;        // distinct texts remembered per column
constexpr std::size_t kLongestKnown = 256;

/// trim(), but most cells are not decoded.
std::string_view trim_cell(std::string_view text) { return text.empty() || is_surely_trimmed(text) ? text : trim(text); }

/// The first forms are the usual ones: three of them tell enough.
std::string join_shown(const std::vector<DateForm>& forms) {
    std::string all;
    int told = 0;
    for (const DateForm& form : forms) {
        if (told == 3 || all.find(form.shown()) != std::string::npos) continue;
        all += (all.empty() ? "" : ", ") + form.shown();
        ++told;
    }
    return all;
}

const std::vector<DateForm>& iso_form() {
    static const std::vector<DateForm> forms = {*DateForm::compile("iso")};
    return forms;
}

}  // namespace

bool RowReader::is_empty_value(std::string_view text) {
    if (text.empty()) return true;
    if (text.size() > longest_empty_ || !begins_empty_[static_cast<unsigned char>(text[0])]) return false;
    return empty_cells_.of(text, [&](std::string_view cell) { return std::find(empty_values_.begin(), empty_values_.end(), fold(cell)) != empty_values_.end(); });
}

RowReader::Known RowReader::look_up(const Column& column, std::string_view text) const {
    Known known{.text = std::string{text}};
    auto value = column.values.find(fold(text));
    if (value == column.values.end()) value = column.values.find("*");
    if (value == column.values.end() && column.type != FieldType::Category) {
        known.is_unlisted = !canonical_code(column.field, known.text);
        if (known.is_unlisted) value = column.values.find("?");
    }
    if (value != column.values.end()) {
        known.text = value->second;
        known.is_empty = known.text.empty();
        if (known.is_empty) return known;
    }
    if (column.type == FieldType::Category) return known;
    const auto code = canonical_code(column.field, known.text);
    known.code = code.value_or(0);
    known.is_bad = !code;
    return known;
}

bool RowReader::put_known(Column& column, std::string_view text, MessageView& message) {
    Known* known = column.always ? &*column.always : column.known.find(text);
    if (!known) {
        Known meaning = look_up(column, column.rule->pattern == Reading::Rubric ? read_rubric(text).name : text);
        const bool is_worth_keeping = column.known.size() < kMaxKnown && text.size() <= kLongestKnown;
        if (is_worth_keeping) meaning.number = ++last_number_;
        known = is_worth_keeping ? &column.known.add(text, std::move(meaning)) : &(column.unkept = std::move(meaning));
    }
    return put_meaning(column, *known, message);
}

/// «"ГБУ ""Свет"""» stands in the file as often as its name: a cell with doubled quotes is made a text once.
void RowReader::remember_as_written(Column& column, std::string_view raw, std::string_view text) {
    if (column.as_written.size() >= kMaxKnown || raw.size() > kLongestKnown) return;
    if (Known* known = column.known.find(text)) column.as_written.add(raw, known);
}

void RowReader::put_text(Column& column, std::string_view text, MessageView& message) {
    if (column.rule->pattern == Reading::Markup) text = without_markup(text, column.plain);
    if (column.rule->pattern == Reading::Rubric) text = column.field == Field::RubricCode ? read_rubric(text).code : read_rubric(text).name;
    if (!text.empty()) *text_of(column.field, message) = text;
}

/// A cell that the file itself calls a date is written in ISO form, a number is a spreadsheet's day number, everything else is as the channel says.
std::optional<ReadTime> RowReader::read_time(const Column& column, std::string_view text, CellKind kind) const {
    if (kind == CellKind::Number) return time_from_serial(text, dates_);
    if (kind == CellKind::Date)
        if (auto time = read_date(text, iso_form())) return time;
    return read_date(text, column.forms);
}

bool RowReader::put_time(Column& column, std::string_view text, CellKind kind, MessageView& message) {
    const QuickTime quick = kind == CellKind::Text ? column.quick.read(text) : QuickTime{};
    const auto time = quick.minute != kNoTime ? std::optional{ReadTime{quick.minute, quick.has_time, std::nullopt}} : read_time(column, text, kind);
    if (time) set_time(column, *time, message.facts);
    return time.has_value();
}

bool RowReader::put(Column& column, std::string_view text, CellKind kind, MessageView& message) {
    Message& m = message.facts;
    switch (column.type) {
        case FieldType::Text: put_text(column, text, message); return true;
        case FieldType::Category: case FieldType::Enum: case FieldType::YesNo: case FieldType::Flag: return put_known(column, text, message);
        case FieldType::Date: return put_time(column, text, kind, message);
        case FieldType::Duration: {
            const auto minutes = kind == CellKind::Number ? duration_from_serial(text) : read_duration(text);
            reply_ = minutes.value_or(kNoTime);
            return minutes.has_value();
        }
        case FieldType::Number: {
            auto value = quick_number(text);
            if (!value) value = read_number(text);
            if (!value) return false;
            (column.field == Field::Lat ? m.lat : m.lon) = *value;
            return true;
        }
        case FieldType::Rating: {
            if (column.values.empty() && text.size() == 1 && text[0] >= '1' && text[0] <= '5') { m.rating = text[0] - '0'; return true; }
            const auto mapped = column.values.find(fold(text));
            const auto rating = read_rating(mapped == column.values.end() ? text : std::string_view{mapped->second});
            m.rating = rating.value_or(0);
            return rating.has_value();
        }
        case FieldType::Point: {
            const auto point = read_point(text);
            if (!point) return false;
            m.lat = point->lat;
            m.lon = point->lon;
            return true;
        }
        case FieldType::Nothing: return true;
    }
    return true;
}

Error RowReader::cell_error(const Column& column, const CsvRow& row, std::string_view text) const {
    Error error{.fault = Fault::BadValue, .place = {.file = {}, .row = row.number, .column = header_.names[column.index]}, .piece = shorten(text, 80)};
    switch (column.type) {
        case FieldType::Date: error.fault = Fault::BadDate; error.expected = join_shown(column.forms); break;
        case FieldType::Duration: error.fault = Fault::BadNumber; error.expected = "[ч]:мм:сс"; break;
        case FieldType::Number: error.fault = Fault::BadNumber; error.expected = "12,5"; break;
        case FieldType::Rating: error.fault = Fault::BadNumber; error.expected = "1…5"; break;
        case FieldType::Point: error.fault = Fault::BadNumber; error.expected = "POINT (lon lat)"; break;
        case FieldType::YesNo: case FieldType::Flag: error.expected = "Да/Нет"; break;
        default: break;
    }
    return error;
}

std::optional<Error> RowReader::read_unusual(Column& column, const CsvRow& row, MessageView& message, const std::function<void(Error)>& warn) {
    const CsvCell& cell = row.cells[column.index];
    const bool is_as_written = reads_as_written() && !cell.has_doubled_quotes;
    const std::string_view text = trim_cell(is_as_written ? cell.raw : encoding_.decode(unescape(cell, column.unescaped), column.decoded));
    if (text.size() <= longest_empty_ && is_empty_value(text)) return std::nullopt;
    if (column.field == Field::Id && text.size() > kLongestId) {
        Error error = cell_error(column, row, text);
        error.fault = Fault::CellTooLong;
        return error;
    }
    if (put(column, text, cell.kind, message)) {
        if (column.usual == Usual::Name && cell.has_doubled_quotes && reads_as_written()) remember_as_written(column, cell.raw, text);
        return std::nullopt;
    }
    if (column.field == Field::Received) return cell_error(column, row, text);
    warn(cell_error(column, row, text));
    return std::nullopt;
}

}  // namespace problemator
