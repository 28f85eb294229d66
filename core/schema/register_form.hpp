// RegisterForm: what a register holds — its columns, what makes two entries one, and of which month an entry speaks.
// A register is a small table kept beside the messages (hearings, pages, road maps); a form is a file of data/registers/.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.hpp"
#include "core/schema/profile.hpp"

namespace problemator {

enum class ValueType : std::uint8_t { Text, Category, Date, YesNo, Number, Link, MessageKey };
std::string_view value_type_id(ValueType type);              // "text", "category", "date", "yes_no", …
std::optional<ValueType> parse_value_type(std::string_view id);

struct RegisterField {
    std::string id;                      // "through_pos"
    Name name;
    ValueType type = ValueType::Text;
    bool is_required = false;            // an entry without it is refused
    bool is_personal = false;            // may name a person: never published
    bool is_list = false;                // several values in one cell, parted by «;»
};

struct RegisterForm {
    std::string id;                      // "hearings"
    Name name;
    std::string about;
    std::vector<RegisterField> fields;
    std::vector<std::string> key;        // entries that agree in these fields are one
    std::string period;                  // date: the entry speaks of the month of this day
    std::string from, until;             // dates: an entry without a day of its own holds in the months between them, both included

    /// Place of the field in `fields`.
    std::optional<std::size_t> find(std::string_view field) const;
    std::vector<std::string_view> field_ids() const;
};

/// Reads and checks a form: ids are unique, key and period name fields of their types. Errors carry the JSON path.
Result<RegisterForm> read_register_form(std::string_view json, std::string_view file_name);
/// The forms of data/registers/, embedded at build, sorted by file name.
std::span<const RegisterForm> builtin_register_forms();
const RegisterForm* find_register_form(std::string_view id);   // null when there is none
std::vector<std::string_view> register_form_ids();

}  // namespace problemator
