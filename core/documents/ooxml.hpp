// What every Office Open XML file begins with, and the names of its relations (ECMA-376).
#pragma once
#include <string_view>

namespace problemator::ooxml {

inline constexpr std::string_view kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
inline constexpr std::string_view kOffice = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
inline constexpr std::string_view kPackage = "http://schemas.openxmlformats.org/package/2006";

}  // namespace problemator::ooxml
