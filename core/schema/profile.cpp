// Reading of a municipality profile: one function per struct of profile.hpp, each a list of its members.
#include "core/schema/profile.hpp"

#include <algorithm>

#include "core/base/format.hpp"
#include "core/schema/fields.hpp"
#include "core/schema/indicator_file.hpp"
#include "core/schema/profile_check.hpp"

namespace problemator {
namespace {

Result<TopicRule> read_topic(const JsonCursor& object) {
    TopicRule topic;
    Fields fields{object};
    fields.id("id", topic.id);
    fields.name("name", topic.name);
    fields.texts("aliases", topic.aliases);
    fields.text("department", topic.department, Need::Optional);
    return fields.finish(std::move(topic));
}

Result<Block> read_block(const JsonCursor& object) {
    Block block;
    Fields fields{object};
    fields.id("id", block.id);
    fields.name("name", block.name);
    fields.name("short_name", block.short_name, Need::Optional);
    fields.name("decree_name", block.decree_name, Need::Optional);
    fields.texts("aliases", block.aliases);
    fields.text("department", block.department, Need::Optional);
    fields.list("topics", block.topics, read_topic);
    if (block.short_name.ru.empty()) block.short_name = block.name;
    return fields.finish(std::move(block));
}

Result<Street> read_street(const JsonCursor& object) {
    Street street;
    Fields fields{object};
    fields.text("name", street.name);
    fields.texts("aliases", street.aliases);
    fields.number("lat", street.lat, -90, 90);
    fields.number("lon", street.lon, -180, 180);
    if (street.lat.has_value() != street.lon.has_value()) fields.fail(object.error(Fault::MissingKey, {}, street.lat ? "\"lon\"" : "\"lat\""));
    return fields.finish(std::move(street));
}

Result<Territory> read_territory(const JsonCursor& object) {
    Territory territory;
    Fields fields{object};
    fields.id("id", territory.id);
    fields.name("name", territory.name);
    fields.name("full_name", territory.full_name, Need::Optional);
    fields.texts("aliases", territory.aliases);
    fields.integer("population", territory.population, 1, 20'000'000);
    fields.number("lat", territory.lat, -90, 90);
    fields.number("lon", territory.lon, -180, 180);
    fields.word("in_text",
                {Word{"by_name", std::optional{InText::ByName}}, Word{"after_type", std::optional{InText::AfterType}}, Word{"never", std::optional{InText::Never}}},
                territory.in_text, Need::Optional);
    fields.list("streets", territory.streets, read_street, Need::Optional);
    if (territory.lat.has_value() != territory.lon.has_value())
        fields.fail(object.error(Fault::MissingKey, {}, territory.lat ? "\"lon\"" : "\"lat\""));
    if (territory.full_name.ru.empty()) territory.full_name = territory.name;
    return fields.finish(std::move(territory));
}

Result<Department> read_department(const JsonCursor& object) {
    Department department;
    Fields fields{object};
    fields.id("id", department.id);
    fields.name("name", department.name);
    fields.name("short_name", department.short_name, Need::Optional);
    fields.texts("aliases", department.aliases);
    fields.text("territory", department.territory, Need::Optional);
    if (department.short_name.ru.empty()) department.short_name = department.name;
    return fields.finish(std::move(department));
}

Result<ChannelUse> read_channel_use(const JsonCursor& object) {
    ChannelUse channel;
    Fields fields{object};
    fields.id("id", channel.id);
    fields.name("name", channel.name);
    fields.name("short_name", channel.short_name, Need::Optional);
    fields.name("decree_name", channel.decree_name, Need::Optional);
    fields.offset("utc_offset", channel.utc_offset_minutes, Need::Optional);
    if (channel.short_name.ru.empty()) channel.short_name = channel.name;
    return fields.finish(std::move(channel));
}

Result<Clock> read_clock(const JsonCursor& object) {
    constexpr int kLongest = 24 * 366;
    Clock clock;
    Fields fields{object};
    fields.id("id", clock.id);
    fields.name("name", clock.name);
    fields.text("channel", clock.channel);
    fields.flag("fast_track", clock.fast_track);
    fields.word("start", {Word{"received", ClockStart::Received}, Word{"registered", ClockStart::Registered}}, clock.start, Need::Optional);
    fields.integer("amount", clock.amount, 1, kLongest);
    fields.word("unit",
                {Word{"hours", ClockUnit::Hours}, Word{"calendar_days", ClockUnit::CalendarDays}, Word{"working_days", ClockUnit::WorkingDays}},
                clock.unit);
    fields.integer("extension_days", clock.extension_days, 0, 366, Need::Optional);
    fields.word("target",
                {Word{"answered", ClockTarget::Answered}, Word{"closed", ClockTarget::Closed}, Word{"registered", ClockTarget::Registered},
                 Word{"forwarded", ClockTarget::Forwarded}},
                clock.target, Need::Optional);
    fields.word("day_off", {Word{"stays", DayOff::Stays}, Word{"next", DayOff::Next}, Word{"previous", DayOff::Previous}}, clock.day_off, Need::Optional);
    fields.flag("is_target_only", clock.is_target_only);
    fields.day("valid_from", clock.valid_from);
    fields.day("valid_until", clock.valid_until);
    fields.text("source", clock.source);
    if (clock.valid_from && clock.valid_until && *clock.valid_until < *clock.valid_from)
        fields.fail(object.find("valid_until")->error(Fault::OutOfRange, format_iso_day(*clock.valid_until), "≥ " + format_iso_day(*clock.valid_from)));
    return fields.finish(std::move(clock));
}

Result<RuleWhen> read_when(const JsonCursor& object) {
    RuleWhen when;
    Fields fields{object};
    fields.texts("channels", when.channels);
    fields.texts("blocks", when.blocks);
    fields.texts("topics", when.topics);
    fields.texts("territories", when.territories);
    fields.texts("subtopics", when.subtopics);
    fields.texts("networks", when.networks);
    fields.texts("words", when.words);
    fields.texts("without_words", when.without_words);
    fields.texts("tags", when.tags);
    fields.texts("rubrics", when.rubrics);
    return fields.finish(std::move(when));
}

Result<RuleGives> read_gives(const JsonCursor& object) {
    RuleGives gives;
    Fields fields{object};
    fields.text("block", gives.block, Need::Optional);
    fields.text("topic", gives.topic, Need::Optional);
    fields.text("department", gives.department, Need::Optional);
    fields.flag("gratitude", gives.gratitude);
    fields.flag("consultation", gives.consultation);
    fields.flag("conflict", gives.conflict);
    return fields.finish(std::move(gives));
}

Result<RoutingRule> read_rule(const JsonCursor& object) {
    RoutingRule rule;
    Fields fields{object};
    fields.id("id", rule.id);
    fields.name("name", rule.name);
    fields.name("reason", rule.reason);
    fields.value("when", rule.when, read_when);
    fields.value("gives", rule.gives, read_gives);
    fields.flag("overrides", rule.overrides);
    return fields.finish(std::move(rule));
}

Result<Role> read_role(const JsonCursor& object) {
    Role role;
    Fields fields{object};
    fields.id("id", role.id);
    fields.name("name", role.name);
    fields.text("duties", role.duties, Need::Optional);
    return fields.finish(std::move(role));
}

Result<RatingWeights> read_weights(const JsonCursor& object) {
    RatingWeights weights;
    Fields fields{object};
    fields.integer("quantity", weights.quantity, 0, 100, Need::Optional);
    fields.integer("terms", weights.terms, 0, 100, Need::Optional);
    fields.integer("completeness", weights.completeness, 0, 100, Need::Optional);
    fields.integer("satisfaction", weights.satisfaction, 0, 100, Need::Optional);
    if (weights.quantity + weights.terms + weights.completeness + weights.satisfaction == 0) fields.fail(object.error(Fault::OutOfRange, "0", "> 0"));
    return fields.finish(weights);
}

Result<DayRange> read_day_range(const JsonCursor& object) {
    std::optional<Day> from, until;
    Fields fields{object};
    fields.day("from", from);
    fields.day("until", until);
    if (!from || !until) fields.fail(object.error(Fault::MissingKey, "", "from, until"));
    else if (*until < *from) fields.fail(object.error(Fault::OutOfRange, format_iso_day(*until), "≥ " + format_iso_day(*from)));
    return fields.finish(DayRange{from.value_or(0), until.value_or(0)});
}

/// "09-15" → 915; 2024 has all days that a year can have.
int read_month_day(Fields& fields, const JsonCursor& object, std::string_view key) {
    std::string text;
    fields.text(key, text);
    const auto minute = text.size() == 5 ? parse_iso_minute("2024-" + text) : std::nullopt;
    if (!minute && object.find(key)) fields.fail(object.find(key)->error(Fault::BadDate, text, "09-15"));
    const Date date = date_from_day(day_from_minute(minute.value_or(0)));
    return static_cast<int>(date.month) * 100 + static_cast<int>(date.day);
}

Result<Season> read_season(const JsonCursor& object) {
    Season season;
    Fields fields{object};
    fields.id("id", season.id);
    fields.name("name", season.name);
    season.from_month_day = read_month_day(fields, object, "from");
    season.until_month_day = read_month_day(fields, object, "until");
    fields.list("exact", season.exact, read_day_range, Need::Optional);
    fields.text("source", season.source, Need::Optional);
    for (std::size_t i = 1; i < season.exact.size(); ++i)
        if (season.exact[i].from <= season.exact[i - 1].until)
            fields.fail(object.find("exact")->error(Fault::OutOfRange, format_iso_day(season.exact[i].from), "> " + format_iso_day(season.exact[i - 1].until)));
    return fields.finish(std::move(season));
}

Result<RatingWeights> read_rating(const JsonCursor& object) {
    RatingWeights weights;
    Fields fields{object};
    fields.value("weights", weights, read_weights);
    return fields.finish(weights);
}

struct Thresholds { int percent = 10, rank = 30, published = 3, ratings = 10, repeat_days = 30; };

Result<Thresholds> read_thresholds(const JsonCursor& object) {
    Thresholds least;
    Fields fields{object};
    fields.integer("count_for_percent", least.percent, 1, 10'000, Need::Optional);
    fields.integer("count_for_rank", least.rank, 1, 10'000, Need::Optional);
    fields.integer("count_published", least.published, 1, 10'000, Need::Optional);
    fields.integer("ratings", least.ratings, 1, 10'000, Need::Optional);
    fields.integer("repeat_days", least.repeat_days, 1, 366, Need::Optional);
    return fields.finish(least);
}

void read_names(Fields& fields, Profile& profile) {
    fields.id("id", profile.id);
    fields.name("name", profile.name);
    fields.name("short_name", profile.short_name, Need::Optional);
    fields.name("genitive", profile.genitive);
    fields.name("centre", profile.centre);
    fields.name("head_addressee", profile.head_addressee);
    fields.text("region", profile.region);
    fields.text("decree", profile.decree);
    if (profile.short_name.ru.empty()) profile.short_name = profile.name;
}

void read_place(Fields& fields, Profile& profile) {
    std::optional<int> offset;
    fields.offset("utc_offset", offset, Need::Required);
    profile.utc_offset_minutes = offset.value_or(0);
    fields.integer("population", profile.population, 0, 20'000'000, Need::Optional);
    fields.text("population_source", profile.population_source, Need::Optional);
    fields.word("week_starts_on",
                {Word{"monday", 0}, Word{"tuesday", 1}, Word{"wednesday", 2}, Word{"thursday", 3}, Word{"friday", 4}, Word{"saturday", 5},
                 Word{"sunday", 6}},
                profile.week_starts_on, Need::Optional);
    fields.list("territories", profile.territories, read_territory);
    fields.text("map", profile.map, Need::Optional);
}

void read_work(Fields& fields, Profile& profile) {
    fields.list("blocks", profile.blocks, read_block);
    fields.list("departments", profile.departments, read_department);
    fields.list("channels", profile.channels, read_channel_use);
    fields.list("clocks", profile.clocks, read_clock);
    fields.list("indicators", profile.indicators, read_indicator, Need::Optional);
    fields.list("rules", profile.rules, read_rule, Need::Optional);
    fields.list("roles", profile.roles, read_role, Need::Optional);
    fields.list("seasons", profile.seasons, read_season, Need::Optional);
}

}  // namespace

Result<Profile> read_profile(std::string_view json, std::string_view file_name) {
    TRY(const auto root, JsonCursor::parse(json, file_name));
    Profile profile;
    Fields fields{root};
    read_names(fields, profile);
    read_place(fields, profile);
    read_work(fields, profile);
    Thresholds least;
    fields.value("thresholds", least, read_thresholds, Need::Optional);
    fields.value("rating", profile.rating_weights, read_rating, Need::Optional);
    profile.min_count_for_percent = least.percent;
    profile.min_count_for_rank = least.rank;
    profile.min_count_published = least.published;
    profile.min_ratings = least.ratings;
    profile.repeat_days = least.repeat_days;
    fields.texts("notes", profile.notes);
    TRY(auto read, fields.finish(std::move(profile)));
    if (auto mistake = check_profile(read, file_name)) return *std::move(mistake);
    return read;
}

}  // namespace problemator
