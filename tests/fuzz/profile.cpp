// Any bytes as a municipality profile: an Error or a profile whose references all resolve.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/schema/profile.hpp"
#include "tests/fuzz/require.hpp"

using namespace problemator;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto profile = read_profile({reinterpret_cast<const char*>(data), size}, "fuzz.json");
    if (!profile) {
        REQUIRE(!describe(profile.error(), Lang::Ru).empty());
        return 0;
    }
    const auto is_department = [&](const std::string& id) {
        return id.empty() || std::any_of(profile->departments.begin(), profile->departments.end(), [&](const Department& d) { return d.id == id; });
    };
    for (const Block& block : profile->blocks) {
        REQUIRE(is_department(block.department));
        for (const TopicRule& topic : block.topics) REQUIRE(is_department(topic.department));
    }
    return 0;
}
