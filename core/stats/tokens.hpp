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

/// Numbers the stems in the order in which they are first met. A form («дороги») is stemmed once; later a look at one line of a flat table tells its token.
class TokenDictionary {
public:
    static constexpr std::size_t kMostTokens = 400, kLongestWord = 40;   // of a text; of a word in letters: longer ones are no words

    static constexpr std::uint32_t kNoToken = 0xFFFFFFFF;
    /// Of one word as core/clean/words writes it; kNoToken for a stop word.
    std::uint32_t token_of(std::string_view word);
    /// The tokens of a text in its order, repeats included; the first kMostTokens of them.
    void read(std::string_view utf8_text, std::vector<std::uint32_t>& tokens);
    std::size_t size() const { return tokens_; }
    /// For every token the number of the form that was met most often; of two as frequent the one that was met first.
    std::vector<std::uint32_t> usual_forms() const;
    /// As people wrote it, in UTF-8.
    std::string form(std::uint32_t number) const;
    bool is_number(std::uint32_t form) const;
    /// form() of the usual form of every token.
    std::vector<std::string> readable() const;

private:
    /// A form: its first sixteen letters, the rest filled with zeros, and what is known of it.
    struct Slot { std::uint64_t first = 0, second = 0; std::uint32_t size = 0, form = 0, token = 0, count = 0; };   // size 0: free
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
    };
    using Stems = std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>>;

    std::uint32_t token_of(std::string_view word, std::uint64_t first, std::uint64_t second);
    bool is_form(const Slot& slot, std::string_view word) const;
    std::string_view letters_of(std::uint32_t form) const { return std::string_view{letters_}.substr(begins_[form], begins_[form + 1] - begins_[form]); }
    std::uint32_t new_token(std::string_view word);
    void grow();

    std::vector<Slot> slots_ = std::vector<Slot>(1024);   // a power of two, at most half of them taken
    std::string letters_, words_;
    std::vector<std::size_t> begins_{0};                  // of every form in letters_, and the end
    Stems stems_;
    std::uint32_t tokens_ = 0;
};

}  // namespace problemator
