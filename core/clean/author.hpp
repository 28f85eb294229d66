// Authors: a person becomes a salted code, the code finds repeats, and neither leaves in a file.
#pragma once
#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "core/base/sha256.hpp"
#include "core/base/time.hpp"
#include "core/schema/message.hpp"

namespace problemator {

/// HMAC-SHA-256 (RFC 2104) of the normalised author under the salt, its first 64 bits. Codes compare authors within one import; without
/// a salt they are as guessable as the names, so they are never stored.
class AuthorCoder {
public:
    explicit AuthorCoder(std::string_view salt);
    /// 0 for an author that says nothing («-», «аноним»), never 0 otherwise. One telephone or one name gives one code however it is
    /// written: letter case, ё/е, punctuation and the order of the words do not count, nor does +7 against 8.
    std::uint64_t code(std::string_view author) const;

private:
    Sha256State inner_, outer_;
};

/// Puts the code in the place of the author: `author` is empty afterwards.
void code_author(Message& message, const AuthorCoder& coder);

/// Finds repeats by author: the same author wrote about the same matter at most `days` days before. Call in ascending order of receipt.
class RepeatFinder {
public:
    explicit RepeatFinder(int days = 90) : window_{minute_from_day(days)} {}
    /// `matter`: whatever tells one problem from another, e.g. codes of topic and territory. Author 0 never repeats.
    bool is_repeat(std::uint64_t author, std::uint64_t matter, Minute received);

private:
    Minute window_;
    std::unordered_map<std::uint64_t, Minute> last_;   // author and matter, mixed → last receipt
};

}  // namespace problemator
