// Any bytes as the XML of a part of a workbook: the first byte says which part; a sheet is read with styles and shared texts at hand.
#include "core/import/xlsx.hpp"

#include <cstddef>
#include <cstdint>

#include "tests/fuzz/rows.hpp"

using namespace problemator;

namespace {

std::shared_ptr<const ByteSource> empty_archive() {
    using namespace std::string_view_literals;
    return std::make_shared<BorrowedBytes>("PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"sv);
}

std::unique_ptr<ByteStream> stream_of(std::string_view bytes) {
    return std::make_unique<StoredBytes>(std::make_shared<BorrowedBytes>(bytes), 0, bytes.size());
}

/// A workbook without parts: the first of its texts is short, the second is beyond the limit of a cell.
std::shared_ptr<XlsxWorkbook> small_workbook(const PartLimits& limits) {
    auto archive = ZipArchive::open(empty_archive(), limits, std::make_shared<UnpackBudget>());
    REQUIRE(archive.ok());
    auto book = std::make_shared<XlsxWorkbook>(XlsxWorkbook{.archive = *std::move(archive), .limits = limits, .strings = {}, .forms = {}, .dates = DateSystem::From1900, .sheets = {}});
    REQUIRE(book->strings.add("общая", limits.shared_bytes) && book->strings.add(std::string(limits.cell_bytes + 1, 'a'), limits.shared_bytes));
    book->forms = {NumberForm::Plain, NumberForm::Date, NumberForm::DateTime, NumberForm::Time, NumberForm::Duration};
    return book;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const PartLimits limits = fuzz::small_limits();
    const std::string_view xml{reinterpret_cast<const char*>(data) + 1, size - 1};
    switch (data[0] % 4) {
        case 0: case 1: {
            const auto book = small_workbook(limits);
            book->dates = data[0] % 4 == 0 ? DateSystem::From1900 : DateSystem::From1904;
            fuzz::read_rows(*read_xlsx_sheet(book, stream_of(xml), stream_of(xml)), limits);
            break;
        }
        case 2: {
            SharedStrings strings;
            if (const auto error = read_shared_strings(stream_of(xml), limits, strings)) REQUIRE(!describe(*error, Lang::Ru).empty());
            for (std::size_t i = 0; i < strings.size(); ++i) REQUIRE(first_bad_utf8(strings[i]) == std::string_view::npos);
            break;
        }
        default: {
            std::vector<NumberForm> forms;
            if (const auto error = read_styles(stream_of(xml), limits, forms)) REQUIRE(!describe(*error, Lang::Ru).empty());
            REQUIRE(forms.size() <= size);
        }
    }
    return 0;
}
