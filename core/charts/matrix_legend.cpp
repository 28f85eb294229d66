// Legend of the matrix: one swatch per class with its limits, the surge corner, and the marks of absent and hidden numbers.
#include <algorithm>

#include "core/charts/charts.hpp"
#include "core/charts/pen.hpp"

namespace problemator {
namespace {

constexpr Phrase kSurge = {"всплеск: выше порога и не менее 7", "surge: above the threshold and at least 7"};
constexpr Phrase kNoData = {"нет данных", "no data"};
constexpr Phrase kHidden = {"«< 3» — число скрыто", "“< 3” means a hidden number"};
constexpr Phrase kClasses = {"Классы", "Classes"};
constexpr double kSwatch = 18, kAfter = 8, kBetween = 24, kLine = 30;

// Items flow to the right and wrap; the swatches of the classes are one item.
class Flow {
public:
    Flow(Pen& pen, double first_y) : pen_{pen}, y_{first_y} {}
    Point place(double width) {
        if (x_ > 0 && x_ + width > pen_.width()) {
            x_ = 0;
            y_ += kLine;
        }
        const Point at{x_, y_};
        x_ += width + kBetween;
        return at;
    }

private:
    Pen& pen_;
    double x_ = 0, y_;
};

Ink class_ink(const Matrix& matrix, std::size_t i) {
    const int first = static_cast<int>(matrix.is_diverging ? Ink::Div0 : Ink::Seq1);
    return static_cast<Ink>(first + static_cast<int>(std::min<std::size_t>(i, 6)));
}

double class_width(const Matrix& matrix, double room) {
    double widest = 34;
    for (const std::string& text : matrix.legend) widest = std::max(widest, text_width(text, 11, Weight::Regular) + 6);
    return matrix.legend.empty() ? widest : std::min(widest, room / static_cast<double>(matrix.legend.size()) - 1);
}

void words(Pen& pen, Point at, std::string_view text) {
    pen.text(text, {at.x + kSwatch + kAfter, at.y}, {.ink = Ink::Ink2, .max_width = pen.width() - at.x - kSwatch - kAfter});
}
double words_width(std::string_view text) { return kSwatch + kAfter + text_width(text, 11, Weight::Regular); }

template <class Test>
bool has_any(const Matrix& matrix, Test test) { return std::any_of(matrix.cells.begin(), matrix.cells.end(), test); }

void draw_items(Pen& pen, const Matrix& matrix, Lang lang) {
    Flow flow{pen, 12};
    const double width = class_width(matrix, pen.width()), step = width + 1;
    const Point at = flow.place(step * static_cast<double>(matrix.legend.size()));
    for (std::size_t i = 0; i < matrix.legend.size(); ++i) {
        const double x = at.x + step * static_cast<double>(i);
        pen.rect({x, at.y - 8, width, 10}, class_ink(matrix, i), i == 0 || i + 1 == matrix.legend.size() ? 2 : 0);
        pen.text(matrix.legend[i], {x + width / 2, at.y + 11}, {.ink = Ink::Ink3, .anchor = Anchor::Middle, .max_width = width});
    }
    if (has_any(matrix, [](const Cell& c) { return c.is_surge || c.threshold; })) {   // elsewhere nothing is judged
        const Point p = flow.place(words_width(kSurge.in(lang)));
        pen.rect({p.x, p.y - 8, kSwatch, 16}, matrix.is_diverging ? Ink::Div6 : Ink::Seq3, 2);
        pen.polygon({{p.x + 9, p.y - 8}, {p.x + kSwatch, p.y - 8}, {p.x + kSwatch, p.y + 1}}, matrix.is_diverging ? Ink::Ink1 : Ink::Bad);
        words(pen, p, kSurge.in(lang));
    }
    if (has_any(matrix, [](const Cell& c) { return c.color_class < 0; })) {
        const Point p = flow.place(words_width(kNoData.in(lang)));
        pen.rect({p.x, p.y - 8, kSwatch, 16}, Ink::Sunken, 2);
        pen.hatch({p.x, p.y - 8, kSwatch, 16}, Ink::LineStrong);
        words(pen, p, kNoData.in(lang));
    }
    if (has_any(matrix, [](const Cell& c) { return c.is_hidden; })) {
        const Point p = flow.place(text_width(kHidden.in(lang), 11, Weight::Regular));
        pen.text(kHidden.in(lang), p, {.ink = Ink::Ink2, .max_width = pen.width() - p.x});
    }
}

double lowest_mark(const Scene& scene) {
    double lowest = 0;
    for (const Mark2D& mark : scene.marks)
        if (const auto* text = std::get_if<TextMark>(&mark)) lowest = std::max(lowest, text->at.y);
    return lowest;
}

}  // namespace

Scene matrix_legend(const Matrix& matrix, double width, Lang lang) {
    Pen pen{width, 32};
    draw_items(pen, matrix, lang);
    std::string summary{kClasses.in(lang)};
    for (std::size_t i = 0; i < matrix.legend.size(); ++i) summary += (i == 0 ? ": " : ", ") + matrix.legend[i];
    Scene scene = std::move(pen).finish(std::move(summary));
    scene.height = std::max(32.0, lowest_mark(scene) + 12);     // as tall as the lines that were needed
    return scene;
}

}  // namespace problemator
