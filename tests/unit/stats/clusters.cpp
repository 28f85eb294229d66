// The labelled set is made: causes (what, where, when) told by many people in words of their own, among other causes nearby and single messages.
#include "core/stats/clusters.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <numeric>
#include <tuple>

#include "core/stats/text_weights.hpp"
#include "tests/unit/stats/told_causes.hpp"

namespace problemator {
namespace {

/// Filled with `add`; the texts are put in by `finish`, when they no longer move.
struct Labelled {
    std::vector<std::string> texts;
    std::vector<ClusterMessage> messages;     // without texts until `finish`
    std::vector<int> causes;
    void finish() { for (std::size_t i = 0; i < texts.size(); ++i) messages[i].text = texts[i]; }
};

void add(Labelled& set, Random& random, int cause, const Kind& kind, std::uint32_t settlement, std::uint32_t street, Minute received) {
    set.texts.push_back(tell(random, kind, kStreets[street - 1], static_cast<std::size_t>(cause % 40 + 1)));
    set.messages.push_back({.place = kStreets[street - 1], .received = received, .settlement = settlement, .street = street, .topic = kind.topic, .channel = static_cast<std::uint32_t>(1 + below(random, 3)), .department = kind.topic});
    set.causes.push_back(cause);
}

/// Causes of two years, a third of them told by one; each lasts up to six weeks; two of one kind in one street are at least four months apart.
Labelled labelled_set(std::uint64_t seed, int causes) {
    Random random{seed};
    Labelled set;
    std::map<std::tuple<std::size_t, std::uint32_t, std::uint32_t>, Minute> free_from;
    for (int cause = 0; cause < causes; ++cause) {
        const std::size_t kind = below(random, kinds().size());
        const auto settlement = static_cast<std::uint32_t>(1 + below(random, 12)), street = static_cast<std::uint32_t>(1 + below(random, kStreets.size()));
        Minute& from = free_from[{kind, settlement, street}];
        const Minute start = from + static_cast<Minute>(below(random, 600)) * kMinutesPerDay;
        from = start + 160 * kMinutesPerDay;
        const std::size_t people = cause % 3 == 0 ? 1 : 3 + below(random, 12);
        for (std::size_t i = 0; i < people; ++i) add(set, random, cause, kinds()[kind], settlement, street, start + static_cast<Minute>(below(random, 42 * static_cast<std::size_t>(kMinutesPerDay))));
    }
    set.finish();
    return set;
}

struct Quality { double precision = 0, recall = 0; };

/// Over pairs of messages: together rightly / together, together rightly / of one cause.
Quality quality_of(const Labelled& set, const std::vector<MessageCluster>& clusters) {
    double right = 0, together = 0, same = 0;
    std::map<int, double> sizes;
    for (const int cause : set.causes) ++sizes[cause];
    for (const auto& [cause, n] : sizes) same += n * (n - 1) / 2;
    for (const auto& cluster : clusters) {
        std::map<int, double> parts;
        for (const auto row : cluster.rows) ++parts[set.causes[row]];
        for (const auto& [cause, n] : parts) right += n * (n - 1) / 2;
        const double n = static_cast<double>(cluster.rows.size());
        together += n * (n - 1) / 2;
    }
    return {right / together, right / same};
}

TEST(Clusters, FindTheCausesOfALabelledSet) {
    for (const std::uint64_t seed : {11u, 12u, 13u}) {
        const Labelled set = labelled_set(seed, 750);
        const Quality quality = quality_of(set, find_clusters(set.messages, {.least_size = 2}));
        RecordProperty("quality_" + std::to_string(seed), std::to_string(quality.precision) + " " + std::to_string(quality.recall));
        EXPECT_GE(quality.precision, 0.95) << seed;
        EXPECT_GE(quality.recall, 0.90) << seed;
    }
}

/// The set every message belongs to when every pair of messages is looked at.
std::vector<std::uint32_t> sets_of_all_pairs(const std::vector<ClusterMessage>& messages, const ClusterLimits& limits) {
    TextReader reader;
    for (const ClusterMessage& m : messages) reader.add(m.text, m.place);
    const TextWords words = std::move(reader).words();
    std::vector<std::uint32_t> set(messages.size());
    std::iota(set.begin(), set.end(), 0u);
    const TextWeights weights{words, set};
    OpenText open{weights};
    for (std::uint32_t a = 0; a < messages.size(); ++a)
        for (std::uint32_t b = 0; b < a; ++b) {
            const ClusterMessage &one = messages[a], &other = messages[b];
            if (set[a] == set[b] || one.settlement != other.settlement || std::abs(one.received - other.received) > limits.apart) continue;
            if (one.street != other.street && one.street != 0 && other.street != 0) continue;
            open.open(a);
            if (std::min(words.count_of(a), words.count_of(b)) < limits.least_words || open.likeness(b) < (one.topic == other.topic ? limits.same_place_and_topic : limits.same_place)) continue;
            const auto [earlier, later] = std::minmax({set[a], set[b]});
            std::replace(set.begin(), set.end(), later, earlier);
        }
    return set;
}

TEST(Clusters, AreNearlyThoseOfAllPairs) {
    const Labelled set = labelled_set(14, 500);
    const ClusterLimits limits{.least_words_elsewhere = 1000, .least_size = 2};
    const auto all = sets_of_all_pairs(set.messages, limits);
    std::map<std::uint32_t, double> sizes;
    for (const std::uint32_t one : all) ++sizes[one];
    double together = 0, of_all_pairs = 0;
    for (const auto& [one, n] : sizes) of_all_pairs += n * (n - 1) / 2;
    for (const MessageCluster& cluster : find_clusters(set.messages, limits)) {
        for (const std::uint32_t row : cluster.rows) EXPECT_EQ(all[row], all[cluster.rows.front()]) << "together without a pair that joins them";
        const double n = static_cast<double>(cluster.rows.size());
        together += n * (n - 1) / 2;
    }
    RecordProperty("share_of_all_pairs", std::to_string(together / of_all_pairs));
    EXPECT_GE(together / of_all_pairs, 0.99);
}

TEST(Clusters, AreTheSameFromWordsThatWereReadBefore) {
    const Labelled set = labelled_set(15, 120);
    TextReader reader;
    reader.add("того, о чём никто не спрашивал, фонари и вода");
    for (const ClusterMessage& m : set.messages) reader.add(m.text, m.place);
    const TextWords words = std::move(reader).words();
    std::vector<ClusterMessage> chosen;
    std::vector<std::uint32_t> texts;
    for (std::uint32_t i = 0; i < set.messages.size(); i += i % 5 == 0 ? 2 : 1) {
        chosen.push_back(set.messages[i]);
        texts.push_back(i + 1);
    }
    const auto anew = find_clusters(chosen);
    for (ClusterMessage& m : chosen) m.text = m.place = {};
    FoundClusters again{chosen, words, texts};
    ASSERT_EQ(again.size(), anew.size());
    ASSERT_GT(anew.size(), 10u);
    for (std::size_t i = anew.size(); i-- > 0;) {   // told in any order
        const MessageCluster told = again.tell(i);
        EXPECT_EQ(told.rows, anew[i].rows);
        EXPECT_EQ(told.words.size(), anew[i].words.size());
        EXPECT_EQ(again.size_of(i), anew[i].rows.size());
    }
}

constexpr const char* kLetter = "Не пришла квитанция за вывоз отходов, верните деньги за июнь, отмените пени и перешлите справку бухгалтерии почтой";

std::vector<ClusterMessage> three(const char* text) {
    std::vector<ClusterMessage> messages(3, {.text = text, .settlement = 1, .topic = 1});
    for (std::size_t i = 0; i < 3; ++i) messages[i].received = static_cast<Minute>(i) * 10 * kMinutesPerDay;
    return messages;
}

TEST(Clusters, TellWhoWhereWhenAndWhatAbout) {
    auto messages = three("Не горят фонари у школы, темно");
    messages[0].text = "Фонарь у школы не горит, темно";
    messages[0].channel = 2, messages[1].channel = 3, messages[2].channel = 3;
    messages[1].street = 5, messages[2].department = 4;
    const auto clusters = find_clusters(messages);
    ASSERT_EQ(clusters.size(), 1u);
    const MessageCluster& c = clusters[0];
    EXPECT_EQ(c.rows, (std::vector<std::uint32_t>{0, 1, 2}));
    EXPECT_EQ(c.last, 20 * kMinutesPerDay);
    EXPECT_EQ(c.channels[0].code, 3u);
    EXPECT_EQ(c.channels[0].n, 2u);
    EXPECT_EQ(c.streets.size(), 1u);
    EXPECT_EQ(c.departments[0].n, 1u);
    EXPECT_NE(std::find(c.words.begin(), c.words.end(), "фонари"), c.words.end());
}

TEST(Clusters, AnotherPlaceOrStreetOrSeasonIsAnotherCause) {
    auto far = three("Не горят фонари у школы, темно"), street = far, later = far;
    for (std::size_t i = 0; i < 3; ++i) {
        far[i].settlement = static_cast<std::uint32_t>(i + 1), far[i].topic = 0;
        street[i].street = static_cast<std::uint32_t>(i + 1), street[i].topic = 0;
        later[i].received = static_cast<Minute>(i) * 61 * kMinutesPerDay;
    }
    for (const auto& messages : {far, street, later}) EXPECT_TRUE(find_clusters(messages).empty());
}

TEST(Clusters, TheSameWordsOnOneTopicAreOneCauseEverywhere) {
    auto everywhere = three(kLetter);
    for (std::size_t i = 0; i < 3; ++i) everywhere[i].settlement = static_cast<std::uint32_t>(i + 1);
    EXPECT_EQ(find_clusters(everywhere).size(), 1u);
}

TEST(Clusters, ProblemThatComesBackAfterClosingIsUnsolved) {
    auto messages = three(kLetter);
    EXPECT_TRUE(find_clusters(messages)[0].unsolved.empty());
    messages[0].closed = 15 * kMinutesPerDay;
    EXPECT_EQ(find_clusters(messages)[0].unsolved, (std::vector<std::uint32_t>{2}));   // the second came before the closing
    messages[2].received = messages[0].closed + 31 * kMinutesPerDay;
    EXPECT_TRUE(find_clusters(messages)[0].unsolved.empty()) << "a month later it is another time";
    EXPECT_EQ(find_clusters(messages, {.unsolved_within = 40 * kMinutesPerDay})[0].unsolved, (std::vector<std::uint32_t>{2}));
}

TEST(Clusters, OnlyTheSamePlaceAndTopicAndTheSameWordsOrAuthorComeBack) {
    auto messages = three("Не горят фонари у школы на углу, темно вечером, дети боятся идти, обещали починить лампы ещё весной");
    messages[0].closed = 15 * kMinutesPerDay;
    ASSERT_EQ(find_clusters(messages)[0].unsolved, (std::vector<std::uint32_t>{2}));
    auto other_topic = messages, other_street = messages, other_words = messages;
    other_topic[2].topic = 9;
    for (std::size_t i = 0; i < 3; ++i) other_street[i].street = i < 2 ? 1 : 0;
    EXPECT_TRUE(find_clusters(other_topic)[0].unsolved.empty());
    EXPECT_TRUE(find_clusters(other_street)[0].unsolved.empty()) << "nobody knows whether it is the same place";
    auto across = messages;
    for (std::size_t i = 0; i < 3; ++i) across[i].written_street = i == 2 ? 8 : 7;
    EXPECT_TRUE(find_clusters(across)[0].unsolved.empty()) << "one cause in two streets, but what was closed was another street's";
    other_words[2].text = "Не горят фонари, темно, у магазина поставьте светильник, кабель висит, провода искрят, столб шатается, ветер";
    EXPECT_TRUE(find_clusters(other_words, {.same_place_and_topic = 0.10})[0].unsolved.empty()) << "one cause by a chain, another text";
    for (auto& m : other_words) m.author = 9;
    EXPECT_EQ(find_clusters(other_words, {.same_place_and_topic = 0.10})[0].unsolved, (std::vector<std::uint32_t>{2})) << "the same author";
}

TEST(Clusters, HostileInputIsHarmless) {
    EXPECT_TRUE(find_clusters({}).empty());
    const std::string endless(300'000, 'a'), many = [] { std::string s; for (int i = 0; i < 20'000; ++i) s += "слово" + std::to_string(i) + " "; return s; }();
    std::vector<ClusterMessage> messages;
    for (int i = 0; i < 50; ++i) messages.push_back({.text = i % 2 == 0 ? endless : many, .received = i % 3 == 0 ? INT32_MAX : INT32_MIN + 1, .settlement = 1, .topic = 1});
    messages.push_back({.text = "\xFF\xD0", .settlement = 0xFFFFFFFF, .author = ~std::uint64_t{0}});
    EXPECT_LE(find_clusters(messages).size(), 2u);
}

}  // namespace
}  // namespace problemator
