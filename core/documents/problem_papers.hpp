// Papers of entries that readers make: the form, the CSV file that the next build reads, the draft protocol of «Проблематор».
#pragma once
#include <string>

#include "core/model/entry_form.hpp"
#include "core/model/problems/protocol.hpp"

namespace problemator {

/// A form element for the shell, which keeps what is entered.
std::string entry_form_html(const EntryForm& form, Lang lang);
/// A file of the channel «reg_problems»: every entry of the register, days as ДД.ММ.ГГГГ. pre: a register of the form «problems»
std::string problems_csv(const Register& problems);
/// A file of the channel «reg_plans». pre: a register of the form «plans»
std::string plans_csv(const Register& plans);
/// The protocol as content of a page.
std::string protocol_html(const Protocol& protocol, Lang lang);
/// The same as a document of its own, A4, that browsers and text processors open.
std::string protocol_file(const Protocol& protocol, Lang lang);

}  // namespace problemator
