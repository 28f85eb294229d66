#include "core/model/names.hpp"

namespace problemator {
namespace {

struct TwoNames { const Name* full = nullptr; const Name* short_form = nullptr; };

template <class T>
const T* with_id(const std::vector<T>& items, std::string_view id) {
    for (const auto& item : items)
        if (item.id == id) return &item;
    return nullptr;
}

TwoNames in_profile(const Profile& profile, Dimension d, std::string_view id) {
    if (d == Dimension::Channel) {
        if (const auto* c = with_id(profile.channels, id)) return {&c->name, &c->short_name};
    } else if (d == Dimension::Block) {
        if (const auto* b = with_id(profile.blocks, id)) return {&b->name, &b->short_name};
    } else if (d == Dimension::Territory) {
        if (const auto* t = with_id(profile.territories, id)) return {&t->name, nullptr};
    } else if (d == Dimension::Department) {
        if (const auto* u = with_id(profile.departments, id)) return {&u->name, &u->short_name};
    } else if (d == Dimension::Topic) {
        for (const auto& block : profile.blocks)
            if (const auto* t = with_id(block.topics, id)) return {&t->name, nullptr};
    }
    return {};
}

std::optional<Phrase> in_schema(Dimension d, std::string_view id) {
    if (d == Dimension::Kind) { if (const auto k = parse_kind(id)) return kind_name(*k); }
    if (d == Dimension::Form) { if (const auto f = parse_form(id)) return form_name(*f); }
    if (d == Dimension::Status) { if (const auto s = parse_status(id)) return status_name(*s); }
    if (d == Dimension::Outcome) { if (const auto o = parse_outcome(id)) return outcome_name(*o); }
    return std::nullopt;
}

}  // namespace

std::string name_of(const World& world, Dimension d, Code code, Lang lang) {
    const auto& names = world.snapshot.table.dictionary(d);
    if (code == kNotGiven || code >= names.size()) return std::string{Phrase{"не указано", "not given"}.in(lang)};
    if (const auto phrase = in_schema(d, names.id(code))) return std::string{phrase->in(lang)};
    const auto found = in_profile(world.profile, d, names.id(code));
    const auto name = found.full ? found.full->in(lang) : std::string_view{};
    return std::string{name.empty() ? names.name(code) : name};
}

std::string short_name_of(const World& world, Dimension d, Code code, Lang lang) {
    const auto& names = world.snapshot.table.dictionary(d);
    if (d == Dimension::Block && (code == kNotGiven || code >= names.size())) return std::string{Phrase{"нет", "none"}.in(lang)};   // the head of a narrow column
    if (code == kNotGiven || code >= names.size()) return name_of(world, d, code, lang);
    const auto found = in_profile(world.profile, d, names.id(code));
    const auto name = found.short_form ? found.short_form->in(lang) : std::string_view{};
    return name.empty() ? name_of(world, d, code, lang) : std::string{name};
}

std::string source_name(const World& world, std::string_view id, Lang lang) {
    if (const ChannelUse* channel = with_id(world.profile.channels, id)) return std::string{channel->name.in(lang)};
    constexpr std::string_view kRegister = "reg_";
    if (id.substr(0, kRegister.size()) == kRegister)
        for (const Register& entries : world.snapshot.registers)
            if (entries.form.id == id.substr(kRegister.size())) return std::string{entries.form.name.in(lang)};
    return std::string{id};
}

}  // namespace problemator
