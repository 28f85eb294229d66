// build: this week's exports become a site.
#include "core/base/format.hpp"
#include "core/cli/files.hpp"
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

Result<Exit> build(const BuildOptions& options) {
    TRY(const AppBundle app, load_app(options.app));
    TRY(ProfileText profile, load_profile(options.input.profile));
    TRY(const AllowList allowed, load_allow_list(options.allow_personal));
    TRY(const auto as_of, parse_as_of(options.input.as_of));
    TRY(const Intake intake, load_inputs(options.input, profile.profile));
    tell_trouble(intake.report);
    TRY(const Assembled assembled, assemble(intake, profile.profile, profile.json, {.as_of = as_of, .today = today(), .is_published = !options.with_texts, .texts = options.masked_texts ? PublishedTexts::Masked : PublishedTexts::Dropped}));
    if (assembled.rows_after_as_of > 0)
        note(std::string{say({"Не вошли сообщения после момента среза: ", "Left out, received after the snapshot's moment: "})} + format_count(static_cast<std::int64_t>(assembled.rows_after_as_of), language()));
    Progress progress{say({"Сайт", "Site"})};
    TRY(const SiteReport site, write_site(assembled.snapshot, app, options.out, options.single_file, allowed));
    progress.done(options.out);
    for (const auto& [name, bytes] : site.files) note("  " + name + "  " + format_count(static_cast<std::int64_t>((bytes + 1023) / 1024), language()) + std::string{say({" КБ", " KB"})});
    if (app.script.empty()) note(say({"Приложение браузера не найдено: сайт собран без интерактивного режима (соберите цель web или укажите --app)", "The browser app was not found: the site has static pages only (build the web target or pass --app)"}));
    return options.strict && has_rejects(intake.report) ? Exit::WithRejects : Exit::Ok;
}

}  // namespace

Exit run_build(const BuildOptions& options) {
    const auto done = build(options);
    if (done) return *done;
    complain(done.error());
    return exit_of(done.error());
}

}  // namespace problemator::cli
