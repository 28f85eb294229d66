// What looks like a person or a way to reach one, in a name of a category: such a name never leaves in a published snapshot.
#pragma once
#include <string_view>

namespace problemator {

/// True for «Иванов И. О.», «И.О. Иванов», «Иванов Иван Иванович», an e-mail address, or ten digits of a telephone number in a row
/// (blanks, dashes and brackets between them do not count). Names of offices and places are not.
bool looks_personal(std::string_view utf8);

}  // namespace problemator
