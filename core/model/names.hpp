// Names: how a code of the table is called on a page — by the profile in the reader's language, else as it was found.
#pragma once
#include <string>

#include "core/model/world.hpp"

namespace problemator {

/// Full name; «не указано» for code 0.
std::string name_of(const World& world, Dimension d, Code code, Lang lang);
/// Short name for lists and matrix heads («ЖКХ», «ПОС», «Управление ЖКХ»); the full one where the profile has none.
std::string short_name_of(const World& world, Dimension d, Code code, Lang lang);
/// Of a file's source: the channel's name, of a register's file («reg_votes») the register's; the id where nothing names it.
std::string source_name(const World& world, std::string_view id, Lang lang);

}  // namespace problemator
