// show_tables: every table of a file as text, for tests of readers. Numbers are shown as #1.5, yes/no as ?1, dates as @2026-11-09,
// durations as ~26:33:00; a fault as !bad_json; the reason why reading ended as the last row.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "core/import/formats.hpp"

namespace problemator {

using TextRow = std::vector<std::string>;
struct ShownTable { std::string sheet; FileFormat format{}; bool is_hidden = false; std::vector<TextRow> rows; std::vector<std::uint32_t> numbers; std::vector<Error> warnings; std::optional<Error> failure; };
struct ShownFile { std::vector<ShownTable> parts; std::optional<Error> error; };

/// Hides view(), as a File of the browser does.
class SlicedBytes final : public ByteSource {
public:
    explicit SlicedBytes(std::string bytes) : bytes_{std::move(bytes)} {}
    std::uint64_t size() const override { return bytes_.size(); }
    Result<std::size_t> read(std::uint64_t offset, std::span<char> out) const override { return BorrowedBytes{bytes_}.read(offset, out); }

private:
    std::string bytes_;
};

inline std::string shown(const RowCell& cell) {
    static constexpr const char* kMarks[] = {"", "#", "@", "~", "?"};
    return kMarks[static_cast<std::size_t>(cell.kind)] + std::string{cell.raw};
}

inline ShownFile show_tables(std::shared_ptr<const ByteSource> source, std::string name, PartLimits limits = {}) {
    ShownFile file;
    file.error = open_parts({std::move(source), std::move(name), limits}, [&](TablePart&& part) {
        ShownTable& out = file.parts.emplace_back();
        out.sheet = part.sheet;
        out.format = part.format;
        out.is_hidden = part.is_hidden;
        out.failure = part.failure;
        if (!part.rows) return true;
        for (TableRow row; part.rows->next(row);) {
            out.numbers.push_back(row.number);
            TextRow& cells = out.rows.emplace_back();
            if (row.fault) { cells.push_back("!" + std::string{fault_id(*row.fault)}); continue; }
            for (const RowCell& cell : row.cells) cells.push_back(shown(cell));
        }
        out.warnings.assign(part.rows->warnings().begin(), part.rows->warnings().end());
        if (part.rows->failure()) out.failure = part.rows->failure();
        return true;
    });
    return file;
}

inline ShownFile show_tables(std::string bytes, std::string name) { return show_tables(std::make_shared<OwnedBytes>(std::move(bytes)), std::move(name)); }

}  // namespace problemator
