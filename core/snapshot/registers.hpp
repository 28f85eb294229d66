// Registers of a snapshot: one optional section of JSON that carries the forms along, so that it explains itself.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/schema/register.hpp"

namespace problemator {

/// The same registers give the same text. Texts are written once each, as codes into a list.
std::string registers_json(const std::vector<Register>& registers);
/// Checks every form, length, code and day; memory is bounded by the size of `json`. The Error has the path.
Result<std::vector<Register>> read_registers(std::string_view json, std::string_view file_name);
/// What a published snapshot must not hold: drops personal fields, and in the others names of persons, personal pages of social networks and
/// message keys that are no system numbers.
void drop_personal_entries(std::vector<Register>& registers);
/// True for an address of a person's own page: vk.com/id1, ok.ru/profile/1, t.me/+7…
bool is_personal_page(std::string_view link);

}  // namespace problemator
