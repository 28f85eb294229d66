#include "core/clean/geo_places.hpp"

#include <nlohmann/json.hpp>

#include "core/base/json.hpp"
#include "core/base/text.hpp"

namespace problemator {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kTerritoryKeys[] = {"territory", "settlement", "addr:city", "addr:place", "территория", "населенный пункт", "поселение"};
constexpr std::string_view kNameKeys[] = {"name", "name:ru", "название", "наименование"};
constexpr std::string_view kStreetKeys[] = {"street", "addr:street", "улица"};
constexpr std::string_view kHouseKeys[] = {"house", "addr:housenumber", "дом"};

class GeoReader {
public:
    explicit GeoReader(std::vector<GeoPlace>& places) : places_{places} {}

    Result<Nothing> read(const JsonCursor& object) {
        TRY(const auto type_at, object.at("type"));
        TRY(const std::string type, type_at.string());
        if (type == "FeatureCollection") return each(object, "features");
        if (type == "Feature") return read_feature(object);
        if (type == "GeometryCollection") return each(object, "geometries");
        GeoPlace unnamed;
        return read_geometry(object, unnamed);
    }

private:
    Result<Nothing> each(const JsonCursor& object, std::string_view key) {
        TRY(const auto list, object.at(key));
        TRY(const auto items, list.items());
        for (const JsonCursor& item : items) {
            TRY([[maybe_unused]] const auto done, read(item));
        }
        return Nothing{};
    }

    Result<Nothing> read_feature(const JsonCursor& feature) {
        TRY(const auto geometry, feature.at("geometry"));
        if (geometry.is_null()) return Nothing{};   // RFC 7946: a feature may be nowhere
        GeoPlace place;
        const auto properties = feature.find("properties");
        if (properties && properties->is_object()) read_names(properties->raw(), place);
        return read_geometry(geometry, place);
    }

    static void read_names(const Json& properties, GeoPlace& place) {
        std::string name;
        for (const auto& [key, value] : properties.items()) {
            const std::string text = value.is_string() ? value.get<std::string>() : value.is_number_integer() ? value.dump() : std::string{};
            if (text.empty()) continue;
            const std::string folded = fold(key);
            const auto keep = [&](const auto& keys, std::string& to) {
                for (const std::string_view known : keys)
                    if (folded == known && to.empty()) to = text;
            };
            keep(kTerritoryKeys, place.territory);
            keep(kNameKeys, name);
            keep(kStreetKeys, place.street);
            keep(kHouseKeys, place.house);
        }
        if (place.territory.empty()) place.territory = name;
        else if (place.street.empty() && place.house.empty()) place.street = name;   // «Лесная» with its settlement said apart
    }

    Result<Nothing> read_geometry(const JsonCursor& geometry, GeoPlace place) {
        TRY(const auto type_at, geometry.at("type"));
        TRY(const std::string type, type_at.string());
        if (type == "GeometryCollection") {
            TRY(const auto list, geometry.at("geometries"));
            TRY(const auto items, list.items());
            for (const JsonCursor& item : items) {
                TRY([[maybe_unused]] const auto done, read_geometry(item, place));
            }
            return Nothing{};
        }
        TRY(const auto coordinates, geometry.at("coordinates"));
        if (type == "Point") {
            TRY(place.point, position(coordinates, coordinates.raw()));
        } else if (type == "Polygon") {
            TRY([[maybe_unused]] const auto done, read_rings(coordinates, coordinates.raw(), place));
        } else if (type == "MultiPolygon") {
            if (!coordinates.is_array()) return coordinates.error(Fault::WrongType, {}, "[[[[lon, lat], …]]]");
            for (const Json& polygon : coordinates.raw()) {
                TRY([[maybe_unused]] const auto done, read_rings(coordinates, polygon, place));
            }
        } else if (type == "LineString" || type == "MultiLineString" || type == "MultiPoint") {
            return Nothing{};
        } else {
            return type_at.error(Fault::BadValue, type, "Polygon");
        }
        const bool is_named = !place.territory.empty() || !place.street.empty();
        if (is_named) places_.push_back(std::move(place));
        return Nothing{};
    }

    Result<GeoPoint> position(const JsonCursor& at, const Json& json) const {
        const bool is_position = json.is_array() && json.size() >= 2 && json.size() <= 4 && json[0].is_number() && json[1].is_number();
        if (!is_position) return at.error(Fault::WrongType, json.dump().substr(0, 80), "[lon, lat]");
        const GeoPoint point{.lat = json[1].get<double>(), .lon = json[0].get<double>()};
        const bool is_on_earth = point.lat >= -90 && point.lat <= 90 && point.lon >= -180 && point.lon <= 180;
        if (!is_on_earth) return at.error(Fault::OutOfRange, json.dump().substr(0, 80), "lon −180…180, lat −90…90");
        return point;
    }

    Result<Nothing> read_rings(const JsonCursor& at, const Json& polygon, GeoPlace& place) {
        if (!polygon.is_array()) return at.error(Fault::WrongType, polygon.dump().substr(0, 80), "[[[lon, lat], …]]");
        for (const Json& ring_json : polygon) {
            if (!ring_json.is_array() || ring_json.size() < 4) return at.error(Fault::BadValue, ring_json.dump().substr(0, 80), "≥ 4 × [lon, lat]");
            vertices_ += ring_json.size();
            if (vertices_ > kMaxGeoVertices) return at.error(Fault::TooLarge, std::to_string(vertices_), std::to_string(kMaxGeoVertices));
            GeoRing ring;
            ring.reserve(ring_json.size());
            for (const Json& item : ring_json) {
                TRY(const GeoPoint point, position(at, item));
                ring.push_back(point);
            }
            place.rings.push_back(std::move(ring));
        }
        return Nothing{};
    }

    std::vector<GeoPlace>& places_;
    std::size_t vertices_ = 0;
};

}  // namespace

Result<std::vector<GeoPlace>> read_geo_places(std::string_view json, std::string_view file_name) {
    if (json.size() > kMaxGeoBytes)
        return Error{.fault = Fault::TooLarge, .place = {.file = std::string{file_name}}, .piece = std::to_string(json.size()), .expected = std::to_string(kMaxGeoBytes)};
    TRY(const auto root, JsonCursor::parse(json, file_name));
    std::vector<GeoPlace> places;
    TRY([[maybe_unused]] const auto done, GeoReader{places}.read(root));
    return places;
}

bool is_inside(const GeoPlace& area, GeoPoint p) {
    bool is_in = false;
    for (const GeoRing& ring : area.rings) {
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            const bool crosses = (ring[i].lat > p.lat) != (ring[j].lat > p.lat);
            if (crosses && p.lon < (ring[j].lon - ring[i].lon) * (p.lat - ring[i].lat) / (ring[j].lat - ring[i].lat) + ring[i].lon) is_in = !is_in;
        }
    }
    return is_in;
}

}  // namespace problemator
