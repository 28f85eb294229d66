#include "core/schema/message_view.hpp"

namespace problemator {

// The strings are taken away before the rest is copied and given back afterwards, so that a member added to Message is never forgotten here.
void MessageView::copy_to(Message& message) const {
    std::array<std::string, kNames> kept_names;
    std::array<std::string, kTexts> kept_texts;
    for (std::size_t i = 0; i < kNames; ++i) kept_names[i] = std::move(message.*kNameMembers[i]);
    for (std::size_t i = 0; i < kTexts; ++i) kept_texts[i] = std::move(message.*kTextMembers[i]);
    message = facts;
    for (std::size_t i = 0; i < kNames; ++i) (message.*kNameMembers[i] = std::move(kept_names[i])).assign(names[i].text);
    for (std::size_t i = 0; i < kTexts; ++i) (message.*kTextMembers[i] = std::move(kept_texts[i])).assign(texts[i]);
}

}  // namespace problemator
