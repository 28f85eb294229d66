// Markup of posts: what a social network or a web form writes around the words of a message.
#pragma once
#include <string>
#include <string_view>

namespace problemator {

/// «[club123|Паблик], нет&nbsp;воды<br>» → «Паблик, нет воды» and a line end: references to communities become their title, HTML tags
/// go (those that end a line become one), entities become characters. A reference to a person ([id1|Имя]) stays as found: the masking
/// of personal data recognises it by its mark. `scratch` is only written when something has to change.
std::string_view without_markup(std::string_view text, std::string& scratch);

}  // namespace problemator
