// Report kinds: what the decrees of the five municipalities ask for — which paper, to whom, how often — and the blocks it is made of.
#pragma once
#include <span>

#include "core/base/phrase.hpp"
#include "core/model/state.hpp"

namespace problemator {

/// How the link of a part differs from where the reader stands.
enum class PartTune : std::uint8_t { None, Overdue, Year, DepartmentYear, Register };   // Register: the list of problems, not the tables of the week

struct ReportPart {
    std::string_view id;               // unique in its report; the key `skip` names it
    Phrase title;
    Screen screen;
    std::string_view block;
    PartTune tune = PartTune::None;
};

struct ReportKind {
    std::string_view id;
    Phrase title, about;               // about: «о сообщениях и обращениях жителей»
    Phrase to, rhythm, basis;          // to: when the profile names no one
    bool is_for_head = false;          // goes to the addressee of the profile
    std::span<const ReportPart> parts;
};

std::span<const ReportKind> report_kinds();
/// The paper of the rating's own table: it follows whom the reader rates and how.
inline constexpr std::string_view kRatingReport = "rejting";
/// The kind of this id; the first one when there is none.
const ReportKind& report_kind(std::string_view id);

}  // namespace problemator
