// Templates: an empty table that the import will read, made from a channel file — the heads it looks for, and a sheet that says how to fill them.
#pragma once
#include <string>
#include <string_view>

#include "core/base/phrase.hpp"
#include "core/import/channel.hpp"

namespace problemator {

/// Heads only: UTF-8 with BOM, «;», CRLF.
std::string template_csv(const Channel& channel);
/// Sheet 1: the heads, filled in by the user. Sheet 2: of every column what goes into it, whether it must be there, how dates are written.
std::string template_xlsx(const Channel& channel, Lang lang);

}  // namespace problemator
