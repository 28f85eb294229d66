// Blocks and their files: the number that is shown is the number that is exported, and what we write our own readers read.
#include "core/documents/blocks.hpp"

#include <gtest/gtest.h>

#include <set>

#include "core/base/text.hpp"
#include "core/documents/block_files.hpp"
#include "core/documents/block_scene.hpp"
#include "core/documents/docx_writer.hpp"
#include "core/documents/html_blocks.hpp"
#include "core/documents/paper_blocks.hpp"
#include "core/documents/templates.hpp"
#include "core/import/formats.hpp"
#include "core/model/reports/report_kinds.hpp"
#include "tests/unit/import/read_parts.hpp"
#include "tests/unit/model/make_table.hpp"

namespace problemator {
namespace {

using namespace problemator::testing_tables;
using testing_parts::read_parts;

const Snapshot& snapshot() {
    static const Snapshot made = random_snapshot(11, 1500);
    return made;
}
World world() { return {oktyabrskoe(), snapshot(), "7f3a 90c1 5e28 c21e"}; }

PageFacts facts() { return {"Октябрьский район", "Рейтинг", "неделя 46", "без фильтров", "Срез на 16.11.2026, 00:00", "7f3a 90c1", "#/rejting"}; }

PageBlock sample_block() {
    PageBlock block{.id = "t", .title = "Проверка", .note = "недели 43–46"};
    block.columns = {{"Название"}, {"Число", true}, {"Доля", true}, {"Дата"}};
    block.rows.push_back({{.text = "ЖКХ; «вода»"}, cell_of("1\u00A0234", Lang::Ru), cell_of("82,8\u00A0%", Lang::Ru), cell_of("16.11.2026", Lang::Ru)});
    block.rows.push_back({{.text = "=1+1"}, cell_of("−3,6", Lang::Ru), cell_of("< 3", Lang::Ru), moment_cell(minute_from_day(20'772) + 8 * 60 + 30, true, Lang::Ru)});
    return block;
}

TEST(BlockCells, AShownTextHasItsKindAndItsNumber) {
    struct Case { std::string text; Lang lang; ShownKind kind; double number; int digits; };
    const Case cases[] = {
        {"1\u00A0234", Lang::Ru, ShownKind::Number, 1234, 0}, {"1,234", Lang::En, ShownKind::Number, 1234, 0}, {"1,5", Lang::Ru, ShownKind::Number, 1.5, 1}, {"−3,60", Lang::Ru, ShownKind::Number, -3.6, 2},
        {"+77", Lang::Ru, ShownKind::Number, 77, 0}, {"82,8\u00A0%", Lang::Ru, ShownKind::Percent, 0.828, 1}, {"87%", Lang::En, ShownKind::Percent, 0.87, 0}, {"16.11.2026", Lang::Ru, ShownKind::Date, 20'773.0 * kMinutesPerDay, 0},
        {"<\u00A03", Lang::Ru, ShownKind::Text, 0, 0}, {"–", Lang::Ru, ShownKind::Text, 0, 0}, {"", Lang::Ru, ShownKind::Text, 0, 0}, {"32.13.2026", Lang::Ru, ShownKind::Text, 0, 0}, {"2–7", Lang::Ru, ShownKind::Text, 0, 0},
        {"12 из 40", Lang::Ru, ShownKind::Text, 0, 0}, {"5,", Lang::Ru, ShownKind::Text, 0, 0}, {"1.5", Lang::Ru, ShownKind::Text, 0, 0}, {"%", Lang::Ru, ShownKind::Text, 0, 0}, {"9999999999999999999999", Lang::Ru, ShownKind::Text, 0, 0},
    };
    for (const Case& it : cases) {
        const BlockCell cell = cell_of(it.text, it.lang);
        EXPECT_EQ(cell.kind, it.kind) << it.text;
        EXPECT_NEAR(cell.number, it.number, 1e-9) << it.text;
        EXPECT_EQ(cell.digits, it.digits) << it.text;
        EXPECT_EQ(cell.text, it.text);
    }
}

TEST(BlockFiles, CsvTellsTheFilterAndKeepsDecimalCommas) {
    EXPECT_EQ(block_csv(sample_block(), facts(), Lang::Ru),
              "\xEF\xBB\xBFПроверка;недели 43–46\r\nМуниципалитет;Октябрьский район\r\nЭкран;Рейтинг\r\nПериод;неделя 46\r\nОтбор;без фильтров\r\nСрез;Срез на 16.11.2026, 00:00\r\nКонтрольная сумма;7f3a 90c1\r\n\r\n"
              "Название;Число;Доля;Дата\r\n\"ЖКХ; «вода»\";1234;82,8%;16.11.2026\r\n'=1+1;-3,6;< 3;15.11.2026 08:30\r\n");
}

TEST(BlockFiles, TheClipboardTakesTabsAndATable) {
    EXPECT_EQ(block_tsv(sample_block(), Lang::Ru), "Название\tЧисло\tДоля\tДата\nЖКХ; «вода»\t1234\t82,8%\t16.11.2026\n'=1+1\t-3,6\t< 3\t15.11.2026 08:30\n");
    const std::string html = block_table_html(sample_block());
    EXPECT_NE(html.find("<td>&lt; 3</td>"), std::string::npos);
}

TEST(BlockFiles, AMessengerGetsThreeLines) {
    const std::string words = block_words(sample_block(), facts());
    EXPECT_EQ(std::count(words.begin(), words.end(), '\n'), 3);
    EXPECT_TRUE(words.starts_with("Проверка, неделя 46\n"));
}

TEST(Xlsx, OurOwnReaderReadsItBackWithNumbersAndDates) {
    const std::vector<PageBlock> blocks = {sample_block(), sample_block()};
    const auto file = read_parts(blocks_xlsx(blocks, facts(), Lang::Ru));
    EXPECT_EQ(file.failure, "");
    ASSERT_EQ(file.parts.size(), 3u);
    EXPECT_EQ(file.parts[0].sheet, "Проверка");
    EXPECT_EQ(file.parts[1].sheet, "Проверка 2");                 // no two sheets of one name
    const std::vector<std::string> expected = {"1: Проверка", "2: неделя 46, без фильтров · недели 43–46", "3: Название | Число | Доля | Дата",
                                               "4: ЖКХ; «вода» | 1234# | 0.828# | 2026-11-16@", "5: =1+1 | -3.6# | < 3 | 2026-11-15T08:30:00@"};
    EXPECT_EQ(file.parts[0].rows, expected);
    EXPECT_NE(file.parts[2].rows[3].find("без фильтров"), std::string::npos);
}

TEST(Xlsx, NamesOfSheetsHoldNoForbiddenCharacterAndAreShort) {
    PageBlock block = sample_block();
    block.title = "Сроки [и] качество: ответов/подразделений за четыре недели";
    const auto file = read_parts(blocks_xlsx(std::vector<PageBlock>{block}, facts(), Lang::Ru));
    EXPECT_LE(count_chars(file.parts[0].sheet), 31u);
    EXPECT_EQ(file.parts[0].sheet.find_first_of("[]:*?/\\"), std::string::npos);
}

TEST(Xlsx, EqualBlocksAreEqualBytes) {
    const std::vector<PageBlock> blocks = {sample_block()};
    EXPECT_EQ(blocks_xlsx(blocks, facts(), Lang::Ru), blocks_xlsx(blocks, facts(), Lang::Ru));
}

constexpr const char* kScreens[] = {"#/svodka", "#/teplo", "#/teplo?cell=andra,utilities", "#/problemy", "#/rejting", "#/pokazateli", "#/soobshcheniya?b=utilities", "#/kachestvo", "#/otchyoty", "#/o-dannykh"};

TEST(Blocks, EveryBlockOfEveryScreenIsATableOrWordsInBothLanguages) {
    for (const char* hash : kScreens)
        for (const Lang lang : {Lang::Ru, Lang::En}) {
            State state = from_hash(hash);
            state.lang = lang;
            const Page page = page_of(world(), state);
            const auto blocks = blocks_of(page, world(), state);
            EXPECT_FALSE(blocks.empty()) << hash;
            std::set<std::string> ids;
            for (const PageBlock& block : blocks) {
                EXPECT_TRUE(ids.insert(block.id).second) << hash << " " << block.id;
                EXPECT_FALSE(block.title.empty()) << hash << " " << block.id;
                EXPECT_TRUE(!block.rows.empty() || !block.words.empty() || !block.columns.empty()) << hash << " " << block.id;
                for (const auto& row : block.rows) EXPECT_EQ(row.size(), block.columns.size()) << hash << " " << block.id;
                EXPECT_EQ(block.has_picture, block_picture(page, block.id, 600, lang).has_value()) << hash << " " << block.id;
            }
        }
}

TEST(Blocks, TheListOfMessagesIsExactlyTheRowsOfThePage) {
    const State state = from_hash("#/soobshcheniya?b=utilities&p=all&m=open");
    const MessagesPage page = messages_page(world(), state);
    const auto block = block_of(page, world(), state, "messages");
    ASSERT_TRUE(block);
    ASSERT_EQ(block->rows.size(), page.rows.size());
    ASSERT_GT(page.rows.size(), 10u);
    for (std::size_t i = 0; i < page.rows.size(); ++i) {
        EXPECT_EQ(block->rows[i][0].text, message_line(world(), state, page.rows[i]).id);
        EXPECT_EQ(minute_from_day(day_from_minute(static_cast<Minute>(block->rows[i][1].number))), minute_from_day(day_from_minute(snapshot().table.received[page.rows[i]])));
    }
}

TEST(Blocks, EveryLinkedNumberOfAMatrixListsAsManyRows) {
    const State state = from_hash("#/teplo");
    const auto block = block_of(page_of(world(), state), world(), state, "matrix");
    ASSERT_TRUE(block);
    std::size_t checked = 0;
    for (const auto& row : block->rows)
        for (const BlockCell& cell : row) {
            if (cell.kind != ShownKind::Number || cell.href.empty()) continue;
            EXPECT_EQ(static_cast<std::size_t>(cell.number), messages_page(world(), from_hash(cell.href)).rows.size()) << cell.href;
            ++checked;
        }
    EXPECT_GT(checked, 20u);
}

TEST(BlockScene, APictureOfATableTellsItsFilterAndFitsItsSheet) {
    const State state = from_hash("#/rejting");
    const Page page = page_of(world(), state);
    const auto block = block_of(page, world(), state, "rating");
    const Scene scene = block_scene(page, *block, facts(), 980, Lang::Ru);
    const std::string svg = to_svg_file(scene);
    EXPECT_NE(svg.find("неделя 46, без фильтров"), std::string::npos);
    EXPECT_NE(svg.find("7f3a 90c1"), std::string::npos);
    for (const Mark2D& mark : scene.marks)
        if (const auto* text = std::get_if<TextMark>(&mark)) {
            EXPECT_TRUE(text->at.x >= 0 && text->at.x <= 980 && text->at.y < scene.height) << text->text;
        }
}

TEST(Docx, ThePackageHoldsHeadingsTablesAndTheSignature) {
    const State state = from_hash("#/otchyoty?paper=rejting");
    const ReportsPage page = reports_page(world(), state);
    const auto blocks = paper_blocks(page.paper, world(), Lang::Ru);
    ASSERT_FALSE(blocks.empty());
    EXPECT_EQ(blocks.front().title, "Сроки и качество ответов подразделений");
    const std::string docx = paper_docx(page.paper, blocks, facts(), {"Главе", "Руководитель", "И. И. Образцов"}, "МЦУ", Lang::Ru);
    EXPECT_TRUE(docx.starts_with("PK\x03\x04"));
    EXPECT_NE(docx.find("word/document.xml"), std::string::npos);
    EXPECT_EQ(docx, paper_docx(page.paper, blocks, facts(), {"Главе", "Руководитель", "И. И. Образцов"}, "МЦУ", Lang::Ru));
}

TEST(Papers, EveryReportHasABlockForEveryPartThatTheSnapshotCanFill) {
    for (const char* id : {"zapiska", "list", "problematory", "rejting", "pokazateli", "kontrol", "prichiny", "protokol", "plan"}) {
        const ReportsPage page = reports_page(world(), from_hash("#/otchyoty?paper=" + std::string{id}));
        EXPECT_GE(paper_blocks(page.paper, world(), Lang::Ru).size() + 2, page.paper.parts.size()) << id;
    }
}

TEST(Papers, ABlockIsTheSameAsOnItsWholePage) {
    std::size_t compared = 0;
    for (const ReportKind& kind : report_kinds()) {
        const ReportsPage page = reports_page(world(), from_hash("#/otchyoty?t=andra&paper=" + std::string{kind.id}));
        each_block(page.paper, world(), Lang::Ru, [&](const PaperBlock& it) {
            const State state = from_hash(it.part.at.link);
            const Page whole = page_of(world(), state);
            auto block = block_of(whole, world(), state, it.part.at.block);
            ASSERT_EQ(it.block.has_value(), block.has_value()) << kind.id << " " << it.part.id;
            if (!block) return;
            block->title = it.block->title;
            EXPECT_EQ(block_html(*it.page, *it.block, 660, Lang::Ru), block_html(whole, *block, 660, Lang::Ru)) << kind.id << " " << it.part.id;
            EXPECT_EQ(block_csv(*it.block, facts(), Lang::Ru), block_csv(*block, facts(), Lang::Ru)) << kind.id << " " << it.part.id;
            ++compared;
        });
    }
    EXPECT_GT(compared, 30u);
}

TEST(Papers, EveryBlockOfEveryScreenIsTheSameWhenItIsTakenAlone) {
    for (const char* hash : kScreens) {
        const State state = from_hash(hash);
        const Page whole = page_of(world(), state);
        for (const BlockName& name : block_names(whole, Lang::Ru)) {
            const PaperSource source{hash, state, {name.id}};
            const World own = source.world_of(world());
            const Page alone = source_page(own, state);
            const auto wanted = block_of(whole, world(), state, name.id), block = block_of(alone, own, state, name.id);
            ASSERT_TRUE(wanted && block) << hash << " " << name.id;
            EXPECT_EQ(block_html(alone, *block, 660, Lang::Ru), block_html(whole, *wanted, 660, Lang::Ru)) << hash << " " << name.id;
            EXPECT_EQ(block_csv(*block, facts(), Lang::Ru), block_csv(*wanted, facts(), Lang::Ru)) << hash << " " << name.id;
        }
    }
}

TEST(Papers, ALongListTellsItsFirstRowsAndHowManyFollow) {
    const State state = from_hash("#/soobshcheniya?p=all");
    const Page page = page_of(world(), state);
    const auto whole = block_of(page, world(), state, "messages"), some = block_of(page, world(), state, "messages", kPaperRows);
    ASSERT_GT(whole->rows.size(), kPaperRows);
    EXPECT_EQ(some->rows.size(), kPaperRows);
    EXPECT_EQ(some->rows_left_out, whole->rows.size() - kPaperRows);
    EXPECT_EQ(plain_table_html(*some, Lang::Ru), plain_table_html(*whole, Lang::Ru));
}

TEST(Templates, EveryChannelRecognisesItsOwnTemplate) {
    for (const Channel& channel : builtin_channels()) {
        const auto file = read_parts(template_xlsx(channel, Lang::Ru));
        ASSERT_EQ(file.parts.size(), 2u) << channel.id;
        ASSERT_FALSE(file.parts[0].rows.empty()) << channel.id;
        EXPECT_EQ(file.parts[1].sheet, "Как заполнять");
        for (const ColumnRule& rule : channel.columns)
            if (rule.required) {
                EXPECT_NE(file.parts[0].rows[0].find(rule.headers.front()), std::string::npos) << channel.id << " " << rule.headers.front();
            }
        const std::string csv = template_csv(channel);
        EXPECT_TRUE(csv.starts_with("\xEF\xBB\xBF") && csv.ends_with("\r\n"));
    }
}

}  // namespace
}  // namespace problemator
