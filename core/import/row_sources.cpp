#include "core/import/row_sources.hpp"

#include "core/base/text.hpp"

namespace problemator {

RewoundRows::RewoundRows(RowSource& rows, std::size_t head_rows) : rows_{rows} {
    TableRow row;
    while (kept_.size() < head_rows && rows_.next(row)) {
        if (row.is_blank() && !row.fault) continue;
        KeptRow& kept = kept_.emplace_back(KeptRow{row.number, row.fault, {}});
        HeadRow& head = head_.emplace_back(HeadRow{row.number, {}});
        if (row.fault) continue;
        for (const RowCell& cell : row.cells) {
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
