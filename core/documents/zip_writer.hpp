// ZipWriter: the package around XLSX and DOCX (APPNOTE 6.3.10): members deflated, names in UTF-8, no clock, so that equal contents are equal bytes.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace problemator {

class ZipWriter {
public:
    /// Members under 4 GB, fewer than 65,536 of them. A member that deflate does not shorten is stored.
    void add(std::string_view name, std::string_view content);
    /// The whole archive; nothing is added afterwards.
    std::string take();

private:
    std::string out_, directory_;
    std::uint16_t members_ = 0;
};

}  // namespace problemator
