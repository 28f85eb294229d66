// RowReader: the cells of one row become a Message, by the rules of a channel. Category cells are looked up once per distinct text.
#pragma once
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/import/canonical.hpp"
#include "core/import/csv.hpp"
#include "core/import/dates.hpp"
#include "core/import/encoding.hpp"
#include "core/import/import_report.hpp"
#include "core/import/match.hpp"

namespace problemator {

class RowReader {
public:
    /// `shift_minutes`: from the file's wall clock to the municipality's; `local_offset`: the municipality's, for cells that name
    /// their own zone (without it such cells keep the time as written).
    /// `forms_of_rules`: date forms found in the table for rules that name none, see find_column_forms(); may be empty.
    RowReader(const ChannelMatch& match, const HeaderRow& header, const Encoding& encoding, DateSystem dates,
              std::span<const std::vector<DateForm>* const> forms_of_rules, int shift_minutes, std::optional<int> local_offset);

    /// Fills `message` (its strings keep their capacity). An Error means that the row is refused; `warn` gets cells that were left empty.
    /// pre: row.fault is not set and row.cells covers the header
    std::optional<Error> read(const CsvRow& row, Message& message, const std::function<void(Error)>& warn);
    /// Cells so far that a value map does not name; by column, then by count.
    std::vector<UnknownWord> unknown_words() const;

private:
    struct Known { std::string text; int code = 0; bool is_empty = false, is_bad = false, is_unlisted = false; std::uint32_t count = 0; };
    struct Hash {   // transparent: looking a view up allocates nothing
        using is_transparent = void;
        std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
    };
    struct Column {
        const ColumnRule* rule = nullptr;
        Field field{};
        FieldType type{};
        std::size_t index = 0;
        std::vector<DateForm> forms;
        std::unordered_map<std::string, std::string> values;   // folded → canonical
        std::unordered_map<std::string, Known, Hash, std::equal_to<>> known;
        std::string last_cell;                                 // dates repeat from row to row
        CellKind last_kind = CellKind::Text;
        std::optional<ReadTime> last_time;
    };

    bool put(Column& column, std::string_view text, CellKind kind, Message& message);
    bool put_time(Column& column, std::string_view text, CellKind kind, Message& message);
    std::optional<ReadTime> read_time(const Column& column, std::string_view text, CellKind kind) const;
    void put_text(const Column& column, std::string_view text, Message& message);
    bool put_known(Column& column, std::string_view text, Message& message);
    Known look_up(const Column& column, std::string_view text) const;
    bool is_empty_value(std::string_view text) const;
    std::optional<Error> finish(const CsvRow& row, Message& message, const std::function<void(Error)>& warn) const;
    Error cell_error(const Column& column, const CsvRow& row, std::string_view text) const;

    const Channel& channel_;
    const HeaderRow& header_;
    const Encoding& encoding_;
    DateSystem dates_;
    int shift_minutes_ = 0;
    std::optional<int> local_offset_;
    std::vector<Column> columns_;
    std::vector<std::string> empty_values_;                    // folded
    std::size_t longest_empty_ = 0;                            // bytes of the longest of them: longer cells need no folding
    std::string unescaped_, decoded_, plain_;
    Minute reply_ = kNoTime;
    std::optional<ReadTime> moved_;
};

}  // namespace problemator
