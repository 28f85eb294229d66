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
    /// pre: row.fault is not set, row.cells covers the header, and nobody else fills this message
    std::optional<Error> read(const CsvRow& row, MessageView& message, const std::function<void(Error)>& warn);
    /// Cells so far that a value map does not name; by column, then by count.
    std::vector<UnknownWord> unknown_words() const;

private:
    static constexpr std::size_t kLongestId = 200;
    struct Known { std::string text; int code = 0; bool is_empty = false, is_bad = false, is_unlisted = false; std::uint32_t count = 0, number = 0; };
    /// How a cell in its usual form is read at once: as it stands in the file, without being decoded, trimmed or taken for an empty one.
    enum class Usual : std::uint8_t { Never, Name, AnyText, Time, Number, Rating, Text };
    struct Column {
        const ColumnRule* rule = nullptr;
        Field field{};
        FieldType type{};
        Usual usual = Usual::Never;
        MessageView::Name name = MessageView::kNames;          // kNames: it fills none
        MessageView::Text text = MessageView::kTexts;
        std::size_t index = 0;
        std::vector<DateForm> forms;
        std::unordered_map<std::string, std::string> values;   // folded → canonical
        KnownCells<Known> known;
        KnownCells<Known*> as_written;                         // the same of cells with doubled quotes, as they stand in the file
        Known unkept;                                          // meaning of a cell that is too long, or one too many, to be remembered
        std::optional<Known> always;                           // of every cell, where the rule asks for no more than that there is one
        QuickDates quick;
        std::string unescaped, decoded, plain;                 // of the row that is being read
    };

    static Usual usual_of(const Column& column);
    bool put_usual(Column& column, const CsvCell& cell, MessageView& message);
    std::optional<Error> read_unusual(Column& column, const CsvRow& row, MessageView& message, const std::function<void(Error)>& warn);
    bool put(Column& column, std::string_view text, CellKind kind, MessageView& message);
    bool put_time(Column& column, std::string_view text, CellKind kind, MessageView& message);
    void set_time(const Column& column, ReadTime time, Message& m);
    bool reads_as_written() const { return !encoding_.page && !encoding_.is_damaged; }   // a later slice may be damaged
    bool may_be_empty(std::string_view text) const { return text.size() <= longest_empty_ && begins_empty_[static_cast<unsigned char>(text[0])]; }
    std::optional<ReadTime> read_time(const Column& column, std::string_view text, CellKind kind) const;
    void put_text(Column& column, std::string_view text, MessageView& message);
    bool put_known(Column& column, std::string_view text, MessageView& message);
    static bool put_meaning(const Column& column, Known& known, MessageView& message);
    static void remember_as_written(Column& column, std::string_view raw, std::string_view text);
    void note_places();
    void clear(MessageView& message) const;
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
    std::vector<Field> required_;
    std::vector<MessageView::Name> names_;                     // that columns fill
    std::vector<MessageView::Text> texts_;
    std::vector<std::string> empty_values_;                    // folded
    std::size_t longest_empty_ = 0;                            // bytes of the longest of them: longer cells need no folding
    std::bitset<256> begins_empty_;                            // first bytes of cells that may be one of them
    KnownCells<bool> empty_cells_;
    std::uint32_t last_number_ = 1;                            // of a name; 1 is the channel itself
    Minute reply_ = kNoTime;
    std::optional<ReadTime> moved_;
    std::string content_key_;
    // Through a pointer, so that no optimiser melts what happens seldom into what happens for every cell: see TableImport.
    std::optional<Error> (RowReader::*unusual_)(Column&, const CsvRow&, MessageView&, const std::function<void(Error)>&) = &RowReader::read_unusual;
};

}  // namespace problemator
