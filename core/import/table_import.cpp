#include "core/import/table_import.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <functional>

#include "core/base/hash.hpp"
#include "core/base/nearest.hpp"
#include "core/base/text.hpp"
#include "core/import/column_forms.hpp"
#include "core/import/register_reader.hpp"
#include "core/import/rejects.hpp"
#include "core/import/row_reader.hpp"
#include "core/import/row_sources.hpp"
#include "core/import/sniff.hpp"
#include "core/import/totals.hpp"
#include "core/schema/fields.hpp"

namespace problemator {
namespace {

constexpr std::size_t kProgressBytes = std::size_t{1} << 20;
constexpr std::size_t kHeadBytes = std::size_t{1} << 20;   // looked at for encoding, delimiter and header
constexpr std::size_t kFormRows = 2000;                    // looked at for the forms of dates and numbers

void keep(std::vector<Error>& kept, Error error, const std::string& file) {
    if (kept.size() >= kMaxErrors) return;
    error.place.file = file;
    kept.push_back(std::move(error));
}

void add_error(FileReport& report, Error error) {
    ++report.errors_total;
    count_fault(report.error_counts, error);
    keep(report.errors, std::move(error), report.name);
}

void add_warning(FileReport& report, Error error) {
    ++report.warnings_total;
    count_fault(report.warning_counts, error);
    keep(report.warnings, std::move(error), report.name);
}

/// The user's channels before the built-in ones; only the one that he names, when he does.
/// `asked` keeps the channel that the user names: its key columns are enough then, no header has to be a sign of it.
ChannelGroups channel_groups(const ImportOptions& options, std::deque<Channel>& asked) {
    const std::string& given = options.overrides.channel_id;
    ChannelGroups groups(2);
    const auto add = [&](std::vector<const Channel*>& group, const Channel& channel) {
        if (given.empty()) group.push_back(&channel);
        if (channel.id != given) return;
        asked.push_back(channel);
        asked.back().signature.clear();
        asked.back().signature_keys.clear();
        group.push_back(&asked.back());
    };
    for (const Channel& channel : options.user_channels) add(groups[0], channel);
    if (!options.only_user_channels)
        for (const Channel& channel : builtin_channels()) add(groups[1], channel);
    return groups;
}

std::string join(const std::vector<std::string>& words, std::size_t most) {
    std::string all;
    for (std::size_t i = 0; i < words.size() && i < most; ++i)
        if (!words[i].empty()) all += (all.empty() ? "" : ", ") + shorten(words[i], 40);
    return all + (words.size() > most ? ", …" : "");
}

/// «столбцы: a, b, c» as the piece, and what the likeliest channel lacks as the expectation.
Error unknown_columns(const ChannelMatch& match, const HeaderRow& header) {
    Error error{.fault = Fault::UnknownColumns, .place = {.file = {}, .row = header.row, .column = {}}, .piece = join(header.names, 30)};
    if (!match.channel || match.confidence <= 0) return error;
    error.expected = "«" + match.channel->name_ru + "»: " + join(missing_headers(match), 12);
    return error;
}

Error unknown_channel(const std::string& id) {
    std::vector<std::string_view> known;
    for (const Channel& channel : builtin_channels()) known.push_back(channel.id);
    return {.fault = Fault::BadArgument, .place = {.file = {}, .row = 0, .column = "channel"}, .piece = id, .expected = std::string{nearest_word(id, known)}};
}

/// From the wall clock of the file to the municipality's.
int shift_of(const Channel& channel, const ImportOptions& options) {
    if (!options.utc_offset_minutes) return 0;
    for (const ChannelZone& zone : options.zones)
        if (zone.channel == channel.id) return *options.utc_offset_minutes - zone.utc_offset_minutes;
    return channel.is_local_time ? 0 : *options.utc_offset_minutes - channel.utc_offset_minutes;
}

/// On whose wall clock the times of the file are: the profile's word, the channel's, else the municipality's own. None: times stay as written.
std::optional<Guess> zone_guess(const Channel& channel, const ImportOptions& options) {
    for (const ChannelZone& zone : options.zones)
        if (zone.channel == channel.id) return Guess{.about = "time_zone", .value = format_offset(zone.utc_offset_minutes), .confidence = 1, .is_given = true, .second = {}};
    if (!channel.is_local_time) return Guess{.about = "time_zone", .value = format_offset(channel.utc_offset_minutes), .second = {}};
    if (!options.utc_offset_minutes) return std::nullopt;
    return Guess{.about = "time_zone", .value = format_offset(*options.utc_offset_minutes), .confidence = 0.9, .second = {}};   // nothing says otherwise
}

/// What is known of a table before its rows are read.
struct TableHead {
    ChannelMatch match;
    HeaderRow header;
    std::uint32_t last_row = 0;              // of the header
    Encoding encoding;
    char delimiter = ';';                    // of the rejects too
    bool is_text = false;                    // CSV: a row with cells too many or too few has lost its order
    std::uint64_t bytes = 0;
    ColumnForms forms;
    double header_confidence = 0;
};

class TableImport {
public:
    TableImport(const FileTask& task, FileReport& report, std::uint32_t index, const TableHead& head, RowSource& rows)
        : task_{task}, report_{report}, index_{index}, head_{head}, rows_{rows},
          reader_{head.match, head.header, head.encoding, rows.date_system(), head.forms.of_rules, shift_of(*head.match.channel, task.options), task.options.utc_offset_minutes},
          entries_{head.match.channel->register_id.empty() ? std::nullopt : std::optional<RegisterReader>{std::in_place, head.match, head.header, head.encoding, rows.date_system(), index}},
          rejects_{head.header.names, head.delimiter, head.encoding, static_cast<std::size_t>(head.bytes)} {
        named_columns_ = head.header.names.size();
        message_.source = index + 1;
        message_.is_utf8 = head.is_text;         // CsvRows has looked at every byte
        while (named_columns_ > 0 && head.header.names[named_columns_ - 1].empty()) --named_columns_;
        for (std::size_t i = 0; i < head.match.columns.size(); ++i)
            if (head.match.channel->columns[i].field == Field::Id && head.match.columns[i] != kNoColumn) id_column_ = head.match.columns[i];
    }

    bool run() {
        std::uint64_t next_progress = kProgressBytes;
        std::uint32_t told_rows = 0;
        const auto tell_rows = [&] {
            if (task_.options.rows_progress) task_.options.rows_progress(report_.rows_read - told_rows);
            told_rows = report_.rows_read;
        };
        bool is_stopped = false;
        TableRow row;
        while (!is_stopped && rows_.next(row)) {
            if (row.number > head_.last_row) (this->*take_)(row);
            if (rows_.position() < next_progress) continue;
            next_progress = rows_.position() + kProgressBytes;
            tell_rows();
            is_stopped = !task_.progress(rows_.position());
        }
        tell_rows();
        for (const Error& remark : rows_.warnings()) add_warning(report_, remark);
        report_.rejects_csv = std::move(rejects_).finish();
        if (entries_ && task_.registers) task_.registers(std::move(*entries_).finish(), report_);
        report_.unknown_words = reader_.unknown_words();
        if (auto failure = rows_.failure()) {
            failure->place.file = report_.name;
            report_.failure = std::move(failure);
        } else if (report_.rows_read == 0 && !is_stopped) {
            report_.failure = Error{.fault = Fault::NoRows, .place = {.file = report_.name, .row = head_.header.row, .column = {}}};
        }
        return !is_stopped;
    }

private:
    void take(TableRow& row) {
        if (!row.fault && row.is_blank()) return;
        ++report_.rows_read;
        if (auto error = damage(row)) return refuse(row, *std::move(error));
        if (row.cells.size() < head_.header.names.size()) row.cells.resize(head_.header.names.size());
        if (auto error = entries_ ? entries_->read(row, warn_) : reader_.read(row, message_, warn_)) return refuse(row, *std::move(error));
        if (row.has_stray_quote) warn_({.fault = Fault::UnclosedQuote, .place = {.file = {}, .row = row.number, .column = {}}, .piece = decoded(row.raw), .expected = "\"\""});
        ++report_.rows_kept;
        if (entries_) return;
        message_.facts.file = index_;
        task_.sink(message_, report_);
    }

    /// Neither too few cells nor text beyond the last column.
    bool has_its_cells(const TableRow& row) const {
        const std::size_t wanted = head_.header.names.size(), found = row.cells.size();
        if (found < named_columns_) return false;
        return found <= wanted || std::all_of(row.cells.begin() + static_cast<std::ptrdiff_t>(wanted), row.cells.end(), [](const RowCell& cell) { return trim(cell.raw).empty(); });
    }

    std::optional<Error> damage(const TableRow& row) const {
        if (!row.fault && (!head_.is_text || has_its_cells(row))) return std::nullopt;
        Error error{.fault = row.fault.value_or(Fault::WrongCellCount), .place = {.file = {}, .row = row.number, .column = {}}};
        if (row.fault) {
            error.piece = decoded(row.raw);
        } else {
            error.piece = std::to_string(row.cells.size());
            error.expected = std::to_string(head_.header.names.size());
        }
        return error;
    }

    /// Totals and headers are no messages: counted, not refused.
    void refuse(const TableRow& row, Error error) {
        if (!row.fault && is_no_message(row)) { ++report_.rows_skipped; return; }
        ++report_.rows_rejected;
        error.place.file = report_.name;
        rejects_.add(row, error);
        add_error(report_, std::move(error));
    }

    bool is_no_message(const TableRow& row) {
        std::string unescaped, scratch;
        CellTexts cells;
        for (const RowCell& cell : row.cells) cells.emplace_back(trim(head_.encoding.decode(unescape(cell, unescaped).substr(0, 400), scratch)));
        return is_totals_row(cells, id_column_) || is_header_again(cells, head_.header);
    }

    std::string decoded(std::string_view raw) const {
        std::string scratch;
        return shorten(head_.encoding.decode(raw.substr(0, 400), scratch), 80);
    }

    const FileTask& task_;
    FileReport& report_;
    std::uint32_t index_;
    const TableHead& head_;
    RowSource& rows_;
    RowReader reader_;
    std::optional<RegisterReader> entries_;    // of a channel that is no list of messages
    Rejects rejects_;
    std::size_t named_columns_ = 0;            // without empty names at the end of the header
    int id_column_ = kNoColumn;
    MessageView message_;
    const std::function<void(Error)> warn_ = [this](Error error) { add_warning(report_, std::move(error)); };   // made once, not for every row
    // A browser puts the optimised code of a function in place between its calls only, and Binaryen melts a function that has one caller
    // into it, whatever the compiler was told; so the rows, which come in one long loop, are taken through a pointer.
    void (TableImport::*take_)(TableRow&) = &TableImport::take;
};

/// The tables of one file, each with its report.
class FileImport {
public:
    FileImport(const FileTask& task, std::vector<FileReport>& reports) : task_{task}, reports_{reports}, groups_{channel_groups(task.options, asked_)} {}

    bool run() {
        const ByteSource& source = *task_.file.source;
        if (task_.options.with_sha256) {
            const auto hash = sha256_of(source);
            if (!hash) return fail(hash.error());
            sha256_ = *hash;
        }
        if (is_blank_file(source)) return fail({.fault = Fault::EmptyFile});
        if (!has_channels()) return fail(unknown_channel(task_.options.overrides.channel_id));
        const FileView view{.source = task_.file.source, .path = task_.file.name, .limits = task_.options.limits, .depth = 0};
        auto error = task_.open(view, [&](TablePart&& part) { return take(std::move(part)); });
        if (is_stopped_) return false;
        if (error) return fail(*std::move(error));
        if (tables_ > 0) return true;
        if (!sheets_.empty()) return fail({.fault = Fault::BadArgument, .place = {.file = {}, .row = 0, .column = "sheet"}, .piece = task_.options.overrides.sheet, .expected = sheets_});
        return fail({.fault = Fault::NoRows});
    }

private:
    bool has_channels() const { return !groups_[0].empty() || !groups_[1].empty(); }

    bool fail(Error error) {
        FileReport& report = add_report(task_.file.name);
        error.place.file = report.name;
        report.failure = std::move(error);
        return true;
    }

    FileReport& add_report(const std::string& name) {
        FileReport& report = reports_.emplace_back();
        report.name = name;
        report.sha256 = sha256_;
        report.bytes = task_.file.source->size();
        return report;
    }

    /// False stops the file.
    bool take(TablePart&& part) {
        const std::string& sheet = task_.options.overrides.sheet;
        if (!sheet.empty() && !part.sheet.empty() && fold(part.sheet) != fold(sheet)) {
            sheets_ += (sheets_.empty() ? "" : ", ") + part.sheet;
            return true;
        }
        ++tables_;
        FileReport& report = add_report(part.path);
        report.sheet = part.sheet;
        report.format = format_name(part.format);
        if (!report.format.empty()) report.guesses.push_back({.about = "format", .value = report.format, .second = {}});
        if (!part.sheet.empty()) report.guesses.push_back({.about = "sheet", .value = part.sheet, .is_given = !sheet.empty(), .second = {}});
        if (part.failure) return refuse(report, *std::move(part.failure));
        is_stopped_ = part.text ? !read_text(report, *part.text) : !read_rows(report, *part.rows, part.sheet);
        return !is_stopped_;
    }

    static bool refuse(FileReport& report, Error error) {
        error.place.file = report.name;
        report.failure = std::move(error);
        return true;
    }

    bool read_text(FileReport& report, const ByteSource& source) {
        const std::size_t head_bytes = static_cast<std::size_t>(std::min<std::uint64_t>(source.size(), kHeadBytes));
        std::string kept(source.view() ? 0 : head_bytes, '\0');
        std::string_view bytes = source.view().value_or(std::string_view{}).substr(0, head_bytes);
        if (!source.view()) {
            const auto got = source.read(0, kept);
            if (!got) return refuse(report, got.error());
            bytes = std::string_view{kept}.substr(0, *got);
        }
        if (auto error = not_csv(bytes)) return refuse(report, *std::move(error));
        const auto guess = guess_encoding(bytes, head_bytes == source.size() ? Head::WholeFile : Head::Beginning, task_.options.overrides.encoding);
        if (!guess) return refuse(report, guess.error());
        report.encoding = guess->encoding.name();
        report.guesses.push_back(guess->shown());
        if (guess->encoding.is_utf16()) return read_utf16(report, source, guess->encoding);
        return read_csv(report, source, bytes, guess->encoding);
    }

    /// A file of two bytes a letter is made UTF-8 at once: spreadsheet programs write it, and nobody writes a large one.
    bool read_utf16(FileReport& report, const ByteSource& source, const Encoding& encoding) {
        std::string raw;
        auto view = source.view();
        if (!view) {
            raw.resize(static_cast<std::size_t>(source.size()));
            const auto got = source.read(0, raw);
            if (!got) return refuse(report, got.error());
            view = std::string_view{raw}.substr(0, *got);
        }
        const OwnedBytes text{utf8_from_utf16(*view, encoding)};
        return read_csv(report, text, text.view()->substr(0, kHeadBytes), {});
    }

    /// The channel of the same group that could read the table nearly as well.
    std::string second_of(const TableHead& head) const {
        for (const auto& group : groups_)
            if (std::find(group.begin(), group.end(), head.match.channel) != group.end()) return second_channel(group, head.match, head.header);
        return {};
    }

    /// `bytes`: the beginning of the file.
    bool read_csv(FileReport& report, const ByteSource& source, std::string_view bytes, const Encoding& encoding) {
        const Overrides& given = task_.options.overrides;
        TableStart start = find_table(bytes, encoding, groups_, {.delimiter = given.delimiter, .header_row = given.header_row});
        report.delimiter = start.delimiter;
        report.guesses.push_back(start.delimiter_guess);
        TableHead head{.match = std::move(start.match), .header = std::move(start.header), .last_row = 0, .encoding = encoding, .delimiter = start.delimiter,
                       .is_text = true, .bytes = source.size(), .forms = {}, .header_confidence = start.header_confidence};
        head.last_row = head.header.row;
        if (head.match.is_usable) head.forms = find_column_forms(head.match, rows_under(bytes.substr(start.body), start.delimiter, head.last_row, head.encoding, kFormRows), given_order());
        CsvRows rows{source, start.body, start.delimiter, {task_.options.max_cell_bytes, task_.options.max_row_bytes}, head.encoding, task_.options.slice_bytes};
        const bool goes_on = read_table(report, head, rows);
        if (head.encoding.is_damaged && !report.failure) add_warning(report, {.fault = Fault::BadEncoding, .expected = "UTF-8"});
        return goes_on;
    }

    bool read_rows(FileReport& report, RowSource& source, const std::string& sheet) {
        RewoundRows rows{source, kFormRows};
        if (!rows.has_rows()) return leave_empty(report, rows.failure(), sheet);
        const std::uint32_t given_row = task_.options.overrides.header_row;
        const std::size_t searched = given_row != 0 ? rows.head().size() : std::min<std::size_t>(rows.head().size(), kHeaderSearchRows);
        HeaderChoice choice = find_header(std::span{rows.head()}.first(searched), groups_, given_row);
        const double head_confidence = choice.match.confidence;
        TableHead head{.match = std::move(choice.match), .header = std::move(choice.header), .last_row = choice.last_row, .encoding = {}, .delimiter = ';',
                       .is_text = false, .bytes = task_.file.source->size(), .forms = {}, .header_confidence = head_confidence};
        if (head.match.is_usable) head.forms = find_column_forms(head.match, rows_below(rows.head(), head.last_row), given_order());
        return read_table(report, head, rows);
    }

    /// An empty sheet beside others is no news: spreadsheet programs add them.
    bool leave_empty(FileReport& report, const std::optional<Error>& failure, const std::string& sheet) {
        if (failure) return refuse(report, *failure);
        if (!sheet.empty() && task_.options.overrides.sheet.empty()) {
            reports_.pop_back();
            --tables_;
            return true;
        }
        return refuse(report, {.fault = Fault::NoRows});
    }

    bool read_table(FileReport& report, const TableHead& head, RowSource& rows) {
        const Overrides& given = task_.options.overrides;
        report.header_row = head.header.row;
        report.confidence = head.match.confidence;
        if (!head.match.is_usable) return refuse(report, unknown_columns(head.match, head.header));
        const Channel& channel = *head.match.channel;
        report.channel_id = channel.id;
        report.register_id = channel.register_id;
        report.unused_columns = unused_headers(head.match, head.header);
        report.missing_columns = missing_headers(head.match);
        report.guesses.push_back({.about = "header_row", .value = std::to_string(head.header.row), .confidence = head.header_confidence, .is_given = given.header_row != 0, .second = {}});
        report.guesses.push_back({.about = "channel", .value = channel.id, .confidence = head.match.confidence, .is_given = !given.channel_id.empty(), .second = second_of(head)});
        if (auto zone = zone_guess(channel, task_.options)) report.guesses.push_back(*std::move(zone));
        report.guesses.insert(report.guesses.end(), head.forms.guesses.begin(), head.forms.guesses.end());
        return TableImport{task_, report, static_cast<std::uint32_t>(reports_.size() - 1), head, rows}.run();
    }

    std::optional<DateOrder> given_order() const {
        const std::string& order = task_.options.overrides.date_order;
        if (order == "dmy") return DateOrder::DayFirst;
        if (order == "mdy") return DateOrder::MonthFirst;
        if (order == "ymd") return DateOrder::YearFirst;
        return std::nullopt;
    }

    static std::vector<CellRow> rows_below(const std::vector<HeadRow>& head, std::uint32_t last_row) {
        std::vector<CellRow> rows;
        for (const HeadRow& row : head)
            if (row.number > last_row) rows.push_back(row.cells);
        return rows;
    }

    static bool is_blank_file(const ByteSource& source) {
        std::array<char, 4096> buffer{};
        for (std::uint64_t at = 0;;) {
            const auto got = source.read(at, buffer);
            if (!got) return false;                      // told by the reader
            std::string_view piece{buffer.data(), *got};
            if (at == 0 && piece.starts_with("\xEF\xBB\xBF")) piece.remove_prefix(3);
            if (piece.find_first_not_of(" \t\r\n") != std::string_view::npos) return false;
            if (*got < buffer.size()) return true;
            at += *got;
        }
    }

    const FileTask& task_;
    std::vector<FileReport>& reports_;
    std::deque<Channel> asked_;                  // stands before groups_, which points into it
    ChannelGroups groups_;
    std::string sha256_, sheets_;                        // sheets: names of those that the user did not mean
    std::size_t tables_ = 0;
    bool is_stopped_ = false;
};

}  // namespace

bool import_file(const FileTask& task, std::vector<FileReport>& reports) { return FileImport{task, reports}.run(); }

}  // namespace problemator
