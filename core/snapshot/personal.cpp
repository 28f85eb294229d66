#include "core/snapshot/personal.hpp"

#include "core/clean/privacy.hpp"

namespace problemator {

bool looks_personal(std::string_view utf8) { return is_personal_cell(utf8); }

std::string published_file_name(std::string_view name) {
    std::string scratch;
    PrivacyTally tally;
    const std::string_view masked = mask_personal(name, scratch, tally);
    if (!looks_personal(masked)) return std::string{masked};
    const std::size_t dot = name.rfind('.');   // «иванов иван.csv»: a person only because the whole name is read as one
    return "[имя]" + std::string{dot == name.npos ? std::string_view{} : name.substr(dot)};
}

bool is_name_of_profile(std::string_view profile_json, std::string_view name) {
    return !name.empty() && name.find('"') == name.npos && profile_json.find("\"" + std::string{name} + "\"") != profile_json.npos;
}

}  // namespace problemator
