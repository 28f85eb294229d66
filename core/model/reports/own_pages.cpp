#include "core/model/reports/own_pages.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/base/json.hpp"
#include "core/base/text.hpp"

namespace problemator {
namespace {

constexpr int kVersion = 1;
constexpr std::size_t kMaxTitle = 120, kMaxNote = 400, kMaxLink = 1000, kMaxId = 64, kMaxFile = 1 << 20;
constexpr std::string_view kRoles[] = {"head", "curator", "analyst"};

Result<std::string> text_at(const JsonCursor& json, std::string_view key, std::size_t most, bool is_needed) {
    const auto found = json.find(key);
    if (!found && !is_needed) return std::string{};
    TRY(const JsonCursor at, json.at(key));
    TRY(std::string text, at.string());
    const bool has_control = std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; });
    if (has_control || first_bad_utf8(text) != std::string::npos) return at.error(Fault::BadValue, text, "");
    if (is_needed && trim(text).empty()) return at.error(Fault::MissingValue, text, "");
    if (count_chars(text) > most) return at.error(Fault::CellTooLong, text, "≤ " + std::to_string(most));
    return text;
}

Result<std::string> id_at(const JsonCursor& json, std::string_view key) {
    TRY(std::string id, text_at(json, key, kMaxId, true));
    const auto is_plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.'; };
    if (std::all_of(id.begin(), id.end(), is_plain)) return id;
    return json.error(Fault::BadValue, id, "a-z, 0-9, - _ .");
}

Result<std::string> link_at(const JsonCursor& json) {
    TRY(std::string link, text_at(json, "link", kMaxLink, true));
    if (link.starts_with("#/")) return link;
    return json.error(Fault::BadValue, link, "#/teplo?b=zhkh");
}

Result<std::vector<JsonCursor>> list_at(const JsonCursor& json, std::string_view key, std::size_t most) {
    const auto found = json.find(key);
    if (!found) return std::vector<JsonCursor>{};
    TRY(auto items, found->items());
    if (items.size() > most) return found->error(Fault::OutOfRange, std::to_string(items.size()), "≤ " + std::to_string(most));
    return items;
}

Result<NamedView> read_view(const JsonCursor& json) {
    if (auto error = json.unknown_member({"name", "name_en", "link", "role"})) return *error;
    NamedView view;
    TRY(view.name_ru, text_at(json, "name", kMaxTitle, true));
    TRY(view.name_en, text_at(json, "name_en", kMaxTitle, false));
    TRY(view.link, link_at(json));
    TRY(view.role, text_at(json, "role", kMaxId, false));
    const bool is_known = view.role.empty() || std::find(std::begin(kRoles), std::end(kRoles), view.role) != std::end(kRoles);
    if (!is_known) return json.error(Fault::BadValue, view.role, "head, curator, analyst");
    return view;
}

Result<OwnSection> read_section(const JsonCursor& json) {
    if (auto error = json.unknown_member({"id", "title", "title_en", "note", "blocks"})) return *error;
    OwnSection section;
    TRY(section.id, id_at(json, "id"));
    TRY(section.title_ru, text_at(json, "title", kMaxTitle, true));
    TRY(section.title_en, text_at(json, "title_en", kMaxTitle, false));
    TRY(section.note, text_at(json, "note", kMaxNote, false));
    TRY(const auto blocks, list_at(json, "blocks", kMostBlocks));
    for (const JsonCursor& at : blocks) {
        if (auto error = at.unknown_member({"link", "block"})) return *error;
        BlockAt block;
        TRY(block.link, link_at(at));
        TRY(block.block, id_at(at, "block"));
        section.blocks.push_back(std::move(block));
    }
    return section;
}

}  // namespace

Result<OwnPages> read_own_pages(std::string_view text, std::string_view file_name) {
    if (text.size() > kMaxFile) return Error{.fault = Fault::TooLarge, .place = {.file = std::string{file_name}}, .expected = "≤ 1 MB"};
    TRY(const JsonCursor json, JsonCursor::parse(text, file_name));
    if (auto error = json.unknown_member({"version", "views", "sections"})) return *error;
    TRY(const JsonCursor version_at, json.at("version"));
    TRY(const int version, version_at.integer());
    if (version != kVersion) return version_at.error(Fault::BadValue, std::to_string(version), "1");
    OwnPages out;
    TRY(const auto views, list_at(json, "views", kMostViews));
    for (const JsonCursor& at : views) {
        TRY(NamedView view, read_view(at));
        out.views.push_back(std::move(view));
    }
    TRY(const auto sections, list_at(json, "sections", kMostSections));
    for (const JsonCursor& at : sections) {
        TRY(OwnSection section, read_section(at));
        const bool is_double = std::any_of(out.sections.begin(), out.sections.end(), [&](const OwnSection& other) { return other.id == section.id; });
        if (is_double) return at.error(Fault::DuplicateKey, section.id, "");
        out.sections.push_back(std::move(section));
    }
    return out;
}

std::string write_own_pages(const OwnPages& pages) {
    nlohmann::ordered_json out = {{"version", kVersion}, {"views", nlohmann::ordered_json::array()}, {"sections", nlohmann::ordered_json::array()}};
    for (const NamedView& view : pages.views) {
        nlohmann::ordered_json one = {{"name", view.name_ru}, {"link", view.link}};
        if (!view.name_en.empty()) one["name_en"] = view.name_en;
        if (!view.role.empty()) one["role"] = view.role;
        out["views"].push_back(std::move(one));
    }
    for (const OwnSection& section : pages.sections) {
        nlohmann::ordered_json one = {{"id", section.id}, {"title", section.title_ru}};
        if (!section.title_en.empty()) one["title_en"] = section.title_en;
        if (!section.note.empty()) one["note"] = section.note;
        one["blocks"] = nlohmann::ordered_json::array();
        for (const BlockAt& block : section.blocks) one["blocks"].push_back({{"link", block.link}, {"block", block.block}});
        out["sections"].push_back(std::move(one));
    }
    return out.dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

void add_own_pages(OwnPages& to, OwnPages more) {
    for (NamedView& view : more.views) {
        std::erase_if(to.views, [&](const NamedView& other) { return other.name_ru == view.name_ru; });
        to.views.push_back(std::move(view));
    }
    for (OwnSection& section : more.sections) {
        std::erase_if(to.sections, [&](const OwnSection& other) { return other.id == section.id; });
        to.sections.push_back(std::move(section));
    }
}

}  // namespace problemator
