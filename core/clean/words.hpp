// Words: a text as people mean it — lower-case words, one byte per letter, single blanks — and patterns of words looked for in it.
#pragma once
#include <array>
#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace problemator {

/// Writes the words of `utf8` to `out`: a blank before every word and one at the end; Cyrillic letters as in windows-1251 (ё as е),
/// Latin letters and digits as they are, everything else (punctuation, emoji) parts words. Latin letters inside a Russian word that
/// look like Russian ones become them («Приoбьe»). Links, HTML tags and VK's «[id1|Имя]» marks are left out, the visible text stays.
void write_words(std::string_view utf8, std::string& out);
/// The same as a view into `room`, which only grows: nothing is cleared for the next text.
std::string_view words_in(std::string_view utf8, std::string& room);
std::string words_of(std::string_view utf8);
/// Back to UTF-8, without the blanks at the ends.
std::string words_to_utf8(std::string_view words);
/// The word without its inflection, at least 3 letters long: «снега», «снегом» → «снег». Precise enough to compare, not a dictionary.
std::string_view stem_of(std::string_view word);

/// Looks for many patterns at once. A pattern is one or several words that stand next to each other; "*" ends a beginning of a word:
/// "не гор* фонар*". A text is walked through once whatever the number of patterns.
class WordPatterns {
public:
    struct Found { std::uint32_t tag = 0; std::size_t begin = 0, end = 0; };   // first byte of the first word, end of the last word

    /// `tag` is what is told when the pattern is found; several patterns may have one. A pattern without a letter is not added.
    void add(std::string_view utf8_pattern, std::uint32_t tag);
    /// Every place of `words` (of write_words) where a pattern stands, in the order of the text.
    void find(std::string_view words, std::vector<Found>& found) const;
    bool empty() const { return patterns_.empty(); }

private:
    struct Part { std::string letters; bool is_beginning = false; };
    struct Pattern { std::vector<Part> parts; std::uint32_t tag = 0; };
    struct Node { std::vector<std::pair<char, std::uint32_t>> next; std::vector<std::uint32_t> whole, beginnings; };   // patterns whose first part ends here
    void mark_beginning(const Part& first);
    bool may_begin(std::string_view words, std::size_t begin) const;
    void look_at(std::string_view words, std::size_t begin, std::vector<Found>& found) const;
    std::uint32_t child(std::uint32_t node, char letter) const;
    std::size_t end_of_match(const Pattern& pattern, std::string_view words, std::size_t after_first) const;

    std::vector<Node> nodes_;
    std::array<std::uint32_t, 256> roots_{};   // by the first letter
    std::bitset<65536> by_two_, by_four_;      // by the first bytes of a word: short beginnings, and a hash of four bytes for the others
    std::vector<Pattern> patterns_;
};

}  // namespace problemator
