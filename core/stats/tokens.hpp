// Tokens: the content words of a message as numbers, so that texts can be counted and compared. Words as core/clean/words reads them
// (lower case, ё as е; VK marks, links, tags and emoji left out), without stop words, by their Snowball stems; house numbers stay.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace problemator {

/// Words of one letter and those that say nothing about the matter: «в», «здравствуйте», «просим». `word` as core/clean/words writes it.
bool is_stop_word(std::string_view word);

/// Numbers the stems in the order in which they are first met.
class TokenDictionary {
public:
    static constexpr std::size_t kMostTokens = 400, kLongestWord = 40;   // of a text; of a word in letters: longer ones are no words

    static constexpr std::uint32_t kNoToken = 0xFFFFFFFF;
    /// Of one word as core/clean/words writes it; kNoToken for a stop word.
    std::uint32_t token_of(std::string_view word);
    /// The tokens of a text in its order, repeats included; the first kMostTokens of them.
    void read(std::string_view utf8_text, std::vector<std::uint32_t>& tokens);
    std::size_t size() const { return stem_hashes_.size(); }
    /// Depends on the letters of the stem only, so it is the same in every dictionary.
    std::uint32_t hash_of(std::uint32_t token) const { return stem_hashes_[token]; }
    /// For every token the form that was met most often, in UTF-8; of two as frequent the one that was met first.
    std::vector<std::string> readable() const;

private:
    struct Form { std::uint32_t token = 0, count = 0, order = 0; };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
    };
    using Stems = std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>>;
    using Forms = std::unordered_map<std::string, Form, Hash, std::equal_to<>>;

    Forms forms_;
    Stems stems_;
    std::vector<std::uint32_t> stem_hashes_;
    std::string words_;
};

}  // namespace problemator
