#include "core/import/markup.hpp"

#include <gtest/gtest.h>

#include "core/base/text.hpp"

namespace problemator {
namespace {

TEST(Markup, WordsStayAndTheirDressGoes) {
    const std::pair<std::string_view, std::string_view> cases[] = {
        {"Нет воды", "Нет воды"},
        {"[club123|Приобье], нет воды", "Приобье, нет воды"},
        {"[public7|Паблик] и [event8|встреча]", "Паблик и встреча"},
        {"[id1|Имя], спасибо", "[id1|Имя], спасибо"},                       // a person: left to the masking of personal data
        {"Нет воды<br>второй<BR/>день", "Нет воды\nвторой\nдень"},
        {"<p>Нет воды</p><p>второй день</p>", "Нет воды\nвторой день"},
        {"Смотрите <a href=\"https://example.org/?a=1&b=2\">здесь</a>", "Смотрите здесь"},
        {"&laquo;Север&raquo;&nbsp;&mdash; &#1090;&#x442;", "«Север» — тт"},
        {"5 < 6 и 7 > 6", "5 < 6 и 7 > 6"},
        {"<адрес> & <bravo>", "<адрес> & <bravo>"},
        {"[club|нет] [club12 нет] [club12|не закрыта", "[club|нет] [club12 нет] [club12|не закрыта"},
        {"&#0; &#55296; &#99999999; &неизвестно;", "&#0; &#55296; &#99999999; &неизвестно;"},
        {"<br", "<br"}, {"<", "<"}, {"[", "["}, {"&", "&"}, {"", ""},
        {"<br><br>", ""},
    };
    for (const auto& [found, read] : cases) {
        std::string scratch;
        EXPECT_EQ(without_markup(found, scratch), read) << found;
    }
}

TEST(Markup, CleanTextIsNotCopied) {
    std::string scratch = "untouched";
    const std::string_view text = "Когда почистят дорогу (дом 5)? 2 < 3";
    EXPECT_EQ(without_markup(text, scratch).data(), text.data());
    EXPECT_EQ(scratch, "untouched");
}

TEST(Markup, NestedAndEndlessMarkupStaysWithinItsInput) {
    for (const char* piece : {"[club1|", "<a ", "&#", "<br>", "&amp;", "[club1|a]", "<b"}) {
        std::string text, scratch;
        while (text.size() < 200'000) text += piece;
        const std::string_view read = without_markup(text, scratch);
        EXPECT_LE(read.size(), text.size()) << piece;
        EXPECT_EQ(first_bad_utf8(read), std::string_view::npos) << piece;
    }
}

}  // namespace
}  // namespace problemator
