#include "core/app/export.hpp"

#include <nlohmann/json.hpp>

#include "core/base/json.hpp"
#include "core/base/nearest.hpp"
#include "core/base/qr.hpp"
#include "core/documents/block_files.hpp"
#include "core/documents/block_scene.hpp"
#include "core/documents/docx_writer.hpp"
#include "core/documents/html.hpp"
#include "core/documents/paper_blocks.hpp"

namespace problemator {
namespace {

constexpr std::string_view kSpread = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", kWord = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
constexpr std::string_view kSvg = "image/svg+xml;charset=utf-8", kJson = "application/json;charset=utf-8", kPlain = "text/plain;charset=utf-8";
constexpr double kPictureWidth = 980, kQrModule = 6;

/// The page that the request speaks of: the open one, or that of its link.
struct Subject {
    World world;
    State state;
    const Page* page;
    std::optional<Page> own;
    Lang lang() const { return state.lang; }
    PageFacts facts() const { return page_facts(world, header_model(world, state), state); }
};

Result<std::string> text_at(const JsonCursor& request, std::string_view key) {
    const auto found = request.find(key);
    if (!found) return std::string{};
    return found->string();
}

Result<std::unique_ptr<Subject>> subject_of(App& app, const JsonCursor& request) {
    TRY(const std::string link, text_at(request, "link"));
    auto out = std::unique_ptr<Subject>{new Subject{app.world(), app.state(), &app.page(), std::nullopt}};
    if (link.empty()) return out;
    out->state = from_hash(link);
    out->own = page_of(out->world, out->state);
    out->page = &*out->own;
    return out;
}

std::string blocks_json(const Subject& subject) {
    nlohmann::ordered_json out = nlohmann::ordered_json::array();
    for (const BlockName& name : block_names(*subject.page, subject.lang())) out.push_back({{"id", name.id}, {"title", name.title}, {"picture", name.has_picture}});
    return out.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

Result<PageBlock> asked_block(const Subject& subject, const JsonCursor& request) {
    TRY(const JsonCursor at, request.at("block"));
    TRY(const std::string id, at.string());
    if (auto block = block_of(*subject.page, subject.world, subject.state, id)) return *std::move(block);
    std::vector<std::string> known;
    for (const BlockName& name : block_names(*subject.page, subject.lang())) known.push_back(name.id);
    return at.error(Fault::BadValue, id, nearest_word(id, std::vector<std::string_view>(known.begin(), known.end())));
}

const Paper* paper_of(const Page& page) {
    if (const auto* reports = std::get_if<ReportsPage>(&page)) return &reports->paper;
    if (const auto* sections = std::get_if<SectionsPage>(&page)) return &sections->paper;
    return nullptr;
}

Result<ExportedFile> paper_file(const Subject& subject, const JsonCursor& request, std::string_view as) {
    const Paper* paper = paper_of(*subject.page);
    if (!paper) return request.error(Fault::BadValue, std::string{screen_id(subject.state.screen)}, "otchyoty, razdely");
    const std::vector<PageBlock> blocks = paper_blocks(*paper, subject.world, subject.lang());
    const std::string stem = file_stem(subject.world, subject.state, paper->id);
    if (as == "paper-xlsx") return ExportedFile{stem + ".xlsx", std::string{kSpread}, blocks_xlsx(blocks, subject.facts(), subject.lang())};
    PaperFields fields;
    TRY(fields.to, text_at(request, "to"));
    TRY(fields.post, text_at(request, "post"));
    TRY(fields.person, text_at(request, "person"));
    return ExportedFile{stem + ".docx", std::string{kWord}, paper_docx(*paper, blocks, subject.facts(), fields, subject.world.profile.centre.in(subject.lang()), subject.lang())};
}

Result<ExportedFile> workbook(const Subject& subject, const JsonCursor& request) {
    std::vector<PageBlock> blocks;
    std::string name;
    if (request.find("block")) {
        TRY(PageBlock block, asked_block(subject, request));
        name = block.id;
        blocks.push_back(std::move(block));
    } else {
        blocks = blocks_of(*subject.page, subject.world, subject.state);
    }
    return ExportedFile{file_stem(subject.world, subject.state, name) + ".xlsx", std::string{kSpread}, blocks_xlsx(blocks, subject.facts(), subject.lang())};
}

Result<ExportedFile> qr_file(const JsonCursor& request) {
    TRY(const JsonCursor at, request.at("text"));
    TRY(const std::string text, at.string());
    const auto code = make_qr(text);
    if (!code) return at.error(Fault::TooLarge, text, "≤ " + std::to_string(qr_capacity(20)));
    return ExportedFile{"qr.svg", std::string{kSvg}, qr_svg(*code, kQrModule)};
}

Result<ExportedFile> block_file(const Subject& subject, const JsonCursor& request, std::string_view as) {
    TRY(const PageBlock block, asked_block(subject, request));
    const std::string stem = file_stem(subject.world, subject.state, block.id);
    const Lang lang = subject.lang();
    if (as == "csv") return ExportedFile{stem + ".csv", "text/csv;charset=utf-8", block_csv(block, subject.facts(), lang)};
    if (as == "tsv") return ExportedFile{stem + ".tsv", "text/tab-separated-values;charset=utf-8", block_tsv(block, lang)};
    if (as == "html") return ExportedFile{stem + ".html", "text/html;charset=utf-8", block_table_html(block)};
    if (as == "words") return ExportedFile{stem + ".txt", std::string{kPlain}, block_words(block, subject.facts())};
    return ExportedFile{stem + ".svg", std::string{kSvg}, to_svg_file(block_scene(*subject.page, block, subject.facts(), kPictureWidth, lang))};
}

}  // namespace

Result<ExportedFile> export_file(App& app, std::string_view request_json) {
    TRY(const JsonCursor request, JsonCursor::parse(request_json, "request"));
    if (auto error = request.unknown_member({"call", "as", "block", "link", "text", "to", "post", "person"})) return *error;
    TRY(const JsonCursor at, request.at("as"));
    TRY(const std::string as, at.string());
    static constexpr std::string_view kKnown[] = {"blocks", "csv", "xlsx", "tsv", "html", "words", "svg", "paper-xlsx", "paper-docx", "qr"};
    if (std::find(std::begin(kKnown), std::end(kKnown), as) == std::end(kKnown)) return at.error(Fault::BadValue, as, nearest_word(as, {std::begin(kKnown), std::end(kKnown)}));
    if (as == "qr") return qr_file(request);
    TRY(const auto subject, subject_of(app, request));
    if (as == "blocks") return ExportedFile{"blocks.json", std::string{kJson}, blocks_json(*subject)};
    if (as == "xlsx") return workbook(*subject, request);
    if (as.starts_with("paper-")) return paper_file(*subject, request, as);
    return block_file(*subject, request, as);
}


}  // namespace problemator
