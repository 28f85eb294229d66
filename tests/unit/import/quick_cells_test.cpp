#include "core/import/quick_cells.hpp"

#include <gtest/gtest.h>

#include <cstdio>
#include <random>
#include <string>

#include "core/import/values.hpp"

namespace problemator {
namespace {

std::vector<DateForm> iso_and_dotted() {
    std::vector<DateForm> forms;
    for (const char* const form : {"iso", "dd.mm.yyyy", "dd.mm.yyyy hh:mm"})
        if (auto compiled = DateForm::compile(form)) forms.push_back(*std::move(compiled));
    return forms;
}

TEST(QuickDates, EveryDayOfThreeCenturiesIsReadInBothForms) {
    const QuickDates quick{iso_and_dotted()};
    const Day last = day_from_date({2199, 12, 31});
    for (Day day = day_from_date({1900, 1, 1}); day <= last; ++day) {
        const Date date = date_from_day(day);
        char iso[32], dotted[32];
        std::snprintf(iso, sizeof iso, "%04d-%02u-%02u", date.year, date.month, date.day);
        std::snprintf(dotted, sizeof dotted, "%02u.%02u.%04d", date.day, date.month, date.year);
        ASSERT_EQ(quick.read(iso).minute, minute_from_day(day)) << iso;
        ASSERT_EQ(quick.read(dotted).minute, minute_from_day(day)) << dotted;
    }
}

TEST(QuickDates, WhatIsNoDateIsLeftToTheForms) {
    const QuickDates quick{iso_and_dotted()};
    for (const char* const cell : {"", "2026-02-29", "2025-00-10", "2025-13-10", "2025-10-00", "2025-10-32", "1899-12-31", "2200-01-01", "20a5-10-10", "2025-10-1O", "2025/10/10", "31.04.2025",
                                   "00.01.2025", "2025-10-10T24:00", "2025-10-10T23:60", "2025-10-10T2x:10", "2025-10-10T23.10", "10.10.2025T10:10", "2025-10-10T10:10Z"})
        EXPECT_EQ(quick.read(cell).minute, kNoTime) << cell;
}

TEST(QuickDates, NeverSaysAnythingElseThanTheForms) {
    const auto forms = iso_and_dotted();
    const QuickDates quick{forms};
    std::mt19937 random{5};
    for (int round = 0; round < 20'000; ++round) {
        std::string cell = random() % 2 == 0 ? "2024-02-29T12:34" : "29.02.2024 12:34";
        for (std::size_t changes = random() % 4; changes > 0; --changes) cell[random() % cell.size()] = "0123456789.-T: x"[random() % 16];
        if (random() % 3 == 0) cell.resize(10);
        const QuickTime read = quick.read(cell);
        if (read.minute == kNoTime) continue;
        const auto expected = read_date(cell, forms);
        ASSERT_TRUE(expected) << cell;
        EXPECT_EQ(read.minute, expected->minute) << cell;
        EXPECT_EQ(read.has_time, expected->has_time) << cell;
    }
}

TEST(QuickNumber, NeverSaysAnythingElseThanTheGeneralReader) {
    std::mt19937 random{6};
    int read = 0;
    for (int round = 0; round < 40'000; ++round) {
        std::string cell = random() % 2 == 0 ? "-37.617635" : "55,75583";
        for (std::size_t changes = random() % 4; changes > 0; --changes) cell[random() % cell.size()] = "0123456789.,- e"[random() % 15];
        if (random() % 3 == 0) cell.resize(random() % cell.size());
        const auto quick = quick_number(cell);
        if (!quick) continue;
        ++read;
        const auto expected = read_number(cell);
        ASSERT_TRUE(expected) << cell;
        EXPECT_EQ(*quick, *expected) << cell;
    }
    EXPECT_GT(read, 10'000);
}

}  // namespace
}  // namespace problemator
