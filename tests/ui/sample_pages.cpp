#include "sample_pages.hpp"

#include <array>
#include <cmath>

#include "core/base/format.hpp"

namespace problemator::web {
namespace {

constexpr std::string_view kLongPlace = "Верхненижнереченское-Заозёрное сельское поселение имени Первой пятилетки";
constexpr std::string_view kLongUnit = "Управление жилищно-коммунального хозяйства, энергетики, транспорта и дорожной деятельности администрации района";

std::string say(const Phrase& phrase, Lang lang) { return std::string{phrase.in(lang)}; }

std::vector<std::pair<std::string, std::string>> sample_why(Lang lang) {
    return {{say({"формула", "formula"}, lang), say({"отвеченные в срок, делить на все с наступившим сроком или ответом", "answered in time, divided by all answered or past their deadline"}, lang)},
            {say({"числитель", "numerator"}, lang), "370"},
            {say({"знаменатель", "denominator"}, lang), "447"},
            {say({"период", "period"}, lang), say({"неделя 46, 9–15 ноября 2026", "week 46, 9–15 November 2026"}, lang)}};
}

Figure number(std::string text, double value, std::string href, Lang lang, std::string unit = {}) {
    return {.text = std::move(text), .unit = std::move(unit), .value = value, .href = std::move(href), .n = 1, .is_few = false, .why = sample_why(lang)};
}

// A wavering line of 26 weeks that ends at `last`; the same every time.
Trend trend(double usual, double sway, double last, Tone end, bool from_zero) {
    Trend out;
    for (int i = 0; i < 25; ++i) out.values.push_back(std::max(0.0, usual + sway * std::sin(i * 1.7 + usual) + 0.6 * sway * std::sin(i * 4.1)));
    out.values.push_back(last);
    out.norm_low = std::max(0.0, usual - sway);
    out.norm_high = usual + sway;
    out.end = end;
    out.from_zero = from_zero;
    return out;
}

struct TileText { std::string_view id; Phrase label, aside; std::string_view value; Phrase unit, change, year; int direction; Tone tone; double usual, sway, last; bool from_zero; };
const std::array<TileText, 5> kTiles{{
    {"total", {"Поступило", "Received"}, {" ", " "}, "444", {" ", " "}, {"+77 к неделе 45", "+77 to week 45"}, {"АППГ 355", "year ago 355"}, 1, Tone::Plain, 330, 60, 444, false},
    {"overdue", {"Просрочено сейчас", "Overdue now"}, {"ещё 13 за 3 дня", "13 more in 3 days"}, "56", {" ", " "}, {"+12 к неделе 45", "+12 to week 45"}, {"АППГ 35", "year ago 35"}, 1, Tone::Bad, 36, 8, 56, false},
    {"in-time", {"Отвечено в срок", "Answered in time"}, {"из 447", "of 447"}, "82,8", {"%", "%"}, {"−3,6 п. п. к неделе 45", "−3.6 pp to week 45"}, {"АППГ 88,7 %", "year ago 88.7 %"}, -1, Tone::Bad, 88, 2.5, 82.8, false},
    {"satisfaction", {"Удовлетворённость", "Satisfaction"}, {"116 оценок", "116 ratings"}, "3,9", {"из 5", "of 5"}, {"+0,1 к неделе 45", "+0.1 to week 45"}, {"АППГ 3,9", "year ago 3.9"}, 1, Tone::Good, 3.8, 0.2, 3.9, false},
    {"repeats", {"Повторные", "Repeated"}, {"16 сообщений", "16 messages"}, "3,6", {"%", "%"}, {"−2,7 п. п. к неделе 45", "−2.7 pp to week 45"}, {"АППГ 4,8 %", "year ago 4.8 %"}, -1, Tone::Good, 5, 1.2, 3.6, false},
}};

Tile sample_tile(const TileText& it, Lang lang, Amount amount) {
    const auto text = [&](const Phrase& p) { return p.in(lang) == " " ? std::string{} : say(p, lang); };
    const Tone alarm = it.tone == Tone::Bad ? Tone::Bad : Tone::Plain;
    Tile tile{std::string{it.id}, text(it.label), text(it.aside), number(std::string{it.value}, it.last, "#/soobshcheniya?tile=" + std::string{it.id}, lang, text(it.unit)),
              {text(it.change), it.direction, it.tone}, text(it.year), trend(it.usual, it.sway, it.last, alarm, it.from_zero)};
    if (amount == Amount::Long) {
        tile.figure.text = "1\u00a0234\u00a0567";
        tile.change.text = say({"+123 456 к неделе 45 прошлого года", "+123,456 to week 45 of last year"}, lang);
    }
    if (amount == Amount::Scarce) {
        tile.change = {};
        tile.year_ago.clear();
        tile.trend.values.resize(3);
    }
    return tile;
}

struct ProblemText { Phrase title, place, unit, block; bool is_surge; Phrase first; std::string_view count; int was; };
const std::array<ProblemText, 7> kProblems{{
    {{"Температура в квартирах", "Heating of flats"}, {"Речное", "Rechnoe"}, {"Управление ЖКХ и энергетики", "Housing and energy"}, {"ЖКХ и энергетика", "Housing"}, true, {"рост ×2,8 к норме", "×2.8 of the norm"}, "32", 14},
    {{"Вывоз по графику", "Waste collection"}, {"Таёжный", "Tayozhny"}, {"Отдел обращения с отходами", "Waste office"}, {"ТКО", "Waste"}, true, {"рост ×2,6 к норме", "×2.6 of the norm"}, "14", 6},
    {{"Уличное освещение", "Street lighting"}, {"Светлый", "Svetly"}, {"Администрация гп Светлый", "Svetly administration"}, {"Благоустройство", "Amenities"}, false, {"выше нормы 7 недель", "above the norm for 7 weeks"}, "7", 8},
    {{"Очистка от снега и наледи", "Snow and ice"}, {"Речное", "Rechnoe"}, {"Отдел дорожного хозяйства", "Roads office"}, {"Дороги", "Roads"}, true, {"рост ×2,9 к норме", "×2.9 of the norm"}, "15", 8},
    {{"Очистка от снега и наледи", "Snow and ice"}, {"Октябрьское", "Oktyabrskoe"}, {"Отдел дорожного хозяйства", "Roads office"}, {"Дороги", "Roads"}, true, {"рост ×3,1 к норме", "×3.1 of the norm"}, "16", 6},
    {{"Отмена рейсов", "Cancelled buses"}, {"Каменка", "Kamenka"}, {"Отдел транспорта и связи", "Transport office"}, {"Транспорт", "Transport"}, true, {"10 вместо обычных 0–3", "10 instead of the usual 0–3"}, "10", 1},
    {{"Запись к врачу", "Doctor's appointments"}, {"Кедровое", "Kedrovoe"}, {"Отдел социальной поддержки", "Social support"}, {"Социальная политика", "Social policy"}, false, {"выше нормы 10 недель", "above the norm for 10 weeks"}, "7", 8},
}};

Problem sample_problem(std::size_t i, Lang lang, Amount amount) {
    const ProblemText& it = kProblems[i];
    Problem p;
    p.rank = static_cast<int>(i) + 1;
    p.title = say(it.title, lang), p.place = say(it.place, lang), p.unit = say(it.unit, lang), p.block = say(it.block, lang);
    p.reasons = {{say(it.first, lang), it.is_surge ? Tone::Bad : Tone::Warn}, {say({"13 просрочено", "13 overdue"}, lang), Tone::Plain}};
    if (i % 2 == 0) p.reasons.emplace_back(say({"11 повторных", "11 repeated"}, lang), Tone::Plain);
    p.is_surge = it.is_surge;
    const double count = std::stod(std::string{it.count});
    p.count = number(std::string{it.count}, count, "#/soobshcheniya?problem=" + std::to_string(i), lang);
    p.was = say({"было ", "was "}, lang) + std::to_string(it.was);
    p.due = i % 3 == 0 ? "18.11" : "";
    p.trend = trend(count / 2, count / 6, count, it.is_surge ? Tone::Bad : Tone::Warn, true);
    if (amount == Amount::Long) {
        p.title += say({" и других помещениях многоквартирных домов, включая общежития", " and other rooms of blocks of flats including dormitories"}, lang);
        p.place = kLongPlace;
        p.unit = kLongUnit;
        p.count.text = "12\u00a0345";
        p.was = say({"было 10 012", "was 10,012"}, lang);
    }
    return p;
}

constexpr std::array<std::array<int, 8>, 11> kCells{{{57, 17, 13, 5, 8, 6, 2, 6}, {24, 11, 8, 11, 19, 2, 6, 3}, {21, 19, 10, 6, 6, 4, 4, 2}, {14, 6, 2, 11, 3, 6, 2, 1},
    {8, 6, 5, 7, 1, 11, 2, 3}, {8, 3, 7, 2, 1, 1, 3, 1}, {5, 2, 3, 3, 2, 1, 2, 0}, {6, 2, 2, 0, 2, 3, 0, 0}, {4, 1, 2, 2, 1, 2, 2, 0}, {2, 2, 3, 1, 0, 0, 0, 0}, {1, 0, 1, 3, 0, 0, 0, 0}}};
const std::array<std::pair<std::size_t, std::size_t>, 4> kSurges{{{0, 0}, {1, 4}, {2, 1}, {4, 5}}};
const std::array<Phrase, 11> kPlaces{{{"Речное", "Rechnoe"}, {"Таёжный", "Tayozhny"}, {"Октябрьское", "Oktyabrskoe"}, {"Светлый", "Svetly"}, {"Каменка", "Kamenka"}, {"Кедровое", "Kedrovoe"},
    {"Заозёрье", "Zaozerye"}, {"Луговое", "Lugovoe"}, {"Сосновка", "Sosnovka"}, {"Верхний Яр", "Verkhny Yar"}, {"Малая Речка", "Malaya Rechka"}}};
const std::array<Phrase, 8> kBlocks{{{"ЖКХ", "Housing"}, {"Дороги", "Roads"}, {"Соц.", "Social"}, {"Благ.", "Parks"}, {"ТКО", "Waste"}, {"Транс.", "Buses"}, {"Имущ.", "Estate"}, {"Экон.", "Econ."}}};
constexpr std::array<std::pair<double, double>, 11> kWhere{{{.585, .520}, {.395, .655}, {.470, .330}, {.720, .640}, {.300, .440}, {.620, .300}, {.830, .450}, {.520, .770}, {.225, .690}, {.400, .165}, {.850, .775}}};

int class_of(int value) {
    int k = 0;
    for (const int lowest : {1, 3, 6, 10, 16, 25, 40}) k += value >= lowest ? 1 : 0;
    return k;
}

bool is_surge(std::size_t r, std::size_t c) {
    for (const auto& [row, column] : kSurges)
        if (row == r && column == c) return true;
    return false;
}

Matrix sample_matrix(Lang lang, Amount amount) {
    Matrix m;
    m.title = say({"Территория × блок", "Territory × sector"}, lang);
    m.note = say({"сообщений за неделю", "messages in the week"}, lang);
    std::array<int, 8> sums{};
    int all = 0;
    for (std::size_t r = 0; r < kPlaces.size(); ++r) {
        int sum = 0;
        for (std::size_t c = 0; c < 8; ++c) {
            const int v = kCells[r][c];
            sum += v, sums[c] += v;
            const std::string at = std::to_string(r) + "-" + std::to_string(c);
            m.cells.push_back({.figure = number(v > 0 ? std::to_string(v) : "", v, "", lang), .value = static_cast<double>(v), .color_class = class_of(v), .is_surge = is_surge(r, c), .is_hidden = false,
                               .expected = {}, .threshold = {}, .row_id = "r" + std::to_string(r), .column_id = "c" + std::to_string(c), .tooltip_title = say(kPlaces[r], lang),
                               .tooltip = {{say({"сообщений", "messages"}, lang), std::to_string(v)}}, .href = "#/teplo?c=" + at});
        }
        const std::string id = "r" + std::to_string(r), name = amount == Amount::Long ? std::string{kLongPlace} : say(kPlaces[r], lang);
        m.rows.push_back({id, name, name, number(std::to_string(sum), sum, "#/teplo?t=" + id, lang), "+3", static_cast<double>(sum), "#/teplo?t=" + id});
        all += sum;
    }
    for (std::size_t c = 0; c < 8; ++c) {
        const std::string id = "c" + std::to_string(c);
        m.columns.push_back({id, say(kBlocks[c], lang), say(kBlocks[c], lang), number(std::to_string(sums[c]), sums[c], "#/teplo?b=" + id, lang), "−1", static_cast<double>(sums[c]), "#/teplo?b=" + id});
    }
    m.total = number(std::to_string(all), all, "#/soobshcheniya", lang);
    m.total_change = "+77";
    return m;
}

struct Target { Phrase name, subtitle; double fact, plan; Phrase status; Tone tone; std::array<double, 6> plans; double from; std::string_view fraction; };
const Phrase kDone{"выполняется", "on plan"}, kEdge{"на грани", "borderline"}, kBehind{"отстаёт", "behind"};
const std::array<Target, 7> kTargets{{
    {{"Фаст-трек", "Fast track"}, {"Обработано по фаст-треку", "Handled by fast track"}, 91.5, 90, kDone, Tone::Good, {90, 90, 90, 90, 90, 90}, 85.5, "388 из 424"},
    {{"Автодоставка до исполнителя", "Delivery to the performer"}, {"Доставлено исполнителю автоматически", "Delivered automatically"}, 71.2, 74, kBehind, Tone::Bad, {72, 74, 76, 78, 80, 80}, 66.5, "1 096 из 1 539"},
    {{"Информирование в соцсетях", "Informing in social media"}, {"Получатели, ведущие соцсети", "Recipients with a social page"}, 93.8, 90, kDone, Tone::Good, {90, 90, 90, 90, 90, 90}, 88, "30 из 32"},
    {{"Решения с участием жителей", "Decisions with residents"}, {"Решения, о реализации которых рассказано", "Decisions whose results were told"}, 96.2, 100, kEdge, Tone::Warn, {100, 100, 100, 100, 100, 100}, 94, "25 из 26"},
    {{"Дорожные карты", "Road maps"}, {"Сообщения, причины которых устраняет карта", "Messages whose causes a map removes"}, 73.1, 74, kEdge, Tone::Warn, {72, 74, 76, 78, 80, 80}, 57, "1 125 из 1 539"},
    {{"Автоконтроль решения", "Automatic control"}, {"ГЛОНАСС, фото- и видеофиксация", "GLONASS, photo and video"}, 53.0, 60, kBehind, Tone::Bad, {55, 60, 65, 70, 75, 80}, 46.5, "816 из 1 539"},
    {{"Слушания через ПОС", "Hearings online"}, {"Публичные слушания с использованием ПОС", "Public hearings held online"}, 83.3, 80, kDone, Tone::Good, {80, 80, 80, 80, 80, 80}, 74, "10 из 12"},
}};
const Phrase kMissing{"нет данных: нужен реестр публичных слушаний", "no data: the register of public hearings is needed"};

std::string one_decimal(double v, Lang lang) { return format_decimal(v, 1, lang); }

Bullet sample_bullet(const Target& it, std::size_t i, Lang lang, Amount amount) {
    Bullet b{"target-" + std::to_string(i), say(it.name, lang), number(one_decimal(it.fact, lang), it.fact, "#/soobshcheniya?i=" + std::to_string(i), lang, "%"), it.plan, say(it.status, lang), it.tone, {}};
    if (amount == Amount::Scarce || (amount == Amount::Usual && i == 6 && lang == Lang::En)) {
        b.fact = {};
        b.status.clear();
        b.tone = Tone::Muted;
        b.missing = say(kMissing, lang);
    }
    return b;
}

struct Unit { Phrase name, brief; int count; double in_time, low, high; int full; std::string_view median, rated, score, place, range; int move; Tone tone; };
const std::array<Unit, 14> kUnits{{
    {{"Управление образования", "Department of education"}, {"Упр. образования", "Education"}, 82, 100.0, .955, 1, 93, "1,5", "4,4", "85", "1", "1–3", 1, Tone::Good},
    {{"Администрация гп Таёжный", "Tayozhny administration"}, {"Адм. Таёжный", "Tayozhny"}, 40, 97.0, .85, .995, 100, "2,4", "–", "85", "2", "1–3", -1, Tone::Plain},
    {{"Управление экономики", "Department of economy"}, {"Упр. экономики", "Economy"}, 52, 96.2, .872, .99, 92, "2,8", "4,2", "77", "3", "2–7", 0, Tone::Good},
    {{"Отдел социальной поддержки", "Social support"}, {"Соцподдержка", "Social"}, 122, 96.0, .91, .98, 91, "0,9", "4,0", "77", "4", "3–7", 3, Tone::Good},
    {{"Администрации 7 поселений", "Seven settlements"}, {"7 поселений", "Seven"}, 99, 96.9, .91, .99, 89, "1,5", "4,1", "76", "5", "3–7", -1, Tone::Good},
    {{"Администрация гп Речное", "Rechnoe administration"}, {"Адм. Речное", "Rechnoe"}, 70, 93.2, .85, .97, 93, "4,2", "4,1", "75", "6", "3–7", 0, Tone::Plain},
    {{"Отдел транспорта и связи", "Transport and communications"}, {"Отдел транспорта", "Transport"}, 125, 90.2, .835, .945, 91, "2,7", "4,0", "70", "7", "4–8", -2, Tone::Plain},
    {{"Комитет по собственности", "Property committee"}, {"Собственность", "Property"}, 61, 90.0, .79, .96, 94, "2,6", "3,5", "68", "8", "4–8", 0, Tone::Plain},
    {{"Управление ЖКХ и энергетики", "Housing and energy"}, {"Управление ЖКХ", "Housing"}, 459, 81.7, .78, .85, 89, "3,1", "3,8", "56", "9", "9–11", 0, Tone::Bad},
    {{"Отдел дорожного хозяйства", "Roads office"}, {"Дорожный отдел", "Roads"}, 199, 83.8, .78, .88, 85, "3,3", "3,7", "54", "10", "9–11", 1, Tone::Plain},
    {{"Отдел благоустройства", "Amenities office"}, {"Отдел благоустр.", "Amenities"}, 83, 81.6, .72, .89, 81, "2,2", "3,7", "49", "11", "9–12", -1, Tone::Plain},
    {{"Отдел обращения с отходами", "Waste office"}, {"Отдел отходов", "Waste"}, 148, 76.0, .685, .82, 87, "2,6", "3,2", "44", "12", "11–13", 0, Tone::Bad},
    {{"Администрация гп Светлый", "Svetly administration"}, {"Адм. Светлый", "Svetly"}, 46, 46.0, .33, .6, 94, "2,8", "3,4", "31", "13", "12–13", 0, Tone::Bad},
    {{"Управление культуры и спорта", "Culture and sport"}, {"Упр. культуры", "Culture"}, 19, 100.0, .86, 1, 96, "2,6", "–", "–", "", "", 0, Tone::Plain},
}};

RatingRow sample_row(std::size_t i, Lang lang, Amount amount) {
    const Unit& it = kUnits[i];
    const std::string link = "#/rejting?d=" + std::to_string(i), rows = "#/soobshcheniya?d=" + std::to_string(i);
    RatingRow r;
    r.id = "unit-" + std::to_string(i);
    r.name = amount == Amount::Long ? std::string{kLongUnit} : say(it.name, lang);
    r.short_name = amount == Amount::Long ? std::string{kLongUnit} : say(it.brief, lang);
    r.place = it.place, r.place_range = it.range;
    r.movement_direction = it.move;
    r.movement = it.move == 0 ? "" : std::to_string(std::abs(it.move));
    r.is_few = it.place.empty();
    r.count = number(std::to_string(it.count), it.count, rows + "&m=all", lang);
    r.in_time = number(r.is_few ? say({"23 из 23", "23 of 23"}, lang) : one_decimal(it.in_time, lang), it.in_time / 100, rows + "&m=in-time", lang, "%");
    r.completeness = number(std::to_string(it.full), it.full, rows + "&m=full", lang);
    r.median_reply = number(std::string{it.median}, 2, rows + "&m=median", lang);
    r.satisfaction = number(std::string{it.rated}, 4, rows + "&m=rated", lang);
    r.repeats = number("3", 3, rows + "&m=repeat", lang);
    r.score = number(std::string{it.score}, r.is_few ? 0 : std::stod(std::string{it.score}), rows + "&m=score", lang);
    r.low = it.low, r.high = it.high;
    r.tone = it.tone;
    r.href = link;
    return r;
}

IndicatorCard sample_card(const Target& it, std::size_t i, Lang lang, Amount amount) {
    IndicatorCard c;
    c.id = "target-" + std::to_string(i);
    c.number = static_cast<int>(i) + 1;
    c.name = say(it.name, lang), c.subtitle = say(it.subtitle, lang);
    if (amount == Amount::Long) c.name = kLongUnit, c.subtitle = kLongUnit;
    c.decree_name = say({"Доля сообщений по строке распоряжения", "Share of messages by the row of the decree"}, lang);
    c.fact = number(one_decimal(it.fact, lang), it.fact, "#/soobshcheniya?i=" + std::to_string(i), lang, "%");
    c.plan_text = say({"план ", "plan "}, lang) + format_decimal(it.plan, 0, lang) + say({", −2,8\u00a0п.\u00a0п.", ", −2.8\u00a0pp"}, lang);
    c.status = say(it.status, lang), c.tone = it.tone;
    for (int k = 0; k < 22; ++k) c.facts.emplace_back(2025 * 12 + k, it.from + (it.fact - it.from) * k / 21 + (k < 21 ? std::sin(k * 2.3) : 0));
    for (int k = 0; k < 6; ++k) c.plan.push_back({2025 + k, it.plans[static_cast<std::size_t>(k)]});
    c.y_min = std::floor((it.from - 6) / 10) * 10, c.y_max = 100;
    c.footer = say({"октябрь 2026", "October 2026"}, lang);
    c.fraction = it.fraction;
    c.fraction_href = "#/soobshcheniya?i=" + std::to_string(i);
    c.outlook = {2026 * 12 + 9, it.fact - 3, it.fact - 2, it.fact - 5, std::min(100.0, it.fact + 1)};
    c.outlook_figure.text = one_decimal(it.fact - 2, lang) + say({" (88–94)", " (88–94)"}, lang);
    c.outlook_figure.why.emplace_back(say({"Как считается", "Formula"}, lang), say({"числитель и знаменатель отдельно", "numerator and denominator apart"}, lang));
    c.outlook_text = say({"план будет выполнен, вероятность 93\u00a0%", "the plan will be met, chance 93%"}, lang), c.outlook_tone = Tone::Good;
    if (amount == Amount::Scarce || (amount == Amount::Usual && i == 6 && lang == Lang::En)) {
        c.fact = {};
        c.facts.clear();
        c.fraction.clear(), c.fraction_href.clear();
        c.outlook.reset(), c.outlook_figure = {}, c.outlook_text.clear();
        c.status = say({"нет данных", "no data"}, lang), c.tone = Tone::Muted;
        c.missing = say(kMissing, lang);
    }
    return c;
}

// A broad section and a narrow one, as the rating has them under its table.
void add_listings(RatingPage& page, Lang lang) {
    const auto cell = [](std::string text, Tone tone = Tone::Plain) {
        ListingCell out;
        out.figure.text = std::move(text);
        out.tone = tone;
        return out;
    };
    Listing fair{.id = "fair", .title = say({"Опоздания: факт и ожидание", "Late answers: fact and expected"}, lang), .note = {}, .columns = {}, .rows = {}, .empty = {}, .more = {}};
    fair.columns = {{"unit", say({"Подразделение", "Department"}, lang)}, {"late", say({"Опоздало", "Late"}, lang), true}, {"expected", say({"Ожидалось", "Expected"}, lang), true},
                    {"ratio", say({"Факт / ожид.", "Fact / exp."}, lang), true}, {"range", "95 %", true, true}, {"group", say({"Группа", "Group"}, lang)}};
    for (const RatingRow& row : page.rows) {
        fair.rows.push_back({cell(row.name), cell("26"), cell("32,3"), cell("0,80"), cell("0,57–1,10", Tone::Muted), cell(say({"в пределах", "within chance"}, lang))});
        fair.rows.back()[3].figure.why.emplace_back(say({"Ожидалось", "Expected"}, lang), "32,3");
        fair.rows.back()[1].figure.href = row.href;
    }
    Listing days{.id = "deadlines", .title = say({"Сроки ближайших дней", "Deadlines of the next days"}, lang), .note = {}, .columns = {{"day", say({"Срок", "Due"}, lang)}, {"open", say({"Без ответа", "Unanswered"}, lang), true}},
                 .rows = {{cell(say({"сегодня, 16.11", "today, 16 Nov"}, lang)), cell("12")}}, .empty = {}, .more = {}};
    page.listings = {std::move(days), std::move(fair)};
}

void add_funnel(RatingPage& page) {
    const double mean = *page.mean;
    for (int k = 10; k <= 500; k += 10) {
        const double e = std::sqrt(mean * (1 - mean) / k);
        page.limits.push_back({static_cast<double>(k), std::max(0.0, mean - 1.96 * e), std::min(1.0, mean + 1.96 * e), std::max(0.0, mean - 3.09 * e), std::min(1.0, mean + 3.09 * e)});
    }
    for (const auto* rows : {&page.rows, &page.few})
        for (const RatingRow& r : *rows) page.funnel.push_back({r.short_name, *r.count.value, *r.in_time.value, r.tone, r.is_few, r.tone != Tone::Plain, r.href});
}

}  // namespace

OverviewPage sample_overview(Lang lang, Amount amount) {
    OverviewPage page;
    page.verdict = say({"444 сообщения за неделю, на 21\u00a0% больше прошлой.", "444 messages in the week, 21\u00a0% more than the week before."}, lang);
    page.verdict_tail = say({"Тревог 7: первыми разобрать отопление в Речном и вывоз мусора в Таёжном.", "Alarms: 7, first the heating in Rechnoe and the waste in Tayozhny."}, lang);
    for (const TileText& tile : kTiles) page.tiles.push_back(sample_tile(tile, lang, amount));
    if (amount == Amount::Scarce) page.no_problems = say({"Отклонений нет: все темы в пределах нормы", "No deviations: every topic is within its usual range"}, lang);
    else
        for (std::size_t i = 0; i < kProblems.size(); ++i) page.problems.push_back(sample_problem(i, lang, amount));
    page.problems_total = page.problems.size();
    page.matrix = sample_matrix(lang, amount);
    if (amount != Amount::Scarce)
        for (std::size_t i = 0; i < kPlaces.size(); ++i) {
            const auto& row = page.matrix.rows[i];
            const bool is_hot = i == 0 || i == 1 || i == 2 || i == 4;
            page.map.push_back({row.name, 60 - kWhere[i].second, 70 + kWhere[i].first * 2, row.total, is_hot ? number("19", row.value / 3, "", lang) : Figure{}, is_hot});
        }
    for (std::size_t i = 0; i < kTargets.size(); ++i) page.indicators.push_back(sample_bullet(kTargets[i], i, lang, amount));
    page.indicators_note = say({"факт на октябрь, план 2026", "actual in October, plan 2026"}, lang);
    if (amount != Amount::Scarce)
        for (const std::size_t i : {0u, 1u, 2u, 10u, 11u, 12u}) page.rating.push_back(sample_row(i, lang, amount));
    page.rating_mean = 0.858;
    page.rating_note = amount == Amount::Scarce ? say({"Мало данных: мест пока нет, нужно 30 ответов со сроком у подразделения", "Little data: no places yet, a department needs 30 answers with a deadline"}, lang)
                                                : say({"пунктир — район 85,8\u00a0%, черта — интервал 95\u00a0%", "dashes: district 85.8\u00a0%, line: 95\u00a0% interval"}, lang);
    return page;
}

RatingPage sample_rating(Lang lang, Amount amount) {
    RatingPage page;
    page.verdict = say({"Достоверно ниже района: Управление ЖКХ, Отдел отходов, Адм. Светлый", "Reliably below the district: Housing, Waste, Svetly"}, lang);
    page.note = say({"Недели 43–46. Рядом с местом — интервал мест: в его пределах различие не доказано.", "Weeks 43–46. Beside the place is the interval of places: within it the difference is not proven."}, lang);
    page.spans = {{say({"4 недели", "4 weeks"}, lang), "#/rejting", true}, {say({"Квартал", "Quarter"}, lang), "#/rejting?span=q", false}, {say({"С начала года", "Year to date"}, lang), "#/rejting?span=y", false}};
    page.subjects = {{say({"Подразделения", "Departments"}, lang), "#/rejting", true}, {say({"Территории", "Territories"}, lang), "#/rejting?of=territories", false}};
    page.adjustment = {say({"С поправкой на темы и каналы", "Adjusted for topics and channels"}, lang), "#/rejting?raw=1", true};
    page.report = {say({"Таблица для отчёта", "Table for a report"}, lang), "#/otchyoty?paper=rejting", false};
    page.unit_title = say({"Подразделение", "Department"}, lang);
    page.mean = 0.858;
    for (std::size_t i = 0; i < kUnits.size(); ++i) {
        RatingRow row = sample_row(i, lang, amount);
        if (amount == Amount::Scarce) row.is_few = true;
        if (amount == Amount::Scarce && i > 0) break;
        (row.is_few ? page.few : page.rows).push_back(std::move(row));
    }
    page.footnote = say({"Пунктир — район, 85,8\u00a0%. Черта — доверительный интервал 95\u00a0%; зелёный и красный — отличие от района достоверно. Медиана — с учётом открытых.",
                         "Dashes: district, 85.8\u00a0%. Line: 95\u00a0% confidence interval; green and red: the difference from the district is reliable. The median counts open messages."}, lang);
    add_funnel(page);
    page.weights = {{say({"Ответы в срок", "Answers in time"}, lang), "50\u00a0%"}, {say({"Полнота ответа", "Completeness"}, lang), "30\u00a0%"}, {say({"Оценка жителя", "Residents' rating"}, lang), "20\u00a0%"}};
    page.weight_values = {50, 30, 20};
    if (amount != Amount::Scarce) add_listings(page, lang);
    page.weight_notes = {say({"сглажены к району при малом числе", "shrunk to the district when few"}, lang), say({"по существу, без возврата", "to the point, not returned"}, lang), say({"средняя, если оценок не меньше 10", "mean of at least 10 ratings"}, lang)};
    return page;
}

IndicatorsPage sample_indicators(Lang lang, Amount amount) {
    IndicatorsPage page;
    page.verdict = say({"Три показателя из семи выполняются, два на грани, два отстают от плана 2026 года", "Three of seven indicators are on track, two borderline, two behind the plan of 2026"}, lang);
    page.note = say({"Факт помесячно, план по годам. Шкала у каждого показателя своя.", "Actual by month, plan by year. Every indicator has its own scale."}, lang);
    page.grains = {{say({"По месяцам", "By month"}, lang), "#/pokazateli", true}, {say({"По кварталам", "By quarter"}, lang), "#/pokazateli?g=quarter", false}};
    page.report_text = say({"Месячный отчёт", "Monthly report"}, lang);
    page.report_href = "#/otchyoty?paper=pokazateli";
    page.plan_text = say({"Изменить план", "Change the plan"}, lang);
    page.plan_href = "#/pokazateli?over=plan";
    for (std::size_t i = 0; i < kTargets.size(); ++i) page.cards.push_back(sample_card(kTargets[i], i, lang, amount));
    page.how_to_read = {say({"линия с точкой — факт по месяцам, ступени — план на год", "line with a dot: fact by month, steps: plan of the year"}, lang),
                        say({"выполняется — факт не ниже плана", "on plan: fact not below the plan"}, lang),
                        say({"на грани — не хватает одного случая, или план внутри интервала 95\u00a0%", "borderline: one case short, or the plan lies within the 95\u00a0% interval"}, lang),
                        say({"отстаёт — план выше интервала", "behind: the plan lies above the interval"}, lang),
                        say({"Показатель 7: в постановлении вместо единицы измерения стоит 70. Принят план 80\u00a0% на все годы.", "Indicator 7: the decree has 70 where the unit should be. The plan is 80\u00a0% for all years."}, lang)};
    return page;
}

namespace {

ListingCell words(std::string text, Tone tone = Tone::Plain, std::string href = {}) {
    ListingCell cell;
    cell.figure.text = std::move(text);
    cell.figure.href = std::move(href);
    cell.tone = tone;
    return cell;
}

const std::array<std::pair<Phrase, std::string_view>, 6> kQualityTiles{{{{"Принято строк", "Rows kept"}, "1 234"}, {{"Отклонено строк", "Rows refused"}, "12"}, {{"Повторы и обновления", "Repeated and updated"}, "48"},
    {{"Связано между каналами", "Linked across channels"}, "31"}, {{"Нет в справочнике", "Not in the lists"}, "96"}, {{"Без территории", "Without a territory"}, "57"}}};

Listing sample_files(Lang lang, Amount amount) {
    Listing out{"files", say({"Файлы", "Files"}, lang), say({"прочитано = принято + отклонено", "read = kept + refused"}, lang),
                {{"file", say({"Файл", "File"}, lang)}, {"system", say({"Система", "System"}, lang)}, {"format", say({"Формат", "Format"}, lang), false, true}, {"read", say({"Прочитано", "Read"}, lang), true},
                 {"kept", say({"Принято", "Kept"}, lang), true}, {"rejected", say({"Отклонено", "Refused"}, lang), true}, {"updated", say({"Обновлено", "Updated"}, lang), true, true},
                 {"repeated", say({"Повторы", "Repeated"}, lang), true, true}, {"doubts", say({"Стоит проверить", "Worth a look"}, lang)}}, {}, {}, {}};
    const std::string name = amount == Amount::Long ? "Выгрузка за ноябрь/" + std::string{kLongUnit} + ".xlsx · " + std::string{kLongPlace} : "ПОС_46.xlsx · Sheet0";
    for (int i = 0; i < (amount == Amount::Scarce ? 1 : amount == Amount::Long ? 30 : 6); ++i) {
        const std::string link = "#/soobshcheniya?ch=channel-" + std::to_string(i);
        out.rows.push_back({words(name), words(say({"Инцидент менеджмент", "Incident management"}, lang), Tone::Plain, link), words("XLSX, windows-1251"), words("1 246"), words("1 234"), words("12", Tone::Bad), words("40"), words("8"),
                            words(say({"порядок дат «dmy» (70 %, иначе «mdy»)", "order of dates «dmy» (70%, or «mdy»)"}, lang), Tone::Warn)});
    }
    return out;
}

Listing sample_weeks(Lang lang, Amount amount) {
    Listing out{"coverage", say({"Полнота по неделям и каналам", "Completeness by week and channel"}, lang), say({"получено сообщений", "messages received"}, lang),
                {{"channel", say({"Канал", "Channel"}, lang)}}, {}, {}, say({"ни одного сообщения: СМЛС", "not one message: SMLS"}, lang)};
    for (int week = 35; week <= 46; ++week) out.columns.push_back({"w" + std::to_string(week), say({"нед. ", "wk "}, lang) + std::to_string(week), true, week < 41});
    for (int row = 0; row < (amount == Amount::Scarce ? 1 : 4); ++row) {
        const std::string link = "#/soobshcheniya?ch=c" + std::to_string(row);
        std::vector<ListingCell> cells{words(amount == Amount::Long ? std::string{kLongUnit} : say({"Контакт-центр", "Call centre"}, lang), Tone::Plain, link)};
        for (int week = 35; week <= 46; ++week) cells.push_back(words(amount == Amount::Long ? "123 456" : std::to_string(week * 3 + row), Tone::Plain, link + "&w=2026-W" + std::to_string(week)));
        if (row == 1) {
            cells[9] = words(say({"нет", "none"}, lang), Tone::Warn);
            cells[9].is_gap = true;
            cells[9].figure.why = {{say({"нет выгрузки", "no export"}, lang), say({"неделя 43", "week 43"}, lang)}};
        }
        out.rows.push_back(std::move(cells));
    }
    return out;
}

Listing sample_section(std::string id, const Phrase& title, std::size_t rows, Lang lang, Amount amount) {
    Listing out{std::move(id), say(title, lang), say({"сообщений за всё время", "messages of all time"}, lang),
                {{"what", say({"Что", "What"}, lang)}, {"name", say({"Как в файле", "As in the file"}, lang)}, {"count", say({"Сообщений", "Messages"}, lang), true}, {"hint", say({"Похоже на", "Looks like"}, lang)}},
                {}, say({"Все названия известны профилю", "The profile knows every name"}, lang), amount == Amount::Long ? say({"… и ещё 12 345", "… and 12,345 more"}, lang) : ""};
    for (std::size_t i = 0; i < (amount == Amount::Scarce ? 0 : rows); ++i)
        out.rows.push_back({words(say({"Территория", "Territory"}, lang)), words(amount == Amount::Long ? std::string{kLongPlace} : "п. Речной"), words(std::to_string(90 - i), Tone::Plain, "#/soobshcheniya?x=" + out.id + std::to_string(i)),
                            words(say({"Речное", "Rechnoe"}, lang))});
    return out;
}

}  // namespace

QualityPage sample_quality(Lang lang, Amount amount) {
    QualityPage page;
    page.verdict = say({"Нет выгрузок: Контакт-центр — неделя 43.", "Exports are missing: Call centre — week 43."}, lang);
    page.verdict_tail = say({"6 таблиц из 4 систем: принято 1 234 строки, отклонено 12 (1 %)", "6 tables of 4 systems: kept 1,234 rows, refused 12 (1%)"}, lang);
    if (amount == Amount::Long) page.note = say({"2 файла не прочитаны: один защищён паролем, другой повреждён", "2 files were not read: one is protected by a password, the other is damaged"}, lang);
    for (const auto& [label, value] : kQualityTiles) {
        Tile tile;
        tile.id = "quality-" + std::to_string(page.tiles.size());
        tile.label = say(label, lang);
        tile.change.text = say({"из 1 246", "of 1,246"}, lang);
        tile.figure = number(amount == Amount::Long ? "1 234 567" : std::string{value}, 12, page.tiles.size() == 5 ? "#/soobshcheniya?t=none" : "", lang);
        if (amount != Amount::Scarce) page.tiles.push_back(std::move(tile));
    }
    page.listings = {sample_files(lang, amount), sample_weeks(lang, amount), sample_section("unmapped", {"Нет в справочнике", "Not in the lists"}, 9, lang, amount),
                     sample_section("links", {"Связи и изменения", "Links and changes"}, 6, lang, amount), sample_section("places", {"Места", "Places"}, 5, lang, amount)};
    return page;
}

ProblemsPage sample_problems(Lang lang, Amount amount) {
    ProblemsPage page;
    static_cast<ListingsPage&>(page) = sample_quality(lang, amount);
    page.view = ProblemView::OfWeek;
    page.verdict = say({"Неделя 46: 4 всплеска, 3 хронические проблемы.", "Week 46: 4 surges, 3 chronic problems."}, lang);
    Listing alarms = sample_section("alarms", {"Всплески и хронические проблемы недели", "Surges and chronic problems of the week"}, 7, lang, amount);
    for (auto& row : alarms.rows) row[1].figure.why = {{say({"Ожидалось", "Expected"}, lang), "3,1"}};
    page.listings.insert(page.listings.begin(), std::move(alarms));
    return page;
}

std::optional<Page> sample_page(const State& state, Amount amount) {
    switch (state.screen) {
        case Screen::Overview: return sample_overview(state.lang, amount);
        case Screen::Rating: return sample_rating(state.lang, amount);
        case Screen::Indicators: return sample_indicators(state.lang, amount);
        case Screen::Problems: return sample_problems(state.lang, amount);
        case Screen::Quality: return sample_quality(state.lang, amount);
        case Screen::Heatmap: case Screen::Messages: case Screen::Reports: case Screen::About: case Screen::Sections: return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace problemator::web
