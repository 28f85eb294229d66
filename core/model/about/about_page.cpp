#include "core/model/about/about_page.hpp"

#include "core/base/format.hpp"
#include "core/model/about/about_methods.hpp"
#include "core/model/listing_cells.hpp"
#include "core/model/names.hpp"
#include "core/model/quality/quality_page.hpp"
#include "core/model/words.hpp"

namespace problemator {
namespace {

constexpr std::size_t kShownDigits = 16;           // of a file's SHA-256

std::string moment_words(Minute at, Lang lang) {
    const int in_day = at - minute_from_day(day_from_minute(at));
    const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return format_date(day_from_minute(at), lang) + ", " + two(in_day / 60) + ":" + two(in_day % 60);
}

Listing plain_listing(std::string id, std::string title, std::string note, std::vector<ListingColumn> columns) {
    return {.id = std::move(id), .title = std::move(title), .note = std::move(note), .columns = std::move(columns), .rows = {}, .empty = {}, .more = {}};
}

Listing snapshot_listing(const ListingMaker& f) {
    const World& world = f.scope.world;
    const SnapshotInfo& info = world.snapshot.info;
    const std::string rows = f.count(world.snapshot.table.rows());
    Listing out = plain_listing("snapshot", f.say({"Срез", "Snapshot"}), f.say({"по нему посчитаны все числа", "all numbers are counted from it"}), {{"what", f.say({"Что", "What"})}, {"value", f.say({"Значение", "Value"})}});
    const auto add = [&](Phrase what, std::string value) { out.rows.push_back({words_cell(f.say(what)), words_cell(or_none(std::move(value)))}); };
    add({"Муниципалитет", "Municipality"}, std::string{world.profile.name.in(f.lang())});
    add({"Неделя", "Week"}, period_words(week_period(info.week), f.lang()));
    add({"Момент среза", "Moment of the snapshot"}, moment_words(info.as_of, f.lang()));
    add({"Сообщений в срезе", "Messages in the snapshot"}, rows);
    add({"Контрольная сумма", "Checksum"}, world.checksum);
    add({"Программа", "Program"}, info.built_by);
    add({"Версия формата среза", "Version of the snapshot's format"}, std::to_string(kSnapshotVersion));
    add({"Профиль", "Profile"}, info.profile_id);
    add({"Основание", "Decree"}, world.profile.decree);
    return out;
}

Listing sources_listing(const ListingMaker& f) {
    Listing out = plain_listing("sources", f.say({"Источники", "Sources"}), f.say({"файлы, из которых собран срез", "files of which the snapshot was made"}), {{"file", f.say({"Файл", "File"})}, {"system", f.say({"Система", "System"})},
        {"read", f.say({"Прочитано", "Read"}), true}, {"kept", f.say({"Принято", "Kept"}), true}, {"rejected", f.say({"Отклонено", "Refused"}), true}, {"repeated", f.say({"Повторы", "Repeated"}), true}, {"sum", "SHA-256", false, true}});
    for (const InputFile& input : f.scope.world.snapshot.info.inputs)
        out.rows.push_back({words_cell(input.name), channel_cell(f, input.channel), number_cell(f, input.rows_read), number_cell(f, input.rows_kept),
                            number_cell(f, input.rows_rejected, input.rows_rejected ? Tone::Warn : Tone::Plain), number_cell(f, input.rows_duplicate), words_cell(input.sha256.substr(0, kShownDigits), Tone::Muted)});
    out.empty = f.say({"Файлы источников в срезе не названы", "The snapshot names no source files"});
    return out;
}

Listing methods_listing(const ListingMaker& f) {
    Listing out = plain_listing("methods", f.say({"Как считаются числа", "How the numbers are made"}), {}, {{"measure", f.say({"Число", "Number"})}, {"formula", f.say({"Формула", "Formula"})}, {"words", f.say({"Что это значит", "What it means"})}});
    for (const Method& method : measure_methods()) out.rows.push_back({words_cell(f.say(method.name)), words_cell(f.say(method.formula)), words_cell(f.say(method.words))});
    return out;
}

Listing indicators_listing(const ListingMaker& f) {
    Listing out = plain_listing("indicator-methods", f.say({"Целевые показатели", "Target indicators"}), f.say({"формулы профиля", "formulas of the profile"}), {{"name", f.say({"Показатель", "Indicator"})}, {"formula", f.say({"Формула", "Formula"})}, {"decree", f.say({"В постановлении", "In the decree"}), false, true}});
    for (const Indicator& indicator : f.scope.world.profile.indicators)
        out.rows.push_back({words_cell(std::string{indicator.name.in(f.lang())}), words_cell(std::string{indicator.formula.in(f.lang())}), words_cell(std::string{indicator.decree_name.in(f.lang())})});
    out.empty = f.say({"Постановление не называет целевых показателей", "The decree names no target indicators"});
    return out;
}

Listing deadlines_listing(const ListingMaker& f) {
    Listing out = plain_listing("clocks-used", f.say({"Сроки", "Deadlines"}), f.say({"первый подходящий действует", "the first that fits applies"}), {{"name", f.say({"Срок", "Deadline"})}, {"channel", f.say({"Канал", "Channel"})}});
    for (const Clock& clock : f.scope.world.profile.clocks) out.rows.push_back({words_cell(std::string{clock.name.in(f.lang())}), channel_cell(f, clock.channel)});
    return out;
}

Listing hidden_listing(const ListingMaker& f) {
    const Profile& profile = f.scope.world.profile;
    const bool is_published = f.scope.world.snapshot.info.is_published;
    Listing out = plain_listing("hidden", f.say({"Что скрыто и почему", "What is hidden and why"}), is_published ? f.say({"срез для всех", "a snapshot for everybody"}) : f.say({"срез для служебного пользования", "a snapshot for internal use"}),
                                {{"what", f.say({"Что", "What"})}, {"how", f.say({"Как показано", "How it is shown"})}, {"why", f.say({"Почему", "Why"})}});
    const auto add = [&](Phrase what, std::string how, Phrase why) { out.rows.push_back({words_cell(f.say(what)), words_cell(std::move(how)), words_cell(f.say(why))}); };
    const auto at_least = [&](int n) { return f.say({"меньше ", "under "}) + std::to_string(n); };
    if (is_published) {
        add({"Имена, телефоны, адреса, авторы", "Names, telephones, addresses, authors"}, f.say({"в срезе их нет", "not in the snapshot"}), {"персональные данные (152-ФЗ): убраны до публикации, а не спрятаны на экране", "personal data: removed before publishing, not hidden on the screen"});
        add({"Малые числа", "Small numbers"}, at_least(profile.min_count_published) + ": «<\u00A0" + std::to_string(profile.min_count_published) + "»", {"по одному-двум сообщениям можно узнать человека", "one or two messages may tell who wrote"});
    }
    add({"Доли", "Shares"}, at_least(profile.min_count_for_percent) + ": «–»", {"процент от нескольких сообщений вводит в заблуждение", "a percentage of a few messages misleads"});
    add({"Места в рейтинге", "Places in the rating"}, at_least(profile.min_count_for_rank) + f.say({" ответов: без места", " answers: no place"}), {"при малом числе ответов место — случайность", "with few answers a place is chance"});
    add({"Оценки", "Ratings"}, at_least(profile.min_ratings) + ": «–»", {"по нескольким оценкам среднее не судят", "a few ratings make no mean"});
    add({"Сравнение идущей недели", "Comparison of a week in progress"}, f.say({"не показывается", "not shown"}), {"неполная неделя всегда выглядит падением", "a part of a week always looks like a fall"});
    return out;
}

Listing words_listing(const ListingMaker& f) {
    Listing out = plain_listing("words", f.say({"Словарь", "Glossary"}), {}, {{"word", f.say({"Слово", "Word"})}, {"meaning", f.say({"Значение", "Meaning"})}});
    for (const Term& term : glossary_terms()) out.rows.push_back({words_cell(f.say(term.word)), words_cell(f.say(term.meaning))});
    return out;
}

/// The table of «Качество данных»: the same numbers, because it is the same builder.
void add_coverage(AboutPage& page, const World& world, const State& state) {
    for (Listing& listing : quality_page(world, state).listings)
        if (listing.id == "coverage") page.listings.push_back(std::move(listing));
}

}  // namespace

AboutPage about_page(const World& world, const State& state) {
    const Scope scope = scope_of(world, state);
    const ListingMaker f = listing_maker(scope);
    AboutPage page;
    page.verdict = f.say({"Срез на ", "Snapshot of "}) + moment_words(world.snapshot.info.as_of, scope.lang) + ".";
    page.verdict_tail = f.say({"Контрольная сумма ", "Checksum "}) + or_none(world.checksum);
    page.listings = {snapshot_listing(f), hidden_listing(f), sources_listing(f)};
    add_coverage(page, world, state);
    page.listings.push_back(methods_listing(f));
    page.listings.push_back(indicators_listing(f));
    page.listings.push_back(deadlines_listing(f));
    page.listings.push_back(words_listing(f));
    return page;
}

}  // namespace problemator
