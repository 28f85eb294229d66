#include "core/stats/tokens.hpp"

#include <algorithm>

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

std::uint32_t hash_text(std::string_view text) {
    std::uint64_t hash = 0xCBF29CE484222325;   // FNV-1a, then mixed
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
    return static_cast<std::uint32_t>(mix_bits(hash) >> 32);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

bool is_stop_word(std::string_view word) {
    static const std::string letters = words_of(kStopWords);
    static const std::vector<std::string_view> sorted = split_sorted(letters);
    return (word.size() < 2 && !(word.size() == 1 && is_digit(word[0]))) || std::binary_search(sorted.begin(), sorted.end(), word);
}

std::uint32_t TokenDictionary::token_of(std::string_view word) {
    if (const auto known = forms_.find(word); known != forms_.end()) {
        ++known->second.count;
        return known->second.token;
    }
    Form form{kNoToken, 1, static_cast<std::uint32_t>(forms_.size())};
    if (!is_stop_word(word)) {
        const std::string_view stem = russian_stem(word);
        form.token = stems_.try_emplace(std::string{stem}, static_cast<std::uint32_t>(stems_.size())).first->second;
        if (form.token == stem_hashes_.size()) stem_hashes_.push_back(hash_text(stem));
    }
    return forms_.emplace(word, form).first->second.token;
}

void TokenDictionary::read(std::string_view utf8_text, std::vector<std::uint32_t>& tokens) {
    tokens.clear();
    write_words(utf8_text, words_);
    const std::string_view words{words_};
    for (std::size_t begin = 1; begin < words.size() && tokens.size() < kMostTokens;) {
        const std::size_t end = words.find(' ', begin);
        if (end - begin <= kLongestWord)
            if (const std::uint32_t token = token_of(words.substr(begin, end - begin)); token != kNoToken) tokens.push_back(token);
        begin = end + 1;
    }
}

std::vector<std::string> TokenDictionary::readable() const {
    std::vector<std::string> out(size());
    std::vector<Form> best(size());
    for (const auto& [word, form] : forms_) {
        if (form.token == kNoToken) continue;
        Form& now = best[form.token];
        if (form.count < now.count || (form.count == now.count && form.order > now.order)) continue;
        now = form;
        out[form.token] = words_to_utf8(word);
    }
    return out;
}

}  // namespace problemator
