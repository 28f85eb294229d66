// Any bytes as the content of a spreadsheet document.
#include "core/import/ods.hpp"

#include <cstddef>
#include <cstdint>

#include "tests/fuzz/rows.hpp"

using namespace problemator;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    FileView file;
    file.source = std::make_shared<BorrowedBytes>(std::string_view{reinterpret_cast<const char*>(data), size});
    file.path = "fuzz.fods";
    file.limits = fuzz::small_limits();
    const auto error = open_flat_ods(file, [&](TablePart&& part) { return fuzz::take_part(std::move(part), file.limits); });
    if (error) REQUIRE(!describe(*error, Lang::Ru).empty());
    return 0;
}
