#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "web/session.hpp"

namespace problemator::web {
namespace {

nlohmann::json answer_of(const Session& session) { return nlohmann::json::parse(session.answer(), nullptr, false); }

std::span<const std::uint8_t> bytes_of(std::string_view text) { return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}; }

TEST(Session, SaysInBothLanguagesWhyAFileIsNotASnapshot) {
    Session session;
    for (const std::string_view bytes : {"", "PK\x03\x04", "not a snapshot at all, but long enough to have a header somewhere in it"}) {
        EXPECT_FALSE(session.open(bytes_of(bytes), "46.pmsnap"));
        const auto answer = answer_of(session);
        EXPECT_EQ(answer["ok"], false);
        EXPECT_EQ(answer["place"]["file"], "46.pmsnap");
        EXPECT_FALSE(answer["message"]["ru"].get<std::string>().empty());
        EXPECT_NE(answer["message"]["ru"], answer["message"]["en"]);
    }
}

TEST(Session, AnswersEverythingBeforeAnythingIsOpen) {
    Session session;
    session.go("#/teplo?b=zhkh");
    session.apply({Go{"#/rejting"}});
    session.call(R"({"call": "describe"})");
    EXPECT_EQ(answer_of(session)["ok"], false);
    EXPECT_EQ(session.hash(), "");
    EXPECT_EQ(session.header_json(), "{}");
    EXPECT_EQ(session.twin_html() + session.header_html(), "");
    EXPECT_EQ(session.revision(), 0u);
}

TEST(Session, BytesThatAreNotTextDoNotBreakTheAnswer) {
    const auto answer = nlohmann::json::parse(error_json({.fault = Fault::BadDate, .place = {.file = "\xff\xfe", .row = 7, .column = "Дата"}, .piece = "\x80"}), nullptr, false);
    ASSERT_FALSE(answer.is_discarded());
    EXPECT_EQ(answer["place"]["row"], 7);
    EXPECT_EQ(answer["fault"], "bad_date");
}

}  // namespace
}  // namespace problemator::web
