#include "core/clean/map_geojson.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>

#include "core/base/embedded.hpp"
#include "core/base/json.hpp"
#include "core/base/text.hpp"
#include "core/clean/geo_places.hpp"
#include "core/clean/map_simplify.hpp"
#include "core/clean/settlements.hpp"

namespace problemator {

std::span<const EmbeddedFile> embedded_maps();             // data/municipalities/*.geojson; written by cmake/embed.py

namespace {

using Json = nlohmann::json;

constexpr std::size_t kToldNames = 10, kPiece = 80;

struct KindWord { std::string_view word; MapKind kind; };
constexpr KindWord kKinds[] = {{"district", MapKind::District}, {"район", MapKind::District},     {"округ", MapKind::District},        {"граница", MapKind::District},
                               {"territory", MapKind::Territory}, {"территория", MapKind::Territory}, {"поселение", MapKind::Territory}, {"water", MapKind::Water},
                               {"вода", MapKind::Water},        {"озеро", MapKind::Water},        {"river", MapKind::River},           {"река", MapKind::River},
                               {"road", MapKind::Road},         {"дорога", MapKind::Road}};
constexpr std::string_view kKindKeys[] = {"kind", "вид"};
constexpr std::string_view kNameKeys[] = {"territory", "территория", "поселение", "name", "name:ru", "название", "наименование"};

std::string text_of(const Json& properties, std::string_view key) {
    for (const auto& [name, value] : properties.items())
        if (value.is_string() && fold(name) == key) return value.get<std::string>();
    return {};
}

class MapReader {
public:
    MapReader(const Profile& profile, MapReport& report) : profile_{profile}, settlements_{profile}, report_{report} {
        for (std::size_t i = 0; i < kMapKinds; ++i) shapes_.push_back({static_cast<MapKind>(i), {}, {}});
    }

    Result<Nothing> read(const JsonCursor& root) {
        TRY(const auto type_at, root.at("type"));
        TRY(const std::string type, type_at.string());
        if (type == "Feature") return read_feature(root);
        if (type != "FeatureCollection") return type_at.error(Fault::BadValue, type, "FeatureCollection");
        TRY(const auto list, root.at("features"));
        TRY(const auto features, list.items());
        for (const JsonCursor& feature : features) {
            TRY([[maybe_unused]] const auto done, read_feature(feature));
        }
        return Nothing{};
    }

    /// Areas first: lines lie on them.
    std::vector<MapShape> shapes() && {
        std::vector<MapShape> out;
        for (MapShape& shape : shapes_)
            if (!shape.lines.empty()) out.push_back(std::move(shape));
        std::stable_sort(out.begin(), out.end(), [](const MapShape& a, const MapShape& b) { return a.kind < b.kind; });
        return out;
    }

private:
    Result<Nothing> read_feature(const JsonCursor& feature) {
        TRY(const auto geometry, feature.at("geometry"));
        if (geometry.is_null()) return Nothing{};        // RFC 7946: a feature may be nowhere
        TRY(const auto type_at, geometry.at("type"));
        TRY(const std::string type, type_at.string());
        const auto properties = feature.find("properties");
        const Json none = Json::object();
        const Json& said = properties && properties->is_object() ? properties->raw() : none;
        const bool has_rings = type == "Polygon" || type == "MultiPolygon", has_lines = type == "LineString" || type == "MultiLineString";
        std::string name;
        const auto kind = has_rings || has_lines ? kind_of(said, has_rings, name) : std::nullopt;
        MapShape* const shape = kind && is_area(*kind) == has_rings ? shape_of(*kind, name) : nullptr;
        if (!shape) return ++report_.passed_over, Nothing{};
        TRY(const auto at, geometry.at("coordinates"));
        const bool is_many = type.starts_with("Multi");
        if (!at.is_array()) return at.error(Fault::WrongType, at.raw().dump().substr(0, kPiece), "[…]");
        if (type == "LineString") return read_line(at, at.raw(), 2, *shape);
        if (type == "MultiLineString" || !is_many) return read_lines(at, at.raw(), has_rings ? 4 : 2, *shape);
        for (const Json& polygon : at.raw()) {
            if (!polygon.is_array()) return at.error(Fault::WrongType, polygon.dump().substr(0, kPiece), "[[[lon, lat], …]]");
            TRY([[maybe_unused]] const auto done, read_lines(at, polygon, 4, *shape));
        }
        return Nothing{};
    }

    std::optional<MapKind> kind_of(const Json& said, bool has_rings, std::string& name) const {
        for (const std::string_view key : kNameKeys)
            if (name.empty()) name = text_of(said, key);
        for (const std::string_view key : kKindKeys) {
            const std::string word = fold(text_of(said, key));
            for (const KindWord& known : kKinds)
                if (word == known.word) return known.kind;
        }
        const bool is_water = text_of(said, "natural") == "water" || !text_of(said, "waterway").empty() || !text_of(said, "water").empty();
        if (!has_rings) {
            if (is_water) return MapKind::River;
            const bool is_road = !text_of(said, "highway").empty() || !text_of(said, "railway").empty();
            return is_road ? std::optional{MapKind::Road} : std::nullopt;
        }
        if (is_water) return MapKind::Water;
        if (settlements_.named(name)) return MapKind::Territory;
        for (const std::string* own : {&profile_.name.ru, &profile_.short_name.ru, &profile_.name.en})
            if (!own->empty() && fold(*own) == fold(name)) return MapKind::District;
        return std::nullopt;
    }

    /// Features of one kind, and of one territory, are one shape.
    MapShape* shape_of(MapKind kind, const std::string& name) {
        if (kind != MapKind::Territory) return &shapes_[static_cast<std::size_t>(kind)];
        const Territory* territory = settlements_.named(name);
        if (!territory) {
            if (report_.unknown_territories.size() < kToldNames) report_.unknown_territories.push_back(name);
            return nullptr;
        }
        const auto known = std::find_if(shapes_.begin(), shapes_.end(), [&](const MapShape& s) { return s.territory == territory->id; });
        if (known != shapes_.end()) return &*known;
        return &shapes_.emplace_back(MapShape{kind, territory->id, {}});
    }

    Result<Nothing> read_lines(const JsonCursor& at, const Json& lines, std::size_t least, MapShape& shape) {
        for (const Json& line : lines) {
            TRY([[maybe_unused]] const auto done, read_line(at, line, least, shape));
        }
        return Nothing{};
    }

    Result<Nothing> read_line(const JsonCursor& at, const Json& line, std::size_t least, MapShape& shape) {
        if (!line.is_array() || line.size() < least) return at.error(Fault::BadValue, line.dump().substr(0, kPiece), "≥ " + std::to_string(least) + " × [lon, lat]");
        report_.vertices_read += line.size();
        if (report_.vertices_read > kMaxGeoVertices) return at.error(Fault::TooLarge, std::to_string(report_.vertices_read), std::to_string(kMaxGeoVertices));
        MapLine out;
        out.reserve(line.size());
        for (const Json& item : line) {
            TRY(const MapVertex vertex, position(at, item));
            out.push_back(vertex);
        }
        ++report_.lines[static_cast<std::size_t>(shape.kind)];
        shape.lines.push_back(std::move(out));
        return Nothing{};
    }

    static Result<MapVertex> position(const JsonCursor& at, const Json& json) {
        const bool is_position = json.is_array() && json.size() >= 2 && json.size() <= 4 && json[0].is_number() && json[1].is_number();
        if (!is_position) return at.error(Fault::WrongType, json.dump().substr(0, kPiece), "[lon, lat]");
        const double lon = json[0].get<double>(), lat = json[1].get<double>();
        const bool is_on_earth = lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180;
        if (!is_on_earth) return at.error(Fault::OutOfRange, json.dump().substr(0, kPiece), "lon −180…180, lat −90…90");
        return MapVertex{static_cast<std::int32_t>(std::lround(lat * 1e5)), static_cast<std::int32_t>(std::lround(lon * 1e5))};
    }

    const Profile& profile_;
    Settlements settlements_;
    MapReport& report_;
    std::vector<MapShape> shapes_;
};

}  // namespace

Result<DistrictMap> read_district_map(std::string_view json, std::string_view file_name, const Profile& profile, MapReport* report) {
    const auto about = [&](Fault fault, std::string piece, std::string expected) { return Error{.fault = fault, .place = {.file = std::string{file_name}}, .piece = std::move(piece), .expected = std::move(expected)}; };
    if (json.size() > kMaxGeoBytes) return about(Fault::TooLarge, std::to_string(json.size()), std::to_string(kMaxGeoBytes));
    TRY(const auto root, JsonCursor::parse(json, file_name));
    MapReport own;
    MapReport& told = report ? *report : own;
    MapReader reader{profile, told};
    TRY([[maybe_unused]] const auto done, reader.read(root));
    DistrictMap map;
    map.shapes = std::move(reader).shapes();
    if (const auto schematic = root.find("schematic")) {
        TRY(map.is_schematic, schematic->boolean());
    }
    if (const auto source = root.find("source")) {
        TRY(map.source, source->string());
        map.source = shorten(map.source, 120);
    }
    simplify_map(map);
    told.vertices_kept = count_vertices(map);
    if (map.shapes.empty()) return about(Fault::NoRows, {}, "Polygon, LineString: \"kind\": \"district\", \"territory\", \"water\", \"river\", \"road\"");
    return map;
}

std::shared_ptr<const DistrictMap> builtin_map(const Profile& profile) {
    for (const EmbeddedFile& file : embedded_maps()) {
        if (file.name != profile.id + ".geojson") continue;
        auto map = read_district_map(file.text, file.name, profile);
        if (map) return std::make_shared<const DistrictMap>(*std::move(map));
    }
    return nullptr;
}

}  // namespace problemator
