// History of a message and its neighbours: what happened to it and when, and which other messages say the same.
#pragma once
#include "core/model/messages/messages_page.hpp"
#include "core/model/scope.hpp"

namespace problemator {

/// «14.11, 18:44»; the day alone where the hour is unknown, with the year where it is another than the snapshot's.
std::string moment_of(const Scope& scope, Minute minute, bool has_time);
MessageLine line_of(const Scope& scope, std::uint32_t row);
/// Receipt, first answer, deadline, closing, moment of the snapshot: those that are known, in the order of time.
void add_history(MessagesPage::Card& card, const Scope& scope, std::uint32_t row);
/// Messages of the same text first, then the nearest in time of the same topic and territory. Of the four weeks that end with its own.
void add_neighbours(MessagesPage::Card& card, const Scope& scope, std::uint32_t row);

/// The problem of the register that the message belongs to.
void add_problem(MessagesPage::Card& card, const Scope& scope, std::uint32_t row);

}  // namespace problemator
