#include "core/cli/site.hpp"

#include <cstdlib>

#include "core/app/app.hpp"
#include "core/base/embedded.hpp"
#include "core/base/format.hpp"
#include "core/base/hash.hpp"
#include "core/cli/files.hpp"
#include "core/cli/manifest.hpp"
#include "core/cli/pack.hpp"
#include "core/cli/privacy.hpp"
#include "core/documents/html.hpp"
#include "core/documents/site_page.hpp"

namespace problemator {
std::span<const EmbeddedFile> embedded_styles();   // shell/*.css, compiled in
}

namespace problemator::cli {
namespace fs = std::filesystem;
namespace {

// Styles in the order in which they build on each other.
std::string site_styles() {
    std::string css;
    for (const std::string_view wanted : {"tokens.css", "style.css", "reports.css", "overlay.css", "unlock.css", "register.css", "phone.css", "print.css"})
        for (const EmbeddedFile& file : embedded_styles())
            if (file.name == wanted) css += file.text;
    return css;
}

std::string_view as_text(SealBytes bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

std::string data_script(const std::string& week, std::string_view bytes) {
    return "problematorData(\"" + week + "\",\"" + base64(gzip(bytes)) + "\");\n";
}

std::string seal_script(const std::string& week, SealBytes sealed) { return "problematorSeal(\"" + week + "\",\"" + base64(as_text(sealed)) + "\");\n"; }

// Runs before the data files: keeps their calls until the app is there to take them.
constexpr std::string_view kQueue =
    "window.problematorQueue=[];for(const n of[\"problematorManifest\",\"problematorData\",\"problematorOwn\"])window[n]=(...a)=>window.problematorQueue.push([n,...a]);\n";

std::string policy(std::string_view script_sources) {
    return "default-src 'none'; script-src " + std::string{script_sources} +
           " 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; "
           "worker-src 'self' blob:; base-uri 'none'; form-action 'none'";
}

class Writer {
public:
    explicit Writer(fs::path folder) : folder_{std::move(folder)} {}
    Result<Nothing> put(const std::string& name, std::string_view bytes) {
        TRY(const Nothing done, write_file(folder_ / name, bytes));
        report.files.emplace_back(name, bytes.size());
        return done;
    }
    SiteReport report;

private:
    fs::path folder_;
};

/// Views and sections as a call; "<" is escaped so that it may stand inside a page.
std::string own_script(const OwnPages& own) {
    std::string json;
    for (const char c : write_own_pages(own)) json += c == '<' ? std::string{"\\u003c"} : std::string(1, c);
    return "problematorOwn(" + json + ");\n";
}

Result<Nothing> put_app(Writer& writer, const AppBundle& bundle) {
    TRY(const Nothing d, writer.put("app.js", bundle.script));
    TRY(const Nothing e, writer.put("queue.js", kQueue));
    (void)d, (void)e;
    return writer.put("import.js", "problematorImport(" + bundle.import_pack + ");\n");
}

Result<IndexParts> head_page(App& app, const AppBundle& bundle) {
    const World world = app.world();
    IndexParts parts;
    parts.lang = Lang::Ru;
    parts.title = world.profile.name.ru + " — Проблематор";
    parts.css = site_styles();
    parts.font_css = bundle.style;
    parts.header_html = header_html(app.header(), app.state());
    parts.page_html = page_html(app.page(), app.header(), world, app.state());
    return parts;
}

/// The page of a folder: every script is a file, so that the policy needs no exception for inline scripts.
std::string folder_page(IndexParts parts, const std::string& week, bool has_app, bool has_own) {
    parts.csp = policy("'self' file:");
    if (has_app) parts.scripts = {{.source = "queue.js", .inline_text = {}}, {.source = "data/manifest.js", .inline_text = {}}, {.source = "data/" + week + ".js", .inline_text = {}}, {.source = "app.js", .inline_text = {}}};
    if (has_app && has_own) parts.scripts.insert(parts.scripts.end() - 1, {.source = "data/views.js", .inline_text = {}});
    return index_html(parts);
}

/// Everything in one file; its scripts are allowed by their hashes.
std::string single_page(IndexParts parts, const AppBundle& bundle, const std::string& manifest, const std::string& data, const std::string& own, SealBytes sealed) {
    std::string sources;
    for (const std::string& text : {std::string{kQueue}, manifest, data, own, bundle.script}) {
        if (bundle.script.empty()) break;
        if (text.empty()) continue;
        parts.scripts.push_back({.source = {}, .inline_text = text});
        sources += (sources.empty() ? "" : " ") + csp_hash(text);
    }
    parts.csp = policy(sources.empty() ? "'self'" : sources);
    if (!bundle.script.empty()) parts.blocks = {{.id = "import-pack", .json = bundle.import_pack}};
    if (!bundle.script.empty() && !sealed.empty()) parts.blocks.push_back({.id = "seal-pack", .json = '"' + base64(as_text(sealed)) + '"'});
    return index_html(parts);
}

std::uint64_t messages_in_week(const Snapshot& snapshot) {
    return rows_received(snapshot.table, first_minute_of_week(snapshot.info.week), first_minute_of_week(snapshot.info.week + 1)).size();
}

/// Before the first byte is written. The data script and the single file are packed from the same bytes as these.
Result<Nothing> prove_clean(const std::string& snapshot_name, std::string_view snapshot, std::string_view page, std::string_view manifest, const AllowList& allowed) {
    PrivacyScan scan{allowed};
    scan_site_file(scan, snapshot_name, snapshot);
    scan_site_file(scan, "data/manifest.js", manifest);
    scan_site_file(scan, "index.html", page);
    if (!scan.report.is_clean()) note(privacy_text(scan.report));
    return require_clean(scan.report);
}

/// The sealed twin of a week: a file for `query`, a script for the page. One that no longer matches its week is removed.
Result<Nothing> put_sealed(Writer& writer, const fs::path& out, const std::string& week, SealBytes sealed) {
    const std::string file = "data/" + week + ".pmseal", script = "data/" + week + ".seal.js";
    if (sealed.empty()) {
        std::error_code failed;
        for (const std::string& name : {file, script})
            if (!fs::remove(out / name, failed) && failed) return Error{.fault = Fault::Io, .place = {.file = name}};
        return Nothing{};
    }
    TRY(const Nothing done, writer.put(file, as_text(sealed)));
    (void)done;
    return writer.put(script, seal_script(week, sealed));
}

}  // namespace

Result<AppBundle> load_app(const std::string& folder) {
    std::vector<fs::path> places;
    if (!folder.empty()) places.emplace_back(folder);
    else if (const char* set = std::getenv("PROBLEMATOR_APP")) places.emplace_back(set);
    else {
        std::error_code failed;
        const fs::path program = fs::read_symlink("/proc/self/exe", failed);   // build/release/core/cli/problemator
        const fs::path here = program.parent_path();
        places = {here / "app", here / "../share/problemator/app", here / "../../../web/app"};
    }
    std::error_code failed;
    for (const fs::path& place : places) {
        if (!fs::exists(place / "app.js", failed)) continue;
        AppBundle bundle;
        TRY(bundle.script, read_file(place / "app.js"));
        TRY(bundle.style, read_file(place / "fonts.css"));
        TRY(bundle.import_pack, read_file(place / "import.json"));
        return bundle;
    }
    if (!folder.empty()) return Error{.fault = Fault::Io, .place = {.file = folder + "/app.js"}};
    return AppBundle{};
}

Result<SiteReport> write_site(const Snapshot& snapshot, const AppBundle& bundle, const fs::path& out, bool single_file, const AllowList& allowed, SealBytes sealed, const OwnPages& own) {
    const std::vector<std::uint8_t> bytes = write_snapshot(snapshot);
    const std::string week = format_week_key(snapshot.info.week);
    TRY(auto app, App::open(bytes, week + ".pmsnap"));
    app->set_sections(own.sections);
    const Profile& profile = app->world().profile;

    TRY(Manifest manifest, read_manifest(out / "data" / "manifest.js"));
    if (!manifest.profile_id.empty() && manifest.profile_id != profile.id)
        return Error{.fault = Fault::BadArgument, .place = {.file = out.string(), .column = "--out"}, .piece = profile.id,
                     .expected = manifest.profile_id + std::string{say({" (папка уже занята его сайтом) или другая папка", " (the folder holds its site already) or another folder"})}};
    manifest.profile_id = profile.id, manifest.name_ru = profile.name.ru, manifest.name_en = profile.name.en;
    const ManifestWeek entry{.week = snapshot.info.week, .as_of = format_iso_minute(snapshot.info.as_of), .checksum = snapshot_checksum(bytes),
                             .sha256 = sha256_hex(bytes), .bytes = bytes.size(), .messages = messages_in_week(snapshot), .is_sealed = !sealed.empty()};
    put_week(manifest, entry);
    const bool is_newest = manifest.weeks.front().week == entry.week;

    const std::string data = data_script(week, as_text(bytes)), listing = manifest_script(manifest);
    TRY(const IndexParts parts, head_page(*app, bundle));
    const std::string own_text = own == OwnPages{} ? std::string{} : own_script(own);
    std::error_code unread;
    const bool has_own = !own_text.empty() || fs::exists(out / "data" / "views.js", unread);   // of an earlier build: it stays
    const std::string page = folder_page(parts, week, !bundle.script.empty(), has_own);
    if (snapshot.info.is_published) {
        TRY(const Nothing clean, prove_clean("data/" + week + ".pmsnap", as_text(bytes), page, listing + own_text, allowed));
        (void)clean;
    }
    Writer writer{out};
    TRY(const Nothing a, writer.put("data/" + week + ".pmsnap", as_text(bytes)));
    TRY(const Nothing b, writer.put("data/" + week + ".js", data));
    TRY(const Nothing s, put_sealed(writer, out, week, sealed));
    TRY(const Nothing c, writer.put("data/manifest.js", listing));
    if (!own_text.empty()) {
        TRY(const Nothing o, writer.put("data/views.js", own_text));
        (void)o;
    }
    if (!bundle.script.empty()) {
        TRY(const Nothing d, put_app(writer, bundle));
        (void)d;
    }
    if (is_newest) {   // an older week that is built again does not become the front page
        TRY(const Nothing f, writer.put("index.html", page));
        (void)f;
    }
    if (single_file) {
        Manifest only{.profile_id = manifest.profile_id, .name_ru = manifest.name_ru, .name_en = manifest.name_en, .weeks = {entry}};
        TRY(const Nothing g, writer.put("dashboard.html", single_page(parts, bundle, manifest_script(only), data, own_text, sealed)));
        (void)g;
    }
    (void)a, (void)b, (void)c, (void)s;
    return writer.report;
}

Result<SiteReport> write_empty_site(const Snapshot& sample, const AppBundle& bundle, const fs::path& out) {
    if (bundle.script.empty()) return Error{.fault = Fault::Io, .place = {.file = "app.js"}, .expected = "--app"};
    const std::vector<std::uint8_t> bytes = write_snapshot(sample);
    const std::string week = format_week_key(sample.info.week);
    IndexParts parts;
    parts.title = "Проблематор";
    parts.css = site_styles();
    parts.font_css = bundle.style;
    parts.page_html = "<h1 id=\"verdict\" class=\"verdict\">Проблематор</h1>\n";
    parts.csp = policy("'self' file:");
    parts.scripts = {{.source = "queue.js", .inline_text = {}}, {.source = "data/manifest.js", .inline_text = {}}, {.source = "app.js", .inline_text = {}}};
    Writer writer{out};
    TRY(const Nothing app, put_app(writer, bundle));
    TRY(const Nothing listing, writer.put("data/manifest.js", "problematorManifest({\"version\": 1, \"weeks\": [], \"sample\": \"" + week + "\"});\n"));
    TRY(const Nothing data, writer.put("data/" + week + ".js", data_script(week, as_text(bytes))));
    TRY(const Nothing page, writer.put("index.html", index_html(parts)));
    (void)app, (void)listing, (void)data, (void)page;
    return writer.report;
}

}  // namespace problemator::cli
