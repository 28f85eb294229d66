// The style sheets: every colour equals the token that the canvas uses, every ink has its classes, nothing is fetched.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <sstream>

#include "core/charts/scene.hpp"

namespace problemator {
namespace {

std::string read(const std::string& path) {
    std::ifstream in{std::string{PROBLEMATOR_SOURCE_DIR} + "/shell/" + path, std::ios::binary};
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

std::string block_after(const std::string& css, std::string_view selector) {
    const auto at = css.find(selector);
    if (at == std::string::npos) return {};
    return css.substr(at, css.find('}', at) - at);
}

std::string declaration(Ink ink, Theme theme) {
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "--%s: #%06X;", std::string{ink_css_name(ink)}.c_str(), ink_rgb(ink, theme));
    return text.data();
}

TEST(Css, EveryInkHasTheValueOfItsTokenInBothThemes) {
    const std::string css = read("tokens.css");
    const std::string light = block_after(css, ":root {"), asked = block_after(css, ":root[data-theme=\"dark\"] {"), system = block_after(css, ":root:not([data-theme=\"light\"]) {");
    for (std::size_t i = 1; i < kInks; ++i) {
        const Ink ink = static_cast<Ink>(i);
        EXPECT_NE(light.find(declaration(ink, Theme::Light)), std::string::npos) << declaration(ink, Theme::Light);
        EXPECT_NE(asked.find(declaration(ink, Theme::Dark)), std::string::npos) << declaration(ink, Theme::Dark);
        EXPECT_NE(system.find(declaration(ink, Theme::Dark)), std::string::npos) << declaration(ink, Theme::Dark);
    }
}

TEST(Css, EveryInkHasClassesForFillAndStroke) {
    const std::string css = read("tokens.css");
    for (std::size_t i = 1; i < kInks; ++i) {
        const std::string name{ink_css_name(static_cast<Ink>(i))};
        EXPECT_NE(css.find(".f-" + name + " { fill: var(--" + name + "); }"), std::string::npos) << name;
        EXPECT_NE(css.find(".s-" + name + " { stroke: var(--" + name + "); }"), std::string::npos) << name;
    }
}

TEST(Css, PaperIsAlwaysLight) {
    const std::string css = read("tokens.css");
    for (auto at = css.find("dark"); at != std::string::npos; at = css.find("dark", at + 4)) {
        if (css.compare(at - 1, 1, "\"") != 0) continue;
        EXPECT_NE(css.rfind("@media screen", at), std::string::npos);
    }
}

TEST(Css, NothingIsFetched) {
    for (const char* file : {"tokens.css", "style.css", "phone.css", "print.css"}) {
        const std::string css = read(file);
        EXPECT_FALSE(css.empty()) << file;
        for (const char* piece : {"@import", "url(", "http:", "https:"}) EXPECT_EQ(css.find(piece), std::string::npos) << file << ' ' << piece;
    }
}

TEST(Css, OnlyNamesOfTokensAreUsed) {
    for (const char* file : {"style.css", "phone.css", "print.css"}) {
        const std::string css = read(file);
        for (auto at = css.find("var(--"); at != std::string::npos; at = css.find("var(--", at + 6)) {
            const std::string name = css.substr(at + 6, css.find(')', at) - at - 6);
            bool is_known = name == "share";
            for (std::size_t i = 1; i < kInks; ++i) is_known = is_known || name == ink_css_name(static_cast<Ink>(i));
            EXPECT_TRUE(is_known) << name;
        }
    }
}

}  // namespace
}  // namespace problemator
