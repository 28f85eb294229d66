// Words of the import report that its text, its JSON and the screen «Качество данных» share.
#pragma once
#include <string>

#include "core/import/import_report.hpp"

namespace problemator {

/// What a table was taken for: the channel's or the register's name, or "" when it was not understood.
std::string channel_words(const FileReport& file, Lang lang);
/// "closed_before_received", …; «закрыто раньше, чем получено».
std::string_view clock_fault_id(ClockFault fault);
Phrase clock_fault_words(ClockFault fault);
/// «кодировка», «строка заголовков», … of Guess::about; the word itself when it is unknown.
std::string guess_words(const std::string& about, Lang lang);
/// «телефоны», «имена», … of PrivacyCount::kind; the word itself when it is unknown.
std::string privacy_words(const std::string& kind, Lang lang);

}  // namespace problemator
