#include "core/import/header_words.hpp"

#include <algorithm>

#include "core/base/embedded.hpp"
#include "core/base/json.hpp"
#include "core/base/nearest.hpp"
#include "core/base/text.hpp"
#include "core/import/canonical.hpp"

namespace problemator {

std::span<const EmbeddedFile> embedded_header_words();   // data/dictionaries/headers.json, written by cmake/embed.py

namespace {

bool is_word_char(char32_t c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == U'№' || (c >= 0x400 && c < 0x500); }
bool is_capital(char32_t c) { return (c >= 'A' && c <= 'Z') || (c >= 0x410 && c <= 0x42F) || c == 0x401; }
bool is_ascii(std::string_view text) { return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }); }

constexpr double kMoreWords = 0.02;        // «текст инцидента» says more than «текст»

/// «поступ» begins «поступления»; a Latin beginning of four letters may also stand inside a glued word ("createddate").
bool speaks_of(const std::string& word, const std::string& beginning) {
    if (count_chars(beginning) <= 2) return word == beginning;
    return word.starts_with(beginning) || (beginning.size() >= 4 && is_ascii(beginning) && word.find(beginning) != std::string::npos);
}

/// How much of a word is said: endings of Russian words count as said, of glued Latin ones three letters do.
double said_of(const std::string& word, std::size_t letters) {
    if (letters == 0 || !is_ascii(word)) return letters == 0 ? 0 : 1;
    return std::min(1.0, static_cast<double>(letters + 3) / static_cast<double>(word.size()));
}

double cover(const std::vector<std::string>& header, const std::vector<std::string>& phrase) {
    std::vector<std::size_t> letters(header.size());
    for (const std::string& beginning : phrase) {
        std::size_t at = 0;
        while (at < header.size() && !speaks_of(header[at], beginning)) ++at;
        if (at == header.size()) return 0;
        letters[at] += count_chars(beginning);
    }
    double said = 0;
    std::size_t words = 0;
    for (std::size_t i = 0; i < header.size(); ++i) said += said_of(header[i], letters[i]), words += letters[i] > 0;
    return 2 * said / static_cast<double>(header.size() + words) + kMoreWords * static_cast<double>(words - 1);
}

void drop_stop_words(std::vector<std::string>& words, const std::vector<std::string>& stop) {
    std::erase_if(words, [&](const std::string& word) { return std::find(stop.begin(), stop.end(), word) != stop.end(); });
}

Result<Phrases> read_phrases(const JsonCursor& at, const std::vector<std::string>& stop) {
    TRY(const auto texts, at.strings());
    Phrases phrases;
    for (const std::string& text : texts) {
        auto words = words_of_header(text);
        drop_stop_words(words, stop);
        if (words.empty()) return at.error(Fault::BadValue, text, {});
        phrases.push_back(std::move(words));
    }
    return phrases;
}

Error unknown_field(const JsonCursor& at, const std::string& id) {
    std::vector<std::string_view> known;
    for (std::size_t i = 0; i < kFields; ++i) known.push_back(field_id(static_cast<Field>(i)));
    return at.error(Fault::UnknownKey, id, nearest_word(id, known));
}

std::optional<Error> read_fields(const JsonCursor& at, HeaderWords& words) {
    const auto members = at.members();
    if (!members) return members.error();
    for (const auto& [id, phrases] : *members) {
        const auto field = parse_field(id);
        if (!field) return unknown_field(phrases, id);
        auto read = read_phrases(phrases, words.stop);
        if (!read) return read.error();
        words.of_fields[static_cast<std::size_t>(*field)] = *std::move(read);
    }
    return std::nullopt;
}

/// Where several beginnings fit («решен», «не решен»), likely_value() takes the longest.
std::optional<Error> read_values(const JsonCursor& at, HeaderWords& words) {
    const auto fields = at.members();
    if (!fields) return fields.error();
    for (const auto& [id, map] : *fields) {
        const auto field = parse_field(id);
        if (!field) return unknown_field(map, id);
        const auto members = map.members();
        if (!members) return members.error();
        const auto known = canonical_ids(*field);
        for (const auto& [to, beginnings] : *members) {
            if (std::find(known.begin(), known.end(), to) == known.end()) return beginnings.error(Fault::BadValue, to, nearest_word(to, known));
            auto read = beginnings.strings();
            if (!read) return read.error();
            words.values[id].emplace_back(to, *std::move(read));
        }
    }
    return std::nullopt;
}

}  // namespace

Result<HeaderWords> read_header_words(std::string_view json, std::string_view file_name) {
    TRY(const JsonCursor root, JsonCursor::parse(json, file_name));
    if (auto error = root.unknown_member({"about", "stop", "fields", "values"})) return *std::move(error);
    HeaderWords words;
    TRY(const JsonCursor stop, root.at("stop"));
    TRY(words.stop, stop.strings());
    TRY(const JsonCursor fields, root.at("fields"));
    if (auto error = read_fields(fields, words)) return *std::move(error);
    TRY(const JsonCursor values, root.at("values"));
    if (auto error = read_values(values, words)) return *std::move(error);
    return words;
}

const HeaderWords& header_words() {
    static const HeaderWords words = [] {
        for (const EmbeddedFile& file : embedded_header_words())
            if (auto read = read_header_words(file.text, file.name)) return *std::move(read);   // a test reads it and shows the error
        return HeaderWords{};
    }();
    return words;
}

std::vector<std::string> words_of_header(std::string_view header) {
    std::vector<std::string> words;
    std::string word;
    bool was_small = false;
    const auto end_word = [&] {
        if (!word.empty()) words.push_back(fold(word));
        word.clear();
    };
    for (std::size_t at = 0; at < header.size();) {
        const char32_t c = next_char(header, at);
        if (!is_word_char(c)) { end_word(); was_small = false; continue; }
        if (was_small && is_capital(c)) end_word();
        was_small = !is_capital(c) && c > '9';
        append_utf8(word, c);
        if (c == U'№') end_word();
    }
    end_word();
    return words;
}

std::array<double, kFields> header_scores(std::string_view header, const HeaderWords& words) {
    std::array<double, kFields> scores{};
    std::vector<std::string> own = words_of_header(header);
    drop_stop_words(own, words.stop);
    if (own.empty() || own.size() > 40) return scores;
    for (std::size_t field = 0; field < kFields; ++field)
        for (const auto& phrase : words.of_fields[field]) scores[field] = std::max(scores[field], cover(own, phrase));
    return scores;
}

std::string_view likely_value(Field field, std::string_view cell, const HeaderWords& words) {
    const auto found = words.values.find(std::string{field_id(field)});
    if (found == words.values.end()) return {};
    const std::string text = fold(cell);
    std::string_view best;
    std::size_t longest = 0;
    for (const auto& [to, beginnings] : found->second) {
        for (const std::string& beginning : beginnings) {
            const std::size_t at = text.find(beginning);
            const bool begins_word = at == 0 || (at != std::string::npos && text[at - 1] == ' ');
            if (begins_word && beginning.size() > longest) best = to, longest = beginning.size();
        }
    }
    return best;
}

}  // namespace problemator
