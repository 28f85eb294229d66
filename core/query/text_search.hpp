// TextSearch: the rows whose text holds every word, looked for a slice at a time, so that a million texts hold up no frame.
#pragma once
#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/store/table.hpp"

namespace problemator {

/// Words of a search as it compares them: letter case does not count, anything between blanks is a word.
class SearchWords {
public:
    explicit SearchWords(std::string_view words);
    /// True when the text holds all of them, anywhere. No words: true.
    bool all_in(std::string_view text);

private:
    /// Horspool 1980: where the last byte of the word cannot stand, as many bytes are skipped as it allows.
    struct Word { std::string folded; std::array<std::uint8_t, 256> skip{}; };
    bool holds(const Word& word) const;
    std::vector<Word> words_;
    std::string text_;               // folded, its room kept from row to row
};

class TextSearch {
public:
    /// Looks through the rows of `range`. Borrows the table.
    TextSearch(const Table& table, std::string_view words, RowRange range);
    /// Goes on for about so many bytes of text, at least one row. True at the end.
    bool step(std::size_t bytes);
    /// Part of the rows that have been looked at, 0…1.
    double share() const;
    /// Ascending. Complete at the end.
    std::vector<std::uint32_t>& rows() { return rows_; }

private:
    const Table& table_;
    SearchWords words_;
    RowRange range_;
    std::size_t next_;
    std::vector<std::uint32_t> rows_;
};

/// What a search has found in the whole table.
struct FoundTexts {
    std::string words;
    std::shared_ptr<const std::vector<std::uint32_t>> rows;
};

}  // namespace problemator
