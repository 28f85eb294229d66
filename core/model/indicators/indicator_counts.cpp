#include "core/model/indicators/indicator_counts.hpp"

#include <algorithm>
#include <iterator>
#include <unordered_map>

#include "core/base/text.hpp"
#include "core/model/remembered.hpp"

namespace problemator {
namespace {

constexpr Marks kFastTrack = bit(Mark::FastTrack) | bit(Mark::FastEligible);
struct MeasureRows { std::string_view measure; Basis basis; Marks with, either; };
constexpr MeasureRows kMeasures[] = {
    {"all", Basis::Received, 0, 0},
    {"auto_routed", Basis::Received, bit(Mark::AutoRouted), 0},
    {"auto_delivered", Basis::Received, 0, bit(Mark::AutoRouted) | bit(Mark::MatchedRule)},
    {"auto_control", Basis::Received, bit(Mark::AutoControl), 0},
    {"fast_track_in_time", Basis::Decided, kFastTrack | bit(Mark::InTime), 0},
    {"fast_track_eligible", Basis::Decided, kFastTrack, 0},
    {"fast_track_channel", Basis::Decided, bit(Mark::FastEligible), 0},
    {"in_time", Basis::Decided, bit(Mark::InTime), 0},
    {"decided", Basis::Decided, 0, 0},
    {"repeats", Basis::Received, bit(Mark::Repeat), 0},
    {"closed", Basis::Closed, 0, 0},
};

constexpr const char* kNobody = "-";   // an id that no name has: nothing passes

/// Ids that both lists let through; an empty list lets everything through.
std::vector<std::string> in_both(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    if (a.empty() || b.empty()) return a.empty() ? b : a;
    std::vector<std::string> both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    if (both.empty()) both.emplace_back(kNobody);
    return both;
}

Basis basis_of(std::string_view word) {
    return word == "decided" ? Basis::Decided : word == "closed" ? Basis::Closed : word == "due" ? Basis::Due : Basis::Received;
}

Marks marks_of(const std::vector<std::string>& words) {
    Marks marks = 0;
    for (const std::string& word : words)
        if (const auto mark = parse_mark(word)) marks |= bit(*mark);
    return marks;
}

Filter filter_of_rows(const Scope& scope, const CountedRows& rows, Month last, MonthSpan span) {
    const Month first = span == MonthSpan::Last ? last : month_from_day(day_from_minute(scope.table.received.front()));
    const Period period{minute_from_day(first_day_of_month(std::min(first, last))), minute_from_day(first_day_of_month(last + 1))};
    return filter_of(counted_state(scope, rows, period), scope.table, scope.silent);
}

/// Counted by day first, which is one division a row; days become months at the end. pre: the period is bounded, of whole days.
void add_months(MonthCounts& counts, const Scope& scope, const Filter& filter, bool subtracts) {
    const Day first = day_from_minute(filter.period.from), last = day_from_minute(filter.period.until);
    std::vector<std::uint32_t> days(static_cast<std::size_t>(std::max(last - first, 0)));
    for (const std::uint32_t row : passing_rows(scope, filter)) ++days[static_cast<std::size_t>((basis_time(scope.table, row, filter.basis) - filter.period.from) / kMinutesPerDay)];
    for (std::size_t i = 0; i < days.size(); ++i) {
        std::uint32_t& count = counts[month_from_day(first + static_cast<Day>(i))];
        count = subtracts ? count - days[i] : count + days[i];
    }
}

MonthCounts months_of_rows(const Scope& scope, Filter filter, Marks either) {
    MonthCounts counts;
    add_months(counts, scope, filter, false);
    if (either == 0) return counts;
    filter.without |= either;   // one of the marks = all but those without any
    add_months(counts, scope, filter, true);
    return counts;
}

/// Every name of the profile's topics and blocks, folded once.
class TopicNames {
public:
    explicit TopicNames(const Scope& scope) : topics_{scope.table.dictionary(Dimension::Topic)}, blocks_{scope.table.dictionary(Dimension::Block)} {
        for (const Block& block : scope.world.profile.blocks) {
            const Code code = blocks_.find_id(block.id);
            for (const TopicRule& topic : block.topics) add(topic.name, topic.aliases, topic.id, {topics_.find_id(topic.id), Dimension::Topic});
            add(block.name, block.aliases, block.id, {code, Dimension::Block});
            means_[fold(block.short_name.ru)].push_back({code, Dimension::Block});
        }
    }

    /// `names`: folded.
    NamedCodes codes_of(const std::vector<std::string>& names) const {
        NamedCodes codes{std::vector<bool>(topics_.size()), std::vector<bool>(blocks_.size()), {}};
        for (const std::string& name : names) {
            const auto known = means_.find(name);
            if (known == means_.end()) codes.unknown.push_back(name);
            else for (const Meaning& meaning : known->second) (meaning.dimension == Dimension::Topic ? codes.topics : codes.blocks)[meaning.code] = true;
        }
        codes.topics[kNotGiven] = codes.blocks[kNotGiven] = false;
        return codes;
    }

private:
    struct Meaning { Code code; Dimension dimension; };
    void add(const Name& name, const std::vector<std::string>& aliases, const std::string& id, Meaning meaning) {
        for (const std::string& key : {fold(name.ru), fold(name.en), id}) means_[key].push_back(meaning);
        for (const std::string& alias : aliases) means_[fold(alias)].push_back(meaning);
    }

    const Dictionary& topics_;
    const Dictionary& blocks_;
    std::unordered_map<std::string, std::vector<Meaning>> means_;
};

/// Codes by month from `first` to `last`, looked up once for all the rows of a month.
std::shared_ptr<const std::vector<NamedCodes>> codes_by_month(const Scope& scope, const IndicatorTerm& term, const Register& entries, Month first, Month last) {
    return recall(scope.world, &Remembered::named_codes, NamedQuestion{term, first, last}, [&] {
        const TopicNames names{scope};
        const TermEntries named{entries, term};
        std::vector<NamedCodes> codes;
        for (Month month = first; month <= last; ++month) codes.push_back(names.codes_of(values_of(entries, "topic", named.of_month(month))));
        return codes;
    });
}

MonthCounts topics_by_month(const Scope& scope, const IndicatorTerm& term, const Register& entries, const Filter& filter) {
    const Day first = day_from_minute(filter.period.from), until = day_from_minute(filter.period.until);
    if (first >= until) return {};
    const Month first_month = month_from_day(first);
    const auto kept = codes_by_month(scope, term, entries, first_month, month_from_day(until - 1));
    const std::vector<NamedCodes>& codes = *kept;
    std::vector<std::uint32_t> month_of_day, hits(codes.size()), seen(codes.size());
    for (Day day = first; day < until; ++day) month_of_day.push_back(static_cast<std::uint32_t>(month_from_day(day) - first_month));
    const auto& topics = scope.table.column(Dimension::Topic);
    const auto& blocks = scope.table.column(Dimension::Block);
    for (const std::uint32_t row : passing_rows(scope, filter)) {
        const std::uint32_t month = month_of_day[static_cast<std::size_t>((basis_time(scope.table, row, filter.basis) - filter.period.from) / kMinutesPerDay)];
        ++seen[month];
        hits[month] += codes[month].topics[topics[row]] || codes[month].blocks[blocks[row]] ? 1u : 0u;
    }
    MonthCounts counts;
    for (std::size_t i = 0; i < seen.size(); ++i)
        if (seen[i] > 0) counts[first_month + static_cast<Month>(i)] = hits[i];
    return counts;
}

}  // namespace

std::optional<CountedRows> rows_of_term(const IndicatorTerm& term) {
    CountedRows rows;
    if (term.of == IndicatorTerm::Of::Rows) {
        rows.basis = basis_of(term.rows.basis);
        rows.with = marks_of(term.rows.with);
        rows.without = marks_of(term.rows.without);
        rows.keep = term.rows.keep;
        return rows;
    }
    if (term.of != IndicatorTerm::Of::Messages) return std::nullopt;
    for (const MeasureRows& one : kMeasures) {
        if (one.measure != term.measure) continue;
        rows.basis = one.basis;
        rows.with = one.with;
        rows.either = one.either;
        return rows;
    }
    return std::nullopt;
}

void narrow(CountedRows& rows, const CountedRows& of) {
    rows.with |= of.with;
    rows.without |= of.without;
    for (std::size_t d = 0; d < kDimensions; ++d) rows.keep[d] = in_both(rows.keep[d], of.keep[d]);
}

State counted_state(const Scope& scope, const CountedRows& rows, const Period& period) {
    State state = with_marks(rows_state(scope, rows.basis, period), rows.with);
    state.without |= rows.without;
    for (std::size_t d = 0; d < kDimensions; ++d) state.keep[d] = in_both(state.keep[d], rows.keep[d]);
    return state;
}

MonthCounts count_messages(const Scope& scope, const CountedRows& rows, Month last, MonthSpan span) {
    if (scope.table.rows() == 0) return {};
    const MonthsQuestion question{filter_of_rows(scope, rows, last, span), rows.either};
    return *recall(scope.world, &Remembered::months, question, [&] { return months_of_rows(scope, question.filter, rows.either); });
}

MonthCounts count_topics(const Scope& scope, const IndicatorTerm& term, const Register& entries, const CountedRows& rows, Month last, MonthSpan span) {
    if (scope.table.rows() == 0) return {};
    const TopicsQuestion question{filter_of_rows(scope, rows, last, span), term};
    return *recall(scope.world, &Remembered::topics, question, [&] { return topics_by_month(scope, term, entries, question.filter); });
}

MonthCounts count_entries_by_month(const Scope& scope, const Register& entries, const IndicatorTerm& term, const Register& timed, Month last) {
    return *recall(scope.world, &Remembered::entries, EntriesQuestion{term, timed.form.id, last}, [&] {
        std::vector<Month> months = months_of(timed);
        if (months.empty()) months.push_back(last);
        const TermEntries counted{entries, term};
        MonthCounts counts;
        for (const Month month : months)
            if (month <= last) counts[month] = counted.count(counted.of_month(month));
        return counts;
    });
}

std::vector<std::string> unknown_topics(const Scope& scope, const IndicatorTerm& term, const Register& entries, Month month) {
    return codes_by_month(scope, term, entries, month, month)->front().unknown;
}

}  // namespace problemator
