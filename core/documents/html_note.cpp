// What only paper shows: the heading of an analytical note, its sources, the line for a signature and the checksum.
#include <algorithm>

#include "core/base/format.hpp"
#include "core/documents/html_parts.hpp"
#include "core/model/names.hpp"
#include "core/model/words.hpp"

namespace problemator {
namespace {

constexpr Phrase kNote = {"Аналитическая записка", "Analytical note"};
constexpr Phrase kAbout = {"о сообщениях и обращениях жителей", "on messages and appeals of residents"};
constexpr Phrase kFilter = {"Отбор", "Filter"};
constexpr Phrase kMain = {"Главное", "In short"};
constexpr Phrase kSources = {"Источники", "Sources"};
constexpr Phrase kNoPersonal = {"Сообщения и обращения по 59-ФЗ считаются со своими сроками. Персональные данные в записку не входят.",
                                "Messages and appeals are counted with deadlines of their own. The note holds no personal data."};
constexpr Phrase kChief = {"Руководитель муниципального центра управления", "Head of the municipal control centre"};
constexpr Phrase kSignature = {"подпись", "signature"}, kChecksum = {"Контрольная сумма", "Checksum"};
constexpr Phrase kLoaded = {"загружено", "loaded"}, kRejected = {"отклонено", "refused"};
constexpr Counted kRecords = {"запись", "записи", "записей", "record", "records"};
constexpr Counted kLines = {"строка", "строки", "строк", "row", "rows"};

std::string sources_sentence(const World& world, Lang lang) {
    std::vector<std::string> names;
    std::int64_t kept = 0, rejected = 0;
    for (const InputFile& input : world.snapshot.info.inputs) {
        kept += input.rows_kept;
        rejected += input.rows_rejected;
        std::string name = source_name(world, input.channel, lang);
        if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
    }
    if (names.empty()) return {};
    std::string out = std::string{kSources.in(lang)} + ": ";
    for (std::size_t i = 0; i < names.size(); ++i) out += (i == 0 ? "" : ", ") + names[i];
    out += "; " + std::string{kLoaded.in(lang)} + ' ' + format_counted(kept, kRecords, lang);
    if (rejected > 0) out += ", " + std::string{kRejected.in(lang)} + ' ' + format_counted(rejected, kLines, lang);
    return out + ". ";
}

std::string checksum_words(const HeaderModel& header, Lang lang) {
    return header.checksum.empty() ? "" : ". " + std::string{kChecksum.in(lang)} + ' ' + header.checksum;
}

constexpr std::size_t kPortraitColumns = 9;           // more of them do not fit the upright sheet

struct WidePage {
    static bool of(const std::vector<Listing>& listings) {
        return std::any_of(listings.begin(), listings.end(), [](const Listing& listing) { return listing.columns.size() > kPortraitColumns; });
    }
    bool operator()(const HeatmapPage& page) const { return page.matrix.columns.size() > kPortraitColumns; }
    bool operator()(const RatingPage&) const { return true; }
    bool operator()(const MessagesPage&) const { return true; }
    bool operator()(const ListingsPage& page) const { return of(page.listings); }
    bool operator()(const OverviewPage&) const { return false; }
    bool operator()(const IndicatorsPage&) const { return false; }
    bool operator()(const MapPage&) const { return false; }
};
bool is_wide(const Page& page) { return std::visit(WidePage{}, page); }

// A text inside a CSS string inside HTML: what could end either of them is left out.
std::string css_text(std::string_view text) {
    std::string out;
    for (const char c : text)
        if (c != '"' && c != '\\' && c != '<' && c != '>' && static_cast<unsigned char>(c) >= 0x20) out += c;
    return out;
}

}  // namespace

// The overview prints as the note; every other screen as itself, with its filter in words.
std::string note_head_html(const World& world, const HeaderModel& header, const State& state) {
    const Lang lang = state.lang;
    const bool is_note = state.screen == Screen::Overview;
    std::string out = "<div class=\"note-head paper\"><p class=\"from\">" + esc(header.municipality) + "<br><b>" + esc(world.profile.centre.in(lang)) + "</b></p>";
    out += "<p class=\"to\">" + esc(world.profile.head_addressee.in(lang)) + "<br>" + esc(header.as_of) + "</p></div>\n";
    out += "<p class=\"note-title paper\">" + esc(is_note ? kNote.in(lang) : screen_name(state.screen).in(lang)) + "</p>\n";
    out += "<p class=\"note-about paper\">" + esc(kAbout.in(lang)) + ", " + esc(header.period) + "</p>\n";
    if (!is_note) return out + "<p class=\"note-filter paper\">" + esc(kFilter.in(lang)) + ": " + esc(filter_words(world, state, lang)) + "</p>\n";
    return out + "<p class=\"note-section paper\" aria-hidden=\"true\">" + esc(kMain.in(lang)) + "</p>\n";
}

std::string sheet_margins_html(const HeaderModel& header, bool is_across, Lang lang) {
    return "<style>@page { " + std::string{is_across ? "size: A4 landscape; " : ""} + "@bottom-left { content: \"" + css_text(header.as_of + checksum_words(header, lang)) + "\"; } }</style>\n";
}

// Wide matrices and tables lie across the sheet.
std::string note_foot_html(const World& world, const HeaderModel& header, const Page& page, Lang lang) {
    const std::string chief = world.profile.roles.empty() ? std::string{kChief.in(lang)} : std::string{world.profile.roles.front().name.in(lang)};
    std::string out = "<p class=\"note-sources\">" + esc(sources_sentence(world, lang)) + esc(kNoPersonal.in(lang)) + "<span class=\"paper-inline\"> " + esc(header.as_of + checksum_words(header, lang)) + "</span></p>\n";
    out += "<div class=\"note-sign paper\"><p>" + esc(chief) + "</p><p class=\"line\">" + esc(kSignature.in(lang)) + "</p></div>\n<div class=\"paper-qr paper\" aria-hidden=\"true\"></div>\n";
    return out + sheet_margins_html(header, is_wide(page), lang);
}

}  // namespace problemator
