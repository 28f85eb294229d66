#include "core/snapshot/ground.hpp"

#include <string_view>

#include "core/base/text.hpp"

namespace problemator {
namespace {

constexpr std::int64_t kMaxLat = 9'000'000, kMaxLon = 18'000'000;

using Out = std::vector<std::uint8_t>;

void put_number(Out& out, std::uint64_t value) {         // seven bits a byte, the lowest first
    for (; value >= 0x80; value >>= 7) out.push_back(static_cast<std::uint8_t>(value | 0x80));
    out.push_back(static_cast<std::uint8_t>(value));
}

void put_step(Out& out, std::int64_t step) { put_number(out, step < 0 ? static_cast<std::uint64_t>(-step) * 2 - 1 : static_cast<std::uint64_t>(step) * 2); }

void put_text(Out& out, std::string_view text) {
    put_number(out, text.size());
    out.insert(out.end(), text.begin(), text.end());
}

class GroundReader {
public:
    explicit GroundReader(std::span<const std::uint8_t> bytes) : bytes_{bytes} {}

    std::optional<DistrictMap> read() {
        DistrictMap map;
        const auto schematic = number(1), shapes = (map.source = text(), number(kMaxMapShapes));
        map.is_schematic = schematic == 1;
        for (std::uint64_t i = 0; i < shapes && is_good_; ++i) map.shapes.push_back(shape());
        if (!is_good_ || at_ != bytes_.size()) return std::nullopt;
        return map;
    }

private:
    /// At most `most`; every thing that is counted takes a byte at least, so a count beyond the rest is refused before anything grows.
    std::uint64_t number(std::uint64_t most) {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 63; shift += 7) {
            if (at_ == bytes_.size()) break;
            const std::uint8_t byte = bytes_[at_++];
            value |= std::uint64_t{byte & 0x7Fu} << shift;
            if (byte < 0x80) {
                if (value <= most) return value;
                break;
            }
        }
        is_good_ = false;
        return 0;
    }
    std::size_t count() { return static_cast<std::size_t>(number(bytes_.size() - at_)); }

    std::int64_t step() {
        const std::uint64_t value = number(std::uint64_t{1} << 40);
        return value % 2 == 0 ? static_cast<std::int64_t>(value / 2) : -static_cast<std::int64_t>(value / 2) - 1;
    }

    std::string text() {
        const std::size_t size = count();
        if (!is_good_ || size > bytes_.size() - at_) return is_good_ = false, std::string{};
        std::string out(reinterpret_cast<const char*>(bytes_.data()) + at_, size);
        at_ += size;
        is_good_ = is_good_ && first_bad_utf8(out) == std::string::npos;
        return out;
    }

    MapShape shape() {
        MapShape out{static_cast<MapKind>(number(kMapKinds - 1)), text(), {}};
        const std::size_t lines = count();
        for (std::size_t i = 0; i < lines && is_good_; ++i) out.lines.push_back(line(is_area(out.kind) ? 3 : 2));
        return out;
    }

    MapLine line(std::size_t least) {
        const std::size_t vertices = count();
        is_good_ = is_good_ && vertices >= least && vertices <= kMaxMapVertices;
        MapLine out;
        std::int64_t lat = 0, lon = 0;
        for (std::size_t i = 0; i < vertices && is_good_; ++i) {
            lat += step(), lon += step();
            is_good_ = is_good_ && lat >= -kMaxLat && lat <= kMaxLat && lon >= -kMaxLon && lon <= kMaxLon;
            if (is_good_) out.push_back({static_cast<std::int32_t>(lat), static_cast<std::int32_t>(lon)});
        }
        return out;
    }

    std::span<const std::uint8_t> bytes_;
    std::size_t at_ = 0;
    bool is_good_ = true;
};

}  // namespace

std::vector<std::uint8_t> ground_bytes(const DistrictMap& map) {
    Out out;
    put_number(out, map.is_schematic ? 1 : 0);
    put_text(out, map.source);
    put_number(out, map.shapes.size());
    for (const MapShape& shape : map.shapes) {
        put_number(out, static_cast<std::uint64_t>(shape.kind));
        put_text(out, shape.territory);
        put_number(out, shape.lines.size());
        for (const MapLine& line : shape.lines) {
            put_number(out, line.size());
            MapVertex before;
            for (const MapVertex v : line) {
                put_step(out, std::int64_t{v.lat_e5} - before.lat_e5);
                put_step(out, std::int64_t{v.lon_e5} - before.lon_e5);
                before = v;
            }
        }
    }
    return out;
}

std::optional<DistrictMap> read_ground(std::span<const std::uint8_t> bytes) { return GroundReader{bytes}.read(); }

}  // namespace problemator
