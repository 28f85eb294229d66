// Every character that the program can say is in the faces that it carries.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "core/base/text.hpp"
#include "core/charts/text_metrics.hpp"

namespace problemator {
namespace {

std::string read_file(const std::filesystem::path& path) {
    std::ostringstream text;
    text << std::ifstream{path, std::ios::binary}.rdbuf();
    return text.str();
}

// String literals of a source file; comments and character names are not shown to anybody.
std::string literals(const std::string& source) {
    std::string out;
    bool in_string = false, in_comment = false;
    for (std::size_t i = 0; i < source.size(); ++i) {
        if (source[i] == '\n') in_string = in_comment = false;
        else if (in_comment) continue;
        else if (!in_string && source.compare(i, 2, "//") == 0) in_comment = true;
        else if (in_string && source[i] == '\\') ++i;
        else if (source[i] == '"') in_string = !in_string;
        else if (in_string) out += source[i];
    }
    return out;
}

TEST(Glyphs, EveryCharacterOfTheInterfaceIsInTheFont) {
    const std::filesystem::path root = PROBLEMATOR_SOURCE_DIR;
    std::set<std::string> lacking;
    std::size_t files = 0;
    for (const char* folder : {"core/model", "core/charts", "core/app", "core/schema", "web", "data/municipalities", "data/indicators"}) {
        if (!std::filesystem::exists(root / folder)) continue;
        for (const auto& entry : std::filesystem::recursive_directory_iterator{root / folder}) {
            const auto kind = entry.path().extension();
            if (kind != ".cpp" && kind != ".hpp" && kind != ".json") continue;
            ++files;
            const std::string source = read_file(entry.path()), text = kind == ".json" ? source : literals(source);
            for (std::size_t pos = 0; pos < text.size();) {
                const std::size_t at = pos;
                const char32_t c = next_char(text, pos);
                if (const char32_t drawn = drawn_char(c); drawn != c && drawn != 0) lacking.insert(text.substr(at, pos - at) + " in " + entry.path().filename().string());
            }
        }
    }
    EXPECT_GT(files, 10u);
    EXPECT_EQ(lacking, std::set<std::string>{});
}

TEST(Glyphs, MarksWithoutWidthTakeNoPlaceAndStrangersBecomeQuestionMarks) {
    const struct { char32_t given, drawn; } table[] = {{U'я', U'я'}, {U'\u0301', 0}, {U'\uFE0F', 0}, {U'漢', U'?'}, {U'😀', U'?'}, {U'\t', 0}, {U'\u202F', U'\u202F'}};
    for (const auto& row : table) EXPECT_EQ(drawn_char(row.given), row.drawn) << static_cast<unsigned>(row.given);
}

TEST(Glyphs, FiguresAreAllOfOneWidth) {
    for (const Weight weight : {Weight::Regular, Weight::Medium, Weight::SemiBold})
        for (char32_t c = U'1'; c <= U'9'; ++c) EXPECT_NEAR(char_advance(c, weight), char_advance(U'0', weight), 0.002);   // Inter Medium is a unit off
}

}  // namespace
}  // namespace problemator
