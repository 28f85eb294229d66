// Personal data in UTF-8 text: where it stands, of what kind it is, and the same text with masks in its place. Rules and word lists,
// no regular expressions: one pass looks at bytes that can begin something (digits, capitals, @, /, [), so its time is linear.
// What is recognised and what is not is said with measured numbers in docs/methods.md, "Personal data".
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/phrase.hpp"

namespace problemator {

enum class PersonalKind : std::uint8_t { Name, Phone, Email, Passport, Snils, Inn, Card, Account, Plate, Address, BirthDate, Profile };
inline constexpr std::size_t kPersonalKinds = 12;
/// "name", "phone", "email", "passport", "snils", "inn", "card", "account", "plate", "address", "birth_date", "profile".
std::string_view personal_kind_id(PersonalKind kind);
Phrase personal_kind_name(PersonalKind kind);        // «имя», "name"
std::string_view personal_mask(PersonalKind kind);   // «[имя]»: texts are Russian, and so are their masks

struct PersonalSpan { PersonalKind kind{}; std::size_t begin = 0, end = 0; friend bool operator==(const PersonalSpan&, const PersonalSpan&) = default; };

/// Every find in `text`, sorted, none over another; `out` is cleared first. Bytes that are not UTF-8 end words and do no harm.
void find_personal(std::string_view text, std::vector<PersonalSpan>& out);

struct PrivacyTally { std::array<std::uint32_t, kPersonalKinds> found{}; };   // by kind
void count_personal(const std::vector<PersonalSpan>& spans, PrivacyTally& tally);

/// The text with «[телефон]», «[имя]»… in place of what was found; `text` itself when there is nothing (then `scratch` is not touched).
/// `scratch` keeps the result until the next call. Masking a masked text changes nothing.
std::string_view mask_personal(std::string_view text, std::string& scratch, PrivacyTally& tally);

/// A whole cell of a category column (territory, department, topic…): true when it names a person or a way to reach one.
/// Addresses are not counted here: offices have them too.
bool is_personal_cell(std::string_view cell);

}  // namespace problemator
