// Publishing: what may name a person leaves the snapshot before it is written.
#include <algorithm>

#include "core/clean/privacy.hpp"
#include "core/snapshot/personal.hpp"
#include "core/snapshot/points.hpp"
#include "core/snapshot/quality.hpp"
#include "core/snapshot/registers.hpp"
#include "core/snapshot/snapshot.hpp"

namespace problemator {
namespace {

constexpr std::size_t kMaxDigits = 20, kMinDigest = 16, kPhoneDigits = 11;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_separator(char c) { return c == '-' || c == '/' || c == '.' || c == '_' || c == '#'; }
bool is_hexadecimal(char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); }

/// "+7…" fails for its sign; eleven digits that begin with 79 or 89 are a Russian mobile number without it.
bool looks_like_phone(const std::string& digits) {
    return digits.size() == kPhoneDigits && (digits[0] == '7' || digits[0] == '8') && digits[1] == '9';
}

/// The part of the key after "<channel>:".
std::string_view own_part(std::string_view id) { return id.substr(std::min(id.size(), id.find(':') + 1)); }

/// The same codes with neutral names where a name looks like a person's: counts stay, the name does not.
Dictionary without_persons(const Dictionary& names, std::string_view profile_json) {
    Dictionary out;
    int hidden = 0;
    for (std::size_t code = 1; code < names.size(); ++code) {
        const auto c = static_cast<Code>(code);
        if (is_name_of_profile(profile_json, names.name(c)) || !looks_personal(names.name(c))) {
            out.append(names.name(c), names.id(c));
            continue;
        }
        const std::string number = std::to_string(++hidden);
        out.append("имя скрыто " + number, "hidden-" + number);
    }
    return out;
}

StringColumn no_texts(std::size_t rows) {
    StringColumn out;
    out.push_empty(rows);
    return out;
}

StringColumn with_masks(const StringColumn& texts) {
    StringColumn out;
    std::string scratch;
    PrivacyTally tally;
    for (std::size_t row = 0; row < texts.size(); ++row) out.push(mask_personal(texts[row], scratch, tally));
    return out;
}

}  // namespace

bool is_system_key(std::string_view key) {
    const bool is_digest = key.size() >= kMinDigest && std::all_of(key.begin(), key.end(), [](char c) { return is_hexadecimal(c) || c == '-'; });
    if (is_digest && std::any_of(key.begin(), key.end(), [](char c) { return c >= 'a' && c <= 'f'; })) return true;
    std::string digits;
    for (const char c : key) {
        if (is_digit(c)) digits.push_back(c);
        else if (!is_separator(c)) return false;
    }
    return !digits.empty() && digits.size() <= kMaxDigits && !looks_like_phone(digits);
}

void drop_personal_data(Snapshot& snapshot, PublishedTexts texts) {
    Table& table = snapshot.table;
    StringColumn ids;
    std::size_t replaced = 0;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::string_view id = table.id[row];
        if (is_system_key(own_part(id))) ids.push(id);
        else ids.push(std::string{id.substr(0, id.find(':'))} + ":~" + std::to_string(++replaced));   // '~' is in no system key
    }
    table.id = std::move(ids);
    table.names[index(Dimension::Street)] = {};
    table.codes[index(Dimension::Street)].assign(table.rows(), kNotGiven);
    for (Dictionary& names : table.names) names = without_persons(names, snapshot.info.profile_json);
    table.text = texts == PublishedTexts::Masked ? with_masks(table.text) : no_texts(table.rows());
    table.author.clear();
    coarsen_points(snapshot);
    drop_personal_entries(snapshot.registers);
    if (snapshot.quality) drop_personal_quality(*snapshot.quality, snapshot.info.profile_json);
    for (InputFile& input : snapshot.info.inputs) input.name = published_file_name(input.name);
    snapshot.info.is_published = true;
}

}  // namespace problemator
