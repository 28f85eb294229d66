// HtmlRows: the rows of one table of a page, from the place behind its opening tag.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/import/encoding.hpp"
#include "core/import/formats.hpp"
#include "core/import/html_tokens.hpp"

namespace problemator {

/// A page and how its bytes are read.
struct HtmlPage {
    std::shared_ptr<const ByteSource> held;
    std::string_view text;
    Encoding encoding;
};

class HtmlRows final : public RowSource {
public:
    HtmlRows(std::shared_ptr<const HtmlPage> page, std::size_t begin, const PartLimits& limits);
    bool next(TableRow& row) override;
    std::optional<Error> failure() const override { return failure_; }
    std::uint64_t position() const override { return tokens_.position(); }

private:
    struct Piece { std::size_t begin = 0, size = 0; CellKind kind = CellKind::Text; };
    /// A cell over several rows: keeps its columns, and in the first rows its text.
    struct Span { std::size_t column = 0, columns = 0; std::uint32_t rows = 0; std::string text; CellKind kind = CellKind::Text; };

    void take(const HtmlToken& token);
    void open_tag(const HtmlToken& token);
    void close_tag(const HtmlToken& token);
    void append_text(const HtmlToken& token);
    void append_line_end();
    void open_cell(const HtmlToken& token);
    void close_cell();
    void begin_row(const std::string& attributes);
    void end_row();
    void place_spans();
    CellKind read_value(std::string& text);
    CellKind read_typed(std::string& text);

    std::shared_ptr<const HtmlPage> page_;
    PartLimits limits_;
    std::size_t max_columns_;
    HtmlTokens tokens_;
    std::uint32_t number_ = 0, depth_ = 0, comment_depth_ = 0;   // depth_: tables inside this one
    bool in_row_ = false, in_cell_ = false, is_row_ready_ = false, is_over_ = false, is_wide_ = false, is_long_ = false;
    std::optional<std::string> waiting_row_;                      // attributes of a <tr> that ended the row before it
    std::string cell_, scratch_;
    std::string attributes_, data_attributes_;                    // of the cell being read
    std::string text_;                                            // of the row's cells
    std::vector<Piece> pieces_;
    std::vector<bool> taken_;                                     // columns of the row
    std::vector<Span> spans_;
    std::size_t column_ = 0;                                      // where the next cell may stand
    std::optional<Error> failure_;
};

}  // namespace problemator
