#include "core/cli/privacy.hpp"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "core/base/format.hpp"
#include "core/base/text.hpp"
#include "core/cli/files.hpp"
#include "core/cli/pack.hpp"
#include "core/seal/sealed.hpp"

namespace problemator::cli {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kMaxUnpacked = std::size_t{4} << 30;
constexpr std::string_view kProgram[] = {"app.js", "queue.js", "import.js", "fonts.css", "import.json"};
constexpr std::string_view kDataCall = "problematorData(\"", kManifestCall = "problematorManifest(", kSealCall = "problematorSeal(\"";

std::span<const std::uint8_t> bytes_of(std::string_view text) { return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}; }

void scan_snapshot(PrivacyScan& scan, const std::string& name, std::string_view bytes) {
    const auto snapshot = read_snapshot(bytes_of(bytes), name);
    if (snapshot) scan.read_snapshot_of(*snapshot, name);
    else scan.report.unread.push_back(describe(snapshot.error(), language()));
}

/// problematorData("2026-W46","<base64 of gzip>"): every call in the script.
void scan_data_calls(PrivacyScan& scan, const std::string& name, std::string_view script) {
    for (std::size_t at = script.find(kDataCall); at != script.npos; at = script.find(kDataCall, at + 1)) {
        const std::size_t begin = script.find("\",\"", at + kDataCall.size());
        const std::size_t end = begin == script.npos ? begin : script.find('"', begin + 3);
        if (end == script.npos) continue;
        const auto packed = unbase64(script.substr(begin + 3, end - begin - 3));
        const auto bytes = packed ? gunzip(*packed, kMaxUnpacked) : std::nullopt;
        if (bytes) scan_snapshot(scan, name, *bytes);
        else scan.report.unread.push_back(name + std::string{say({": данные не распаковываются", ": its data cannot be unpacked"})});
    }
}

void scan_manifest_calls(PrivacyScan& scan, const std::string& name, std::string_view script) {
    for (std::size_t at = script.find(kManifestCall); at != script.npos; at = script.find(kManifestCall, at + 1)) {
        const std::size_t begin = at + kManifestCall.size(), end = script.find(");", begin);
        if (end != script.npos && begin < script.size() && script[begin] == '{') scan.read_json(script.substr(begin, end - begin), name, "manifest");
    }
}

/// problematorSeal("2026-W46","<base64>"); and nothing else: nobody reads it without the key.
bool is_script_of_seal(std::string_view script) {
    constexpr std::string_view kBetween = "\",\"", kAfter = "\");\n";
    const std::size_t begin = script.find(kBetween);
    if (!script.starts_with(kSealCall) || !script.ends_with(kAfter) || begin == script.npos || !parse_week(script.substr(kSealCall.size(), begin - kSealCall.size()))) return false;
    const std::size_t from = begin + kBetween.size();
    if (script.size() < from + kAfter.size()) return false;
    const auto bytes = unbase64(script.substr(from, script.size() - kAfter.size() - from));
    return bytes && sealed_cost(bytes_of(*bytes), "").ok();
}

bool is_script_of_data(std::string_view script) { return script.find(kDataCall) != script.npos || script.find(kManifestCall) != script.npos; }

std::string unescaped(std::string_view text) {
    std::string out{text};
    for (const auto& [from, to] : {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&nbsp;", " "}, {"&amp;", "&"}})
        for (std::size_t at = out.find(from); at != out.npos; at = out.find(from, at + 1)) out.replace(at, std::string_view{from}.size(), to);
    return out;
}

/// Attributes that people read or that may carry a name; the others are form, colour and geometry.
void scan_attributes(PrivacyScan& scan, const std::string& name, std::string_view tag) {
    for (const std::string_view attribute : {" title=\"", " aria-label=\"", " alt=\"", " content=\"", " placeholder=\"", " value=\"", " href=\"mailto:", " href=\"tel:"})
        for (std::size_t at = tag.find(attribute); at != tag.npos; at = tag.find(attribute, at + 1)) {
            const std::size_t begin = at + attribute.size(), end = std::min(tag.find('"', begin), tag.size());
            scan.read(unescaped(tag.substr(begin, end - begin)), name, std::string{trim(attribute.substr(0, attribute.find('=')))}, "", PrivacyRule::Text);
        }
}

/// Texts and readable attributes of a page; its scripts by what they hold.
void scan_page(PrivacyScan& scan, const std::string& name, std::string_view page) {
    std::size_t pos = 0;
    while (pos < page.size()) {
        const std::size_t open = std::min(page.find('<', pos), page.size());
        if (const std::string_view text = trim(page.substr(pos, open - pos)); !text.empty()) scan.read(unescaped(text), name, "html", std::to_string(pos), PrivacyRule::Text);
        if (open == page.size()) return;
        std::size_t close = std::min(page.find('>', open), page.size());
        const std::string_view tag = page.substr(open, close - open);
        scan_attributes(scan, name, tag);
        for (const auto& [begin, end] : {std::pair<std::string_view, std::string_view>{"<script", "</script"}, {"<style", "</style"}}) {
            if (!tag.starts_with(begin)) continue;
            const std::size_t until = std::min(page.find(end, close), page.size());
            if (begin == "<script" && is_script_of_data(page.substr(close, until - close))) {
                scan_data_calls(scan, name, page.substr(close, until - close));
                scan_manifest_calls(scan, name, page.substr(close, until - close));
            }
            close = until == page.size() ? until : until - 1;
            break;
        }
        pos = close + 1;
    }
}

void scan_lines(PrivacyScan& scan, const std::string& name, std::string_view text) {
    std::size_t row = 0;
    for (const std::string_view line : split(text, '\n')) scan.read(line, name, "text", std::to_string(++row), PrivacyRule::Text);
}

std::string extension_of(const std::string& name) { return to_lower(fs::path{name}.extension().string()); }

std::string_view kind_words(std::string_view id) {
    for (std::size_t i = 0; i < kPersonalKinds; ++i)
        if (const auto kind = static_cast<PersonalKind>(i); personal_kind_id(kind) == id) return say(personal_kind_name(kind));
    if (id == "key") return say({"номер сообщения, в котором может быть имя", "message key that may hold a name"});
    if (id == "text") return say({"внутренний снимок: тексты и адреса", "internal snapshot: texts and addresses"});
    return say({"точные координаты", "exact coordinates"});
}

Result<std::vector<fs::path>> files_of(const std::string& path) {
    std::error_code failed;
    std::vector<fs::path> files;
    if (fs::is_regular_file(path, failed)) files.emplace_back(path);
    else if (fs::is_directory(path, failed)) {
        for (auto entry = fs::recursive_directory_iterator{path, failed}; !failed && entry != fs::recursive_directory_iterator{}; entry.increment(failed))
            if (entry->is_regular_file(failed)) files.push_back(entry->path());
    }
    if (failed || files.empty()) return Error{.fault = Fault::Io, .place = {.file = path}};
    std::sort(files.begin(), files.end());
    return files;
}

Result<Exit> check(const CheckOptions& options) {
    TRY(const AllowList allowed, load_allow_list(options.allow_personal));
    TRY(const auto files, files_of(options.privacy));
    PrivacyScan scan{allowed};
    std::error_code failed;
    const bool is_folder = fs::is_directory(options.privacy, failed);
    for (const fs::path& file : files) {
        TRY(const std::string bytes, read_file(file));
        scan_site_file(scan, (is_folder ? fs::relative(file, options.privacy, failed) : file.filename()).generic_string(), bytes);
    }
    print(options.json ? privacy_json(scan.report) : privacy_text(scan.report));
    if (!scan.report.is_clean()) return Exit::Personal;
    return scan.report.unread.empty() ? Exit::Ok : Exit::WithRejects;
}

}  // namespace

void scan_site_file(PrivacyScan& scan, const std::string& name, std::string_view bytes) {
    const std::string file = fs::path{name}.filename().string(), extension = extension_of(name);
    scan.read(file, name, "file name", "", PrivacyRule::Category);
    scan.report.files.push_back(name);
    if (std::find(std::begin(kProgram), std::end(kProgram), file) != std::end(kProgram)) return;
    if (extension == ".pmsnap") return scan_snapshot(scan, name, bytes);
    if (extension == ".pmseal" && sealed_cost(bytes_of(bytes), name).ok()) return;   // nobody reads it without the key
    if (extension == ".js" && is_script_of_seal(bytes)) return;
    if (extension == ".html" || extension == ".htm" || extension == ".svg") return scan_page(scan, name, bytes);
    if (extension == ".js" && is_script_of_data(bytes)) return scan_data_calls(scan, name, bytes), scan_manifest_calls(scan, name, bytes);
    if (extension == ".json" || extension == ".geojson" || extension == ".webmanifest") return scan.read_json(bytes, name, "json");
    if (extension == ".css") return;
    if (extension == ".csv" || extension == ".tsv" || extension == ".txt" || extension == ".js" || extension == ".md" || extension == ".ndjson" || extension == ".xml") return scan_lines(scan, name, bytes);
    scan.report.unread.push_back(name);
}

Result<AllowList> load_allow_list(const std::string& path) {
    if (path.empty()) return AllowList{};
    TRY(const std::string text, read_file(path));
    return read_allow_list(text, fs::path{path}.filename().string());
}

std::string privacy_text(const PrivacyReport& report) {
    const auto count = [](std::uint64_t n) { return format_count(static_cast<std::int64_t>(n), language()); };
    std::string out;
    for (const PrivacyFinding& f : report.findings)
        out += f.file + "  " + f.section + (f.place.empty() ? "" : "[" + f.place + "]") + "  " + std::string{kind_words(f.kind)} + "  «" + f.shape + "»  " + f.digest + "\n";
    if (report.total > report.findings.size()) out += std::string{say({"… и ещё находок: ", "… and more finds: "})} + count(report.total - report.findings.size()) + "\n";
    for (const std::string& name : report.unread) out += std::string{say({"Не проверено: ", "Not checked: "})} + name + "\n";
    out += std::string{say({"Файлов: ", "Files: "})} + count(report.files.size()) + std::string{say({", строк прочитано: ", ", strings read: "})} + count(report.strings) +
           std::string{say({", разрешено списком: ", ", allowed by the list: "})} + count(report.allowed) + "\n";
    if (!report.is_clean()) out += std::string{say({"Найдены персональные данные: ", "Personal data found: "})} + count(report.total);
    else out += say(report.unread.empty() ? Phrase{"Персональных данных не найдено", "No personal data found"} : Phrase{"В прочитанном персональных данных не найдено", "No personal data found in what was read"});
    return out;
}

std::string privacy_json(const PrivacyReport& report) {
    nlohmann::ordered_json out = {{"clean", report.is_clean()}, {"total", report.total}, {"allowed", report.allowed}, {"strings", report.strings}, {"files", report.files}, {"unread", report.unread}};
    out["findings"] = nlohmann::ordered_json::array();
    for (const PrivacyFinding& f : report.findings)
        out["findings"].push_back({{"file", f.file}, {"section", f.section}, {"place", f.place}, {"kind", f.kind}, {"shape", f.shape}, {"digest", f.digest}});
    return out.dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

Result<Nothing> require_clean(const PrivacyReport& report) {
    if (report.is_clean()) return Nothing{};
    const PrivacyFinding& first = report.findings.front();
    return Error{.fault = Fault::PersonalData, .place = {.file = first.file, .column = first.section}, .piece = first.shape,
                 .expected = std::string{say({"исправьте выгрузку или профиль; если это не персональные данные, впишите ", "a mended export or profile; if it is no personal data, put "})} + first.digest +
                             std::string{say({" в файл для --allow-personal", " into the file of --allow-personal"})}};
}

Exit run_privacy_check(const CheckOptions& options) {
    return finish(check(options));
}

}  // namespace problemator::cli
