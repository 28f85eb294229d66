#include "core/cli/sample_world.hpp"

#include <algorithm>

namespace problemator::cli {
namespace {

using Months = std::array<std::uint32_t, 12>;   // percent of the yearly mean
constexpr Months kWinter = {150, 140, 110, 80, 50, 40, 40, 45, 80, 120, 140, 150};
constexpr Months kSummer = {60, 60, 90, 130, 140, 130, 120, 115, 110, 100, 80, 65};
constexpr Months kDark = {130, 110, 95, 80, 60, 50, 50, 70, 100, 130, 140, 135};
constexpr Months kSchool = {105, 100, 100, 95, 85, 60, 50, 90, 150, 120, 110, 100};
constexpr Months kEven = {100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100};

struct Share { std::string_view id; std::uint32_t weight; };

constexpr Share kBlockShares[] = {{"utilities", 29}, {"waste", 10},  {"roads", 17},       {"transport", 7}, {"social", 12},      {"improvement", 16}, {"economy", 4},
                                  {"property", 5},   {"education", 10}, {"health", 8},     {"welfare", 6},   {"energy", 6},       {"estate", 4},       {"land", 4},
                                  {"construction", 4}, {"market", 4}, {"sport", 3},        {"culture", 3},   {"guardianship", 2}};
constexpr Share kLocalShares[] = {{"improvement", 780}, {"roads", 580}, {"utilities", 600}, {"waste", 600}, {"transport", 400},
                                  {"property", 450}, {"economy", 300}, {"social", 220}};   // per mille of ПОС and 59-ФЗ
constexpr Share kSettlements[] = {{"oktyabrskoe", 20}, {"andra", 7},     {"priobye", 30}, {"talinka", 13}, {"kamennoe", 2}, {"karymkary", 2},
                                  {"maly-atlym", 2},   {"peregrebnoe", 8}, {"sergino", 4}, {"unyugan", 11}, {"sherkaly", 4}};
constexpr Share kYearly[] = {{"oktyabrskoe", 6000}, {"akhtubinsk", 7000}, {"okha", 4200}, {"bogotol", 2600}, {"okhotsk", 1500}};
constexpr std::uint32_t kByRank[] = {40, 14, 10, 7, 5, 4, 4, 3, 3, 2};
constexpr std::uint32_t kTopicByRank[] = {24, 22, 18, 16, 12, 8, 7, 6};

template <std::size_t n>
std::uint32_t share_of(const Share (&shares)[n], std::string_view id, std::uint32_t otherwise) {
    for (const auto& share : shares)
        if (share.id == id) return share.weight;
    return otherwise;
}

template <std::size_t n>
std::uint32_t by_rank(const std::uint32_t (&weights)[n], std::size_t rank) {
    return weights[std::min(rank, n - 1)];
}

const Months& months_of(std::string_view topic) {
    const auto is_one_of = [&](std::initializer_list<std::string_view> ids) { return std::find(ids.begin(), ids.end(), topic) != ids.end(); };
    if (is_one_of({"heat", "snow", "outages"})) return kWinter;
    if (is_one_of({"road-surface", "dumps", "playgrounds", "yards", "pavements", "signs", "sport-grounds", "stops"})) return kSummer;
    if (is_one_of({"lighting"})) return kDark;
    if (is_one_of({"schools", "kindergartens", "benefits", "timetable", "libraries"})) return kSchool;
    return kEven;
}

/// Alias by its place in the list: the profile writes the ПОС spelling first, the social-media one second, the rubric third.
const std::string& spelling(const std::string& name, const std::vector<std::string>& aliases, std::size_t place) {
    return aliases.empty() ? name : aliases[std::min(place, aliases.size() - 1)];
}

std::string two_digits(std::size_t n) { return (n < 10 ? "0" : "") + std::to_string(n); }

}  // namespace

std::uint64_t sample_hash(std::string_view text) {
    std::uint64_t hash = 0xCBF29CE484222325ull;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ull;
    return hash;
}

SampleWorld::SampleWorld(const Profile& profile) : profile_{profile} {
    add_departments();
    add_topics();
    weigh();
    choose_slow();
}

void SampleWorld::add_departments() {
    local_.assign(profile_.territories.size(), SIZE_MAX);
    for (const auto& department : profile_.departments) {
        SampleDepartment made;
        made.pos_name = spelling(department.name.ru, department.aliases, 0);
        made.im_name = spelling(department.name.ru, department.aliases, 1);
        made.late_per_mille = static_cast<std::uint32_t>(70 + sample_hash(department.id) % 60);
        made.territory = department.territory.empty() ? SIZE_MAX : territory(department.territory, SIZE_MAX);
        if (made.territory != SIZE_MAX) local_[made.territory] = departments_.size();
        departments_.push_back(std::move(made));
    }
    if (departments_.empty()) departments_.push_back({.pos_name = profile_.centre.ru, .im_name = profile_.centre.ru, .late_per_mille = 100});
}

void SampleWorld::add_topics() {
    const auto department_index = [&](const std::string& id) {
        for (std::size_t i = 0; i < profile_.departments.size(); ++i)
            if (profile_.departments[i].id == id) return i;
        return std::size_t{0};
    };
    for (std::size_t b = 0; b < profile_.blocks.size(); ++b) {
        const auto& block = profile_.blocks[b];
        blocks_.push_back({block.id, spelling(block.name.ru, block.aliases, 0), spelling(block.name.ru, block.aliases, 1), share_of(kLocalShares, block.id, 0)});
        for (std::size_t t = 0; t < block.topics.size(); ++t) {
            const auto& rule = block.topics[t];
            SampleTopic topic;
            topic.id = rule.id;
            topic.block = b;
            topic.department = department_index(rule.department.empty() ? block.department : rule.department);
            topic.pos_name = spelling(rule.name.ru, rule.aliases, 0);
            topic.im_name = spelling(rule.name.ru, rule.aliases, 1);
            topic.rubric = "(0003.00" + two_digits(b + 1) + ".00" + two_digits(t + 1) + ".9" + two_digits(b + 1) + std::to_string(t % 10) + ") " + spelling(rule.name.ru, rule.aliases, 2);
            topics_.push_back(std::move(topic));
        }
    }
}

void SampleWorld::weigh() {
    for (std::size_t i = 0; i < profile_.territories.size(); ++i)
        territory_weights_.push_back(share_of(kSettlements, profile_.territories[i].id, by_rank(kByRank, i)));
    weights_.resize(12 * profile_.territories.size());
    for (std::size_t cell = 0; cell < weights_.size(); ++cell) {
        const std::size_t month = cell / profile_.territories.size();
        const auto& place = profile_.territories[cell % profile_.territories.size()].id;
        for (const auto& block : profile_.blocks) {
            const auto tilt = static_cast<std::uint32_t>(80 + sample_hash(place + "/" + block.id) % 46);   // percent
            for (std::size_t rank = 0; rank < block.topics.size(); ++rank)
                weights_[cell].push_back(share_of(kBlockShares, block.id, 6) * by_rank(kTopicByRank, rank) * months_of(block.topics[rank].id)[month] * tilt / 1000);
        }
    }
}

/// The slow one is the second busiest of the district's own departments: busy enough to be judged, not the whole picture.
void SampleWorld::choose_slow() {
    std::vector<std::uint64_t> load(departments_.size());
    for (std::size_t i = 0; i < topics_.size(); ++i) load[topics_[i].department] += topic_weights(10, 0)[i];
    std::vector<std::size_t> order(load.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return load[a] > load[b]; });
    slow_ = order[order.size() > 1 && load[order[1]] > 0 ? 1 : 0];
    departments_[slow_].late_per_mille = 420;
}

const std::vector<std::uint32_t>& SampleWorld::topic_weights(std::size_t month, std::size_t territory) const {
    return weights_[month * profile_.territories.size() + territory];
}

std::size_t SampleWorld::topic(std::string_view id, std::size_t otherwise) const {
    for (std::size_t i = 0; i < topics_.size(); ++i)
        if (topics_[i].id == id) return i;
    return otherwise;
}

std::size_t SampleWorld::territory(std::string_view id, std::size_t otherwise) const {
    for (std::size_t i = 0; i < profile_.territories.size(); ++i)
        if (profile_.territories[i].id == id) return i;
    return otherwise;
}

double SampleWorld::usual_per_year() const { return share_of(kYearly, profile_.id, 3000); }

}  // namespace problemator::cli
