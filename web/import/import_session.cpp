#include "web/import/import_session.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/app/assemble.hpp"
#include "core/base/format.hpp"
#include "core/base/text.hpp"
#include "core/clean/intake.hpp"
#include "core/clean/map_geojson.hpp"
#include "core/documents/templates.hpp"
#include "core/import/csv.hpp"
#include "core/import/suggest.hpp"
#include "core/import/table_sample.hpp"
#include "core/schema/embedded.hpp"
#include "core/schema/fields.hpp"
#include "core/seal/sealed.hpp"
#include "web/error_json.hpp"

namespace problemator::web {
namespace {

using nlohmann::json;

struct ChosenProfile { Profile profile; std::string json; };

/// What the page asks for; every member may be absent.
struct Wish {
    std::string profile_json;                 // empty: the open snapshot's
    ImportOptions options;
    AssembleOptions assemble;
    bool merge = false;
    Lang lang = Lang::Ru;                     // of the preview's words
    std::string table, sheet;                 // the one to suggest for or to preview, as the report names it; empty: the first
};

std::string dumped(const JsonCursor& at) { return at.raw().dump(-1, ' ', false, json::error_handler_t::replace); }

Result<std::string> read_profile_wish(const JsonCursor& at) {
    if (at.raw().is_object()) return dumped(at);
    TRY(const std::string id, at.string());
    if (const auto file = find_embedded(embedded_municipalities(), id)) return std::string{file->text};
    TRY(const Profile unknown, builtin_profile(id));   // says which names are near
    return Error{.fault = Fault::BadArgument, .piece = unknown.id};
}

Result<Channel> read_mapping(const JsonCursor& at) { return read_channel(dumped(at), "mapping.json"); }

Result<Overrides> read_overrides(const JsonCursor& at) {
    Overrides given;
    std::string delimiter;
    int header_row = 0;
    Fields fields{at};
    fields.text("encoding", given.encoding, Need::Optional);
    fields.text("delimiter", delimiter, Need::Optional);
    fields.integer("header_row", header_row, 0, 1'000'000, Need::Optional);
    fields.text("channel", given.channel_id, Need::Optional);
    fields.text("sheet", given.sheet, Need::Optional);
    fields.text("date_order", given.date_order, Need::Optional);
    given.header_row = static_cast<std::uint32_t>(header_row);
    if (!delimiter.empty()) given.delimiter = delimiter.front();
    return fields.finish(std::move(given));
}

Result<Wish> read_wish(std::string_view text) {
    TRY(const JsonCursor root, JsonCursor::parse(text, "wish"));
    Wish wish;
    std::optional<Day> today, as_of;
    Fields fields{root};
    fields.value("profile", wish.profile_json, read_profile_wish, Need::Optional);
    fields.list("mappings", wish.options.user_channels, read_mapping, Need::Optional);
    fields.flag("only_mappings", wish.options.only_user_channels);
    fields.value("overrides", wish.options.overrides, read_overrides, Need::Optional);
    fields.flag("merge", wish.merge);
    fields.text("table", wish.table, Need::Optional);
    fields.text("sheet", wish.sheet, Need::Optional);
    fields.word("lang", {Word{"ru", Lang::Ru}, Word{"en", Lang::En}}, wish.lang, Need::Optional);
    fields.day("today", today);
    fields.day("as_of", as_of);
    if (today) wish.options.today = wish.assemble.today = *today;
    if (as_of) {
        wish.assemble.as_of = minute_from_day(*as_of);
        wish.options.today = *as_of;   // the same files at the same moment give the same bytes on every day
    }
    wish.assemble.is_published = false;   // stays on this computer
    return fields.finish(std::move(wish));
}

Result<ChosenProfile> choose_profile(const Wish& wish, const std::optional<Snapshot>& open) {
    std::string text = wish.profile_json;
    if (text.empty() && open) text = open->info.profile_json;
    if (text.empty() && !embedded_municipalities().empty()) text = embedded_municipalities().front().text;
    TRY(auto profile, read_profile(text, "profile.json"));
    return ChosenProfile{std::move(profile), std::move(text)};
}

json parsed(const std::string& text) { return json::parse(text, nullptr, false); }
std::string dump(const json& value) { return value.dump(-1, ' ', false, json::error_handler_t::replace); }

constexpr std::size_t kPreviewRows = 50;

json field_json(Field field) { return {{"id", field_id(field)}, {"ru", field_name(field).ru}, {"en", field_name(field).en}}; }

/// The table of the wish, else the first of the file that can be read at all.
Result<TableSample> wanted_table(const SourceFile& file, const Wish& wish) {
    TRY(auto tables, sample_tables(file, wish.options.overrides));
    const auto is_good = [](const TableSample& table) { return !table.failure; };
    const auto is_wanted = [&](const TableSample& table) { return is_good(table) && table.path == wish.table && table.sheet == wish.sheet; };
    auto found = std::find_if(tables.begin(), tables.end(), is_wanted);
    if (found == tables.end()) found = std::find_if(tables.begin(), tables.end(), is_good);
    if (found != tables.end()) return std::move(*found);
    if (!tables.empty()) return *tables.front().failure;
    return Error{.fault = Fault::NoRows, .place = {.file = file.name}};
}

void append_row(std::string& out, const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) out += ';';
        append_csv_cell(out, cells[i], ';');
    }
    out += '\n';
}

std::string csv_of(const TableSample& table, std::size_t most) {
    std::string out;
    append_row(out, table.header.names);
    for (std::size_t i = 0; i < table.rows.size() && i < most; ++i) append_row(out, table.rows[i]);
    return out;
}

constexpr Field kPreviewFields[] = {Field::Id, Field::Received, Field::Due, Field::Closed, Field::Status, Field::Block, Field::Topic, Field::Subtopic,
                                    Field::Territory, Field::Department, Field::Street, Field::Rating, Field::Text};

std::string shown_time(Minute time, bool has_time) {
    if (time == kNoTime) return {};
    return has_time ? format_iso_minute(time) : format_iso_day(day_from_minute(time));
}

json row_json(const Message& m, Lang lang) {
    const auto known = [lang](Phrase name, bool is_known) { return is_known ? std::string{name.in(lang)} : std::string{}; };
    return {{"id", m.id}, {"received", shown_time(m.received, m.received_has_time)}, {"due", shown_time(m.due, !m.due_is_end_of_day)},
            {"closed", shown_time(m.closed, m.closed_has_time)}, {"status", known(status_name(m.status), m.status != MessageStatus::Unknown)},
            {"block", m.block}, {"topic", m.topic}, {"subtopic", m.subtopic}, {"territory", m.territory}, {"department", m.department},
            {"street", m.street}, {"rating", m.rating > 0 ? std::to_string(m.rating) : std::string{}}, {"text", shorten(m.text, 60)}};
}

}  // namespace

bool ImportSession::fail(const Error& error) {
    answer_ = error_json(error);
    return false;
}

void ImportSession::clear() {
    answer_.clear();
    snapshot_ = {};
}

bool ImportSession::run(const std::vector<SourceFile>& files, std::string_view wish_text, std::span<const std::uint8_t> open_bytes, const Progress& progress) {
    snapshot_.clear();
    auto wish = read_wish(wish_text);
    if (!wish) return fail(wish.error());
    std::optional<Snapshot> open;
    if (!open_bytes.empty()) {
        auto read = read_snapshot(open_bytes, "snapshot");
        if (!read) return fail(read.error());
        open = *std::move(read);
    }
    auto chosen = choose_profile(*wish, open);
    if (!chosen) return fail(chosen.error());
    const auto calendar = builtin_calendar();
    if (!calendar) return fail(calendar.error());
    wish->options.progress = progress;
    wish->options.rows_progress = rows_progress;
    const bool merges = wish->merge && open;
    Intake intake = take_in(files, chosen->profile, *calendar, wish->options, merges ? earlier_of(*open) : Earlier{});
    if (merges) wish->assemble.earlier_inputs = open->info.inputs;
    wish->assemble.map = open && open->info.profile_id == chosen->profile.id && open->map ? open->map : builtin_map(chosen->profile);
    auto assembled = assemble(intake, chosen->profile, chosen->json, wish->assemble);
    if (assembled && open) {
        compare_with(*assembled, open->table);
        intake.report.change = assembled->change;
    }
    json answer = assembled ? json{{"ok", true}} : parsed(error_json(assembled.error()));
    answer["report"] = parsed(report_json(intake.report));
    if (!assembled) {
        answer_ = dump(answer);
        return false;
    }
    answer["week"] = format_week_key(assembled->snapshot.info.week);
    answer["municipality"] = chosen->profile.name.ru;
    snapshot_ = write_snapshot(assembled->snapshot);
    answer_ = dump(answer);
    return true;
}

bool ImportSession::suggest(const SourceFile& file, std::string_view wish_text) {
    const auto wish = read_wish(wish_text);
    if (!wish) return fail(wish.error());
    const auto table = wanted_table(file, *wish);
    if (!table) return fail(table.error());
    json answer = parsed(suggestion_json(suggest_channel(file.name, table->header, table->rows)));
    answer["ok"] = true;
    answer["fields"] = json::array();
    for (int i = 0; i < static_cast<int>(Field::Ignored); ++i) answer["fields"].push_back(field_json(static_cast<Field>(i)));
    answer_ = dump(answer);
    return true;
}

bool ImportSession::preview(const SourceFile& file, std::string_view wish_text) {
    const auto wish = read_wish(wish_text);
    if (!wish) return fail(wish.error());
    const auto table = wanted_table(file, *wish);
    if (!table) return fail(table.error());
    const std::string head = csv_of(*table, kPreviewRows);
    ImportOptions options = wish->options;
    options.overrides = {};
    json rows = json::array();
    const auto report = read_files({{file.name, std::string_view{head}}}, options, [&](Message&& message, FileReport&) { rows.push_back(row_json(message, wish->lang)); });
    const FileReport& read = report.files.front();
    if (read.failure) return fail(*read.failure);
    json answer = {{"ok", true}, {"rows", std::move(rows)}, {"fields", json::array()}, {"errors", json::array()}};
    for (const Field field : kPreviewFields) answer["fields"].push_back(field_json(field));
    for (const auto* errors : {&read.errors, &read.warnings})
        for (const Error& error : *errors) answer["errors"].push_back({{"ru", describe(error, Lang::Ru)}, {"en", describe(error, Lang::En)}});
    answer_ = dump(answer);
    return true;
}

bool ImportSession::unseal(std::span<const std::uint8_t> sealed, std::string_view key) {
    snapshot_.clear();
    auto plain = problemator::unseal(sealed, key, "");
    if (!plain) return fail(plain.error());
    snapshot_ = *std::move(plain);
    answer_ = R"({"ok": true})";
    return true;
}

void ImportSession::municipalities() {
    json all = json::array();
    for (const EmbeddedFile& file : embedded_municipalities())
        if (const auto profile = read_profile(file.text, file.name)) all.push_back({{"id", profile->id}, {"ru", profile->name.ru}, {"en", profile->name.in(Lang::En)}});
    answer_ = dump(all);
}

void ImportSession::templates() {
    json all = json::array();
    for (const Channel& channel : builtin_channels()) all.push_back({{"id", channel.id}, {"ru", channel.name(Lang::Ru)}, {"en", channel.name(Lang::En)}});
    answer_ = dump(all);
}

bool ImportSession::make_template(std::string_view id, std::string_view as, Lang lang) {
    made_.clear();
    for (const Channel& channel : builtin_channels())
        if (channel.id == id) made_ = as == "csv" ? template_csv(channel) : template_xlsx(channel, lang);
    return !made_.empty();
}

}  // namespace problemator::web
