// Scene → plain text: its sentence, its texts where they stand (a character is 7 px wide), its marks counted, its links listed.
#include <algorithm>
#include <array>
#include <cmath>

#include "core/base/stable_order.hpp"
#include "core/base/text.hpp"
#include "core/charts/scene.hpp"

namespace problemator {
namespace {

constexpr double kCharacter = 7, kSameLine = 5;

struct Word { double left, y; std::string text; };

double left_edge(const TextMark& m) {
    const double width = text_width(m.text, m.size, m.weight);
    switch (m.anchor) {
        case Anchor::Start: return m.at.x;
        case Anchor::Middle: return m.at.x - width / 2;
        case Anchor::End: return m.at.x - width;
    }
    return m.at.x;
}

std::vector<Word> words_of(const Scene& scene) {
    std::vector<Word> words;
    for (const Mark2D& mark : scene.marks) {
        const auto* m = std::get_if<TextMark>(&mark);
        if (!m) continue;
        words.push_back({left_edge(*m), m->at.y, m->max_width > 0 ? fit_text(m->text, m->size, m->weight, m->max_width) : m->text});
    }
    sort_stably(words, [](const Word& a, const Word& b) { return a.y < b.y; });
    return words;
}

std::string line_of(std::vector<Word> words) {
    sort_stably(words, [](const Word& a, const Word& b) { return a.left < b.left; });
    std::string line;
    std::size_t column = 0;
    for (const Word& word : words) {
        const auto wanted = static_cast<std::size_t>(std::clamp(std::round(word.left / kCharacter), 0.0, 400.0));
        const std::size_t blanks = wanted > column ? wanted - column : column == 0 ? 0 : 1;
        line.append(blanks, ' ');
        line += word.text;
        column += blanks + count_chars(word.text);
    }
    return line + '\n';
}

std::string picture(const Scene& scene) {
    std::string out;
    std::vector<Word> line;
    for (Word& word : words_of(scene)) {
        if (!line.empty() && word.y - line.front().y > kSameLine) {
            out += line_of(std::move(line));
            line.clear();
        }
        line.push_back(std::move(word));
    }
    return line.empty() ? out : out + line_of(std::move(line));
}

std::string marks_counted(const Scene& scene) {
    static constexpr std::array<std::string_view, 5> kNames = {"rect", "line", "polygon", "circle", "text"};
    std::array<std::size_t, 5> counts{};
    for (const Mark2D& mark : scene.marks) ++counts[mark.index()];
    std::string out;
    for (std::size_t i = 0; i < kNames.size(); ++i)
        if (counts[i] > 0) out += (out.empty() ? "" : ", ") + std::string{kNames[i]} + ' ' + std::to_string(counts[i]);
    return out;
}

std::string one_line(std::string_view text) {
    std::string out;
    for (const char c : text) out += c == '\n' ? std::string{"; "} : c == '\t' ? std::string{" "} : std::string(1, c);
    return out;
}

}  // namespace

std::string to_text(const Scene& scene) {
    std::string out = scene.summary.empty() ? "" : scene.summary + "\n";
    out += picture(scene);
    out += "[" + marks_counted(scene) + "]\n";
    for (const HitRegion& hit : scene.hits) {
        const std::string label = one_line(hit.title) + (hit.hint.empty() || hit.title.empty() ? "" : ": ") + one_line(hit.hint);
        out += "- " + label + (hit.href.empty() ? "" : (label.empty() ? "" : " ") + std::string{"→ "} + hit.href) + '\n';
    }
    return out;
}

}  // namespace problemator
