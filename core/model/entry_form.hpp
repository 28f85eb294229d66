// EntryForm: a form that the shell lays over the page — which fields it has, what may be chosen, what stands in them already.
#pragma once
#include <string>
#include <utility>
#include <vector>

namespace problemator {

struct FormField {
    enum class Kind : std::uint8_t { Line, Text, Date, Choice, Percent, Hidden };
    struct Group { std::string name; std::vector<std::pair<std::string, std::string>> options; };   // value (Russian, as registers write it), name
    std::string id, label, value;                  // id: what the shell calls it; of a problem a field of its register, or «stage» and «since», of a plan the year
    Kind kind = Kind::Line;
    std::vector<Group> groups{};                   // of a choice; a group without a name stands alone
    bool is_required = false, is_fixed = false;    // fixed: told, not changed
};

enum class EntryKind : std::uint8_t { Problem, Plan };
struct EntryForm { EntryKind kind{}; std::string title, note; std::vector<FormField> fields; };

}  // namespace problemator
