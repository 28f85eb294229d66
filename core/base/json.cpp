#include "core/base/json.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/base/nearest.hpp"

namespace problemator {
namespace {

using nlohmann::json;

std::string short_dump(const json& node) {
    std::string text = node.dump(-1, ' ', false, json::error_handler_t::replace);
    if (text.size() > 200) text.resize(200);
    return text;
}

/// Depth of brackets outside strings; nlohmann's parser recurses on destruction, so depth is bounded before parsing.
bool is_too_deep(std::string_view text, int limit) {
    int depth = 0;
    bool in_string = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (in_string) {
            if (c == '\\') ++i;
            if (c == '"') in_string = false;
        } else if (c == '"') {
            in_string = true;
        } else if (c == '[' || c == '{') {
            if (++depth > limit) return true;
        } else if (c == ']' || c == '}') {
            --depth;
        }
    }
    return false;
}

// Finds the place of the first syntax error without exceptions: the SAX interface reports it.
struct ErrorFinder : nlohmann::json_sax<json> {
    std::size_t position = 0;
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override { return true; }
    bool key(string_t&) override { return true; }
    bool end_object() override { return true; }
    bool start_array(std::size_t) override { return true; }
    bool end_array() override { return true; }
    bool parse_error(std::size_t at, const std::string&, const nlohmann::detail::exception&) override {
        position = at;
        return false;
    }
};

Error syntax_error(std::string_view text, std::string_view file_name) {
    ErrorFinder finder;
    json::sax_parse(text.begin(), text.end(), &finder);
    const std::size_t at = std::min(finder.position > 0 ? finder.position - 1 : 0, text.size());
    const auto line = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n') + 1;
    const std::size_t begin = at < 12 ? 0 : at - 12;
    return {.fault = Fault::BadJson, .place = {.file = std::string{file_name}, .row = static_cast<std::uint32_t>(line)}, .piece = std::string{text.substr(begin, 24)}};
}

}  // namespace

Result<JsonCursor> JsonCursor::parse(std::string_view text, std::string_view file_name) {
    if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
    const Place place{.file = std::string{file_name}};
    if (text.empty()) return Error{.fault = Fault::EmptyFile, .place = place};
    if (is_too_deep(text, 64)) return Error{.fault = Fault::BadJson, .place = place, .piece = "[[[…", .expected = "≤ 64 [ {"};
    auto root = std::make_shared<const json>(json::parse(text.begin(), text.end(), nullptr, false));
    if (root->is_discarded()) return syntax_error(text, file_name);
    JsonCursor cursor;
    cursor.node_ = root.get();
    cursor.root_ = std::move(root);
    cursor.file_ = file_name;
    return cursor;
}

Error JsonCursor::error(Fault fault, std::string piece, std::string expected) const {
    return {.fault = fault, .place = {.file = file_, .column = path_}, .piece = std::move(piece), .expected = std::move(expected)};
}

bool JsonCursor::is_string() const { return node_->is_string(); }
bool JsonCursor::is_array() const { return node_->is_array(); }
bool JsonCursor::is_object() const { return node_->is_object(); }
bool JsonCursor::is_null() const { return node_->is_null(); }
bool JsonCursor::has(std::string_view key) const { return node_->is_object() && node_->contains(std::string{key}); }

std::optional<JsonCursor> JsonCursor::find(std::string_view key) const {
    if (!has(key)) return std::nullopt;
    JsonCursor child = *this;
    child.node_ = &*node_->find(std::string{key});
    child.path_ = path_.empty() ? std::string{key} : path_ + "." + std::string{key};
    return child;
}

Result<JsonCursor> JsonCursor::at(std::string_view key) const {
    if (!node_->is_object()) return error(Fault::WrongType, short_dump(*node_), "{…}");
    auto child = find(key);
    if (!child) return error(Fault::MissingKey, "", "\"" + std::string{key} + "\"");
    return *std::move(child);
}

Result<std::string> JsonCursor::string() const {
    if (!node_->is_string()) return error(Fault::WrongType, short_dump(*node_), "\"…\"");
    return *node_->get_ptr<const std::string*>();
}

Result<double> JsonCursor::number() const {
    if (!node_->is_number()) return error(Fault::WrongType, short_dump(*node_), "1.5");
    const double value = node_->get<double>();
    if (!std::isfinite(value)) return error(Fault::OutOfRange, short_dump(*node_), "");
    return value;
}

Result<int> JsonCursor::integer() const {
    TRY(const double value, number());
    if (value != std::floor(value) || std::fabs(value) > 1e9) return error(Fault::WrongType, short_dump(*node_), "1");
    return static_cast<int>(value);
}

Result<bool> JsonCursor::boolean() const {
    if (!node_->is_boolean()) return error(Fault::WrongType, short_dump(*node_), "true / false");
    return node_->get<bool>();
}

Result<std::vector<JsonCursor>> JsonCursor::items() const {
    if (!node_->is_array()) return error(Fault::WrongType, short_dump(*node_), "[…]");
    std::vector<JsonCursor> out;
    out.reserve(node_->size());
    for (std::size_t i = 0; i < node_->size(); ++i) {
        JsonCursor child = *this;
        child.node_ = &(*node_)[i];
        child.path_ = path_ + "[" + std::to_string(i) + "]";
        out.push_back(std::move(child));
    }
    return out;
}

Result<std::vector<std::pair<std::string, JsonCursor>>> JsonCursor::members() const {
    if (!node_->is_object()) return error(Fault::WrongType, short_dump(*node_), "{…}");
    std::vector<std::pair<std::string, JsonCursor>> out;
    for (auto it = node_->begin(); it != node_->end(); ++it) out.emplace_back(it.key(), *find(it.key()));
    return out;
}

Result<std::vector<std::string>> JsonCursor::strings() const {
    TRY(const auto children, items());
    std::vector<std::string> out;
    for (const JsonCursor& child : children) {
        TRY(auto text, child.string());
        out.push_back(std::move(text));
    }
    return out;
}

std::optional<Error> JsonCursor::unknown_member(std::initializer_list<std::string_view> known) const {
    if (!node_->is_object()) return error(Fault::WrongType, short_dump(*node_), "{…}");
    for (auto it = node_->begin(); it != node_->end(); ++it) {
        if (std::find(known.begin(), known.end(), it.key()) != known.end()) continue;
        return error(Fault::UnknownKey, it.key(), nearest_word(it.key(), std::vector<std::string_view>{known}));
    }
    return std::nullopt;
}

}  // namespace problemator
