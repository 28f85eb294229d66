#include "core/store/row_order.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <string>

#include "core/base/copy_bytes.hpp"

namespace problemator {
namespace {

struct Rows {
    std::vector<Minute> received;
    StringColumn keys;
    RunsOfKeys runs;

    void add(Minute minute, const std::string& key) {
        received.push_back(minute);
        keys.push(key);
        runs.note(keys);
    }
    std::vector<std::uint32_t> in_order(Minute as_of) const {
        std::vector<std::uint32_t> rows;
        for (std::uint32_t row = 0; row < received.size(); ++row)
            if (received[row] < as_of) rows.push_back(row);
        std::stable_sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
            return std::make_pair(received[a], keys[a]) < std::make_pair(received[b], keys[b]);
        });
        return rows;
    }
};

void expect_in_order(const Rows& rows, Minute as_of, const char* about) {
    const RowOrder order = order_rows(rows.received, rows.keys, rows.runs, as_of);
    ASSERT_EQ(order.rows, rows.in_order(as_of)) << about;
    for (std::size_t i = 0; i < order.rows.size(); ++i) ASSERT_EQ(order.received[i], rows.received[order.rows[i]]) << about;
}

TEST(RowOrder, IsThatOfReceiptAndKeyWhereverTheKeysComeFrom) {
    std::mt19937 random{9};
    for (const std::uint32_t minutes : {1u, 40u, 3000u, 5'000'000u}) {
        Rows counted, shuffled, backwards, two_files;
        for (std::uint32_t i = 1; i <= 3000; ++i) {
            const auto minute = static_cast<Minute>(random() % minutes) - 100'000;
            counted.add(minute, "pos:" + std::to_string(i));
            shuffled.add(minute, "pos:" + std::to_string(random() % 2000));     // some keys twice
            backwards.add(minute, "pos:" + std::to_string(9'000'000 - i));
            two_files.add(minute, (i <= 1500 ? "pos:" : "im:") + std::to_string(10'000 + i % 1500));
        }
        expect_in_order(counted, kNoTime + INT32_MAX, "counted");
        expect_in_order(counted, -99'980, "counted, some later");
        expect_in_order(shuffled, INT32_MAX, "shuffled");
        expect_in_order(backwards, INT32_MAX, "backwards");
        expect_in_order(two_files, INT32_MAX, "two files");
        EXPECT_TRUE(counted.runs.are_known());
        EXPECT_FALSE(shuffled.runs.are_known());
        EXPECT_TRUE(two_files.runs.are_known());
    }
}

TEST(RowOrder, NothingIsInOrderAlready) {
    const Rows none;
    EXPECT_TRUE(order_rows(none.received, none.keys, none.runs, 0).is_as_it_came(0));
}

TEST(RowOrder, KeysAreComparedAsStringsAre) {
    std::mt19937 random{10};
    const auto made = [&] {
        std::string key(random() % 20, 'a');
        for (char& c : key) if (random() % 8 == 0) c = static_cast<char>(random() % 256);
        return key;
    };
    for (int round = 0; round < 20'000; ++round) {
        const std::string a = made(), b = made();
        ASSERT_EQ(is_less_bytes(a, b), std::string_view{a} < std::string_view{b}) << a << " " << b;
    }
}

}  // namespace
}  // namespace problemator
