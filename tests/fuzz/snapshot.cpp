// Any bytes as a snapshot: an Error, or a snapshot that is written and read back as it was.
// The checksums make random damage an Error early; the second pass mends the bytes' checksums by writing what was read.
#include <cstddef>
#include <cstdint>

#include "core/snapshot/snapshot.hpp"
#include "tests/fuzz/require.hpp"

using namespace problemator;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto snapshot = read_snapshot({data, size}, "fuzz.pmsnap");
    if (!snapshot) {
        REQUIRE(!describe(snapshot.error(), Lang::Ru).empty());
        return 0;
    }
    const auto bytes = write_snapshot(*snapshot);
    const auto again = read_snapshot(bytes, "again.pmsnap");
    REQUIRE(again.ok());
    REQUIRE(again->table.rows() == snapshot->table.rows());
    REQUIRE(write_snapshot(*again) == bytes);
    return 0;
}
