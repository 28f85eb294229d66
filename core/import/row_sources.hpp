// Row sources that are no formats: the rows of a CSV text, and rows that were looked at and are given again.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "core/import/byte_source.hpp"
#include "core/import/csv.hpp"
#include "core/import/encoding.hpp"
#include "core/import/header_search.hpp"

namespace problemator {

/// A CSV file window by window: nothing of it is held but the rows at hand, and where windows end changes nothing.
class CsvRows final : public RowSource {
public:
    /// `body`: where the table begins. `encoding` learns that it is damaged as soon as a window is read that is not UTF-8.
    CsvRows(const ByteSource& source, std::uint64_t body, char delimiter, CsvLimits limits, Encoding& encoding, std::size_t slice_bytes);
    bool next(TableRow& row) override;
    std::uint64_t position() const override { return window_at_ + scanner_.position(); }
    std::optional<Error> failure() const override { return failure_; }

private:
    bool move_on();
    Result<std::string_view> read_window(std::uint64_t from, std::size_t kept, std::size_t size);

    const ByteSource& source_;
    Encoding& encoding_;
    std::size_t slice_bytes_;
    std::uint64_t window_at_;
    std::string_view window_;
    std::unique_ptr<char[]> buffer_;              // the window, where the source has no view
    std::size_t room_ = 0;                        // bytes of it
    bool is_last_ = false, has_zero_ = false;
    std::optional<Error> failure_;
    CsvScanner scanner_;
};

/// The first rows of a table are kept while its header is looked for; next() then begins with them.
class RewoundRows final : public RowSource {
public:
    RewoundRows(RowSource& rows, std::size_t head_rows);
    const std::vector<HeadRow>& head() const { return head_; }
    bool has_rows() const { return !kept_.empty(); }
    bool next(TableRow& row) override;
    std::optional<Error> failure() const override { return rows_.failure(); }
    std::uint64_t position() const override { return rows_.position(); }
    DateSystem date_system() const override { return rows_.date_system(); }

private:
    struct KeptCell { std::string text; CellKind kind; bool has_doubled_quotes; };
    struct KeptRow { std::uint32_t number; std::optional<Fault> fault; std::vector<KeptCell> cells; };

    RowSource& rows_;
    std::vector<KeptRow> kept_;
    std::vector<HeadRow> head_;
    std::size_t given_ = 0;
};

}  // namespace problemator
