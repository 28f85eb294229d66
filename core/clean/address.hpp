// Address: settlement, street and house as people type them → one spelling. Flats are dropped: nobody needs them here.
#pragma once
#include <string>
#include <string_view>

namespace problemator {

/// «пгт. Приобье» → type "пгт", name "приобье". Hyphens are blanks, «им.» and initials are gone, ё is е.
struct SettlementName { std::string type, name; };
SettlementName settlement_name(std::string_view text);
/// "urban" (г, гп, пгт, рп), "rural" (с, сп, п, д, х …) or "" for no type.
std::string_view settlement_class(std::string_view type);

/// «Лесная 1-я», «1-я Лесная ул.», «улица 1-ая Лесная» → «ул. 1-я Лесная»; «ул. А.С. Пушкина», «Пушкина» → «ул. Пушкина».
/// Empty when nothing but a type is there.
std::string clean_street(std::string_view text);
/// The same street whatever its type: compares clean_street() spellings.
std::string street_key(std::string_view text);
/// «д. 12 А», «12а», «№12-а» → "12а"; «12/1» → "12/1"; «12 корп. 1», «12к1» → "12к1"; «стр. 3» → "с3"; «влд. 5» → "5". Empty when there is no number.
std::string clean_house(std::string_view text);

/// A whole address in one cell, in any order of its parts: «гп Приобье, ул. Лесная, д. 4, кв. 7», «628126, ХМАО, Приобье, Лесная 4-7».
/// Parts that cannot be told apart are left in `rest` (words of settlement_name() are looked up there by the caller).
struct Address { std::string settlement, street, house, rest; };
Address split_address(std::string_view text);

}  // namespace problemator
