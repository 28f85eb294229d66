#include "core/documents/site_page.hpp"

#include "core/base/text.hpp"

namespace problemator {

// `file:` stands beside 'self' because a page from a disk has no origin that 'self' could mean in every browser.
const std::string_view kSitePolicy =
    "default-src 'none'; script-src 'self' file: blob: 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'unsafe-inline'; img-src 'self' file: data: blob:; "
    "font-src data:; connect-src 'self' data: blob:; worker-src 'self' blob:; manifest-src 'self'; base-uri 'none'; form-action 'none'";

namespace {

constexpr Phrase kSkip = {"Перейти к содержанию", "Skip to the content"};
constexpr Phrase kProgress = {"Подготовка интерактивного режима…", "Preparing the interactive view…"};
constexpr Phrase kStay = {"Остаться в текстовом виде", "Stay in the text view"};
constexpr Phrase kCanvas = {"Интерактивный вид страницы; её содержание — в текстовом виде", "Interactive view of the page; its content is in the text view"};

// A text that ends its own element early would let content out: "</script" and "</style" cannot stay as they are.
std::string contained(std::string_view text, std::string_view element) {
    std::string out;
    out.reserve(text.size());
    const std::string lower = "</" + std::string{element};
    for (std::size_t i = 0; i < text.size(); ++i) {
        bool is_end = text.size() - i >= lower.size();
        for (std::size_t k = 0; is_end && k < lower.size(); ++k) {
            const char c = text[i + k];
            is_end = (c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c) == lower[k];
        }
        if (is_end) {
            out += "<\\/";
            ++i;
        } else {
            out += text[i];
        }
    }
    return out;
}

std::string script_html(const SiteScript& script) {
    if (!script.source.empty()) return "<script src=\"" + escape_html(script.source) + "\"></script>\n";
    return "<script>" + contained(script.inline_text, "script") + "</script>\n";
}

std::string head_of(const IndexParts& parts) {
    std::string out = "<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1, viewport-fit=cover\">\n";
    out += "<meta http-equiv=\"Content-Security-Policy\" content=\"" + escape_html(parts.csp.empty() ? kSitePolicy : std::string_view{parts.csp}) + "\">\n";
    out += "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"format-detection\" content=\"telephone=no\">\n";
    out += "<title>" + escape_html(parts.title) + "</title>\n";
    if (!parts.description.empty()) out += "<meta name=\"description\" content=\"" + escape_html(parts.description) + "\">\n";
    out += "<link rel=\"icon\" href=\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 22 22'%3E%3Cpath d='M0 0h6v6H0zM8 8h6v6H8z' fill='%23333'/%3E%3Cpath d='M8 0h6v6H8zM0 8h6v6H0zM16 8h6v6h-6zM8 16h6v6H8zM16 0h6v6h-6zM0 16h6v6H0z' fill='%23999'/%3E%3Cpath d='M16 16h6v6h-6z' fill='%23BC3A1C'/%3E%3C/svg%3E\">\n";
    out += parts.head_html;
    out += "<style>\n" + contained(parts.font_css, "style") + contained(parts.css, "style") + "</style>\n";
    for (const SiteScript& script : parts.head_scripts) out += script_html(script);
    return out;
}

}  // namespace

std::string index_html(const IndexParts& parts) {
    const std::string_view lang = parts.lang == Lang::Ru ? "ru" : "en";
    std::string out = "<!doctype html>\n<html lang=\"" + std::string{lang} + "\" data-view=\"text\">\n<head>\n" + head_of(parts) + "</head>\n<body>\n";
    out += "<a class=\"skip\" href=\"#text\">" + escape_html(kSkip.in(parts.lang)) + "</a>\n";
    out += "<header id=\"header\">\n" + parts.header_html + "</header>\n";
    out += "<p id=\"progress\" class=\"progress needs-js\" role=\"status\"><span>" + escape_html(kProgress.in(parts.lang)) + "</span> <button type=\"button\" data-do=\"stay\">" +
           escape_html(kStay.in(parts.lang)) + "</button></p>\n";
    out += "<canvas id=\"canvas\" role=\"img\" aria-label=\"" + escape_html(kCanvas.in(parts.lang)) + "\" aria-describedby=\"verdict\" tabindex=\"-1\"></canvas>\n";
    out += "<main id=\"text\" tabindex=\"-1\">\n" + parts.page_html + "</main>\n";
    out += "<div id=\"live\" class=\"vh\" aria-live=\"polite\"></div>\n";
    for (const SiteBlock& block : parts.blocks)
        out += "<script type=\"application/json\" id=\"" + escape_html(block.id) + "\">" + contained(block.json, "script") + "</script>\n";
    for (const SiteScript& script : parts.scripts) out += script_html(script);
    return out + "</body>\n</html>\n";
}

}  // namespace problemator
