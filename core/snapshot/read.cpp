// Reading: nothing is used before its bounds, its checksum and its values have been checked; an error names the section.
#include <algorithm>

#include "core/base/json.hpp"
#include "core/base/text.hpp"
#include "core/snapshot/ground.hpp"
#include "core/snapshot/packed.hpp"
#include "core/snapshot/quality.hpp"
#include "core/snapshot/registers.hpp"
#include "core/snapshot/snapshot.hpp"

namespace problemator {
namespace {

using layout::Bytes;
using Values = std::vector<std::int64_t>;

constexpr std::int64_t kMaxDegrees = 180'000'000;
constexpr Week kFirstWeek = week_from_minute(kFirstTime), kLastWeek = week_from_minute(kLastTime - 1);

std::string_view as_text(Bytes bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

class Reader {
public:
    Reader(Bytes bytes, layout::Directory directory, std::string_view file_name)
        : bytes_{bytes}, directory_{std::move(directory)}, file_name_{file_name} {}

    Result<Snapshot> read() {
        for (const auto& entry : directory_.entries) {
            if (!layout::is_intact(bytes_, entry)) return error(Fault::BadChecksum, entry.name);
        }
        Snapshot snapshot;
        TRY(snapshot.info, in_section("info", read_info()));
        TRY(const Bytes ids, section("id"));
        if (rows() > ids.size()) return bad("id");   // every id has a byte: this bounds what is allocated for the rows
        Table& table = snapshot.table;
        for (const auto d : kAllDimensions) {
            if (d == Dimension::Street && !has_section("names.street")) {   // no message has one, or the file is of an older program
                table.codes[index(d)].assign(rows(), kNotGiven);
                continue;
            }
            TRY(table.names[index(d)], read_names("names." + std::string{dimension_id(d)}));
            const auto last = static_cast<std::int64_t>(table.names[index(d)].size()) - 1;
            TRY(table.codes[index(d)], read_column<Code>("codes." + std::string{dimension_id(d)}, 0, last));
        }
        TRY(table.received, read_received(snapshot.info.as_of));
        TRY(table.due, read_since_receipt("due", table.received));
        TRY(table.answered, read_since_receipt("answered", table.received));
        TRY(table.closed, read_since_receipt("closed", table.received));
        TRY(table.marks, read_column<Marks>("marks", 0, kSourceMarks));
        TRY(table.rating, read_column<std::uint8_t>("rating", 0, 5));
        TRY(table.lat_e6, read_place("lat", kMaxDegrees / 2));
        TRY(table.lon_e6, read_place("lon", kMaxDegrees));
        if (!marks_agree(table)) return bad("marks");
        TRY(table.id, read_strings("id", 1));
        TRY(table.text, read_strings("text", 0));
        TRY(table.source_row, read_column<std::uint32_t>("source_row", 0, UINT32_MAX));
        const auto last_file = std::max<std::int64_t>(static_cast<std::int64_t>(snapshot.info.inputs.size()) - 1, 0);
        TRY(table.source_file, read_column<std::uint16_t>("source_file", 0, std::min<std::int64_t>(last_file, UINT16_MAX)));
        if (has_section("author")) {
            if (snapshot.info.is_published) return bad("author");
            TRY(table.author, read_column<std::uint32_t>("author", 0, static_cast<std::int64_t>(rows())));
        }
        if (has_section("registers")) {
            TRY(const Bytes registers, section("registers"));
            TRY(snapshot.registers, in_section("registers", read_registers(as_text(registers), file_name_)));
        }
        if (has_section("quality")) {
            TRY(const Bytes quality, section("quality"));
            TRY(snapshot.quality, in_section("quality", read_quality(as_text(quality), file_name_)));
        }
        if (has_section("map")) {
            TRY(const Bytes ground, section("map"));
            auto map = read_ground(ground);
            if (!map) return bad("map");
            snapshot.map = std::make_shared<const DistrictMap>(*std::move(map));
        }
        derive(table, snapshot.info.as_of);
        return snapshot;
    }

private:
    std::size_t rows() const { return directory_.rows; }
    Error error(Fault fault, std::string_view name) const { return {fault, {std::string{file_name_}, 0, std::string{name}}, std::string{name}, ""}; }
    Error bad(std::string_view name) const { return error(Fault::BadSnapshot, name); }

    bool has_section(std::string_view name) const {
        return std::any_of(directory_.entries.begin(), directory_.entries.end(), [name](const auto& e) { return e.name == name; });
    }
    Result<Bytes> section(std::string_view name) const {
        const auto& entries = directory_.entries;
        const auto entry = std::find_if(entries.begin(), entries.end(), [name](const auto& e) { return e.name == name; });
        if (entry == entries.end()) return error(Fault::MissingKey, name);
        return bytes_.subspan(static_cast<std::size_t>(entry->offset), static_cast<std::size_t>(entry->size));
    }

    /// An error about a JSON path is placed inside its section: "info.inputs[2].name".
    template <class T>
    static Result<T> in_section(std::string_view name, Result<T> read) {
        if (read) return read;
        Error error = read.error();
        if (error.place.column != name) error.place.column = std::string{name} + (error.place.column.empty() ? "" : "." + error.place.column);
        return error;
    }

    Result<Values> read_values(std::string_view name, Bytes bytes, std::int64_t low, std::int64_t high) const {
        if (layout::packed_size(bytes, rows()) != bytes.size()) return bad(name);
        auto values = layout::unpack(bytes, rows(), low, high);
        if (!values) return bad(name);
        return *std::move(values);
    }

    template <class T>
    Result<std::vector<T>> read_column(std::string_view name, std::int64_t low, std::int64_t high) const {
        TRY(const Bytes bytes, section(name));
        TRY(const Values values, read_values(name, bytes, low, high));
        std::vector<T> column(values.size());
        for (std::size_t row = 0; row < values.size(); ++row) {
            if (values[row] == layout::kNone) return bad(name);
            column[row] = static_cast<T>(values[row]);
        }
        return column;
    }

    Result<Dictionary> read_names(const std::string& name) const {
        TRY(const Bytes bytes, section(name));
        if (bytes.size() < 4) return bad(name);
        const auto count = layout::get<std::uint32_t>(bytes, 0);
        Dictionary names;
        std::size_t at = 4;
        for (std::uint32_t i = 0; i < count; ++i) {
            if (bytes.size() - at < 8) return bad(name);
            const std::size_t name_size = layout::get<std::uint32_t>(bytes, at), id_size = layout::get<std::uint32_t>(bytes, at + 4);
            at += 8;
            if (name_size > bytes.size() - at || id_size > bytes.size() - at - name_size) return bad(name);
            const auto text = as_text(bytes.subspan(at, name_size)), id = as_text(bytes.subspan(at + name_size, id_size));
            if (first_bad_utf8(text) != text.npos || first_bad_utf8(id) != id.npos || !names.append(text, id)) return bad(name);
            at += name_size + id_size;
        }
        if (at != bytes.size()) return bad(name);
        return names;
    }

    Result<std::vector<Minute>> read_received(Minute as_of) const {
        TRY(const Bytes bytes, section("received"));
        if (bytes.size() < 8) return bad("received");
        TRY(const Values steps, read_values("received", bytes.subspan(8), 0, kLastTime - kFirstTime));
        auto time = static_cast<std::int64_t>(layout::get<std::uint64_t>(bytes, 0));
        std::vector<Minute> received(rows());
        for (std::size_t row = 0; row < rows(); ++row) {
            if (steps[row] == layout::kNone || time < kFirstTime || time >= as_of) return bad("received");
            time += steps[row];
            if (time >= as_of) return bad("received");
            received[row] = static_cast<Minute>(time);
        }
        return received;
    }

    Result<std::vector<Minute>> read_since_receipt(std::string_view name, const std::vector<Minute>& received) const {
        TRY(const Bytes bytes, section(name));
        TRY(const Values waits, read_values(name, bytes, kFirstTime - kLastTime, kLastTime - kFirstTime));
        std::vector<Minute> times(rows(), kNoTime);
        for (std::size_t row = 0; row < rows(); ++row) {
            if (waits[row] == layout::kNone) continue;
            const std::int64_t time = received[row] + waits[row];
            if (time < kFirstTime || time >= kLastTime) return bad(name);
            times[row] = static_cast<Minute>(time);
        }
        return times;
    }

    /// An empty section is a column that is not there (published snapshots have no points).
    Result<std::vector<std::int32_t>> read_place(std::string_view name, std::int64_t limit) const {
        TRY(const Bytes bytes, section(name));
        if (bytes.empty()) return std::vector<std::int32_t>{};
        return read_column<std::int32_t>(name, -limit, limit);
    }

    bool marks_agree(const Table& table) const {
        if (table.lat_e6.size() != table.lon_e6.size()) return false;
        const bool has_points = !table.lat_e6.empty();
        return std::all_of(table.marks.begin(), table.marks.end(), [has_points](Marks marks) {
            return (marks & ~kSourceMarks) == 0 && (has_points || !has(marks, Mark::HasPlace));
        });
    }

    Result<StringColumn> read_strings(std::string_view name, std::int64_t least_length) const {
        TRY(const Bytes bytes, section(name));
        const auto lengths_size = layout::packed_size(bytes, rows());
        if (!lengths_size) return bad(name);
        TRY(const Values lengths, read_values(name, bytes.first(*lengths_size), least_length, UINT32_MAX));
        const std::string_view text = as_text(bytes.subspan(*lengths_size));
        StringColumn strings;
        strings.reserve(rows());
        std::uint64_t end = 0;
        for (const auto length : lengths) {
            if (length == layout::kNone || static_cast<std::uint64_t>(length) > text.size() - end) return bad(name);
            end += static_cast<std::uint64_t>(length);
            const auto next = static_cast<std::size_t>(end);
            const bool splits_a_character = next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0) == 0x80;
            if (splits_a_character || end > UINT32_MAX) return bad(name);
            strings.push(text.substr(next - static_cast<std::size_t>(length), static_cast<std::size_t>(length)));
        }
        if (end != text.size() || first_bad_utf8(text) != text.npos) return bad(name);
        return strings;
    }

    Result<SnapshotInfo> read_info() const {
        TRY(const Bytes bytes, section("info"));
        TRY(const JsonCursor json, JsonCursor::parse(as_text(bytes), file_name_));
        SnapshotInfo info;
        TRY(info.profile_json, string_at(json, "profile_json"));
        TRY(info.profile_id, string_at(json, "profile_id"));
        TRY(info.week, integer_at(json, "week"));
        TRY(info.as_of, integer_at(json, "as_of"));
        TRY(info.built_by, string_at(json, "built_by"));
        TRY(const JsonCursor is_published, json.at("is_published"));
        TRY(info.is_published, is_published.boolean());
        TRY(const JsonCursor inputs, json.at("inputs"));
        TRY(const std::vector<JsonCursor> items, inputs.items());
        for (const auto& item : items) {
            TRY(InputFile input, read_input(item));
            info.inputs.push_back(std::move(input));
        }
        if (const auto points = json.find("points")) {
            TRY(info.plane, read_plane(*points));
            TRY(info.cell_m, count_at(*points, "cell_m"));
            if (info.cell_m != 0 && (info.cell_m < kMinCellMetres || info.cell_m > kMaxCellMetres)) return bad("info");
        }
        if (info.week < kFirstWeek || info.week > kLastWeek || !is_table_time(info.as_of)) return bad("info");
        return info;
    }

    static Result<std::optional<GridPlane>> read_plane(const JsonCursor& json) {
        GridPlane plane;
        TRY(plane.lat, integer_at(json, "lat"));
        TRY(plane.lon, integer_at(json, "lon"));
        if (plane.lat < -90 || plane.lat > 90 || plane.lon < -180 || plane.lon > 180) return json.error(Fault::OutOfRange, std::to_string(plane.lat) + " " + std::to_string(plane.lon), "lat −90…90, lon −180…180");
        return std::optional{plane};
    }
    static Result<InputFile> read_input(const JsonCursor& json) {
        InputFile input;
        TRY(input.name, string_at(json, "name"));
        TRY(input.channel, string_at(json, "channel"));
        TRY(input.sha256, string_at(json, "sha256"));
        TRY(input.rows_read, count_at(json, "rows_read"));
        TRY(input.rows_kept, count_at(json, "rows_kept"));
        TRY(input.rows_rejected, count_at(json, "rows_rejected"));
        TRY(input.rows_duplicate, count_at(json, "rows_duplicate"));
        return input;
    }

    static Result<std::string> string_at(const JsonCursor& json, std::string_view key) {
        TRY(const JsonCursor value, json.at(key));
        return value.string();
    }
    static Result<int> integer_at(const JsonCursor& json, std::string_view key) {
        TRY(const JsonCursor value, json.at(key));
        return value.integer();
    }
    static Result<std::uint32_t> count_at(const JsonCursor& json, std::string_view key) {
        TRY(const int value, integer_at(json, key));
        if (value < 0) return json.error(Fault::OutOfRange, std::to_string(value), ">= 0");
        return static_cast<std::uint32_t>(value);
    }

    Bytes bytes_;
    layout::Directory directory_;
    std::string_view file_name_;
};

}  // namespace

Result<Snapshot> read_snapshot(std::span<const std::uint8_t> bytes, std::string_view file_name) {
    TRY(auto directory, layout::read_directory(bytes, kSnapshotVersion, file_name));
    return Reader{bytes, std::move(directory), file_name}.read();
}

}  // namespace problemator
