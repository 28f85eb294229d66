#include "core/import/byte_scan.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace problemator {
namespace {

std::vector<std::size_t> places_one_by_one(std::string_view text, char delimiter) {
    std::vector<std::size_t> places;
    for (std::size_t at = 0; at < text.size(); ++at)
        if (text[at] == delimiter || text[at] == '"' || text[at] == '\n' || text[at] == '\r') places.push_back(at);
    return places;
}

std::string random_text(std::mt19937& random, std::size_t size, std::uint32_t one_in) {
    const std::string structural = ",;\t|\"\r\n";
    std::string text(size, 'x');
    for (char& c : text) c = random() % one_in == 0 ? structural[random() % structural.size()] : static_cast<char>(random() % 256);
    return text;
}

TEST(StructuralBytes, AreThoseThatALookAtEveryByteFinds) {
    std::mt19937 random{3};
    for (const std::size_t size : {0u, 1u, 63u, 64u, 65u, 200u, 4095u, 4096u, 4097u, 4160u, 12'345u})
        for (const std::uint32_t one_in : {1u, 2u, 20u, 5000u})
            for (const char delimiter : {',', ';', '\t', '|'}) {
                const std::string text = random_text(random, size, one_in);
                StructuralBytes bytes{text, delimiter};
                std::vector<std::size_t> found;
                for (std::size_t at = bytes.next(); at < text.size(); at = bytes.next()) found.push_back(at);
                EXPECT_EQ(found, places_one_by_one(text, delimiter)) << size << " " << one_in;
                EXPECT_EQ(bytes.next(), text.size());
            }
}

TEST(StructuralBytes, GoOnFromWhereverTheyAreSent) {
    std::mt19937 random{4};
    const std::string text = random_text(random, 20'000, 40);
    const auto places = places_one_by_one(text, ';');
    StructuralBytes bytes{text, ';'};
    for (int round = 0; round < 5000; ++round) {
        const std::size_t from = round % 3 == 0 ? random() % (text.size() + 1) : places[random() % places.size()] + random() % 2;
        bytes.seek(from);
        auto expected = std::lower_bound(places.begin(), places.end(), from);
        for (std::size_t steps = random() % 200; steps > 0; --steps) {
            ASSERT_EQ(bytes.next(), expected == places.end() ? text.size() : *expected) << from;
            if (expected != places.end()) ++expected;
        }
    }
}

TEST(StructuralBytes, BeginAnewInAnotherText) {
    StructuralBytes bytes{"a;b;c", ';'};
    EXPECT_EQ(bytes.next(), 1u);
    bytes.restart("no;");
    EXPECT_EQ(bytes.next(), 2u);
    EXPECT_EQ(bytes.next(), 3u);
}

}  // namespace
}  // namespace problemator
