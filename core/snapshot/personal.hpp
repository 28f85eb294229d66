// What looks like a person or a way to reach one, in a name of a category: such a name never leaves in a published snapshot.
#pragma once
#include <string>
#include <string_view>

namespace problemator {

/// A whole name of a category or of a file: is_personal_cell (core/clean/privacy.hpp) — names, telephones, e-mails, documents, profiles.
/// Names of offices and places are not, and neither are their addresses.
bool looks_personal(std::string_view utf8);

/// «Обращение Иванова.xlsx» → «Обращение [имя].xlsx»: a name of a file as it may be published.
std::string published_file_name(std::string_view name);

/// True for a name that the profile writes itself: the municipality has looked at its own lists.
bool is_name_of_profile(std::string_view profile_json, std::string_view name);

}  // namespace problemator
