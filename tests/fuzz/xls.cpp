// Any bytes as an XLS file: as the container, as the workbook in a good container, and as the cells of a good workbook.
// The first byte chooses how.
#include <cstddef>
#include <cstdint>

#include "core/import/xls.hpp"
#include "tests/fuzz/read_tables.hpp"
#include "tests/unit/import/xls_writer.hpp"

using namespace problemator;

namespace {

std::string workbook_of(std::string cells, std::uint16_t version) {
    const std::string globals = xls_test::strings(xls_test::narrow8("plain") + xls_test::text8(u"Яма")) + xls_test::style(0) + xls_test::style(14) + xls_test::style(46);
    return xls_test::book(globals, {{std::string{"\x01"} + (version == 0x0600 ? std::string("\0", 1) : "") + "S", std::move(cells), 0}}, version);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    std::string bytes{reinterpret_cast<const char*>(data) + 1, size - 1};
    switch (data[0] % 4) {
        case 1: bytes = xls_test::compound("Workbook", bytes); break;
        case 2: bytes = xls_test::compound("Workbook", workbook_of(bytes, 0x0600)); break;
        case 3: bytes = workbook_of(bytes, 0x0500); break;
        default: break;
    }
    fuzz::read_tables({FileFormat::Xls, is_xls, open_xls}, bytes, "fuzz.xls");
    return 0;
}
