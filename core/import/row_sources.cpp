#include "core/import/row_sources.hpp"

#include "core/base/text.hpp"

namespace problemator {
namespace {

constexpr std::size_t kMostCells = std::size_t{1} << 17, kMostBytes = std::size_t{1} << 24;   // kept at once, beyond the rows of a header
constexpr std::size_t kFewRows = 20;

}  // namespace

RewoundRows::RewoundRows(RowSource& rows, std::size_t head_rows) : rows_{rows} {
    TableRow row;
    std::size_t cells = 0, bytes = 0;
    const auto is_enough = [&] { return kept_.size() >= head_rows || (kept_.size() >= kFewRows && (cells > kMostCells || bytes > kMostBytes)); };
    while (!is_enough() && rows_.next(row)) {
        if (row.is_blank() && !row.fault) continue;
        KeptRow& kept = kept_.emplace_back(KeptRow{row.number, row.fault, {}});
        HeadRow& head = head_.emplace_back(HeadRow{row.number, {}});
        if (row.fault) continue;
        for (const RowCell& cell : row.cells) {
            ++cells;
            bytes += cell.raw.size();
            kept.cells.push_back({std::string{cell.raw}, cell.kind, cell.has_doubled_quotes});
            head.cells.emplace_back(trim(cell.raw));
        }
    }
}

bool RewoundRows::next(TableRow& row) {
    if (given_ == kept_.size()) return rows_.next(row);
    const KeptRow& kept = kept_[given_++];
    row.number = kept.number;
    row.fault = kept.fault;
    row.raw = {};
    row.has_stray_quote = false;
    row.cells.clear();
    for (const KeptCell& cell : kept.cells) row.cells.push_back({cell.text, cell.has_doubled_quotes, cell.kind});
    return true;
}

}  // namespace problemator
