#include "web/import/import_session.hpp"

#include <nlohmann/json.hpp>

#include "core/app/assemble.hpp"
#include "core/base/format.hpp"
#include "core/clean/intake.hpp"
#include "core/schema/embedded.hpp"
#include "core/schema/fields.hpp"
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
    fields.day("today", today);
    fields.day("as_of", as_of);
    if (today) wish.options.today = wish.assemble.today = *today;
    if (as_of) wish.assemble.as_of = minute_from_day(*as_of);
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
    const Intake intake = take_in(files, chosen->profile, *calendar, wish->options);
    json answer = {{"ok", true}, {"report", parsed(report_json(intake.report))}};
    auto assembled = assemble(intake, chosen->profile, chosen->json, wish->assemble);
    if (!assembled) {
        json failed = parsed(error_json(assembled.error()));
        failed["report"] = std::move(answer["report"]);
        answer_ = failed.dump(-1, ' ', false, json::error_handler_t::replace);
        return false;
    }
    answer["week"] = format_week_key(assembled->snapshot.info.week);
    answer["municipality"] = chosen->profile.name.ru;
    snapshot_ = write_snapshot(assembled->snapshot);
    answer_ = answer.dump(-1, ' ', false, json::error_handler_t::replace);
    return true;
}

bool ImportSession::suggest(const SourceFile&, std::string_view) { return fail({.fault = Fault::BadArgument}); }

void ImportSession::municipalities() {
    json all = json::array();
    for (const EmbeddedFile& file : embedded_municipalities())
        if (const auto profile = read_profile(file.text, file.name)) all.push_back({{"id", profile->id}, {"ru", profile->name.ru}, {"en", profile->name.in(Lang::En)}});
    answer_ = all.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace problemator::web
