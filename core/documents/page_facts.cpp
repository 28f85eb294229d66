#include "core/documents/page_facts.hpp"

#include "core/base/format.hpp"
#include "core/base/text.hpp"
#include "core/model/words.hpp"

namespace problemator {

PageFacts page_facts(const World& world, const HeaderModel& header, const State& state) {
    return {.municipality = header.municipality, .screen = std::string{screen_name(state.screen).in(state.lang)}, .period = period_words(period_of(state, world.snapshot.info.week), state.lang),
            .filter = filter_words(world, state, state.lang), .as_of = header.as_of, .checksum = header.checksum, .hash = to_hash(state)};
}

std::vector<std::pair<std::string, std::string>> fact_lines(const PageFacts& facts, Lang lang) {
    const auto say = [lang](const Phrase& phrase) { return std::string{phrase.in(lang)}; };
    std::vector<std::pair<std::string, std::string>> out = {{say({"Муниципалитет", "Municipality"}), facts.municipality}, {say({"Экран", "Screen"}), facts.screen}, {say({"Период", "Period"}), facts.period},
                                                           {say({"Отбор", "Filter"}), facts.filter}, {say({"Срез", "Snapshot"}), facts.as_of}};
    if (!facts.checksum.empty()) out.emplace_back(say({"Контрольная сумма", "Checksum"}), facts.checksum);
    return out;
}

std::string file_stem(const World& world, const State& state, std::string_view block) {
    std::string out{screen_id(state.screen)};
    if (!block.empty() && block != screen_id(state.screen)) out += "-" + slug(block);
    return out + "-" + format_week_key(state.week.value_or(world.snapshot.info.week));
}

}  // namespace problemator
