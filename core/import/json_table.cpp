#include "core/import/json_table.hpp"

#include <algorithm>

#include "core/base/text.hpp"
#include "core/import/encoding.hpp"
#include "core/import/held_bytes.hpp"
#include "core/import/json_row.hpp"

namespace problemator {
namespace {

constexpr std::size_t kMaxWarnings = 100;

Error no_table() { return {.fault = Fault::NotATable, .place = {}, .piece = "JSON", .expected = "[{…}, {…}]"}; }

struct Element {
    std::string_view text;
    std::size_t at = 0;           // its offset
    std::uint32_t number = 0;     // 1-based: of the record, or of the line
};

/// The records of a table, found by brackets alone; reading them finds what is wrong inside.
class Elements {
public:
    Elements(std::string_view text, const JsonShape& shape) : text_{text} {
        at_ = shape.table == JsonTable::Root || shape.table == JsonTable::Geometry ? 0 : array_begin(text, shape.path);
        is_one_ = at_ == 0;
    }
    /// Lines.
    explicit Elements(std::string_view text) : text_{text}, is_lines_{true} {}

    bool next(Element& element) { return is_lines_ ? next_line(element) : next_value(element); }
    std::size_t position() const { return std::min(at_, text_.size()); }
    /// Where something else than a comma or the end of the array stands.
    std::optional<JsonDamage> damage() const { return damage_; }

private:
    bool next_line(Element& element) {
        while (at_ < text_.size()) {
            const std::size_t begin = at_, end = std::min(text_.find('\n', begin), text_.size());
            at_ = end + 1;
            ++number_;
            element = {text_.substr(begin, end - begin), begin, number_};
            if (!trim(element.text).empty()) return true;
        }
        return false;
    }

    bool next_value(Element& element) {
        if (at_ >= text_.size()) return false;
        const std::size_t begin = skip_json_blanks(text_, at_), end = json_value_end(text_, begin);
        if (begin >= text_.size() || end == std::string_view::npos || end == begin) return finish(begin, end);
        element = {text_.substr(begin, end - begin), begin, ++number_};
        at_ = skip_json_blanks(text_, end);
        if (is_one_ || at_ >= text_.size()) { at_ = std::string_view::npos; return true; }
        if (text_[at_] == ',') ++at_;
        else if (text_[at_] != ']') { damage_ = JsonDamage{at_, Fault::BadJson}; at_ = std::string_view::npos; }
        return true;
    }

    bool finish(std::size_t begin, std::size_t end) {
        if (end == std::string_view::npos) damage_ = JsonDamage{text_.size(), Fault::Truncated};
        else if (begin < text_.size() && text_[begin] != ']') damage_ = JsonDamage{begin, Fault::BadJson};
        at_ = std::string_view::npos;
        return false;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::uint32_t number_ = 0;
    bool is_lines_ = false, is_one_ = false;
    std::optional<JsonDamage> damage_;
};

class JsonRows final : public RowSource {
public:
    JsonRows(std::shared_ptr<const ByteSource> held, std::string_view text, JsonShape shape, bool is_lines, const PartLimits& limits)
        : held_{std::move(held)}, text_{text}, shape_{std::move(shape)}, is_lines_{is_lines}, limits_{limits},
          row_{shape_.table, shape_.has_features, limits.columns, limits.cell_bytes}, elements_{start()} {}

    /// Reads everything once for the names of the columns. An Error: there is no table.
    std::optional<Error> find_columns();
    bool next(TableRow& row) override;
    std::optional<Error> failure() const override { return failure_; }
    std::uint64_t position() const override { return elements_.position(); }
    std::span<const Error> warnings() const override { return warnings_; }

private:
    Elements start() const { return is_lines_ ? Elements{text_} : Elements{text_, shape_}; }
    bool header(TableRow& row);
    void fail(const JsonDamage& damage) { failure_ = describe_damage(text_, damage); }
    void warn(std::uint32_t number);

    std::shared_ptr<const ByteSource> held_;
    std::string_view text_;
    JsonShape shape_;
    bool is_lines_;
    PartLimits limits_;
    JsonRow row_;
    Elements elements_;
    bool has_header_ = false, is_over_ = false;
    std::optional<Error> failure_;
    std::vector<Error> warnings_;
};

std::optional<Error> JsonRows::find_columns() {
    TableRow row;
    Element element;
    std::uint32_t good = 0;
    for (Elements elements = start(); elements.next(element);) {
        const bool is_good = !row_.fill(element.text, row);
        if (row_.has_too_many_columns()) return Error{.fault = Fault::TooLarge, .place = {.file = {}, .row = element.number + 1, .column = {}}, .expected = "≤ " + std::to_string(limits_.columns)};
        if (!is_good && !is_lines_) break;
        good += is_good ? 1 : 0;
    }
    const bool has_table = good > 0 && (shape_.table == JsonTable::Arrays || !row_.columns().empty());
    if (has_table) return std::nullopt;
    if (shape_.damage) return describe_damage(text_, *shape_.damage);
    return no_table();
}

bool JsonRows::header(TableRow& row) {
    has_header_ = true;
    const auto& names = shape_.table == JsonTable::Arrays ? shape_.columns : row_.columns();
    if (names.empty()) return false;
    row.cells.clear();
    row.fault.reset();
    row.raw = {};
    row.number = 1;
    for (const std::string& name : names) row.cells.push_back({.raw = name});
    return true;
}

bool JsonRows::next(TableRow& row) {
    if (!has_header_ && header(row)) return true;
    Element element;
    if (is_over_ || !elements_.next(element) || element.number >= limits_.rows) {
        if (!is_over_ && element.number >= limits_.rows) failure_ = Error{.fault = Fault::TooLarge, .place = {}, .expected = "≤ " + std::to_string(limits_.rows)};
        else if (!is_over_ && elements_.damage()) fail(*elements_.damage());
        else if (!is_over_ && shape_.damage && !is_lines_) fail(*shape_.damage);   // behind the table
        is_over_ = true;
        return false;
    }
    const auto damage = row_.fill(element.text, row);
    row.raw = {};
    row.number = element.number + (shape_.table == JsonTable::Arrays && shape_.columns.empty() ? 0 : 1);
    if (damage && !is_lines_) {
        is_over_ = true;
        const bool is_first = shape_.damage && shape_.damage->at <= element.at + damage->at;
        fail(is_first ? *shape_.damage : JsonDamage{element.at + damage->at, damage->fault});
        return false;
    }
    if (damage) {
        row.fault = damage->fault == Fault::Truncated ? Fault::BadJson : damage->fault;
        row.raw = element.text;
    }
    if (!row_.repeated().empty()) warn(row.number);
    return true;
}

void JsonRows::warn(std::uint32_t number) {
    if (warnings_.size() >= kMaxWarnings) return;
    warnings_.push_back({.fault = Fault::DuplicateColumn, .place = {.file = {}, .row = number, .column = row_.repeated()}, .piece = {}, .expected = {}});
}

bool has_ending(std::string_view name, std::string_view ending) {
    return name.size() >= ending.size() && to_lower(name.substr(name.size() - ending.size())) == ending;
}

/// Counts nothing, keeps nothing: is this one document?
class Judge final : public JsonEvents {
    void on_scalar(const JsonScalar&) override {}
    void on_key(std::string_view) override {}
    void on_open(char) override {}
    void on_close(char) override {}
};

/// The first line is an object of its own, and another one follows or the name says that lines are meant.
bool has_json_lines(std::string_view text, std::string_view name) {
    if (has_ending(name, ".ndjson") || has_ending(name, ".jsonl") || has_ending(name, ".geojsonl")) return true;
    const std::size_t begin = skip_json_blanks(text, 0), end = std::min(text.find('\n', begin), text.size());
    if (begin >= text.size() || text[begin] != '{' || Judge{}.read(text.substr(begin, end - begin))) return false;
    const std::size_t second = skip_json_blanks(text, end);
    return second < text.size() && text[second] == '{';
}

}  // namespace

bool is_json(std::string_view head, std::string_view name) {
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    std::string decoded;
    if (looks_utf16(head)) {
        if (const auto guess = guess_encoding(head, Head::Beginning)) decoded = utf8_from_utf16(head, guess->encoding);
        head = decoded;
    }
    for (const std::string_view ending : {".json", ".geojson", ".ndjson", ".jsonl", ".geojsonl"})
        if (has_ending(name, ending)) return true;
    const std::size_t first = skip_json_blanks(head, 0), second = skip_json_blanks(head, first + 1);
    if (second >= head.size()) return false;
    const std::string_view rest = head.substr(second);
    if (head[first] == '{') return rest[0] == '"' || rest[0] == '}';
    return head[first] == '[' && (rest.find_first_of("{[\"]-0123456789") == 0 || rest.starts_with("true") || rest.starts_with("false") || rest.starts_with("null"));
}

std::optional<Error> open_json(const FileView& file, const PartSink& sink) {
    auto held = hold_text(file.source, file.limits.shared_bytes);
    if (!held) return held.error();
    std::string_view text = *(*held)->view();
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    if (trim(text).empty()) return Error{.fault = Fault::EmptyFile};
    const bool is_lines = has_json_lines(text, file.path);
    JsonShape shape = find_shape(is_lines ? text.substr(0, text.find('\n')) : text, file.limits.columns);
    if (is_lines) shape = {.table = JsonTable::Root, .path = {}, .columns = {}, .has_features = shape.has_features, .damage = {}};
    if (shape.table == JsonTable::None && shape.damage) return describe_damage(text, *shape.damage);
    if (shape.table == JsonTable::None) return no_table();
    auto rows = std::make_unique<JsonRows>(*held, text, std::move(shape), is_lines, file.limits);
    if (auto nothing = rows->find_columns()) return nothing;
    TablePart part;
    part.path = file.path;
    part.format = is_lines ? FileFormat::JsonLines : FileFormat::Json;
    part.rows = std::move(rows);
    sink(std::move(part));
    return std::nullopt;
}

}  // namespace problemator
