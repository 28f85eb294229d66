// Register: the entries of one form as typed columns, each with the file and row it came from.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/time.hpp"
#include "core/schema/message.hpp"
#include "core/schema/register_form.hpp"

namespace problemator {

inline constexpr Day kNoDay = INT32_MIN;

/// One of the four is used, as the type of the field says.
struct RegisterColumn {
    std::vector<std::string> texts;                  // text, category, link, message key; empty = not given
    std::vector<Day> days;                           // date; kNoDay = not given
    std::vector<Answer> answers;                     // yes or no
    std::vector<std::optional<double>> numbers;
    friend bool operator==(const RegisterColumn&, const RegisterColumn&) = default;
};

/// A value of an entry: what belongs to the type of its field is set.
struct RegisterCell {
    std::string text{};
    Day day = kNoDay;
    Answer answer = Answer::Unknown;
    std::optional<double> number{};
    bool is_given() const { return !text.empty() || day != kNoDay || answer != Answer::Unknown || number.has_value(); }
    friend bool operator==(const RegisterCell&, const RegisterCell&) = default;
};
using RegisterRow = std::vector<RegisterCell>;       // as the fields of the form

struct Register {
    RegisterForm form;                               // its own copy, so that a snapshot can be read without the program that wrote it
    std::vector<RegisterColumn> columns;             // as form.fields
    std::vector<std::uint32_t> file, row;            // index of the input file, 1-based row in it

    explicit Register(RegisterForm of);
    std::size_t rows() const { return row.size(); }
    RegisterCell cell(std::size_t field, std::size_t at) const;
    RegisterRow entry(std::size_t at) const;
    /// pre: as many cells as the form has fields.
    void append(const RegisterRow& entry, std::uint32_t from_file, std::uint32_t from_row);
};

struct RegisterMerge { std::uint32_t added = 0, updated = 0, duplicate = 0; };
/// Puts the entries of `more` into the register of its form: one entry per key. Of two entries with one key the one with the later last
/// date wins (then the fuller one) and the other one fills its blanks, so neither the order of files nor importing twice matters.
/// Registers are sorted by form, entries by day and key.
RegisterMerge merge_register(std::vector<Register>& all, const Register& more);
const Register* find_register(const std::vector<Register>& all, std::string_view form_id);   // null when absent

}  // namespace problemator
