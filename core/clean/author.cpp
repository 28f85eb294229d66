#include "core/clean/author.hpp"

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

#include "core/base/similar_sets.hpp"
#include "core/base/text.hpp"

namespace problemator {
namespace {

constexpr std::size_t kBlock = 64;
constexpr Sha256State kStart = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};   // FIPS 180-4 §5.3.3
constexpr std::size_t kMaxAuthor = 256;   // bytes that tell authors apart; a longer cell is no name

/// Ends a message of which one block went into `state` already.
Sha256State finish(Sha256State state, std::string_view rest) {
    std::array<std::uint8_t, kMaxAuthor + 2 * kBlock> bytes{};
    std::memcpy(bytes.data(), rest.data(), rest.size());
    bytes[rest.size()] = 0x80;
    const std::size_t blocks = (rest.size() + 9 + kBlock - 1) / kBlock;
    const std::uint64_t bits = (kBlock + rest.size()) * 8;
    for (std::size_t i = 0; i < 8; ++i) bytes[blocks * kBlock - 1 - i] = static_cast<std::uint8_t>(bits >> 8 * i);
    sha256_blocks(state, bytes.data(), blocks);
    return state;
}

std::string digest_bytes(const Sha256State& state) {
    std::string out;
    for (const std::uint32_t word : state)
        for (int shift = 24; shift >= 0; shift -= 8) out.push_back(static_cast<char>(word >> shift));
    return out;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Last ten digits of what is written as a telephone and nothing else; "" when it is not one.
std::string phone_of(std::string_view author) {
    std::string digits;
    for (const char c : author) {
        if (is_digit(c)) digits.push_back(c);
        else if (c != ' ' && c != '+' && c != '-' && c != '(' && c != ')') return {};
    }
    return digits.size() == 10 || digits.size() == 11 ? digits.substr(digits.size() - 10) : std::string{};
}

/// Words in one order, so that «Анна Иванова» is «ИВАНОВА АННА».
std::string words_of(std::string_view author) {
    std::string text = fold(author);
    for (char& c : text)
        if (c == '.' || c == ',' || c == ';') c = ' ';
    std::vector<std::string_view> words = split(text, ' ');
    std::erase_if(words, [](std::string_view w) { return w.empty() || w == "-"; });
    std::sort(words.begin(), words.end());
    std::string out;
    for (const std::string_view word : words) out.append(out.empty() ? "" : " ").append(word);
    return out;
}

bool says_nothing(std::string_view words) {
    for (const std::string_view none : {"", "аноним", "анонимно", "анонимный", "автора без", "автор не указан", "не указан", "нет", "скрыт"})
        if (words == none) return true;
    return false;
}

}  // namespace

AuthorCoder::AuthorCoder(std::string_view salt) : inner_{kStart}, outer_{kStart} {
    std::string long_key;
    if (salt.size() > kBlock) {
        Sha256State state = kStart;
        std::string padded{salt};
        padded.push_back(static_cast<char>(0x80));
        while (padded.size() % kBlock != kBlock - 8) padded.push_back('\0');
        for (int shift = 56; shift >= 0; shift -= 8) padded.push_back(static_cast<char>(std::uint64_t{salt.size()} * 8 >> shift));
        sha256_blocks(state, reinterpret_cast<const std::uint8_t*>(padded.data()), padded.size() / kBlock);
        long_key = digest_bytes(state);
        salt = long_key;
    }
    std::array<std::uint8_t, kBlock> inner, outer;
    inner.fill(0x36), outer.fill(0x5c);
    for (std::size_t i = 0; i < salt.size(); ++i) {
        inner[i] = static_cast<std::uint8_t>(inner[i] ^ static_cast<unsigned char>(salt[i]));
        outer[i] = static_cast<std::uint8_t>(outer[i] ^ static_cast<unsigned char>(salt[i]));
    }
    sha256_blocks(inner_, inner.data(), 1);
    sha256_blocks(outer_, outer.data(), 1);
}

std::uint64_t AuthorCoder::code(std::string_view author) const {
    const std::string_view trimmed = trim(author).substr(0, kMaxAuthor);
    std::string key = phone_of(trimmed);
    if (key.empty()) key = words_of(trimmed);
    if (key.size() > kMaxAuthor) key.resize(kMaxAuthor);
    if (says_nothing(key)) return 0;
    const Sha256State mac = finish(outer_, digest_bytes(finish(inner_, key)));
    const std::uint64_t code = std::uint64_t{mac[0]} << 32 | mac[1];
    return code == 0 ? 1 : code;
}

void code_author(Message& message, const AuthorCoder& coder) {
    if (!message.author.empty()) message.author_code = coder.code(message.author);
    message.author.clear();
}

bool RepeatFinder::is_repeat(std::uint64_t author, std::uint64_t matter, Minute received) {
    if (author == 0 || received == kNoTime) return false;
    const auto [place, is_new] = last_.try_emplace(mix_bits(author ^ mix_bits(matter)), received);
    if (is_new) return false;
    const bool is_near = received >= place->second && std::int64_t{received} - place->second <= window_;
    place->second = std::max(place->second, received);
    return is_near;
}

}  // namespace problemator
