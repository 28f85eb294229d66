// Any bytes as a file of any format: mostly ZIP and gzip, whose members are opened as what they are. Members that are stored let
// the fuzzer change what is inside them.
#include <cstddef>
#include <cstdint>

#include "tests/fuzz/rows.hpp"

using namespace problemator;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    FileView file;
    file.source = std::make_shared<BorrowedBytes>(std::string_view{reinterpret_cast<const char*>(data), size});
    file.path = "fuzz.zip";
    file.limits = fuzz::small_limits();
    const auto error = open_parts(file, [&](TablePart&& part) { return fuzz::take_part(std::move(part), file.limits); });
    if (error) REQUIRE(!describe(*error, Lang::Ru).empty());
    REQUIRE(file.budget->unpacked <= file.limits.unpacked_bytes + (1 << 22));
    return 0;
}
