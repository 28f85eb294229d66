#include "core/cli/sample_plan.hpp"

#include <algorithm>

#include "core/cli/sample_sentences.hpp"

namespace problemator::cli {
namespace {

struct Place { std::string_view id; std::size_t rank; };   // rank in the profile where no territory has this id
struct About { std::string_view id; std::size_t rank; };   // likewise among all topics
struct Span { Week first, last; };  // weeks before the last complete one
struct Volume {                     // extra = week / share within least … most
    std::uint32_t share, least, most;
    std::uint32_t growth = 0;       // each following week extra / growth more
    std::uint32_t single = 0;       // one message each so many weeks before
};

struct Plan {
    std::string_view id;
    Place place;
    About about;
    Span span;
    Volume volume;
    SampleTilt tilt;
    bool has_cause = true;              // of its own; without one its messages say what is usually said of the topic
};

// One cell (place and topic) belongs to one problem only, in every profile. An alarm needs seven messages, a chronic one three.
constexpr Plan kPlans[] = {
    {"surge", {"priobye", 0}, {"heat", 0}, {0, 0}, {6, 14, 400, 0, 0}, {.late_per_mille = 600, .repeat_per_mille = 120, .formal_of_four = 1}},
    {"snow_surge", {"oktyabrskoe", 1}, {"snow", 3}, {0, 0}, {9, 12, 250, 0, 0}, {.late_per_mille = 350, .repeat_per_mille = 100, .formal_of_four = 1}},
    {"trips_surge", {"kamennoe", 5}, {"cancelled-trips", 5}, {0, 0}, {12, 9, 200, 0, 4}, {.late_per_mille = 200, .repeat_per_mille = 100, .formal_of_four = 1}},
    {"waste_surge", {"peregrebnoe", 4}, {"collection", 7}, {0, 0}, {14, 8, 180, 0, 0}, {.late_per_mille = 300, .repeat_per_mille = 150, .formal_of_four = 1}},
    {"chronic", {"talinka", 1}, {"stray-animals", SIZE_MAX}, {9, 0}, {20, 5, 80, 0, 0}, {.late_per_mille = 550, .repeat_per_mille = 450, .formal_of_four = 1}},
    {"lighting_chronic", {"andra", 2}, {"lighting", 9}, {8, 0}, {19, 5, 80, 0, 0}, {.late_per_mille = 750, .repeat_per_mille = 600, .formal_of_four = 2}},
    {"growing", {"sergino", 6}, {"doctor", 2}, {5, 0}, {44, 2, 40, 2, 0}, {.late_per_mille = 400, .repeat_per_mille = 200, .formal_of_four = 1}},
    {"past_surge", {"andra", 2}, {"water", 1}, {9, 9}, {7, 14, 300, 0, 0}, {.late_per_mille = 0, .repeat_per_mille = 100, .formal_of_four = 1}},
    {"solved", {"oktyabrskoe", 0}, {"lighting", 9}, {57, 17}, {25, 4, 60, 0, 0}, {.late_per_mille = 0, .repeat_per_mille = 120, .formal_of_four = 1}, false},
};

}  // namespace

std::vector<SampleEvent> plan_samples(const SampleWorld& world, Day last_day, double per_year) {
    const Week last = week_from_day(last_day + 1) - 1;   // the last complete week
    const auto weekly = static_cast<std::uint32_t>(std::clamp(per_year / 52, 1.0, 4e9));
    const std::size_t places = world.profile().territories.size(), topics = world.topics().size();
    std::vector<SampleEvent> events;
    for (const auto& plan : kPlans) {
        SampleEvent event;
        event.territory = world.territory(plan.place.id, plan.place.rank % places);
        event.topic = world.topic(plan.about.id, std::min(plan.about.rank, topics - 1));
        event.tilt = plan.tilt;
        const auto& topic = world.topics()[event.topic];
        const std::uint32_t extra = std::clamp(weekly / plan.volume.share, plan.volume.least, plan.volume.most);
        event.told = {std::string{plan.id}, world.profile().territories[event.territory].id, world.blocks()[topic.block].id, topic.id,
                      last - plan.span.first, last - plan.span.last, extra, plan.volume.growth == 0 ? 0 : extra / plan.volume.growth, plan.volume.single, plan.has_cause ? std::string{cause_of(topic.id).words} : std::string{}, 0};
        events.push_back(std::move(event));
    }
    return events;
}

std::uint32_t extra_in(const PlantedWeeks& problem, Week week) {
    if (week > problem.last_week) return 0;
    if (week < problem.first_week) return problem.single_every_weeks > 0 && static_cast<std::uint32_t>(problem.first_week - week) % problem.single_every_weeks == 0 ? 1 : 0;
    return problem.extra_per_week + problem.growth_per_week * static_cast<std::uint32_t>(week - problem.first_week);
}

}  // namespace problemator::cli
