#include "core/documents/block_scene.hpp"

#include <algorithm>

#include "core/base/format.hpp"

namespace problemator {
namespace {

constexpr double kPad = 20, kRow = 26, kGap = 16, kTitle = 16, kBody = 12.5, kNote = 11;
constexpr std::size_t kMostRows = 60, kSampleRows = 40;
constexpr Counted kRows = {"строка", "строки", "строк", "row", "rows"};

struct Column { double x = 0, w = 0; };

/// Columns share the width by what stands in them; narrow ones keep all of theirs.
std::vector<Column> columns_of(const PageBlock& block, double room) {
    std::vector<double> wants;
    double sum = 0;
    for (std::size_t c = 0; c < block.columns.size(); ++c) {
        double widest = text_width(block.columns[c].title, kNote, Weight::Regular);
        for (std::size_t r = 0; r < block.rows.size() && r < kSampleRows; ++r) widest = std::max(widest, text_width(block.rows[r][c].text, kBody, Weight::Regular));
        wants.push_back(std::min(widest, room * 0.5) + kGap);
        sum += wants.back();
    }
    const double scale = sum > 0 ? room / sum : 1;
    std::vector<Column> out;
    double x = kPad;
    for (const double want : wants) {
        out.push_back({x, want * scale - kGap});
        x += want * scale;
    }
    return out;
}

struct Sheet {
    Scene scene;
    double y = kPad;
    void text(std::string text, double x, const TextMark& style) {
        TextMark mark = style;
        mark.text = std::move(text);
        mark.at = {x, y};
        scene.marks.emplace_back(std::move(mark));
    }
    void paragraph(std::string_view words, double size, Weight weight, Ink ink, double line) {
        for (std::string& one : wrap_text(words, size, weight, scene.width - 2 * kPad)) {
            text(std::move(one), kPad, {.text = {}, .at = {}, .size = size, .weight = weight, .fill = ink});
            y += line;
        }
    }
    void rule(Ink ink) { scene.marks.emplace_back(LineMark{.points = {{kPad, y}, {scene.width - kPad, y}}, .stroke = ink}); }
};

void add_row(Sheet& sheet, const PageBlock& block, const std::vector<Column>& at, std::size_t row) {
    for (std::size_t c = 0; c < at.size() && c < block.rows[row].size(); ++c) {
        const bool is_number = block.columns[c].is_number;
        sheet.text(block.rows[row][c].text, is_number ? at[c].x + at[c].w : at[c].x,
                   {.text = {}, .at = {}, .size = kBody, .weight = c == 0 ? Weight::Medium : Weight::Regular, .anchor = is_number ? Anchor::End : Anchor::Start, .max_width = at[c].w});
    }
    sheet.y += kRow / 2;
    sheet.rule(Ink::Grid);
    sheet.y += kRow / 2;
}

void add_table(Sheet& sheet, const PageBlock& block, Lang lang) {
    const std::vector<Column> at = columns_of(block, sheet.scene.width - 2 * kPad + kGap);
    for (std::size_t c = 0; c < at.size(); ++c) {
        const bool is_number = block.columns[c].is_number;
        sheet.text(block.columns[c].title, is_number ? at[c].x + at[c].w : at[c].x, {.text = {}, .at = {}, .size = kNote, .fill = Ink::Ink3, .anchor = is_number ? Anchor::End : Anchor::Start, .max_width = at[c].w});
    }
    sheet.y += 14;
    sheet.rule(Ink::Ink1);
    sheet.y += kRow / 2 + 2;
    for (std::size_t r = 0; r < block.rows.size() && r < kMostRows; ++r) add_row(sheet, block, at, r);
    if (block.rows.size() > kMostRows)
        sheet.paragraph(std::string{Phrase{"… и ещё ", "… and "}.in(lang)} + format_counted(static_cast<std::int64_t>(block.rows.size() - kMostRows), kRows, lang), kNote, Weight::Regular, Ink::Ink3, kRow);
}

void add_picture(Sheet& sheet, Scene picture) {
    for (Mark2D& mark : picture.marks) {
        const double dx = kPad, dy = sheet.y;
        const auto move = [&](Point& p) { p.x += dx, p.y += dy; };
        std::visit([&](auto& m) {
            if constexpr (requires { m.box; }) m.box.x += dx, m.box.y += dy;
            else if constexpr (requires { m.points; }) for (Point& p : m.points) move(p);
            else if constexpr (requires { m.centre; }) move(m.centre);
            else move(m.at);
        }, mark);
        sheet.scene.marks.push_back(std::move(mark));
    }
    sheet.y += picture.height + 18;
}

}  // namespace

Scene block_scene(const Page& page, const PageBlock& block, const PageFacts& facts, double width, Lang lang) {
    Sheet sheet;
    sheet.scene.width = width;
    sheet.scene.summary = block.title;
    sheet.y += kTitle / 2;
    sheet.paragraph(block.title, kTitle, Weight::SemiBold, Ink::Ink1, 22);
    sheet.paragraph(facts.period + ", " + facts.filter + (block.note.empty() ? "" : " · " + block.note), kNote, Weight::Regular, Ink::Ink3, 16);
    sheet.y += 10;
    if (!block.words.empty()) sheet.paragraph(block.words, 14, Weight::Regular, Ink::Ink1, 20);
    auto picture = block.has_picture ? block_picture(page, block.id, width - 2 * kPad, lang) : std::nullopt;
    if (picture) add_picture(sheet, *std::move(picture));
    else if (!block.rows.empty()) add_table(sheet, block, lang);
    sheet.y += 6;
    sheet.paragraph(facts.municipality + " · " + facts.as_of + (facts.checksum.empty() ? "" : " · " + facts.checksum), kNote, Weight::Regular, Ink::Ink3, 16);
    sheet.scene.height = sheet.y + kPad / 2;
    return std::move(sheet.scene);
}

}  // namespace problemator
