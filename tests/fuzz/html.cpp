// Any bytes as a page with tables, by themselves and inside a table of windows-1251 or of Excel's XML. The first byte chooses how.
#include <cstddef>
#include <cstdint>

#include "core/import/html_table.hpp"
#include "tests/fuzz/read_tables.hpp"

using namespace problemator;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    std::string bytes{reinterpret_cast<const char*>(data) + 1, size - 1};
    if (data[0] % 3 == 1) bytes = "<html><meta charset=windows-1251><table><tr><td>a<td>b<tr><td>" + bytes;
    if (data[0] % 3 == 2) bytes = "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"a\"><Table><Row>" + bytes;
    (void)is_html(bytes.substr(0, 4096), "fuzz.xls");
    fuzz::read_tables({FileFormat::HtmlTable, is_html, open_html}, bytes, "fuzz.xls");
    return 0;
}
