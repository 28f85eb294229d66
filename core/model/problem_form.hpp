// The form behind «Новая проблема» and «Записать причину»: which fields it has, what may be chosen, what stands in them already.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "core/model/pages.hpp"

namespace problemator {

struct FormField {
    enum class Kind : std::uint8_t { Line, Text, Date, Choice };
    struct Group { std::string name; std::vector<std::pair<std::string, std::string>> options; };   // value (Russian, as registers write it), name
    std::string id, label, value;                  // id: of a field of the form «problems», or «stage» and «since»
    Kind kind = Kind::Line;
    std::vector<Group> groups{};                   // of a choice; a group without a name stands alone
    bool is_required = false, is_fixed = false;    // fixed: told, not changed
};

struct ProblemForm { std::string title, note; std::vector<FormField> fields; };
/// Of the state's overlay: empty fields for a new problem, the opened problem's own for its cause. Without such a problem a new one.
ProblemForm problem_form(const World& world, const State& state);

}  // namespace problemator
