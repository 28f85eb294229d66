#include "core/schema/indicator_term.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/base/nearest.hpp"
#include "core/base/text.hpp"
#include "core/schema/register.hpp"

namespace problemator {
namespace {

constexpr std::array<std::string_view, 11> kMeasures = {"all", "auto_routed", "auto_delivered", "auto_control", "fast_track_in_time", "fast_track_eligible",
                                                        "fast_track_channel", "in_time", "decided", "repeats", "closed"};

constexpr std::array<std::string_view, 24> kMarks = {"has_time", "fast_track", "repeat", "open", "overdue", "decided", "in_time", "late", "rated", "rated_high", "due_soon", "auto_routed",
                                                     "auto_control", "gratitude", "consultation", "closed", "has_place", "fast_eligible", "due_by_answer", "conflict", "late_registered",
                                                     "late_forwarded", "matched_rule", "linked"};
constexpr std::array<std::string_view, 4> kBases = {"received", "decided", "closed", "due"};
constexpr std::array<std::string_view, kDimensions> kShortKeys = {"ch", "k", "f", "b", "tp", "sub", "t", "d", "st", "out", "net", "str"};   // as links write them

/// Words of profiles that were written before registers could be read: they stand in old snapshots.
struct OldWord { std::string_view text, means; };
constexpr OldWord kOldWords[] = {
    {"register:active_pages", "register:pages.institution?active=yes"}, {"register:institutions", "register:pages.institution?any_period"},
    {"register:decisions_informed", "register:decisions?through_pos!=no&informed=yes"}, {"register:hearings_pos", "register:hearings?through_pos=yes"},
    {"register:road_maps", "topics:road_maps?done=*"},
};

Error wrong(std::string_view piece, std::string expected) { return {.fault = Fault::BadValue, .piece = std::string{piece}, .expected = std::move(expected)}; }

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) { return std::find(words.begin(), words.end(), word) != words.end(); }

template <std::size_t N>
Error not_one_of(const std::array<std::string_view, N>& words, std::string_view word) { return wrong(word, nearest_word(word, {words.begin(), words.end()})); }

std::optional<std::size_t> dimension_of(std::string_view key) {
    if (const auto named = parse_dimension(key)) return index(*named);
    const auto found = std::find(kShortKeys.begin(), kShortKeys.end(), key);
    return found == kShortKeys.end() ? std::nullopt : std::optional{static_cast<std::size_t>(found - kShortKeys.begin())};
}

std::optional<Error> add_row_condition(TermRows& rows, std::string_view key, std::string_view value) {
    if (key == "basis") {
        if (!is_one_of(kBases, value)) return not_one_of(kBases, value);
        rows.basis = value;
        return std::nullopt;
    }
    const bool is_with = key == "with" || key == "m";
    if (is_with || key == "without" || key == "not") {
        for (const std::string_view mark : split(value, ',')) {
            if (!is_one_of(kMarks, mark)) return not_one_of(kMarks, mark);
            (is_with ? rows.with : rows.without).emplace_back(mark);
        }
        return std::nullopt;
    }
    const auto dimension = dimension_of(key);
    if (!dimension) {
        std::vector<std::string_view> known = {"basis", "with", "without"};
        for (const Dimension d : kAllDimensions) known.push_back(dimension_id(d));
        return wrong(key, nearest_word(key, known));
    }
    for (const std::string_view id : split(value, ',')) {
        if (id.empty()) return wrong(key, std::string{key} + "=…");
        rows.keep[*dimension].emplace_back(id);
    }
    return std::nullopt;
}

/// `text`: what stands after "messages?".
Result<IndicatorTerm> parse_rows(std::string_view text) {
    IndicatorTerm term;
    term.of = IndicatorTerm::Of::Rows;
    for (const std::string_view part : split(text, '&')) {
        const std::size_t at = part.find('=');
        if (at == std::string_view::npos || at == 0) return wrong(part, "basis=closed&with=rated");
        if (auto error = add_row_condition(term.rows, part.substr(0, at), part.substr(at + 1))) return *std::move(error);
    }
    for (auto& ids : term.rows.keep) {
        std::sort(ids.begin(), ids.end());
        ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    }
    return term;
}

std::optional<Error> bad_value(const RegisterField& field, const TermCondition& condition) {
    if (condition.is == TermCondition::Is::AtLeast) {
        if (field.type != ValueType::Number) return wrong(condition.field, "number");
        if (!whole_number(condition.value)) return wrong(condition.value, "1");
        return std::nullopt;
    }
    if (condition.value == "*") return std::nullopt;
    if (field.type == ValueType::YesNo && condition.value != "yes" && condition.value != "no") return wrong(condition.value, "yes, no, *");
    if (field.type == ValueType::Date || field.type == ValueType::Number) return wrong(condition.value, "*");
    return std::nullopt;
}

Result<TermCondition> parse_condition(const RegisterForm& form, std::string_view text) {
    using Is = TermCondition::Is;
    const std::pair<std::string_view, Is> signs[] = {{"!=", Is::Different}, {">=", Is::AtLeast}, {"=", Is::Equal}};
    for (const auto& [sign, is] : signs) {
        const std::size_t at = text.find(sign);
        if (at == std::string_view::npos) continue;
        TermCondition condition{std::string{text.substr(0, at)}, is, std::string{text.substr(at + sign.size())}};
        const auto field = form.find(condition.field);
        if (!field) return wrong(condition.field, nearest_word(condition.field, form.field_ids()));
        if (auto error = bad_value(form.fields[*field], condition)) return *std::move(error);
        return condition;
    }
    return wrong(text, "any_period, " + (form.fields.empty() ? std::string{} : form.fields.front().id) + "=*");
}

/// `rest`: what stands after "register:" or "topics:".
Result<IndicatorTerm> parse_entries(std::string_view rest, IndicatorTerm::Of of) {
    IndicatorTerm term;
    term.of = of;
    const std::size_t question = rest.find('?');
    const std::string_view head = rest.substr(0, question);
    const std::size_t dot = head.find('.');
    term.register_id = head.substr(0, dot);
    const RegisterForm* form = find_register_form(term.register_id);
    if (!form) return wrong(term.register_id, nearest_word(term.register_id, register_form_ids()));
    if (dot != std::string_view::npos) {
        term.different = head.substr(dot + 1);
        if (!form->find(term.different)) return wrong(term.different, nearest_word(term.different, form->field_ids()));
    }
    if (of == IndicatorTerm::Of::Topics && !form->find("topic")) return wrong(term.register_id, "road_maps");
    if (question == std::string_view::npos) return term;
    for (const std::string_view part : split(rest.substr(question + 1), '&')) {
        if (part == "any_period") {
            term.any_period = true;
            continue;
        }
        TRY(auto condition, parse_condition(*form, part));
        term.conditions.push_back(std::move(condition));
    }
    return term;
}

}  // namespace

std::optional<double> whole_number(std::string_view text) {
    long long value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return static_cast<double>(value);
}

std::span<const std::string_view> message_measures() { return kMeasures; }
std::span<const std::string_view> message_marks() { return kMarks; }
std::span<const std::string_view> message_bases() { return kBases; }

Result<IndicatorTerm> parse_term(std::string_view text) {
    for (const OldWord& word : kOldWords)
        if (text == word.text) text = word.means;
    if (text.starts_with("register:")) return parse_entries(text.substr(9), IndicatorTerm::Of::Entries);
    if (text.starts_with("messages?")) return parse_rows(text.substr(9));
    if (text.starts_with("topics:")) return parse_entries(text.substr(7), IndicatorTerm::Of::Topics);
    IndicatorTerm term;
    term.measure = text;
    if (std::find(kMeasures.begin(), kMeasures.end(), text) != kMeasures.end()) return term;
    return wrong(text, nearest_word(text, {kMeasures.begin(), kMeasures.end()}));
}

}  // namespace problemator
