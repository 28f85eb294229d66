// The card of a message: its neighbours by author, where the snapshot knows authors at all.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/model/messages/messages_page.hpp"
#include "core/model/problems/problems_page.hpp"
#include "core/model/world.hpp"
#include "core/schema/register.hpp"
#include "tests/unit/model/make_table.hpp"

namespace problemator::testing_tables {
namespace {

Snapshot of_two_authors() {
    Maker maker;
    const std::pair<std::uint64_t, int> written[] = {{7, 60}, {9, 40}, {7, 20}, {0, 10}, {7, 3}};   // author, days ago
    for (const auto& [author, day] : written) {
        Message m = maker.message(static_cast<std::size_t>(day) % 3, 0, static_cast<std::size_t>(day) % 4, day);
        m.author_code = author;
        maker.builder.add(m);
    }
    return std::move(maker).finish();
}

std::vector<std::string> whys(const Snapshot& snapshot, std::size_t row) {
    const World world{oktyabrskoe(), snapshot, ""};
    State state = from_hash("#/soobshcheniya?p=all");
    state.message = snapshot.table.id[row];
    std::vector<std::string> out;
    const MessagesPage page = messages_page(world, state);
    for (const auto& beside : page.card->neighbours) out.push_back(beside.line.id + " " + beside.why);
    return out;
}

TEST(MessageCard, OtherMessagesOfTheSameAuthorStandFirstTheNearestInTimeBeforeTheOthers) {
    const Snapshot snapshot = of_two_authors();
    const auto id = [&](std::size_t row) { return std::string{snapshot.table.id[row]}; };
    EXPECT_EQ(whys(snapshot, 4), (std::vector<std::string>{id(2) + " тот же автор", id(0) + " тот же автор"}));
    EXPECT_TRUE(whys(snapshot, 1).empty());   // wrote once
    EXPECT_TRUE(whys(snapshot, 3).empty());   // not given
}

TEST(MessageCard, APublishedSnapshotKnowsNobody) {
    Snapshot snapshot = of_two_authors();
    drop_personal_data(snapshot);
    EXPECT_TRUE(snapshot.table.author.empty());
    EXPECT_TRUE(whys(snapshot, 4).empty());
    const auto read = read_snapshot(write_snapshot(snapshot), "week.pmsnap");
    ASSERT_TRUE(read.ok());
    EXPECT_TRUE(read->table.author.empty());
}

/// One message of the topic `topic` of block 0 in the second territory, a week before the snapshot.
Snapshot of_one_message(std::vector<Register> registers, std::size_t topic = 0) {
    Maker maker;
    maker.builder.add(maker.message(0, topic, 1, 7));
    Snapshot snapshot = std::move(maker).finish();
    snapshot.registers = std::move(registers);
    return snapshot;
}

using Fields = std::vector<std::pair<const char*, RegisterCell>>;
Register register_with(const char* form, const Fields& fields) {
    Register out{*find_register_form(form)};
    RegisterRow cells(out.form.fields.size());
    for (const auto& [field, cell] : fields) cells[*out.form.find(field)] = cell;
    out.append(cells, 0, 2);
    return out;
}
RegisterCell said(const std::string& words) { return {.text = words}; }
RegisterCell days_ago(int days) { return {.text = {}, .day = day_from_minute(as_of()) - days}; }

MessagesPage::Card card_of(const Snapshot& snapshot, const char* hash = "#/soobshcheniya?p=all", const Register* unpublished = nullptr) {
    World world{oktyabrskoe(), snapshot, ""};
    world.unpublished = unpublished;
    State state = from_hash(hash);
    state.message = snapshot.table.id[0];
    return *messages_page(world, state).card;
}

std::string topic_name() { return oktyabrskoe().blocks[0].topics[0].name.ru; }
std::string place_name() { return oktyabrskoe().territories[1].name.ru; }

TEST(MessageCard, NamesTheRegisteredProblemOfItsTopicAndPlaceAndOpensItInTheRegister) {
    const Snapshot snapshot = of_one_message({register_with("problems", {{"opened", days_ago(5)}, {"topic", said(topic_name())}, {"territory", said(place_name())}, {"title", said("Холодно в школе")}})});
    const MessagesPage::Card card = card_of(snapshot, "#/soobshcheniya?p=all&m=repeat&t=andra");
    EXPECT_EQ(card.problem_text, "Входит в проблему: Холодно в школе, " + place_name());
    const World world{oktyabrskoe(), snapshot, ""};
    const ProblemsPage page = problems_page(world, from_hash(card.problem_href));
    ASSERT_TRUE(page.card) << card.problem_href;
    EXPECT_EQ(card.problem_text, "Входит в проблему: " + page.card->title);
    EXPECT_TRUE(std::any_of(page.rows.begin(), page.rows.end(), [](const ProblemRow& row) { return row.is_selected; }));
    EXPECT_EQ(card_of(snapshot, "#/soobshcheniya?p=all&lang=en").problem_text.substr(0, 20), "Part of the problem:");
}

TEST(MessageCard, OfAnotherTopicPlaceOrTimeThereIsNoProblem) {
    const auto entry = [](RegisterCell opened, RegisterCell closed, const std::string& place) { return register_with("problems", {{"opened", opened}, {"closed", closed}, {"topic", said(topic_name())}, {"territory", said(place)}}); };
    EXPECT_FALSE(card_of(of_one_message({entry(days_ago(5), {}, place_name())})).problem_text.empty());
    EXPECT_TRUE(card_of(of_one_message({entry(days_ago(5), {}, place_name())}, 1)).problem_text.empty()) << "another topic";
    EXPECT_TRUE(card_of(of_one_message({entry(days_ago(5), {}, oktyabrskoe().territories[2].name.ru)})).problem_text.empty()) << "another place";
    EXPECT_FALSE(card_of(of_one_message({entry(days_ago(5), {}, "")})).problem_text.empty()) << "of the whole municipality";
    EXPECT_TRUE(card_of(of_one_message({entry(days_ago(90), days_ago(30), place_name())})).problem_text.empty()) << "solved before it came";
    EXPECT_FALSE(card_of(of_one_message({entry(days_ago(90), days_ago(3), place_name())})).problem_text.empty()) << "solved after it came";
    EXPECT_TRUE(card_of(of_one_message({})).problem_text.empty());
    const Register typed = entry(days_ago(0), {}, place_name());
    EXPECT_FALSE(card_of(of_one_message({}), "#/soobshcheniya?p=all", &typed).problem_text.empty()) << "entered in this browser";
}

}  // namespace
}  // namespace problemator::testing_tables
