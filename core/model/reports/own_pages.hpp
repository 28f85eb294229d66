// Own pages: named views and sections that readers made, as a file that travels between them and into a site (docs/formats.md).
// The file comes from anywhere: every text and list is bounded, links must be links of ours, a mistake names its place.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/model/reports/paper.hpp"

namespace problemator {

/// A link under a name. `role`: it is the start page of "head", "curator" or "analyst"; empty for an ordinary view.
struct NamedView {
    std::string name_ru{}, name_en{}, link{}, role{};
    friend bool operator==(const NamedView&, const NamedView&) = default;
};

struct OwnPages {
    std::vector<NamedView> views{};
    std::vector<OwnSection> sections{};
    friend bool operator==(const OwnPages&, const OwnPages&) = default;
};

inline constexpr std::size_t kMostViews = 200, kMostSections = 50, kMostBlocks = 40;

/// {"version": 1, "views": […], "sections": […]}; either list may be absent.
Result<OwnPages> read_own_pages(std::string_view json, std::string_view file_name);
/// The same form, so that reading gives it back.
std::string write_own_pages(const OwnPages& pages);
/// Later ones take the place of earlier ones: views of one name, sections of one id.
void add_own_pages(OwnPages& to, OwnPages more);

}  // namespace problemator
