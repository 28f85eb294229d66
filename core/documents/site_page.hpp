// The whole index.html: styles inside, header, first paint, canvas, scripts. It loads from file:// and from any server alike.
#pragma once
#include <string>
#include <vector>

#include "core/base/phrase.hpp"

namespace problemator {

/// A classic script: `source` is a relative address, or, when it is empty, `inline_text` is the script itself (single-file site).
struct SiteScript { std::string source, inline_text; };

/// Data that a script reads when it needs it; never run.
struct SiteBlock { std::string id, json; };

struct IndexParts {
    Lang lang = Lang::Ru;
    std::string title;                  // «Октябрьский район — Проблематор»
    std::string description;
    std::string css;                    // shell/*.css
    std::string font_css;               // @font-face with data: addresses
    std::string header_html, page_html;
    std::vector<SiteScript> head_scripts;   // run before the first paint (theme)
    std::vector<SiteScript> scripts;        // run at the end of the body, in order
    std::vector<SiteBlock> blocks;          // before the scripts
    std::string head_html;              // more of <head>, e.g. the manifest's link; trusted
    std::string csp;                    // empty = kSitePolicy
};

/// No address but our own, no plug-ins, no forms, no frames; inline styles and scripts because the page is one file.
extern const std::string_view kSitePolicy;

std::string index_html(const IndexParts& parts);

}  // namespace problemator
