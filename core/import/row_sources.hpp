// Row sources that are no formats: the rows of a CSV text, and rows that were looked at and are given again.
#pragma once
#include <string>
#include <vector>

#include "core/import/csv.hpp"
#include "core/import/header_search.hpp"

namespace problemator {

class CsvRows final : public RowSource {
public:
    /// `body`: bytes of the file before `text`. Views live as long as `text`.
    CsvRows(std::string_view text, std::size_t body, char delimiter, CsvLimits limits) : scanner_{text, delimiter, limits}, body_{body} {}
    bool next(TableRow& row) override { return scanner_.next(row); }
    std::uint64_t position() const override { return body_ + scanner_.position(); }

private:
    CsvScanner scanner_;
    std::size_t body_;
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
