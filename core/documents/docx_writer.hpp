// DOCX: a paper as a document that an office edits further — headings with styles, real tables, lines for the signature (ECMA-376, WordprocessingML).
#pragma once
#include <span>
#include <string>

#include "core/documents/blocks.hpp"
#include "core/documents/page_facts.hpp"

namespace problemator {

/// What the reader filled in; empty = the profile's own words.
struct PaperFields { std::string to, post, person; };

std::string paper_docx(const Paper& paper, std::span<const PageBlock> blocks, const PageFacts& facts, const PaperFields& fields, std::string_view centre, Lang lang);

}  // namespace problemator
