// query: groups, pivots and series from the command line, through the same interface that the page offers to scripts.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/app/api.hpp"
#include "core/base/format.hpp"
#include "core/base/text.hpp"
#include "core/cli/files.hpp"
#include "core/cli/source.hpp"

namespace problemator::cli {
namespace {

using Json = nlohmann::ordered_json;

struct Sheet { std::vector<std::string> head; std::vector<std::vector<std::string>> rows; };

/// "block=zhkh,dorogi" → {"block": ["zhkh", "dorogi"]}; "from=2026-01-01" stays a word.
Result<Json> filter_of_words(const std::vector<std::string>& words) {
    Json filter = Json::object();
    for (const std::string& word : words) {
        const std::size_t at = word.find('=');
        if (at == std::string::npos || at == 0) return Error{.fault = Fault::BadArgument, .place = {.column = "--filter"}, .piece = word, .expected = "block=zhkh,dorogi"};
        const std::string key = word.substr(0, at), value = word.substr(at + 1);
        const bool is_single = key == "from" || key == "until" || key == "week" || key == "basis" || key == "open_at";
        if (is_single) filter[key] = value;
        else
            for (const std::string_view item : split(value, ',')) filter[key].push_back(item);
    }
    return filter;
}

Result<Json> request_of(const QueryOptions& options) {
    TRY(Json filter, filter_of_words(options.filters));
    Json request = options.across.empty() ? Json{{"call", "group"}, {"by", options.group_by}, {"measures", options.measures}}
                                          : Json{{"call", "pivot"}, {"rows", options.group_by}, {"columns", options.across}, {"measure", options.measures.front()}};
    if (!filter.empty()) request["filter"] = std::move(filter);
    return request;
}

Result<std::unique_ptr<App>> open_source(const QueryOptions& options) {
    if (!options.snapshot.empty()) {
        TRY(const std::string text, read_file(options.snapshot));
        const SealBytes bytes{reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
        const std::string name = std::filesystem::path{options.snapshot}.filename().string();
        if (!is_sealed(bytes)) return App::open(bytes, name);
        if (!options.key.is_given()) return Error{.fault = Fault::BadArgument, .place = {.file = name}, .expected = "--key-file, --key-env"};
        TRY(const std::string key, read_key(options.key));
        TRY(const std::vector<std::uint8_t> plain, unseal(bytes, key, name));
        return App::open(plain, name);
    }
    if (options.input.inputs.empty()) return Error{.fault = Fault::BadArgument, .expected = "--snapshot, --input"};
    TRY(ProfileText profile, load_profile(options.input.profile));
    TRY(const auto as_of, parse_as_of(options.input.as_of));
    TRY(const Intake intake, load_inputs(options.input, profile.profile));
    TRY(Assembled assembled, assemble(intake, profile.profile, profile.json, {.as_of = as_of, .today = today(), .is_published = false}));
    return App::open(std::move(assembled.snapshot), "");
}

/// Counts without decimals, shares and means with four: enough to compare with another program.
std::string cell_text(const Json& value, bool decimal_comma) {
    if (value.is_null()) return "";
    if (value.is_string()) return value.get<std::string>();
    const double number = value.get<double>();
    const bool is_whole = number == static_cast<double>(static_cast<std::int64_t>(number));
    std::string text = is_whole ? std::to_string(static_cast<std::int64_t>(number)) : format_decimal(number, 4, Lang::En);
    std::erase(text, ',');
    const std::string minus = "−";
    if (text.starts_with(minus)) text.replace(0, minus.size(), "-");
    if (decimal_comma) std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

Sheet sheet_of(const Json& answer, bool decimal_comma) {
    Sheet sheet;
    if (answer.contains("groups")) {
        sheet.head = {answer.value("by", ""), "name"};
        for (const Json& group : answer["groups"]) {
            std::vector<std::string> row;
            for (const auto& [key, value] : group.items()) {
                if (sheet.rows.empty() && key != "id" && key != "name") sheet.head.push_back(key);
                row.push_back(cell_text(value, decimal_comma));
            }
            sheet.rows.push_back(std::move(row));
        }
        return sheet;
    }
    sheet.head = {"id", "name"};
    for (const Json& column : answer["columns"]) sheet.head.push_back(column.value("name", ""));
    for (std::size_t r = 0; r < answer["rows"].size(); ++r) {
        std::vector<std::string> row = {answer["rows"][r].value("id", ""), answer["rows"][r].value("name", "")};
        for (const Json& value : answer["values"][r]) row.push_back(cell_text(value, decimal_comma));
        sheet.rows.push_back(std::move(row));
    }
    return sheet;
}

std::string quoted(const std::string& cell) {
    if (cell.find_first_of(";\"\r\n") == std::string::npos) return cell;
    std::string out = "\"";
    for (const char c : cell) out += c == '"' ? "\"\"" : std::string(1, c);
    return out + "\"";
}

std::string csv(const Sheet& sheet) {
    std::string out = "\xEF\xBB\xBF";
    const auto add = [&](const std::vector<std::string>& row) {
        for (std::size_t i = 0; i < row.size(); ++i) out += (i ? ";" : "") + quoted(row[i]);
        out += "\r\n";
    };
    add(sheet.head);
    for (const auto& row : sheet.rows) add(row);
    return out;
}

std::string table(const Sheet& sheet) {
    std::vector<std::size_t> widths(sheet.head.size());
    const auto measure = [&](const std::vector<std::string>& row) {
        for (std::size_t i = 0; i < row.size() && i < widths.size(); ++i) widths[i] = std::max(widths[i], count_chars(row[i]));
    };
    measure(sheet.head);
    for (const auto& row : sheet.rows) measure(row);
    std::string out;
    const auto add = [&](const std::vector<std::string>& row) {
        std::string line;
        for (std::size_t i = 0; i < row.size() && i < widths.size(); ++i) {
            const std::string pad(widths[i] - count_chars(row[i]), ' ');
            line += (i ? "  " : "") + (i < 2 ? row[i] + pad : pad + row[i]);   // names left, numbers right
        }
        out += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
    };
    add(sheet.head);
    for (const auto& row : sheet.rows) add(row);
    return out;
}

/// The interface answers with the words of both languages; the command line says them in its own.
void complain_as_answered(const Json& answer) {
    const char* lang = language() == Lang::Ru ? "ru" : "en";
    note(std::string{say({"Ошибка: ", "Error: "})} + answer.at("message").value(lang, ""));
}

Result<Exit> query(const QueryOptions& options) {
    TRY(const Json request, request_of(options));
    TRY(const auto app, open_source(options));
    const std::string text = call_api(*app, request.dump(-1, ' ', false, Json::error_handler_t::replace));
    const Json answer = Json::parse(text, nullptr, false);
    if (!answer.value("ok", false)) {
        complain_as_answered(answer);
        return Exit::BadArguments;
    }
    if (options.format == "json") print(answer.dump(1, ' ', false, Json::error_handler_t::replace));
    else if (options.format == "csv") print(csv(sheet_of(answer, true)));
    else print(table(sheet_of(answer, language() == Lang::Ru)));
    return Exit::Ok;
}

}  // namespace

Exit run_query(const QueryOptions& options) {
    return finish(query(options));
}

}  // namespace problemator::cli
