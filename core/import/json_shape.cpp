#include "core/import/json_shape.hpp"

#include <algorithm>
#include <array>

namespace problemator {
namespace {

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 5> kColumnKeys = {"columns", "fields", "header", "headers", "cols"};
constexpr std::array<std::string_view, 7> kGeometries = {"Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection"};

/// A value that is being read.
struct Frame {
    char bracket = 0;
    std::uint32_t children = 0, objects = 0, arrays = 0, scalars = 0;
    std::uint32_t widest = 0;             // of an array: the longest array in it
    std::uint32_t record_scalars = 0;     // of an array: the most scalars of an object in it
    bool has_features = false;
    std::string key;                      // of an object: the last one
};

struct Candidate { std::vector<std::uint32_t> path; std::uint32_t rows = 0, widest = 0; bool has_features = false; };

class ShapeFinder final : public JsonEvents {
public:
    explicit ShapeFinder(std::size_t max_columns) : max_columns_{max_columns} {}
    JsonShape find(std::string_view text);

private:
    void on_scalar(const JsonScalar& scalar) override;
    void on_key(std::string_view key) override { top().key = key; }
    void on_open(char bracket) override;
    void on_close(char bracket) override;
    Frame& top() { return frames_[depth_ - 1]; }
    void offer(const Frame& array);
    std::vector<std::uint32_t> path() const;
    std::string_view key_above(std::size_t levels) const;
    void note_column(const JsonScalar& scalar);
    JsonShape choose();

    std::size_t max_columns_, depth_ = 0;
    std::array<Frame, kMaxJsonDepth> frames_;
    std::optional<Candidate> objects_, arrays_;
    std::vector<std::string> columns_;
    bool has_columns_ = false;            // the first list of columns is complete
    char root_ = 0;
    std::string root_type_;
};

bool is_inside(const std::vector<std::uint32_t>& inner, const std::vector<std::uint32_t>& outer) {
    return inner.size() > outer.size() && std::equal(outer.begin(), outer.end(), inner.begin());
}

/// Key under which the value `levels` above the top stands; empty in an array.
std::string_view ShapeFinder::key_above(std::size_t levels) const {
    if (depth_ < levels + 2) return {};
    const Frame& holder = frames_[depth_ - 2 - levels];
    return holder.bracket == '{' ? std::string_view{holder.key} : std::string_view{};
}

std::vector<std::uint32_t> ShapeFinder::path() const {
    std::vector<std::uint32_t> out;
    for (std::size_t i = 0; i < depth_; ++i) out.push_back(frames_[i].children - 1);
    return out;
}

void ShapeFinder::on_open(char bracket) {
    if (depth_ == 0) root_ = bracket;
    if (depth_ > 0) {
        Frame& parent = top();
        ++parent.children;
        (bracket == '{' ? parent.objects : parent.arrays) += 1;
    }
    Frame& frame = frames_[depth_++];
    std::string key = std::move(frame.key);   // keeps its memory
    key.clear();
    frame = Frame{};
    frame.key = std::move(key);
    frame.bracket = bracket;
}

void ShapeFinder::on_scalar(const JsonScalar& scalar) {
    if (depth_ == 0) return;
    Frame& frame = top();
    ++frame.children;
    ++frame.scalars;
    if (scalar.kind != JsonKind::String) return;
    const bool is_type = frame.bracket == '{' && frame.key == "type";
    if (is_type && depth_ == 1) root_type_ = scalar.text;
    if (is_type && depth_ > 1 && frames_[depth_ - 2].bracket == '[' && scalar.text == "Feature") frames_[depth_ - 2].has_features = true;
    note_column(scalar);
}

/// ["a", "b"] or [{"name": "a"}, {"name": "b"}] under a key such as "columns".
void ShapeFinder::note_column(const JsonScalar& scalar) {
    if (has_columns_ || columns_.size() >= max_columns_) return;
    const bool is_name = top().bracket == '[' ? is_one_of(key_above(0), kColumnKeys) : top().key == "name" && is_one_of(key_above(1), kColumnKeys);
    if (is_name) columns_.emplace_back(scalar.text);
}

void ShapeFinder::on_close(char) {
    const Frame& closed = top();
    if (closed.bracket == '[' && !columns_.empty() && is_one_of(key_above(0), kColumnKeys)) has_columns_ = true;
    const bool is_coordinates = key_above(0) == "coordinates";
    --depth_;
    if (depth_ > 0) {
        Frame& parent = top();
        if (closed.bracket == '{') parent.record_scalars = std::max(parent.record_scalars, closed.scalars);
        else parent.widest = std::max(parent.widest, closed.children);
    }
    if (closed.bracket == '[' && !is_coordinates) offer(closed);
}

/// An array inside a record of a table belongs to the record, unless that table is a mere wrapper of one object.
void ShapeFinder::offer(const Frame& array) {
    Candidate candidate{path(), array.objects > 0 ? array.objects : array.arrays, array.widest, array.has_features};
    if (candidate.rows == 0) return;
    std::optional<Candidate>& best = array.objects > 0 ? objects_ : arrays_;
    const bool is_wrapper = candidate.rows == 1 && array.record_scalars <= 2 && !array.has_features && best && best->rows > 1;
    const bool is_better = !best || (is_inside(best->path, candidate.path) ? !is_wrapper : candidate.rows > best->rows);
    if (is_better) best = std::move(candidate);
}

JsonShape ShapeFinder::choose() {
    const auto shape = [&](JsonTable table, const Candidate& from) { return JsonShape{.table = table, .path = from.path, .columns = {}, .has_features = from.has_features, .damage = {}}; };
    JsonShape out;
    if (is_one_of(root_type_, kGeometries)) out.table = JsonTable::Geometry;
    else if (root_type_ == "Feature") { out.table = JsonTable::Root; out.has_features = true; }
    else if (arrays_ && !columns_.empty() && arrays_->widest == columns_.size()) { out = shape(JsonTable::Arrays, *arrays_); out.columns = std::move(columns_); }
    else if (objects_) out = shape(JsonTable::Objects, *objects_);
    else if (arrays_ && !(root_ == '{' && frames_[0].scalars > 2)) out = shape(JsonTable::Arrays, *arrays_);
    else if (root_ == '{') out.table = JsonTable::Root;
    return out;
}

JsonShape ShapeFinder::find(std::string_view text) {
    const auto damage = read(text);
    while (depth_ > 0) on_close(0);   // arrays that the damage left open
    JsonShape shape = choose();
    shape.damage = damage;
    return shape;
}

/// From the inside of an object or array to its child number `ordinal`; npos when the text ends first.
std::size_t child_begin(std::string_view text, std::size_t at, char bracket, std::uint32_t ordinal) {
    for (std::uint32_t i = 0;; ++i) {
        at = skip_json_blanks(text, at);
        if (bracket == '{') {
            const std::size_t key_end = json_value_end(text, at);
            if (key_end == std::string_view::npos) return key_end;
            at = skip_json_blanks(text, skip_json_blanks(text, key_end) + 1);   // the colon
        }
        if (i == ordinal || at >= text.size()) return at < text.size() ? at : std::string_view::npos;
        at = json_value_end(text, at);
        if (at == std::string_view::npos) return at;
        at = skip_json_blanks(text, at) + 1;                                     // the comma
    }
}

}  // namespace

JsonShape find_shape(std::string_view text, std::size_t max_columns) { return ShapeFinder{max_columns}.find(text); }

std::size_t skip_json_blanks(std::string_view text, std::size_t at) {
    while (at < text.size() && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t')) ++at;
    return at;
}

std::size_t json_value_end(std::string_view text, std::size_t at) {
    std::size_t depth = 0;
    for (std::size_t i = at; i < text.size();) {
        const char c = text[i];
        if (c == '"') {
            for (++i; i < text.size() && text[i] != '"'; ++i) i += text[i] == '\\' ? 1u : 0u;
            if (i >= text.size()) return std::string_view::npos;
            ++i;
        } else if (c == '[' || c == '{') {
            ++depth, ++i;
        } else if (c == ']' || c == '}') {
            if (depth == 0) return i;
            --depth, ++i;
        } else {
            i = text.find_first_of("\"[]{},: \t\r\n", i + 1);
            if (i == std::string_view::npos) i = text.size();
            if (depth == 0) return i;
            continue;
        }
        if (depth == 0) return i;
    }
    return std::string_view::npos;
}

std::size_t array_begin(std::string_view text, const std::vector<std::uint32_t>& path) {
    std::size_t at = skip_json_blanks(text, 0);
    for (const std::uint32_t ordinal : path) {
        if (at >= text.size()) return std::string_view::npos;
        at = child_begin(text, at + 1, text[at], ordinal);
        if (at == std::string_view::npos) return at;
    }
    return at < text.size() ? at + 1 : std::string_view::npos;
}

}  // namespace problemator
