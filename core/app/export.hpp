// Export: a block, a page or a paper as a file — what the menus of the page and the programmatic interface ask for.
#pragma once
#include <string>
#include <string_view>

#include "core/app/app.hpp"

namespace problemator {

/// `name`: for the file, ASCII; `type`: of its content; `bytes`: the content.
struct ExportedFile { std::string name, type, bytes; };

/// `request` (docs/api.md): {"as": "csv", "block": "matrix"}; as: blocks, csv, xlsx, tsv, html, words, svg, paper-xlsx, paper-docx, qr.
/// `link` exports the block of another link than the open one; without `block`, xlsx holds every block of the page.
Result<ExportedFile> export_file(App& app, std::string_view request);

}  // namespace problemator
