// JsonCursor: reading of configuration JSON where every mistake is an Error with the file and the path of the value.
// nlohmann::json does the parsing; this class never throws and never aborts on user data.
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"

namespace problemator {

class JsonCursor {
public:
    /// Parses `text`; a syntax error names the line. Nesting is limited to 64 levels.
    static Result<JsonCursor> parse(std::string_view text, std::string_view file_name);

    bool has(std::string_view key) const;
    /// Required member. The path of the result is "blocks[2].name".
    Result<JsonCursor> at(std::string_view key) const;
    std::optional<JsonCursor> find(std::string_view key) const;
    Result<std::string> string() const;
    Result<double> number() const;
    Result<int> integer() const;
    Result<bool> boolean() const;
    Result<std::vector<JsonCursor>> items() const;                        // an array
    Result<std::vector<std::pair<std::string, JsonCursor>>> members() const;  // an object, keys in file order… sorted by nlohmann
    Result<std::vector<std::string>> strings() const;                     // an array of strings
    bool is_string() const;
    bool is_array() const;
    bool is_object() const;
    bool is_null() const;
    /// Error that names the first member that is not in `known`, with the nearest known name as `expected`.
    std::optional<Error> unknown_member(std::initializer_list<std::string_view> known) const;
    Error error(Fault fault, std::string piece, std::string expected) const;
    const std::string& path() const { return path_; }
    const nlohmann::json& raw() const { return *node_; }

private:
    std::shared_ptr<const nlohmann::json> root_;
    const nlohmann::json* node_ = nullptr;
    std::string file_, path_;
};

}  // namespace problemator
