#include "web/views/headline.hpp"

namespace problemator::web {
namespace {

constexpr TextStyle kNote{.size = 12, .ink = Ink::Ink3};

}  // namespace

void draw_headline(Ui& ui, const Headline& headline, double shift) {
    const std::string_view whole = headline.whole;
    std::size_t from = 0;
    double y = headline.y + shift;
    for (const std::string& line : headline.lines) {
        const auto found = whole.find(line, from);
        const std::size_t begin = found == std::string_view::npos ? from : found;
        const std::size_t strong = headline.strong > begin ? std::min(line.size(), headline.strong - begin) : 0;
        const TextStyle style{.size = headline.size, .weight = Weight::SemiBold};
        TextStyle soft = style;
        soft.ink = Ink::Ink2;
        const std::string_view text = line;
        const double used = ui.paint.text(text.substr(0, strong), headline.x, y, style);
        ui.paint.text(text.substr(strong), headline.x + used, y, soft);
        from = begin + line.size();
        y += headline.line_height;
    }
}

double note_height(std::string_view note, double width) {
    return kNoteLine * static_cast<double>(paragraph_lines(note, width, kNoteLines, kNote));
}

void draw_note(Ui& ui, std::string_view note, Point at, double width) { show_paragraph(ui, note, at, width, kNoteLine, kNoteLines, kNote); }

}  // namespace problemator::web
