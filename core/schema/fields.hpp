// Fields: reads the members of one JSON object into a struct. The first mistake stays and later reads do nothing,
// so a reader is a plain list of members; members that nobody asked for are refused at the end (a typo never passes silently).
#pragma once
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/json.hpp"
#include "core/base/time.hpp"
#include "core/schema/profile.hpp"

namespace problemator {

enum class Need : unsigned char { Required, Optional };

template <class T>
struct Word {   // a word of the file and what it stands for
    std::string_view text;
    T value;
};
template <class T>
Word(std::string_view, T) -> Word<T>;

class Fields {
public:
    explicit Fields(const JsonCursor& object);

    void id(std::string_view key, std::string& out);   // 1…48 characters of [a-z0-9_-]
    void text(std::string_view key, std::string& out, Need need = Need::Required);
    void name(std::string_view key, Name& out, Need need = Need::Required);   // {"ru": …, "en": …}, or one string for ru
    void texts(std::string_view key, std::vector<std::string>& out);          // optional
    void integer(std::string_view key, int& out, int least, int most, Need need = Need::Required);
    void integer(std::string_view key, std::optional<int>& out, int least, int most);
    void number(std::string_view key, std::optional<double>& out, double least, double most);
    void flag(std::string_view key, bool& out);
    void flag(std::string_view key, std::optional<bool>& out);
    void day(std::string_view key, std::optional<Day>& out);                   // "2025-01-01"
    void offset(std::string_view key, std::optional<int>& minutes, Need need); // "+05:00"
    template <class T>
    void word(std::string_view key, std::initializer_list<Word<T>> words, T& out, Need need = Need::Required);
    template <class T>
    void list(std::string_view key, std::vector<T>& out, Result<T> (*read)(const JsonCursor&), Need need = Need::Required);
    template <class T>
    void value(std::string_view key, T& out, Result<T> (*read)(const JsonCursor&), Need need = Need::Required);
    void fail(Error error);

    /// `value` when everything was right. An unknown member is told before any other mistake: it usually is their cause.
    template <class T>
    Result<T> finish(T value) const {
        if (auto unknown = unknown_member()) return *std::move(unknown);
        if (error_) return *error_;
        return value;
    }

private:
    std::optional<JsonCursor> member(std::string_view key, Need need);
    template <class T>
    bool keep(Result<T> result, T& out);
    std::optional<Error> unknown_member() const;
    Error not_one_of(const JsonCursor& at, const std::string& found, const std::vector<std::string_view>& words) const;

    JsonCursor object_;
    std::vector<std::string_view> known_;
    std::optional<Error> error_;
};

/// As the file has it, without a tail of zeros: 95.5, 190.
std::string shown_number(double value);
bool is_id(std::string_view text);
/// "+05:00" → 300. Strict; within −12:00 … +14:00.
std::optional<int> parse_offset(std::string_view text);
std::string format_offset(int minutes);            // 300 → "+05:00"

template <class T>
bool Fields::keep(Result<T> result, T& out) {
    if (!result) return fail(result.error()), false;
    out = *std::move(result);
    return true;
}

template <class T>
void Fields::word(std::string_view key, std::initializer_list<Word<T>> words, T& out, Need need) {
    const auto at = member(key, need);
    std::string found;
    if (!at || !keep(at->string(), found)) return;
    std::vector<std::string_view> known;
    for (const auto& word : words) {
        if (word.text == found) return void(out = word.value);
        known.push_back(word.text);
    }
    fail(not_one_of(*at, found, known));
}

template <class T>
void Fields::value(std::string_view key, T& out, Result<T> (*read)(const JsonCursor&), Need need) {
    const auto at = member(key, need);
    if (at) keep(read(*at), out);
}

template <class T>
void Fields::list(std::string_view key, std::vector<T>& out, Result<T> (*read)(const JsonCursor&), Need need) {
    const auto at = member(key, need);
    std::vector<JsonCursor> items;
    if (!at || !keep(at->items(), items)) return;
    out.reserve(items.size());
    for (const auto& item : items) {
        auto value = read(item);
        if (!value) return fail(value.error());
        out.push_back(*std::move(value));
    }
}

}  // namespace problemator
