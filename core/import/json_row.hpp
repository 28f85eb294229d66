// JsonRow: one object or array of a JSON table as a row of cells. Objects inside become columns "a.b", arrays of scalars a cell
// "x; y", arrays that hold objects their JSON text.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/import/json_geometry.hpp"
#include "core/import/json_shape.hpp"
#include "core/import/row_source.hpp"

namespace problemator {

class JsonRow final : public JsonEvents {
public:
    /// `columns` beyond `max_columns` are a fault of the row that brings them.
    JsonRow(JsonTable table, bool has_features, std::size_t max_columns, std::size_t max_cell_bytes);
    /// Reads one element; its new members become columns. Cells are valid until the next element.
    std::optional<JsonDamage> fill(std::string_view element, TableRow& row);
    const std::vector<std::string>& columns() const { return columns_; }
    /// More of them, or a longer name, than may be kept.
    bool has_too_many_columns() const { return has_too_many_columns_; }
    /// The member that the last element had twice (the last one counts); empty = none.
    const std::string& repeated() const { return repeated_; }

private:
    struct Cell { std::size_t begin = 0, size = 0; CellKind kind = CellKind::Text; bool is_set = false; };
    void on_scalar(const JsonScalar& scalar) override;
    void on_key(std::string_view key) override;
    void on_open(char bracket) override;
    void on_close(char bracket) override;
    void put(std::string_view text, CellKind kind);
    void put_scalar(const JsonScalar& scalar);
    void put_centre();
    void list_scalar(const JsonScalar& scalar);
    void list_comma();
    std::optional<std::size_t> column_of(std::string_view name);
    void end_member();

    JsonTable table_;
    bool has_features_;
    std::size_t max_columns_, max_cell_bytes_;
    std::vector<std::string> columns_;
    std::map<std::string, std::size_t, std::less<>> index_;
    bool has_too_many_columns_ = false;

    std::string text_, name_, repeated_;   // of the row's cells; of the column being read
    std::vector<Cell> cells_;
    std::vector<std::size_t> filled_;      // columns that the row has
    std::vector<std::size_t> prefixes_;    // size of name_ in each open object
    std::size_t depth_ = 0, ordinal_ = 0;
    std::size_t list_depth_ = 0;           // arrays and objects of the cell being read
    bool is_plain_list_ = false, is_too_long_ = false;
    std::string joined_, list_json_;
    std::optional<GeometryCentre> geometry_;   // while it is read
    std::size_t geometry_depth_ = 0;
    std::optional<GeoText> centre_;
};

}  // namespace problemator
