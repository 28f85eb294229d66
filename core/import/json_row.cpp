#include "core/import/json_row.hpp"

#include <algorithm>
#include <span>

namespace problemator {
namespace {

constexpr std::size_t kMaxNameBytes = 1024;   // "a.b.c": else a long name above many members would be multiplied

void append_quoted(std::string& out, std::string_view text) {
    constexpr std::string_view kHex = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        const auto code = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') { out += '\\'; out += c; }
        else if (c == '\n') out += "\\n";
        else if (code < 0x20) { out += "\\u00"; out += kHex[code >> 4]; out += kHex[code & 15]; }
        else out += c;
    }
    out += '"';
}

}  // namespace

JsonRow::JsonRow(JsonTable table, bool has_features, std::size_t max_columns, std::size_t max_cell_bytes)
    : table_{table}, has_features_{has_features}, max_columns_{max_columns}, max_cell_bytes_{max_cell_bytes} {}

std::optional<JsonDamage> JsonRow::fill(std::string_view element, TableRow& row) {
    text_.clear();
    name_.clear();
    repeated_.clear();
    prefixes_.clear();
    for (const std::size_t column : filled_) cells_[column] = {};
    filled_.clear();
    depth_ = ordinal_ = list_depth_ = 0;
    is_too_long_ = false;
    geometry_.reset();
    centre_.reset();
    if (table_ == JsonTable::Geometry) geometry_.emplace();
    geometry_depth_ = 0;
    const auto damage = read(element);
    if (geometry_) centre_ = geometry_->centre();
    put_centre();
    row.cells.clear();
    row.fault.reset();
    const std::size_t width = filled_.empty() ? 0 : *std::max_element(filled_.begin(), filled_.end()) + 1;
    for (const Cell& cell : std::span{cells_}.first(width)) row.cells.push_back({.raw = std::string_view{text_}.substr(cell.begin, cell.size), .has_doubled_quotes = false, .kind = cell.kind});
    if (is_too_long_) row.fault = Fault::CellTooLong;
    return damage;
}

std::optional<std::size_t> JsonRow::column_of(std::string_view name) {
    if (const auto known = index_.find(name); known != index_.end()) return known->second;
    if (columns_.size() >= max_columns_) { has_too_many_columns_ = true; return std::nullopt; }
    columns_.emplace_back(name);
    index_.emplace(std::string{name}, columns_.size() - 1);
    return columns_.size() - 1;
}

void JsonRow::put(std::string_view text, CellKind kind) {
    const bool is_array = table_ == JsonTable::Arrays;
    if (is_array && ordinal_ >= max_columns_) has_too_many_columns_ = true;
    const auto column = is_array ? (ordinal_ < max_columns_ ? std::optional{ordinal_} : std::nullopt) : column_of(name_);
    if (!column) return;
    if (*column >= cells_.size()) cells_.resize(*column + 1);
    if (cells_[*column].is_set) repeated_ = name_;
    else filled_.push_back(*column);
    is_too_long_ |= text.size() > max_cell_bytes_;
    cells_[*column] = {text_.size(), text.size(), kind, true};
    text_ += text;
}

void JsonRow::put_scalar(const JsonScalar& scalar) {
    if (scalar.kind != JsonKind::Number) return put(scalar.text, scalar.kind == JsonKind::YesNo ? CellKind::YesNo : CellKind::Text);
    const auto plain = plain_number(scalar.text);
    put(plain ? std::string_view{*plain} : scalar.text, plain ? CellKind::Number : CellKind::Text);
}

/// A property named "lat" is the owner's own; the geometry then says its point under a name that tells where it is from.
void JsonRow::put_centre() {
    if (!centre_) return;
    for (const auto& [column, degrees] : {std::pair{"lat", &centre_->lat}, std::pair{"lon", &centre_->lon}}) {
        const auto known = index_.find(std::string_view{column});
        const bool is_given = known != index_.end() && known->second < cells_.size() && cells_[known->second].is_set;
        name_ = is_given ? std::string{"geometry."} + column : column;
        put(*degrees, CellKind::Number);
    }
}

void JsonRow::end_member() {
    if (depth_ == 1 && table_ == JsonTable::Arrays) ++ordinal_;
    else if (!prefixes_.empty()) name_.resize(prefixes_.back());
}

void JsonRow::on_key(std::string_view key) {
    if (geometry_) return geometry_->key(key);
    if (list_depth_ > 0) {
        list_comma();
        append_quoted(list_json_, key);
        list_json_ += ':';
        return;
    }
    name_.resize(prefixes_.empty() ? 0 : prefixes_.back());
    if (has_features_ && depth_ == 1 && key == "properties") return;   // its members stand for themselves
    if (name_.size() + key.size() >= kMaxNameBytes) { has_too_many_columns_ = true; return; }
    if (!name_.empty()) name_ += '.';
    name_ += key;
}

void JsonRow::list_comma() {
    if (!list_json_.empty() && list_json_.back() != '[' && list_json_.back() != '{' && list_json_.back() != ':') list_json_ += ',';
}

void JsonRow::list_scalar(const JsonScalar& scalar) {
    list_comma();
    if (scalar.kind == JsonKind::String) append_quoted(list_json_, scalar.text);
    else list_json_ += scalar.kind == JsonKind::Null ? "null" : scalar.kind == JsonKind::YesNo ? (scalar.text == "1" ? "true" : "false") : scalar.text;
    if (scalar.kind == JsonKind::Null) return;
    if (!joined_.empty()) joined_ += "; ";
    joined_ += scalar.text;
}

void JsonRow::on_scalar(const JsonScalar& scalar) {
    if (geometry_) return geometry_->scalar(scalar);
    if (list_depth_ > 0) return list_scalar(scalar);
    const bool is_mark = has_features_ && depth_ == 1 && (name_.empty() || name_ == "type" || name_ == "geometry");
    if (depth_ > 0 && !is_mark && scalar.kind != JsonKind::Null) put_scalar(scalar);
    else if (depth_ > 0 && !is_mark && table_ != JsonTable::Arrays && !name_.empty()) column_of(name_);   // null: the column exists
    end_member();
}

void JsonRow::on_open(char bracket) {
    if (has_features_ && depth_ == 1 && name_ == "geometry" && !geometry_ && list_depth_ == 0) {
        geometry_.emplace();
        geometry_depth_ = 0;
    }
    if (geometry_) { ++geometry_depth_; return geometry_->open(bracket); }
    const bool is_row = depth_ == 0, is_list = list_depth_ > 0 || bracket == '[' || table_ == JsonTable::Arrays;
    if (!is_row && is_list) {
        if (list_depth_++ == 0) {
            is_plain_list_ = bracket == '[';
            joined_.clear();
            list_json_.clear();
        } else {
            is_plain_list_ = false;
        }
        list_comma();
        list_json_ += bracket;
        return;
    }
    ++depth_;
    prefixes_.push_back(name_.size());
}

void JsonRow::on_close(char bracket) {
    if (geometry_) {
        geometry_->close(bracket);
        if (--geometry_depth_ > 0 || table_ == JsonTable::Geometry) return;
        centre_ = geometry_->centre();
        geometry_.reset();
        return end_member();
    }
    if (list_depth_ > 0) {
        list_json_ += bracket;
        if (--list_depth_ > 0) return;
        if (!(is_plain_list_ && joined_.empty())) put(is_plain_list_ ? joined_ : list_json_, CellKind::Text);
        return end_member();
    }
    --depth_;
    prefixes_.pop_back();
    end_member();
}

}  // namespace problemator
