#include "core/clean/record_set.hpp"

#include <algorithm>
#include <tuple>

#include "core/base/sort_moments.hpp"

namespace problemator {
namespace {

// Everything that a Message says has its place in Record, put_facts() and get(): this line fails when a member comes or goes.
static_assert(sizeof(void*) != 8 || sizeof(std::string) != 32 || sizeof(Message) == 616, "RecordSet must keep every member of Message");

constexpr bool Message::* kFlags[] = {
    &Message::received_has_time, &Message::due_is_end_of_day, &Message::due_by_answer, &Message::closed_has_time, &Message::gratitude,
    &Message::consultation, &Message::conflict, &Message::is_linked, &Message::matched_rule, &Message::late_registered,
    &Message::late_forwarded, &Message::has_place, &Message::repeat_by_author,
};
constexpr Answer Message::* kAnswers[] = {&Message::overdue, &Message::fast_track, &Message::repeat, &Message::auto_routed, &Message::auto_control};
constexpr std::string Message::* kNameOf[] = {&Message::channel, &Message::block, &Message::topic, &Message::subtopic, &Message::territory, &Message::department,
                                              &Message::network, &Message::street, &Message::house, &Message::rubric_code, &Message::tags};
constexpr std::string Message::* kTextOf[] = {&Message::id, &Message::text, &Message::answer, &Message::linked_id, &Message::author};
constexpr std::size_t kTexts = std::size(kTextOf);
using Lengths = std::array<std::uint32_t, kTexts>;

Lengths lengths_of(const char* texts) {
    Lengths lengths;
    std::memcpy(lengths.data(), texts, sizeof lengths);
    return lengths;
}

/// The lines of the cache that begin in these bytes. WebAssembly has no instruction for it: loads whose values nobody waits for do the same.
void ask_for_bytes(const void* from, std::size_t size) {
    constexpr std::size_t line = 64;
    const auto* const bytes = static_cast<const char*>(from);
    for (std::size_t at = 0; at < size; at += line) {
#ifdef __EMSCRIPTEN__
        (void)*static_cast<const volatile char*>(bytes + at);
#else
        __builtin_prefetch(bytes + at);
#endif
    }
}

std::uint32_t hash_of(std::string_view text) {
    const std::uint64_t hash = std::hash<std::string_view>{}(text) * 0x9E3779B97F4A7C15u;
    return static_cast<std::uint32_t>(hash >> 32);
}

}  // namespace

RecordSet::Names::Names() : names_{{}}, hashes_{0}, slots_(1024, 0) {}

void RecordSet::Names::grow() {
    slots_.assign(slots_.size() * 2, 0);
    for (std::uint32_t code = 1; code < names_.size(); ++code) {
        std::size_t slot = hashes_[code] & (slots_.size() - 1);
        while (slots_[slot] != 0) slot = (slot + 1) & (slots_.size() - 1);
        slots_[slot] = code + 1;
    }
}

std::uint32_t RecordSet::Names::code(std::string_view name) {
    if (name.empty()) return 0;
    const std::uint32_t hash = hash_of(name);
    std::size_t slot = hash & (slots_.size() - 1);
    for (; slots_[slot] != 0; slot = (slot + 1) & (slots_.size() - 1)) {
        const std::uint32_t known = slots_[slot] - 1;
        if (hashes_[known] == hash && names_[known] == name) return known;
    }
    const auto code = static_cast<std::uint32_t>(names_.size());
    names_.push_back(arena_.keep(name));
    hashes_.push_back(hash);
    slots_[slot] = code + 1;
    if (names_.size() * 2 > slots_.size()) grow();
    return code;
}

void RecordSet::put_names(Record& r, const Message& m) {
    for (std::size_t i = 0; i < kNames; ++i) r.names[i] = code_of_name(m.*kNameOf[i]);
}

std::uint32_t RecordSet::code_of_name(std::string_view name) {
    return name.empty() ? 0 : codes_.of(name, [&](std::string_view cell) { return names_.code(cell); });
}

void RecordSet::put_facts(Record& r, const Message& m) {
    for (std::size_t i = 0; i < r.answers.size(); ++i) r.answers[i] = m.*kAnswers[i];
    r.flags = 0;
    for (std::size_t i = 0; i < std::size(kFlags); ++i) r.flags |= static_cast<std::uint32_t>(m.*kFlags[i]) << i;
    r.lat = m.lat;
    r.lon = m.lon;
    r.author_code = m.author_code;
    std::tie(r.received, r.registered, r.due, r.answered, r.closed, r.extended_to, r.forwarded) =
        std::tie(m.received, m.registered, m.due, m.answered, m.closed, m.extended_to, m.forwarded);
    std::tie(r.file, r.row, r.kind, r.form, r.status, r.outcome) = std::tie(m.file, m.row, m.kind, m.form, m.status, m.outcome);
    r.rating = static_cast<std::uint8_t>(m.rating);
}

const char* RecordSet::keep_texts(const Message& m) {
    Lengths lengths{};
    body_bytes_ += m.text.size();
    std::size_t bytes = sizeof lengths;
    for (std::size_t i = 0; i < kTexts; ++i) bytes += lengths[i] = static_cast<std::uint32_t>((m.*kTextOf[i]).size());
    char* const texts = texts_.take(bytes);
    std::memcpy(texts, lengths.data(), sizeof lengths);
    char* at = texts + sizeof lengths;
    for (std::size_t i = 0; i < kTexts; at += lengths[i++]) copy_bytes(at, (m.*kTextOf[i]).data(), lengths[i]);
    return texts;
}

void RecordSet::add(const Message& m, const TextSketch& sketch) {
    if (used_ % kPiece == 0) pieces_.emplace_back(new Record[kPiece]);
    order_.push_back(used_++);
    Record& r = record(order_.size() - 1);
    put_names(r, m);
    put_facts(r, m);
    r.texts = keep_texts(m);
    r.sketch = sketch;
}

void RecordSet::set_facts(std::size_t at, const Message& m) { put_facts(record(at), m); }

void RecordSet::set(std::size_t at, const Message& m) {
    Record& r = record(at);
    const bool is_same_text = text(at) == m.text;
    put_names(r, m);
    put_facts(r, m);
    r.texts = keep_texts(m);
    if (!is_same_text) r.sketch = sketch_of_text(m.text);
}

void RecordSet::take_facts(const Record& r, Message& m) {
    for (std::size_t i = 0; i < r.answers.size(); ++i) m.*kAnswers[i] = r.answers[i];
    for (std::size_t i = 0; i < std::size(kFlags); ++i) m.*kFlags[i] = (r.flags >> i & 1) != 0;
    m.lat = r.lat;
    m.lon = r.lon;
    m.author_code = r.author_code;
    std::tie(m.received, m.registered, m.due, m.answered, m.closed, m.extended_to, m.forwarded) =
        std::tie(r.received, r.registered, r.due, r.answered, r.closed, r.extended_to, r.forwarded);
    std::tie(m.file, m.row, m.kind, m.form, m.status, m.outcome) = std::tie(r.file, r.row, r.kind, r.form, r.status, r.outcome);
    m.rating = r.rating;
}

void RecordSet::get_facts(std::size_t at, Message& m) const {
    const Record& r = record(at);
    take_facts(r, m);
    m.channel.assign(names_.name(r.names[kChannel]));
}

void RecordSet::get(std::size_t at, Message& m) const {
    const Record& r = record(at);
    for (std::size_t i = 0; i < kNames; ++i) (m.*kNameOf[i]).assign(names_.name(r.names[i]));
    take_facts(r, m);
    const Lengths lengths = lengths_of(r.texts);
    const char* text = r.texts + sizeof lengths;
    for (std::size_t i = 0; i < kTexts; ++i) {
        (m.*kTextOf[i]).assign(text, lengths[i]);
        text += lengths[i];
    }
}

void RecordSet::ask_for(std::size_t at, Asked asked) const {
    constexpr std::size_t record_ahead = 16, texts_ahead = 8;
#ifdef __EMSCRIPTEN__
    constexpr std::size_t texts_asked = 1;       // a load may not go beyond what is there
#else
    constexpr std::size_t texts_asked = 320;
#endif
    if (at + record_ahead >= order_.size()) return;
    ask_for_bytes(&record(at + record_ahead), sizeof(Record));
    if (asked == Asked::Facts) return;
    const char* const texts = record(at + texts_ahead).texts;
    ask_for_bytes(texts, sizeof(Lengths));
    if (asked == Asked::Texts) ask_for_bytes(texts + sizeof(Lengths), texts_asked);
}

void RecordSet::view(std::size_t at, MessageView& view) const {
    constexpr NameOf numbered[] = {kChannel, kBlock, kTopic, kSubtopic, kTerritory, kDepartment, kNetwork};
    constexpr MessageView::Text texts[] = {MessageView::Id, MessageView::Body, MessageView::Answer, MessageView::LinkedId, MessageView::Author};   // as kTextOf
    static_assert(std::size(numbered) == MessageView::kNames && std::size(texts) == kTexts);
    const Record& r = record(at);
    take_facts(r, view.facts);
    view.source = 1;
    for (std::size_t i = 0; i < std::size(numbered); ++i) view.names[i] = {names_.name(r.names[numbered[i]]), r.names[numbered[i]]};
    view.texts[MessageView::Street] = names_.name(r.names[kStreet]);
    view.texts[MessageView::House] = names_.name(r.names[kHouse]);
    view.texts[MessageView::RubricCode] = names_.name(r.names[kRubric]);
    view.texts[MessageView::Tags] = names_.name(r.names[kTags]);
    const Lengths lengths = lengths_of(r.texts);
    const char* text = r.texts + sizeof lengths;
    for (std::size_t i = 0; i < kTexts; ++i) {
        view.texts[texts[i]] = {text, lengths[i]};
        text += lengths[i];
    }
}

std::uint64_t RecordSet::matter(std::size_t at) const {
    const auto& names = record(at).names;
    const bool has_topic = names[kTopic] != 0;
    return std::uint64_t{has_topic ? names[kTopic] : names[kBlock]} << 32 | std::uint64_t{has_topic} << 31 | names[kTerritory];
}

Message RecordSet::operator[](std::size_t at) const {
    Message message;
    get(at, message);
    return message;
}

std::string_view RecordSet::id(std::size_t at) const {
    const char* const texts = record(at).texts;
    return {texts + sizeof(Lengths), lengths_of(texts)[0]};
}

std::string_view RecordSet::text(std::size_t at) const {
    const char* const texts = record(at).texts;
    const Lengths lengths = lengths_of(texts);
    return {texts + sizeof(Lengths) + lengths[0], lengths[1]};   // after the id
}

bool RecordSet::is_set(std::size_t at, bool Message::*flag) const {
    const auto place = std::find(std::begin(kFlags), std::end(kFlags), flag) - std::begin(kFlags);
    return (record(at).flags >> place & 1) != 0;
}

void RecordSet::sort() {
    if (order_.empty()) return;
    const auto at = [&](std::uint32_t place) -> const Record& { return pieces_[place / kPiece][place % kPiece]; };
    const auto id_of = [&](const Record& r) { return std::string_view{r.texts + sizeof(Lengths), lengths_of(r.texts)[0]}; };
    const auto is_before = [&](const Moment& a, const Moment& b) {
        const Record &x = at(a.row), &y = at(b.row);
        if (x.names[kChannel] != y.names[kChannel]) return names_.name(x.names[kChannel]) < names_.name(y.names[kChannel]);
        return id_of(x) < id_of(y);
    };
    std::vector<Moment> moments;
    moments.reserve(order_.size());
    for (const std::uint32_t place : order_) moments.push_back({static_cast<std::uint32_t>(at(place).received) ^ 0x80000000u, place});   // in the order of signed numbers
    const auto [first, last] = std::minmax_element(moments.begin(), moments.end(), [](const Moment& a, const Moment& b) { return a.minute < b.minute; });
    const std::uint32_t earliest = first->minute, latest = last->minute - earliest;
    for (Moment& moment : moments) moment.minute -= earliest;
    sort_moments(moments, latest);
    for (auto begin = moments.begin(), end = begin; begin != moments.end(); begin = end) {
        while (end != moments.end() && end->minute == begin->minute) ++end;
        if (end - begin > 1) std::sort(begin, end, is_before);
    }
    for (std::size_t i = 0; i < moments.size(); ++i) order_[i] = moments[i].row;
    lay_in_order();
}

/// In place, cycle by cycle; a scout goes eight steps ahead and asks for what comes. The bytes of the texts stay where they are.
void RecordSet::lay_in_order() {
    if (order_.size() != used_) return;
    const auto at = [&](std::uint32_t place) -> Record& { return pieces_[place / kPiece][place % kPiece]; };
    for (std::uint32_t first = 0; first < used_; ++first) {
        if (order_[first] == first) continue;
        const Record kept = at(first);
        std::uint32_t to = first, scout = first;
        for (int step = 0; step < 8; ++step) scout = order_[scout];
        while (order_[to] != first) {
            const std::uint32_t from = order_[to];
            ask_for_bytes(&at(scout = order_[scout]), sizeof(Record));
            at(to) = at(from);
            order_[to] = to;
            to = from;
        }
        at(to) = kept;
        order_[to] = to;
    }
}

void RecordSet::leave_out(const std::vector<bool>& gone) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < order_.size(); ++i)
        if (!gone[i]) order_[kept++] = order_[i];
    order_.resize(kept);
}

}  // namespace problemator
