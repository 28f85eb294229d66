#include "core/model/reports/reports_page.hpp"

#include <algorithm>

#include "core/base/format.hpp"
#include "core/model/listing_cells.hpp"
#include "core/model/overview/overview_parts.hpp"
#include "core/model/reports/paper_states.hpp"
#include "core/model/reports/report_kinds.hpp"
#include "core/model/words.hpp"

namespace problemator {
namespace {

constexpr std::size_t kProposals = 5, kOrderLines = 4;
constexpr Counted kParts = {"часть", "части", "частей", "part", "parts"};

State part_state(const Scope& scope, const ReportPart& part) {
    State out = on_screen(scope.state, part.screen);
    out.paper.clear();
    out.skip.clear();
    if (part.screen == Screen::Problems) out.problem_view = part.tune == PartTune::Register ? ProblemView::List : ProblemView::OfWeek;
    switch (part.tune) {
        case PartTune::None: case PartTune::Register: break;
        case PartTune::Overdue:
            out.with |= bit(Mark::OverdueNow);
            out.week.reset();
            out.period = Period{};
            break;
        case PartTune::DepartmentYear: out.view = MatrixView::DepartmentTopic; [[fallthrough]];
        case PartTune::Year:
            out.week.reset();
            out.period = Period{first_minute_of_week(scope.week - 51), first_minute_of_week(scope.week + 1)};
            break;
    }
    return out;
}

std::string toggled(const State& state, std::string_view part) {
    State out = state;
    const auto found = std::find(out.skip.begin(), out.skip.end(), part);
    if (found != out.skip.end()) out.skip.erase(found);
    else out.skip.emplace_back(part);
    std::sort(out.skip.begin(), out.skip.end());
    return to_hash(out);
}

Paper paper_of(const Scope& scope, const ReportKind& kind) {
    constexpr Phrase kByTerritory = {"Сроки и качество ответов по территориям", "Terms and quality of answers by territory"};
    const bool follows_rating = kind.id == kRatingReport;   // the others speak of departments, fairly compared
    const bool is_by_territory = follows_rating && scope.state.rated == Rated::Territories;
    Paper paper{.id = std::string{kind.id}, .title = std::string{kind.title.in(scope.lang)}, .subtitle = std::string{kind.about.in(scope.lang)}, .parts = {}, .has_signature = true};
    if (is_by_territory) paper.title = Phrase{"Рейтинг территорий", "Rating of territories"}.in(scope.lang);
    for (const ReportPart& part : kind.parts) {
        const bool is_on = std::find(scope.state.skip.begin(), scope.state.skip.end(), part.id) == scope.state.skip.end();
        State state = part_state(scope, part);
        if (!follows_rating) state.rated = Rated::Departments, state.is_unadjusted = false;
        const Phrase title = is_by_territory && part.block == "rating" ? kByTerritory : part.title;
        paper.parts.push_back({std::string{part.id}, std::string{title.in(scope.lang)}, {to_hash(state), std::string{part.block}}, is_on, toggled(scope.state, part.id)});
    }
    return paper;
}

std::string addressee(const Scope& scope, const ReportKind& kind) {
    const std::string_view named = scope.world.profile.head_addressee.in(scope.lang);
    return std::string{kind.is_for_head && !named.empty() ? named : kind.to.in(scope.lang)};
}

Listing kinds_listing(const Scope& scope, const ReportKind& chosen) {
    const ListingMaker f = listing_maker(scope);
    Listing out{.id = "reports", .title = f.say({"Отчёты", "Reports"}), .note = f.say({"которых требуют постановления", "that the decrees ask for"}), .columns = {{"name", f.say({"Отчёт", "Report"})},
        {"to", f.say({"Кому", "To whom"})}, {"rhythm", f.say({"Как часто", "How often"})}, {"basis", f.say({"Где требуется", "Asked for by"}), false, true}}, .rows = {}, .empty = {}, .more = {}};
    for (const ReportKind& kind : report_kinds()) {
        State there = scope.state;
        there.paper = kind.id == report_kinds().front().id ? std::string{} : std::string{kind.id};
        there.skip.clear();
        ListingCell name = words_cell(std::string{kind.title.in(scope.lang)}, kind.id == chosen.id ? Tone::Good : Tone::Plain);
        name.figure.href = to_hash(there);
        out.rows.push_back({std::move(name), words_cell(addressee(scope, kind)), words_cell(std::string{kind.rhythm.in(scope.lang)}), words_cell(std::string{kind.basis.in(scope.lang)})});
    }
    return out;
}

/// «Установить причину: температура в квартирах, Речное; ответить на 13 просроченных» — a draft for people to correct, made of facts only.
std::string proposal_words(const Problem& problem, Lang lang) {
    std::string out = std::string{problem.is_surge ? Phrase{"Установить причину роста и устранить её: ", "Find the cause of the rise and remove it: "}.in(lang)
                                                   : Phrase{"Подготовить дорожную карту: ", "Prepare a road map: "}.in(lang)} + problem.title;
    if (!problem.place.empty()) out += ", " + problem.place;
    std::string reasons;
    for (const auto& [text, tone] : problem.reasons) reasons += (reasons.empty() ? "" : ", ") + text;
    return reasons.empty() ? out : out + " (" + reasons + ")";
}

Listing proposals_listing(const Scope& scope) {
    const ListingMaker f = listing_maker(scope);
    Listing out{.id = "proposals", .title = f.say({"Предложения к протоколу", "Proposals for the minutes"}), .note = f.say({"составлены по тревогам недели", "made of the week's alarms"}), .columns = {{"number", "№", true},
        {"what", f.say({"Что сделать", "What to do"})}, {"who", f.say({"Ответственный", "In charge"})}, {"due", f.say({"Срок", "Due"})}}, .rows = {}, .empty = f.say({"Тревог на этой неделе нет, предложений не требуется", "No alarms this week, nothing to propose"}), .more = {}};
    int number = 0;
    for (const Problem& problem : build_problems(scope, kProposals).shown)
        out.rows.push_back({words_cell(std::to_string(++number)), words_cell(proposal_words(problem, scope.lang)), words_cell(problem.unit), words_cell(problem.due)});
    return out;
}

/// Empty lines for a pen: what was decided, who does it, by when.
Listing orders_listing(const Scope& scope) {
    const ListingMaker f = listing_maker(scope);
    Listing out{.id = "orders", .title = f.say({"Поручения", "Assignments"}), .note = f.say({"заполняются на заседании", "filled in at the meeting"}), .columns = {{"number", "№", true}, {"what", f.say({"Поручение", "Assignment"})},
        {"who", f.say({"Исполнитель", "In charge"})}, {"due", f.say({"Срок", "Due"})}, {"done", f.say({"Отметка об исполнении", "Done"})}}, .rows = {}, .empty = {}, .more = {}};
    for (std::size_t i = 1; i <= kOrderLines; ++i) out.rows.push_back({words_cell(std::to_string(i)), words_cell({}), words_cell({}), words_cell({}), words_cell({})});
    return out;
}

}  // namespace

Paper report_paper(const World& world, const State& state) { return paper_of(scope_of(world, state), report_kind(state.paper)); }

ReportsPage reports_page(const World& world, const State& state) {
    const Scope scope = scope_of(world, state);
    const ReportKind& kind = report_kind(state.paper);
    ReportsPage page;
    page.paper = paper_of(scope, kind);
    page.to = addressee(scope, kind);
    page.rhythm = kind.rhythm.in(scope.lang);
    page.basis = kind.basis.in(scope.lang);
    const auto on = std::count_if(page.paper.parts.begin(), page.paper.parts.end(), [](const PaperPart& part) { return part.is_on; });
    page.verdict = page.paper.title + ", " + period_words(period_of(state, scope.home), scope.lang);
    page.note = format_counted(on, kParts, scope.lang) + " · " + page.to + " · " + page.rhythm;
    page.listings = {kinds_listing(scope, kind), proposals_listing(scope), orders_listing(scope)};
    return page;
}

}  // namespace problemator
