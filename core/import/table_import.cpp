#include "core/import/table_import.hpp"

#include <algorithm>
#include <span>

#include "core/base/hash.hpp"
#include "core/base/text.hpp"
#include "core/import/rejects.hpp"
#include "core/import/row_reader.hpp"
#include "core/import/sniff.hpp"

namespace problemator {
namespace {

constexpr std::size_t kProgressBytes = std::size_t{1} << 20;

void add_error(std::vector<Error>& kept, std::uint64_t& total, Error error, const std::string& file) {
    ++total;
    if (kept.size() >= kMaxErrors) return;
    error.place.file = file;
    kept.push_back(std::move(error));
}

std::vector<std::vector<const Channel*>> channel_groups(const ImportOptions& options) {
    std::vector<std::vector<const Channel*>> groups(1);
    for (const Channel& channel : options.user_channels) groups[0].push_back(&channel);
    if (options.only_user_channels) return groups;
    groups.emplace_back();
    for (const Channel& channel : builtin_channels()) groups[1].push_back(&channel);
    return groups;
}

std::string join(const std::vector<std::string>& words, std::size_t most) {
    std::string all;
    for (std::size_t i = 0; i < words.size() && i < most; ++i)
        if (!words[i].empty()) all += (all.empty() ? "" : ", ") + shorten(words[i], 40);
    return all + (words.size() > most ? ", …" : "");
}

/// «столбцы: a, b, c» as the piece, and what the likeliest channel lacks as the expectation.
Error unknown_columns(const TableStart& start) {
    Error error{.fault = Fault::UnknownColumns, .place = {.file = {}, .row = start.header.row, .column = {}}, .piece = join(start.header.names, 30)};
    if (!start.match.channel || start.match.confidence <= 0) return error;
    error.expected = "«" + start.match.channel->name_ru + "»: " + join(missing_headers(start.match), 12);
    return error;
}

/// From the wall clock of the file to the municipality's.
int shift_of(const Channel& channel, const ImportOptions& options) {
    if (!options.utc_offset_minutes) return 0;
    for (const ChannelZone& zone : options.zones)
        if (zone.channel == channel.id) return *options.utc_offset_minutes - zone.utc_offset_minutes;
    return channel.is_local_time ? 0 : *options.utc_offset_minutes - channel.utc_offset_minutes;
}

class TableImport {
public:
    TableImport(const FileTask& task, FileReport& report, const Encoding& encoding, const TableStart& start)
        : task_{task}, report_{report}, encoding_{encoding}, start_{start},
          reader_{start.match, start.header, encoding, shift_of(*start.match.channel, task.options), task.options.utc_offset_minutes},
          rejects_{start.header.names, start.delimiter, encoding, task.bytes.size()},
          has_zero_bytes_{task.bytes.find('\0') != std::string_view::npos} {
        named_columns_ = start.header.names.size();
        while (named_columns_ > 0 && start.header.names[named_columns_ - 1].empty()) --named_columns_;
    }

    bool run() {
        CsvScanner scanner{task_.bytes.substr(start_.body), start_.delimiter, {task_.options.max_cell_bytes, task_.options.max_row_bytes}};
        std::size_t next_progress = kProgressBytes;
        bool is_stopped = false;
        CsvRow row;
        while (!is_stopped && scanner.next(row)) {
            if (row.number > start_.header.row) take(row);
            if (scanner.position() < next_progress) continue;
            next_progress = scanner.position() + kProgressBytes;
            is_stopped = !task_.progress(start_.body + scanner.position());
        }
        report_.rejects_csv = std::move(rejects_).finish();
        if (report_.rows_read == 0 && !is_stopped) report_.failure = Error{.fault = Fault::NoRows, .place = {.file = report_.name, .row = start_.header.row, .column = {}}};
        return !is_stopped;
    }

private:
    void take(const CsvRow& row) {
        if (!row.fault && row.is_blank()) return;
        ++report_.rows_read;
        if (auto error = damage(row)) return reject(row, *std::move(error));
        const auto warn = [&](Error error) { add_error(report_.warnings, report_.warnings_total, std::move(error), report_.name); };
        if (auto error = reader_.read(row, message_, warn)) return reject(row, *std::move(error));
        if (row.has_stray_quote) warn({.fault = Fault::UnclosedQuote, .place = {.file = {}, .row = row.number, .column = {}}, .piece = decoded(row.raw), .expected = "\"\""});
        ++report_.rows_kept;
        message_.file = task_.index;
        task_.sink(std::move(message_), report_);
    }

    std::optional<Error> damage(const CsvRow& row) {
        Error error{.fault = Fault::WrongCellCount, .place = {.file = {}, .row = row.number, .column = {}}};
        if (row.fault || (has_zero_bytes_ && row.raw.find('\0') != std::string_view::npos)) {
            error.fault = row.fault.value_or(Fault::NotText);
            error.piece = decoded(row.raw);
            return error;
        }
        const std::size_t wanted = start_.header.names.size(), found = row.cells.size();
        const bool has_text_beyond = found > wanted && std::any_of(row.cells.begin() + static_cast<std::ptrdiff_t>(wanted), row.cells.end(),
                                                                    [](const CsvCell& cell) { return !trim(cell.raw).empty(); });
        if (found >= named_columns_ && !has_text_beyond) return std::nullopt;
        error.piece = std::to_string(found);
        error.expected = std::to_string(wanted);
        return error;
    }

    void reject(const CsvRow& row, Error error) {
        ++report_.rows_rejected;
        error.place.file = report_.name;
        rejects_.add(row, error);
        add_error(report_.errors, report_.errors_total, std::move(error), report_.name);
    }

    std::string decoded(std::string_view raw) const {
        std::string scratch;
        return shorten(encoding_.decode(raw.substr(0, 400), scratch), 80);
    }

    const FileTask& task_;
    FileReport& report_;
    const Encoding& encoding_;
    const TableStart& start_;
    RowReader reader_;
    Rejects rejects_;
    bool has_zero_bytes_ = false;
    std::size_t named_columns_ = 0;            // without empty names at the end of the header
    Message message_;
};

}  // namespace

bool import_file(const FileTask& given, FileReport& report) {
    FileTask task = given;
    task.bytes = task.file.source->view().value_or(std::string_view{});
    const std::string_view bytes = task.bytes;
    report.name = task.file.name;
    report.bytes = bytes.size();
    report.sha256 = sha256_hex({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
    const auto fail = [&](Error error) {
        error.place.file = report.name;
        report.failure = std::move(error);
        return true;
    };
    if (bytes.find_first_not_of(" \t\r\n") == std::string_view::npos || bytes == "\xEF\xBB\xBF") return fail({.fault = Fault::EmptyFile});
    if (auto error = not_csv(bytes)) return fail(*std::move(error));
    const auto encoding = detect_encoding(bytes);
    if (!encoding) return fail({.fault = Fault::BadEncoding, .expected = "UTF-8, windows-1251"});
    report.encoding = encoding->name();
    if (encoding->is_damaged) add_error(report.warnings, report.warnings_total, {.fault = Fault::BadEncoding, .expected = "UTF-8"}, report.name);

    const auto groups = channel_groups(task.options);
    const TableStart start = find_table(bytes, *encoding, groups);
    report.delimiter = start.delimiter;
    report.header_row = start.header.row;
    report.confidence = start.match.confidence;
    if (!start.match.is_usable) return fail(unknown_columns(start));
    report.channel_id = start.match.channel->id;
    report.unused_columns = unused_headers(start.match, start.header);
    report.missing_columns = missing_headers(start.match);
    return TableImport{task, report, *encoding, start}.run();
}

}  // namespace problemator
