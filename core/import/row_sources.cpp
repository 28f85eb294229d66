#include "core/import/row_sources.hpp"

#include <algorithm>
#include <cstring>
#include <span>

#include "core/base/text.hpp"
#include "core/base/text_scan.hpp"

namespace problemator {
namespace {

constexpr std::size_t kMostCells = std::size_t{1} << 17, kMostBytes = std::size_t{1} << 24;   // kept at once, beyond the rows of a header
constexpr std::size_t kFewRows = 20;

}  // namespace

CsvRows::CsvRows(const ByteSource& source, std::uint64_t body, char delimiter, CsvLimits limits, Encoding& encoding, std::size_t slice_bytes)
    : source_{source}, encoding_{encoding}, slice_bytes_{std::max<std::size_t>(slice_bytes, 1)}, window_at_{body}, scanner_{{}, delimiter, limits, Window::MoreFollows} {}

bool CsvRows::next(TableRow& row) {
    while (!scanner_.next(row))
        if (!move_on()) return false;
    if (has_zero_ && !row.fault && row.raw.find('\0') != std::string_view::npos) row.fault = Fault::NotText;
    return true;
}

/// The window begins at the row that did not end in it. It grows by as much as it holds, so that a long row is not looked at too often.
bool CsvRows::move_on() {
    if (is_last_) return false;
    const std::uint64_t from = window_at_ + scanner_.position();
    const std::size_t kept = window_.size() - scanner_.position();
    const auto text = read_window(from, kept, kept + std::max(kept, slice_bytes_));
    if (!text) {
        failure_ = text.error();
        is_last_ = true;
        return false;
    }
    window_at_ = from;
    window_ = *text;
    is_last_ = from + window_.size() >= source_.size() || window_.size() == kept;
    const TextScan scan = scan_text(window_, is_last_ ? PieceEnd::OfText : PieceEnd::Anywhere);
    has_zero_ = scan.has_zero;
    if (!scan.is_utf8 && !encoding_.page) encoding_.is_damaged = true;
    scanner_.move_on(window_, is_last_ ? Window::Last : Window::MoreFollows);
    return true;
}

Result<std::string_view> CsvRows::read_window(std::uint64_t from, std::size_t kept, std::size_t size) {
    if (const auto view = source_.view()) return view->substr(static_cast<std::size_t>(std::min<std::uint64_t>(from, view->size())), size);
    const char* const rest = window_.data() + (window_.size() - kept);
    if (size > room_) {
        std::unique_ptr<char[]> larger{new char[size]};   // not filled with zeros: the file fills it
        if (kept > 0) std::memcpy(larger.get(), rest, kept);
        buffer_ = std::move(larger);
        room_ = size;
    } else if (kept > 0) {
        std::memmove(buffer_.get(), rest, kept);
    }
    TRY(const std::size_t got, source_.read(from + kept, std::span{buffer_.get() + kept, size - kept}));
    return std::string_view{buffer_.get(), kept + got};
}

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
