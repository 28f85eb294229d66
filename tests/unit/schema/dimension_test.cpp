// Ids of the fixed values are stable words: the CLI, the URL and snapshots keep them.
#include "core/schema/dimension.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace problemator {
namespace {

TEST(Dimension, IdsAreStableWords) {
    const char* expected[] = {"channel", "kind", "form", "block", "topic", "subtopic", "territory", "department", "status", "outcome", "network", "street"};
    for (const Dimension d : kAllDimensions) EXPECT_EQ(dimension_id(d), expected[index(d)]);
}

TEST(Dimension, EveryIdReadsBackAndEveryNameDiffers) {
    std::set<std::string> names;
    for (const Dimension d : kAllDimensions) {
        EXPECT_EQ(parse_dimension(dimension_id(d)), d);
        names.emplace(dimension_name(d).ru);
    }
    EXPECT_EQ(names.size(), kDimensions);
    EXPECT_FALSE(parse_dimension("topics"));
    EXPECT_FALSE(parse_dimension(""));
}

template <class Enum, class Id, class Parse>
void expect_round_trip(Enum last, Id id, Parse parse) {
    std::set<std::string_view> seen;
    for (int i = 0; i <= static_cast<int>(last); ++i) {
        const auto value = static_cast<Enum>(i);
        EXPECT_EQ(parse(id(value)), value) << id(value);
        EXPECT_TRUE(seen.insert(id(value)).second) << id(value);
    }
    EXPECT_FALSE(parse("nothing_like_it"));
}

TEST(Dimension, FixedValuesReadBack) {
    expect_round_trip(Kind::Appeal, kind_id, parse_kind);
    expect_round_trip(Form::Oral, form_id, parse_form);
    expect_round_trip(MessageStatus::Withdrawn, status_id, parse_status);
    expect_round_trip(Outcome::Rejected, outcome_id, parse_outcome);
    EXPECT_EQ(status_id(MessageStatus::InWork), "in_work");
    EXPECT_EQ(outcome_id(Outcome::NotSolved), "not_solved");
    EXPECT_EQ(kind_name(Kind::Appeal).ru, "Обращение (59-ФЗ)");
}

}  // namespace
}  // namespace problemator
