#include "core/base/stable_order.hpp"

#include <algorithm>
#include <memory>
#include <random>
#include <string>
#include <gtest/gtest.h>

namespace problemator {
namespace {

struct Item {
    int key, came;
    bool operator==(const Item&) const = default;
};

std::vector<Item> items_of(std::size_t size, int keys, unsigned seed) {
    std::mt19937 random(seed);
    std::vector<Item> out;
    for (std::size_t i = 0; i < size; ++i) out.push_back({static_cast<int>(random() % static_cast<unsigned>(keys)), static_cast<int>(i)});
    return out;
}

TEST(StableOrder, EqualsTheStandardLibraryOnEveryLengthAndManyEqualKeys) {
    const auto by_key = [](const Item& a, const Item& b) { return a.key < b.key; };
    for (std::size_t size = 0; size < 200; ++size)
        for (const int keys : {1, 3, 1000}) {
            auto ours = items_of(size, keys, static_cast<unsigned>(size)), theirs = ours;
            sort_stably(ours, by_key);
            std::stable_sort(theirs.begin(), theirs.end(), by_key);
            EXPECT_EQ(ours, theirs) << size << " items, " << keys << " keys";
        }
}

TEST(StableOrder, AsksNoMoreThanMergeSortHasTo) {
    constexpr std::uint32_t size = 100000;
    const auto items = items_of(size, 1 << 30, 7);
    struct Asked { const std::vector<Item>& items; std::size_t times; } asked{items, 0};
    const auto order = stable_order(size, {&asked, [](const void* at, std::uint32_t a, std::uint32_t b) {
        auto& counted = *const_cast<Asked*>(static_cast<const Asked*>(at));
        ++counted.times;
        return counted.items[a].key < counted.items[b].key;
    }});
    EXPECT_TRUE(std::is_sorted(order.begin(), order.end(), [&](auto a, auto b) { return items[a].key < items[b].key; }));
    EXPECT_LT(asked.times, size * 19);   // 17 for log2 of the size, and what insertion costs in the runs
}

TEST(StableOrder, MovesElementsThatCannotBeCopied) {
    std::vector<std::unique_ptr<std::string>> words;
    for (const auto* word : {"снег", "вода", "лифт"}) words.push_back(std::make_unique<std::string>(word));
    sort_stably(words, [](const auto& a, const auto& b) { return *a < *b; });
    EXPECT_EQ(*words[0], "вода");
    EXPECT_EQ(*words[2], "снег");
}

}  // namespace
}  // namespace problemator
