// build: this week's exports become a site.
#include "core/base/format.hpp"
#include "core/cli/files.hpp"
#include "core/cli/previous.hpp"
#include "core/cli/privacy.hpp"
#include "core/cli/site.hpp"
#include "core/cli/source.hpp"

namespace problemator::cli {
namespace {

void tell_trouble(const ImportReport& report) {
    for (const FileReport& f : report.files) {
        if (f.failure) complain(*f.failure);
        if (f.errors.empty()) continue;
        note(std::string{say({"Отклонено строк в ", "Rows rejected in "})} + f.name + ": " + format_count(f.rows_rejected, language()) +
             std::string{say({"; первая: ", "; the first: "})} + describe(f.errors.front(), language()));
    }
}

bool has_rejects(const ImportReport& report) {
    for (const FileReport& f : report.files)
        if (f.failure || f.rows_rejected > 0) return true;
    return false;
}

/// The key of --internal, "" when the site is for everybody. Texts leave neither open nor sealed by a forgotten word.
Result<std::string> internal_key(const BuildOptions& options) {
    const auto wrong = [](std::string_view option, std::string_view expected) { return Error{.fault = Fault::BadArgument, .place = {.column = std::string{option}}, .expected = std::string{expected}}; };
    const bool has_key = options.key.is_given();
    if (options.internal && !has_key && !options.unencrypted) return wrong("--internal", "--key-file, --key-env, --unencrypted");
    if (!options.internal && (has_key || options.unencrypted)) return wrong(options.unencrypted ? "--unencrypted" : options.key.option(), "--internal");
    if (!has_key) return std::string{};
    if (options.unencrypted) return wrong("--unencrypted", std::string{say({"без ", "without "})} + std::string{options.key.option()});
    return read_key(options.key);
}

/// Beside the published week, the whole one: for those who have the key.
Result<std::vector<std::uint8_t>> sealed_week(const Intake& intake, const ProfileText& profile, std::optional<Minute> as_of, const std::optional<Snapshot>& previous, const std::string& key, std::shared_ptr<const DistrictMap> map) {
    TRY(Assembled whole, assemble(intake, profile.profile, profile.json, {.as_of = as_of, .today = today(), .is_published = false, .map = std::move(map)}));
    if (previous) compare_with(whole, previous->table);
    return seal(write_snapshot(whole.snapshot), key, random_chance());
}

/// Views of one file and sections of another, or both of one.
Result<OwnPages> load_own_pages(const BuildOptions& options) {
    OwnPages own;
    const auto read = [](const std::string& file) -> Result<OwnPages> {
        TRY(const std::string text, read_file(file));
        return read_own_pages(text, file);
    };
    if (!options.views.empty()) {
        TRY(OwnPages pages, read(options.views));
        own.views = std::move(pages.views);
    }
    if (!options.sections.empty()) {
        TRY(OwnPages pages, read(options.sections));
        own.sections = std::move(pages.sections);
    }
    return own;
}

Result<Exit> build(const BuildOptions& options) {
    TRY(const std::string key, internal_key(options));
    TRY(const AppBundle app, load_app(options.app));
    TRY(ProfileText profile, load_profile(options.input.profile));
    TRY(const auto map, load_map(options.input.profile, profile.profile));
    TRY(const AllowList allowed, load_allow_list(options.allow_personal));
    TRY(const OwnPages own, load_own_pages(options));
    TRY(const auto as_of, parse_as_of(options.input.as_of));
    TRY(const Intake intake, load_inputs(options.input, profile.profile));
    tell_trouble(intake.report);
    TRY(Assembled assembled, assemble(intake, profile.profile, profile.json, {.as_of = as_of, .today = today(), .is_published = !options.unencrypted, .texts = options.masked_texts ? PublishedTexts::Masked : PublishedTexts::Dropped, .map = map}));
    const auto previous = previous_week(options.out, assembled.snapshot.info.week);
    if (previous) compare_with(assembled, previous->table);
    if (assembled.rows_after_as_of > 0)
        note(std::string{say({"Не вошли сообщения после момента среза: ", "Left out, received after the snapshot's moment: "})} + format_count(static_cast<std::int64_t>(assembled.rows_after_as_of), language()));
    std::vector<std::uint8_t> sealed;
    if (!key.empty()) {
        TRY(sealed, sealed_week(intake, profile, as_of, previous, key, map));
    }
    Progress progress{say({"Сайт", "Site"})};
    if (options.no_data) {
        TRY(const SiteReport empty, write_empty_site(assembled.snapshot, app, options.out));
        progress.done(options.out);
        (void)empty;
        return Exit::Ok;
    }
    TRY(const SiteReport site, write_site(assembled.snapshot, app, options.out, options.single_file, allowed, sealed, own));
    progress.done(options.out);
    for (const auto& [name, bytes] : site.files) note("  " + name + "  " + format_count(static_cast<std::int64_t>((bytes + 1023) / 1024), language()) + std::string{say({" КБ", " KB"})});
    if (app.script.empty()) note(say({"Приложение браузера не найдено: сайт собран без интерактивного режима (соберите цель web или укажите --app)", "The browser app was not found: the site has static pages only (build the web target or pass --app)"}));
    return options.strict && has_rejects(intake.report) ? Exit::WithRejects : Exit::Ok;
}

}  // namespace

Exit run_build(const BuildOptions& options) {
    return finish(build(options));
}

}  // namespace problemator::cli
