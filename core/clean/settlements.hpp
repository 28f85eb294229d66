// Settlements: names of the profile's territories as people write them in columns and in the words of a message.
#pragma once
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/clean/words.hpp"
#include "core/schema/profile.hpp"

namespace problemator {

/// The profile must outlive it. Look-ups are exact after normalisation (address.hpp): nearness is for suggestions only.
class Settlements {
public:
    explicit Settlements(const Profile& profile);
    /// The territory that a settlement's name stands for: «пос. Приобье», «ПРИОБЬЕ п.г.т.»; null when unknown or not the only one.
    const Territory* named(std::string_view name) const;
    /// The one territory that a text names: «в Приобье», «из Шеркал», «село Каменное»; null when none or several.
    const Territory* in_text(std::string_view text) const;
    /// The same of words that write_words() has made of the text.
    const Territory* in_words(std::string_view words) const;

private:
    struct Named { const Territory* territory = nullptr; std::string type; };
    struct Form { std::string name; InText in_text{}; bool is_short = false; };   // `name` as by_name_ has it
    void add_name(std::string_view name, const Territory& territory);
    void add_forms(const std::string& name, const Territory& territory);
    const Territory* named(std::string_view type, const std::string& name) const;
    const Territory* told_at(const WordPatterns::Found& found, std::string_view words) const;

    std::unordered_map<std::string, std::vector<Named>> by_name_;
    std::vector<Form> forms_;                 // by tag of the patterns
    WordPatterns patterns_;
};

}  // namespace problemator
