// RowReader: the cells of one row become a Message, by the rules of a channel. Category cells are looked up once per distinct text.
#pragma once
#include <bitset>
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
#include "core/import/known_cells.hpp"
#include "core/import/match.hpp"
#include "core/import/quick_cells.hpp"
#include "core/schema/message_view.hpp"

namespace problemator {

class RowReader {
public:
    /// `shift_minutes`: from the file's wall clock to the municipality's; `local_offset`: the municipality's, for cells that name
    /// their own zone (without it such cells keep the time as written).
    /// `forms_of_rules`: date forms found in the table for rules that name none, see find_column_forms(); may be empty.
    RowReader(const ChannelMatch& match, const HeaderRow& header, const Encoding& encoding, DateSystem dates,
              std::span<const std::vector<DateForm>* const> forms_of_rules, int shift_minutes, std::optional<int> local_offset);

    /// Fills `message`, whose texts stay valid until the next row is read. An Error means that the row is refused; `warn` gets cells that
    /// were left empty.
    /// pre: row.fault is not set and row.cells covers the header
    std::optional<Error> read(const CsvRow& row, MessageView& message, const std::function<void(Error)>& warn);
    /// Cells so far that a value map does not name; by column, then by count.
    std::vector<UnknownWord> unknown_words() const;

private:
    struct Known { std::string text; int code = 0; bool is_empty = false, is_bad = false, is_unlisted = false; std::uint32_t count = 0, number = 0; };
    struct Column {
        const ColumnRule* rule = nullptr;
        Field field{};
        FieldType type{};
        std::size_t index = 0;
        std::vector<DateForm> forms;
        std::unordered_map<std::string, std::string> values;   // folded → canonical
        KnownCells<Known> known;
        Known unkept;                                          // meaning of a cell that is too long, or one too many, to be remembered
        QuickDates quick;
        std::string unescaped, decoded, plain;                 // of the row that is being read
    };

    bool put(Column& column, std::string_view text, CellKind kind, MessageView& message);
    bool put_time(Column& column, std::string_view text, CellKind kind, MessageView& message);
    std::optional<ReadTime> read_time(const Column& column, std::string_view text, CellKind kind) const;
    void put_text(Column& column, std::string_view text, MessageView& message);
    bool put_known(Column& column, std::string_view text, MessageView& message);
    Known look_up(const Column& column, std::string_view text) const;
    void note_beginning(std::string_view folded);
    bool is_empty_value(std::string_view text);
    std::optional<Error> finish(const CsvRow& row, MessageView& message, const std::function<void(Error)>& warn);
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
    std::bitset<256> begins_empty_;                            // first bytes of cells that may be one of them
    KnownCells<bool> empty_cells_;
    std::uint32_t last_number_ = 1;                            // of a name; 1 is the channel itself
    Minute reply_ = kNoTime;
    std::optional<ReadTime> moved_;
    std::string content_key_;
};

}  // namespace problemator
