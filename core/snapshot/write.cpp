// Writing: one section per column, in a fixed order, so that the same table gives the same bytes.
#include <nlohmann/json.hpp>

#include "core/base/hash.hpp"
#include "core/snapshot/ground.hpp"
#include "core/snapshot/packed.hpp"
#include "core/snapshot/quality.hpp"
#include "core/snapshot/registers.hpp"
#include "core/snapshot/snapshot.hpp"

namespace problemator {
namespace {

using layout::Section;
using Values = std::vector<std::int64_t>;

std::string info_json(const SnapshotInfo& info) {
    nlohmann::json inputs = nlohmann::json::array();
    for (const auto& input : info.inputs) {
        inputs.push_back({{"name", input.name}, {"channel", input.channel}, {"sha256", input.sha256}, {"rows_read", input.rows_read},
                          {"rows_kept", input.rows_kept}, {"rows_rejected", input.rows_rejected}, {"rows_duplicate", input.rows_duplicate}});
    }
    nlohmann::json all = {{"profile_json", info.profile_json}, {"profile_id", info.profile_id}, {"week", info.week},
                                {"as_of", info.as_of}, {"built_by", info.built_by}, {"is_published", info.is_published},
                                {"inputs", inputs}};
    if (info.plane) all["points"] = {{"lat", info.plane->lat}, {"lon", info.plane->lon}, {"cell_m", info.cell_m}};   // without points the bytes are those of older programs
    return all.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Section names_section(const Table& table, Dimension d) {
    const Dictionary& names = table.dictionary(d);
    Section section{"names." + std::string{dimension_id(d)}, {}};
    layout::put(section.bytes, static_cast<std::uint32_t>(names.size() - 1));   // without code 0
    for (std::size_t code = 1; code < names.size(); ++code) {
        const auto name = names.name(static_cast<Code>(code)), id = names.id(static_cast<Code>(code));
        layout::put(section.bytes, static_cast<std::uint32_t>(name.size()));
        layout::put(section.bytes, static_cast<std::uint32_t>(id.size()));
        section.bytes.insert(section.bytes.end(), name.begin(), name.end());
        section.bytes.insert(section.bytes.end(), id.begin(), id.end());
    }
    return section;
}

Section packed_section(std::string name, const Values& values) {
    Section section{std::move(name), {}};
    layout::pack(section.bytes, values);
    return section;
}

template <class T>
Section column_section(std::string name, const std::vector<T>& column) {
    return packed_section(std::move(name), Values(column.begin(), column.end()));
}

/// First time, then the steps from row to row.
Section received_section(const Table& table) {
    Section section{"received", {}};
    Values steps(table.rows(), 0);
    for (std::size_t row = 1; row < table.rows(); ++row) steps[row] = table.received[row] - table.received[row - 1];
    layout::put(section.bytes, static_cast<std::uint64_t>(table.rows() == 0 ? 0 : table.received.front()));
    layout::pack(section.bytes, steps);
    return section;
}

/// Minutes since the receipt of the row: these differ less than the times themselves.
Section since_receipt_section(std::string name, const Table& table, const std::vector<Minute>& times) {
    Values waits(table.rows(), layout::kNone);
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (times[row] != kNoTime) waits[row] = std::int64_t{times[row]} - table.received[row];
    }
    return packed_section(std::move(name), waits);
}

Section strings_section(std::string name, const StringColumn& strings) {
    Values lengths(strings.size());
    for (std::size_t row = 0; row < lengths.size(); ++row) lengths[row] = static_cast<std::int64_t>(strings[row].size());
    Section section = packed_section(std::move(name), lengths);
    section.bytes.reserve(section.bytes.size() + static_cast<std::size_t>(strings.text_bytes()));
    for (std::size_t row = 0; row < strings.size(); ++row) section.bytes.insert(section.bytes.end(), strings[row].begin(), strings[row].end());
    return section;
}

Section place_section(std::string name, const std::vector<std::int32_t>& degrees) {
    return degrees.empty() ? Section{std::move(name), {}} : column_section(std::move(name), degrees);
}

Section marks_section(const Table& table) {
    Values marks(table.rows());
    for (std::size_t row = 0; row < table.rows(); ++row) marks[row] = table.marks[row] & kSourceMarks;
    return packed_section("marks", marks);
}

}  // namespace

std::vector<std::uint8_t> write_snapshot(const Snapshot& snapshot) {
    const Table& table = snapshot.table;
    const std::string info = info_json(snapshot.info);
    std::vector<Section> sections;
    sections.push_back({"info", {info.begin(), info.end()}});
    const auto is_kept = [&](Dimension d) { return d != Dimension::Street || table.dictionary(d).size() > 1; };   // without streets the bytes are those of older programs
    for (const auto d : kAllDimensions)
        if (is_kept(d)) sections.push_back(names_section(table, d));
    for (const auto d : kAllDimensions)
        if (is_kept(d)) sections.push_back(column_section("codes." + std::string{dimension_id(d)}, table.column(d)));
    sections.push_back(received_section(table));
    sections.push_back(since_receipt_section("due", table, table.due));
    sections.push_back(since_receipt_section("answered", table, table.answered));
    sections.push_back(since_receipt_section("closed", table, table.closed));
    sections.push_back(marks_section(table));
    sections.push_back(column_section("rating", table.rating));
    sections.push_back(place_section("lat", table.lat_e6));
    sections.push_back(place_section("lon", table.lon_e6));
    sections.push_back(strings_section("id", table.id));
    sections.push_back(strings_section("text", table.text));
    sections.push_back(column_section("source_row", table.source_row));
    sections.push_back(column_section("source_file", table.source_file));
    if (!table.author.empty() && !snapshot.info.is_published) sections.push_back(column_section("author", table.author));
    if (!snapshot.registers.empty()) {   // an optional section: without registers the bytes are those of older programs
        const std::string registers = registers_json(snapshot.registers);
        sections.push_back({"registers", {registers.begin(), registers.end()}});
    }
    if (snapshot.quality) {
        const std::string quality = quality_json(*snapshot.quality);
        sections.push_back({"quality", {quality.begin(), quality.end()}});
    }
    if (snapshot.map) sections.push_back({"map", ground_bytes(*snapshot.map)});
    return layout::assemble(kSnapshotVersion, static_cast<std::uint32_t>(table.rows()), sections);
}

std::string snapshot_checksum(std::span<const std::uint8_t> bytes) {
    const std::string hex = sha256_hex(bytes);
    return hex.substr(0, 4) + " " + hex.substr(4, 4) + " " + hex.substr(8, 4) + " " + hex.substr(12, 4);
}

std::vector<SectionReport> inspect_snapshot(std::span<const std::uint8_t> bytes) {
    const auto directory = layout::read_directory(bytes, kSnapshotVersion, "");
    std::vector<SectionReport> reports;
    if (!directory) return reports;
    for (const auto& entry : directory->entries) {
        reports.push_back({entry.name, entry.offset, entry.size, entry.checksum, layout::is_intact(bytes, entry)});
    }
    return reports;
}

}  // namespace problemator
