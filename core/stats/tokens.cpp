#include "core/stats/tokens.hpp"

#include <algorithm>
#include <bit>

#include "core/base/bytes16.hpp"
#include "core/base/copy_bytes.hpp"
#include "core/base/similar_sets.hpp"
#include "core/clean/words.hpp"
#include "core/stats/stemmer.hpp"

namespace problemator {
namespace {

/// Form words, words of address and politeness, kinds of places. What happened and to what is never here.
constexpr std::string_view kStopWords =
    "а без бы был была были было быть вам вами вас ваш ваша ваше вашего вашей вашу во вот все всё всего всем всех вы где да даже для до его ее её если есть еще ещё же за здесь "
    "и из или им их к как какая какие какой ко когда который которая которое которые кто ли либо между меня мне мной мы на над нам нами нас наш наша наше нашего нашей нашем наши "
    "нашу не него нее неё ни них но ну о об обо он она они оно от очень по под пока потому при про раз с сам свой своих себе себя сейчас со так также такая такие такой там те тем "
    "то тоже того той только том тот тут ты у уж уже хотя чем через что чтобы эта эти это этого этой этом этот эту я нет есть будет будут можно надо нужно "
    "здравствуйте здравствуй добрый доброе день дня вечер утро уважаемый уважаемая уважаемые просьба прошу просим пожалуйста подскажите скажите помогите примите меры мер спасибо "
    "благодарю заранее обращаюсь обращаемся сообщаю сообщаем хочу хотим хотел хотела жалоба жалуюсь вопрос почему зачем сколько снова опять вновь повторно повторное ул улица улице улицы улицу дом дома дому "
    "доме г гор город города городе пос поселок посёлок поселке посёлке поселка посёлка пгт гп с село селе села д деревня деревне кв район районе р-н п пер переулок переулке просп";

/// The stop words as core/clean/words writes them, sorted.
std::vector<std::string_view> split_sorted(std::string_view words) {
    std::vector<std::string_view> out;
    for (std::size_t begin = 1; begin < words.size(); begin = words.find(' ', begin) + 1) out.push_back(words.substr(begin, words.find(' ', begin) - begin));
    std::sort(out.begin(), out.end());
    return out;
}

/// The first sixteen letters as two numbers, zeros after the last.
struct Head { std::uint64_t first = 0, second = 0; };

Head head_of(std::string_view word) {
    char letters[16] = {};
    for (std::size_t i = 0; i < std::min<std::size_t>(word.size(), 16); ++i) letters[i] = word[i];
    return {eight_bytes(letters), eight_bytes(letters + 8)};
}

#if defined(PM_HAS_BYTES16)
std::uint64_t first_bytes(std::uint64_t value, std::size_t bytes) { return bytes >= 8 ? value : value & ((std::uint64_t{1} << 8 * bytes) - 1); }

/// The same from the letters and what follows them. pre: sixteen bytes may be read
Head head_in(const char* from, std::size_t size) { return {first_bytes(eight_bytes(from), size), size > 8 ? first_bytes(eight_bytes(from + 8), size - 8) : 0}; }

/// Letters up to the next blank. pre: there is one, and sixteen bytes may be read
std::size_t word_size(std::string_view words, std::size_t begin) {
    const std::uint32_t blanks = mask16(is_equal16(load16(words.data() + begin), all16(' ')));
    return blanks != 0 ? static_cast<std::size_t>(std::countr_zero(blanks)) : words.find(' ', begin + 16) - begin;
}
#endif

std::uint64_t hash_of(std::string_view word, std::uint64_t first, std::uint64_t second) {
    std::uint64_t hash = mix_bits(first ^ (second * 0x9E3779B97F4A7C15));
    for (std::size_t at = 16; at < word.size(); ++at) hash = (hash ^ static_cast<unsigned char>(word[at])) * 0x100000001B3;
    return word.size() > 16 ? mix_bits(hash) : hash;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

bool is_stop_word(std::string_view word) {
    static const std::string letters = words_of(kStopWords);
    static const std::vector<std::string_view> sorted = split_sorted(letters);
    return (word.size() < 2 && !(word.size() == 1 && is_digit(word[0]))) || std::binary_search(sorted.begin(), sorted.end(), word);
}

std::uint32_t TokenDictionary::token_of(std::string_view word) {
    const Head head = head_of(word);
    return token_of(word, head.first, head.second);
}

bool TokenDictionary::is_form(const Slot& slot, std::string_view word) const { return slot.size == word.size() && (word.size() <= 16 || letters_of(slot.form) == word); }

std::uint32_t TokenDictionary::token_of(std::string_view word, std::uint64_t first, std::uint64_t second) {
    if (word.empty()) return kNoToken;
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash_of(word, first, second) & mask;
    for (; slots_[at].size != 0; at = (at + 1) & mask) {
        Slot& slot = slots_[at];
        if (slot.first != first || slot.second != second || !is_form(slot, word)) continue;
        ++slot.count;
        return slot.token;
    }
    const std::uint32_t token = new_token(word);
    slots_[at] = {first, second, static_cast<std::uint32_t>(word.size()), static_cast<std::uint32_t>(begins_.size() - 1), token, 1};
    letters_ += word;
    begins_.push_back(letters_.size());
    if (begins_.size() > slots_.size() / 2) grow();
    return token;
}

std::uint32_t TokenDictionary::new_token(std::string_view word) {
    if (is_stop_word(word)) return kNoToken;
    const std::string_view stem = russian_stem(word);
    if (const auto known = stems_.find(stem); known != stems_.end()) return known->second;
    stems_.emplace(stem, tokens_);
    return tokens_++;
}

void TokenDictionary::grow() {
    std::vector<Slot> slots(slots_.size() * 2);
    for (const Slot& slot : slots_) {
        if (slot.size == 0) continue;
        std::size_t at = hash_of(letters_of(slot.form), slot.first, slot.second) & (slots.size() - 1);
        while (slots[at].size != 0) at = (at + 1) & (slots.size() - 1);
        slots[at] = slot;
    }
    slots_ = std::move(slots);
}

void TokenDictionary::read(std::string_view utf8_text, std::vector<std::uint32_t>& tokens) {
    tokens.clear();
    if (words_.size() < utf8_text.size() + 18) words_.resize(utf8_text.size() + 18);   // two blanks, and sixteen bytes may be read at once
    const std::string_view words = words_in(utf8_text, words_);
    for (std::size_t begin = 1; begin < words.size() && tokens.size() < kMostTokens;) {
#if defined(PM_HAS_BYTES16)
        const std::size_t size = word_size(words, begin);
        const Head head = head_in(words.data() + begin, size);
#else
        const std::size_t size = words.find(' ', begin) - begin;
        const Head head = head_of(words.substr(begin, size));
#endif
        if (size <= kLongestWord)
            if (const std::uint32_t token = token_of(words.substr(begin, size), head.first, head.second); token != kNoToken) tokens.push_back(token);
        begin += size + 1;
    }
}

std::vector<std::uint32_t> TokenDictionary::usual_forms() const {
    std::vector<const Slot*> best(size());
    for (const Slot& slot : slots_) {
        if (slot.size == 0 || slot.token == kNoToken) continue;
        const Slot*& now = best[slot.token];
        if (now == nullptr || slot.count > now->count || (slot.count == now->count && slot.form < now->form)) now = &slot;
    }
    std::vector<std::uint32_t> forms;
    for (const Slot* slot : best) forms.push_back(slot->form);
    return forms;
}

std::string TokenDictionary::form(std::uint32_t number) const { return words_to_utf8(letters_of(number)); }

bool TokenDictionary::is_number(std::uint32_t form) const {
    const std::string_view letters = letters_of(form);
    return std::all_of(letters.begin(), letters.end(), is_digit);
}

std::vector<std::string> TokenDictionary::readable() const {
    std::vector<std::string> out;
    for (const std::uint32_t number : usual_forms()) out.push_back(form(number));
    return out;
}

}  // namespace problemator
