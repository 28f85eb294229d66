// Any bytes as the GeoJSON of a municipality, and as the section of a snapshot that holds the ground.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/clean/map_geojson.hpp"
#include "core/clean/map_simplify.hpp"
#include "core/snapshot/ground.hpp"
#include "tests/fuzz/require.hpp"

using namespace problemator;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (const auto ground = read_ground({data, size})) {
        const auto bytes = ground_bytes(*ground);
        REQUIRE(read_ground(bytes) == *ground);
    }
    Profile profile;
    profile.name.ru = "Район";
    Territory territory;
    territory.id = "a";
    territory.name.ru = territory.full_name.ru = "Приобье";
    profile.territories.push_back(territory);
    const auto map = read_district_map({reinterpret_cast<const char*>(data), size}, "fuzz.geojson", profile);
    if (!map) {
        REQUIRE(!describe(map.error(), Lang::Ru).empty());
        return 0;
    }
    REQUIRE(!map->shapes.empty());
    for (const MapShape& shape : map->shapes)
        for (const MapLine& line : shape.lines) REQUIRE(line.size() >= (is_area(shape.kind) ? 3u : 2u));
    REQUIRE(read_ground(ground_bytes(*map)).has_value());
    return 0;
}
