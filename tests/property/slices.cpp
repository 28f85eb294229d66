// A file read in slices of any size, down to one byte, gives the rows that its generator knows: the same messages, the same refusals.
// The columns made of views are those made of messages.
#include <gtest/gtest.h>

#include <random>

#include "core/base/text_scan.hpp"
#include "core/import/import.hpp"
#include "core/import/row_sources.hpp"
#include "core/import/encoding.hpp"
#include "core/store/table.hpp"

namespace problemator {
namespace {

struct Expected { bool is_kept = false; std::string id, topic, text; int rating = 0; Minute received = 0; Fault fault{}; };
struct Made { std::string csv; std::vector<Expected> rows; };

class Dice {
public:
    explicit Dice(std::uint32_t seed) : engine_{seed} {}
    int below(int n) { return static_cast<int>(engine_() % static_cast<std::uint32_t>(n)); }

private:
    std::mt19937 engine_;
};

std::string in_quotes(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) out += c == '"' ? std::string{"\"\""} : std::string{c};
    return out + "\"";
}

std::string made_text(Dice& dice) {
    static const char* const kPieces[] = {"нет тепла", ";", "\n", "\r\n", "\"", "№ 5", "–", "abc", " ", "дом", "\xF0\x9F\x98\x8E", ","};
    std::string text = "т";
    for (int i = dice.below(9); i > 0; --i) text += kPieces[dice.below(12)];
    return text + "т";
}

/// Номер;Дата поступления;Категория;Подкатегория;Оценка;Текст — a channel of the test's own, see kChannel.
Made made_table(std::uint32_t seed) {
    Dice dice{seed};
    const char* const end = dice.below(2) == 0 ? "\n" : "\r\n";
    Made made{dice.below(3) == 0 ? "\xEF\xBB\xBF" : "", {}};
    made.csv += std::string{"N;D;T;R;X"} + end;
    const Minute start = minute_from_day(20'700);
    for (int i = 0, rows = 3 + dice.below(30); i < rows; ++i) {
        Expected row{.is_kept = true, .id = std::to_string(1000 + i), .topic = "тема " + std::to_string(dice.below(4)), .text = made_text(dice), .rating = dice.below(6),
                     .received = start + dice.below(400) * kMinutesPerDay, .fault = {}};
        const Date date = date_from_day(day_from_minute(row.received));
        char day[32];
        std::snprintf(day, sizeof day, "%02u.%02u.%04d", date.month == 0 ? 0 : date.day, date.month, date.year);
        std::string id = row.id, cells = ";" + row.topic + ";" + (row.rating > 0 ? std::to_string(row.rating) : "") + ";" + in_quotes(row.text), when = day;
        const auto refuse = [&](Fault fault) { row.is_kept = false; row.fault = fault; };
        switch (dice.below(12)) {
            case 0: when = "32.13.2026"; refuse(Fault::BadDate); break;
            case 1: id = ""; refuse(Fault::MissingValue); break;
            case 2: cells += ";лишнее"; refuse(Fault::WrongCellCount); break;
            case 3: cells = ";" + row.topic; refuse(Fault::WrongCellCount); break;
            case 4: cells = ";" + row.topic + ";;a \"b\" c"; row.rating = 0; row.text = "a \"b\" c"; break;        // stray quotes in a plain cell
            case 5: cells = ";" + row.topic + ";;\"a \"b\" c\""; row.rating = 0; row.text = "a \"b\" c"; break;    // and in a quoted one
            case 6: made.csv += end; break;                                                                         // a blank line before
            default: break;
        }
        made.csv += id + ";" + when + cells + end;
        made.rows.push_back(row);
    }
    return made;
}

const char* const kChannel = R"({"id": "t", "name": "Тест", "signature": ["N"], "columns": [
    {"field": "id", "headers": ["N"], "required": true}, {"field": "received", "headers": ["D"], "required": true, "dates": ["dd.mm.yyyy"]},
    {"field": "topic", "headers": ["T"]}, {"field": "rating", "headers": ["R"]}, {"field": "text", "headers": ["X"]}]})";

class Sliced final : public ByteSource {
public:
    explicit Sliced(std::string bytes) : bytes_{std::move(bytes)} {}
    std::uint64_t size() const override { return bytes_.size(); }
    Result<std::size_t> read(std::uint64_t offset, std::span<char> out) const override { return OwnedBytes{bytes_}.read(offset, out); }

private:
    std::string bytes_;
};

ImportOptions options_with(std::size_t slice) {
    ImportOptions options;
    options.user_channels.push_back(*read_channel(kChannel, "t.json"));
    options.only_user_channels = true;
    options.slice_bytes = slice;
    return options;
}

TEST(Slices, WhereAFileIsCutChangesNothing) {
    for (std::uint32_t seed = 1; seed <= 60; ++seed) {
        const Made made = made_table(seed);
        for (const std::size_t slice : {std::size_t{1}, std::size_t{2}, std::size_t{3}, std::size_t{7}, std::size_t{64}, std::size_t{1000}, std::size_t{1} << 18}) {
            std::vector<Message> messages;
            const SourceFile file{"t.csv", std::make_shared<Sliced>(made.csv)};
            const auto report = read_files({file}, options_with(slice), [&](Message&& m, FileReport&) { messages.push_back(std::move(m)); });
            std::size_t kept = 0, refused = 0;
            for (const Expected& row : made.rows) {
                if (!row.is_kept) {
                    ASSERT_LT(refused, report.files[0].errors.size()) << seed << " " << slice;
                    EXPECT_EQ(fault_id(report.files[0].errors[refused++].fault), fault_id(row.fault)) << seed << " " << slice;
                    continue;
                }
                ASSERT_LT(kept, messages.size()) << seed << " " << slice;
                const Message& m = messages[kept++];
                EXPECT_EQ(std::tie(m.id, m.topic, m.text, m.rating, m.received), std::tie(row.id, row.topic, row.text, row.rating, row.received)) << seed << " " << slice;
            }
            EXPECT_EQ(kept, messages.size()) << seed << " " << slice;
            EXPECT_EQ(refused, report.files[0].rows_rejected) << seed << " " << slice;
        }
    }
}

TEST(Slices, LongRowsAreLostInTheSameWayHoweverTheyAreCut) {
    const CsvLimits limits{.cell_bytes = 20, .row_bytes = 50, .cells = 6};
    const std::string letters = "ab;\"\n\r\"; x";
    std::mt19937 random{7};
    for (int round = 0; round < 400; ++round) {
        std::string text;
        for (std::uint32_t i = 0, size = static_cast<std::uint32_t>(random() % 300); i < size; ++i) text += random() % 3 == 0 ? 'y' : letters[random() % letters.size()];
        const auto rows_of = [&](std::size_t slice) {
            const Sliced source{text};
            Encoding encoding;
            CsvRows rows{source, 0, ';', limits, encoding, slice};
            TableRow row;
            std::string all;
            while (rows.next(row)) {
                all += std::to_string(row.number) + (row.fault ? "!" + std::string{fault_id(*row.fault)} + std::string{row.raw} : "");
                for (const RowCell& cell : row.cells) (all += "|") += cell.raw;
                all += "\n";
            }
            return all;
        };
        const std::string whole = rows_of(100'000);
        for (const std::size_t slice : {1u, 2u, 5u, 33u}) EXPECT_EQ(rows_of(slice), whole) << round << " " << slice;
    }
}

TEST(Slices, ColumnsOfViewsAreColumnsOfMessages) {
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        const Made made = made_table(seed);
        const ImportOptions options = options_with(500);
        TableBuilder from_views, from_messages;
        read_views({{"t.csv", made.csv}}, options, [&](const MessageView& view, FileReport&) { from_views.add(view); });
        read_files({{"t.csv", made.csv}}, options, [&](Message&& m, FileReport&) { from_messages.add(m); });
        const Table a = std::move(from_views).finish(kLastTime - 1, {}), b = std::move(from_messages).finish(kLastTime - 1, {});
        EXPECT_EQ(a.names, b.names) << seed;
        EXPECT_EQ(a.codes, b.codes) << seed;
        EXPECT_EQ(std::tie(a.received, a.due, a.answered, a.closed, a.marks, a.rating, a.lat_e6, a.lon_e6, a.id, a.text, a.source_row, a.source_file),
                  std::tie(b.received, b.due, b.answered, b.closed, b.marks, b.rating, b.lat_e6, b.lon_e6, b.id, b.text, b.source_row, b.source_file)) << seed;
    }
}

TEST(TextScan, AgreesWithTheExactReader) {
    std::mt19937 random{11};
    const std::string pieces[] = {"a", "я", "№", "\xF0\x9F\x98\x8E", "\x80", "\xD0", "\xE2\x84", "\xED\xA0\x80", "\xC0\x80", "\xE0\x9F\xBF", "text "};
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        const std::size_t kinds = random() % 4 == 0 ? std::size(pieces) : 4;   // mostly whole texts
        for (std::uint32_t i = 0, size = static_cast<std::uint32_t>(random() % 120); i < size; ++i) text += pieces[random() % kinds];
        EXPECT_EQ(scan_text(text, PieceEnd::OfText).is_utf8, exact_bad_utf8(text) == std::string_view::npos) << round;
        if (kinds != 4) continue;
        for (std::size_t cut = 0; cut <= std::min<std::size_t>(text.size(), 70); ++cut)
            EXPECT_TRUE(scan_text(std::string_view{text}.substr(0, text.size() - cut), PieceEnd::Anywhere).is_utf8) << round << " " << cut;
    }
    EXPECT_TRUE(scan_text(std::string("ab\0c", 4), PieceEnd::OfText).has_zero);
}

}  // namespace
}  // namespace problemator
