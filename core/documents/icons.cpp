#include "core/documents/icons.hpp"

namespace problemator {
namespace {

std::string_view path_of(Icon icon) {
    switch (icon) {
        case Icon::Left: return "M9.5 4.5 6 8l3.5 3.5";
        case Icon::Right: return "M6.5 4.5 10 8l-3.5 3.5";
        case Icon::Down: return "M4.5 6.5 8 10l3.5-3.5";
        case Icon::Calendar: return "M4 3h8a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zM2 6.5h12M5 1.5V4M11 1.5V4";
        case Icon::Search: return "M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0zM10.5 10.5 14 14";
        case Icon::Export: return "M2.5 10v3.25h11V10M8 2v8M5 7l3 3 3-3";
        case Icon::Load: return "M2.5 10v3.25h11V10M8 10V2M5 5l3-3 3 3";
        case Icon::Print: return "M4.5 6V2h7v4M4.5 11.5H2.2V6h11.6v5.5h-2.3M4 9h8v5.5H4z";
        case Icon::Text: return "M2.5 3.5h11M2.5 6.5h11M2.5 9.5h11M2.5 12.5h6";
        case Icon::Moon: return "M9.6 3.1A5.7 5.7 0 1 0 13 10.3 5 5 0 0 1 9.6 3.1z";
        case Icon::Grid: return "M2.5 2.5h4v4h-4zM9.5 2.5h4v4h-4zM2.5 9.5h4v4h-4zM9.5 9.5h4v4h-4z";
        case Icon::Heat: return "M2.5 2.5h11v11h-11zM2.5 6.2h11M2.5 9.8h11M6.2 2.5v11M9.8 2.5v11";
        case Icon::Bars: return "M2.5 4h11M2.5 8h8M2.5 12h5";
        case Icon::Target: return "M2.5 12.5 6 8.5l2.5 2.5 5-6.5M10.5 4.5h3v3";
        case Icon::Check: return "M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM5.2 8.2l2 2 3.6-4.2";
        case Icon::NoNet: return "M2 2l12 12M3.2 6.6a8 8 0 0 1 2.6-1.5M8.6 4.6a8 8 0 0 1 4.2 2M5.3 9.2a4.6 4.6 0 0 1 2.3-1.2M10 8.7l.7.6M8 12.2v.1";
        case Icon::Bookmark: return "M4 2h8v12l-4-3-4 3z";
        case Icon::Alert: return "M8 2.2l6.2 11.3H1.8zM8 6.4v3.4M8 11.2v1";
        case Icon::More: return "M3.6 8a.6.6 0 1 1-1.2 0 .6.6 0 0 1 1.2 0zM8.6 8a.6.6 0 1 1-1.2 0 .6.6 0 0 1 1.2 0zM13.6 8a.6.6 0 1 1-1.2 0 .6.6 0 0 1 1.2 0z";
        case Icon::File: return "M9.5 1.8h-6v12.4h9V4.8l-3-3v3h3";
    }
    return "";
}

}  // namespace

std::string icon_svg(Icon icon) {
    return "<svg class=\"icon\" viewBox=\"0 0 16 16\" width=\"16\" height=\"16\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\" aria-hidden=\"true\"><path d=\"" + std::string{path_of(icon)} + "\"/></svg>";
}

}  // namespace problemator
