#include "tests/unit/charts/sample_pages.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/base/format.hpp"

namespace problemator::testing_parts {
namespace {

std::string pick(Lang lang, const char* ru, const char* en) { return lang == Lang::Ru ? ru : en; }

struct Names { const char *id, *ru, *en, *short_ru, *short_en; };

constexpr Names kPlaces[] = {
    {"rechnoe", "Речное", "Rechnoye", "", ""},       {"taezhny", "Таёжный", "Tayozhny", "", ""},      {"oktyabrskoe", "Октябрьское", "Oktyabrskoye", "", ""},
    {"svetly", "Светлый", "Svetly", "", ""},         {"kamenka", "Каменка", "Kamenka", "", ""},       {"kedrovoe", "Кедровое", "Kedrovoye", "", ""},
    {"zaozerye", "Заозёрье", "Zaozerye", "", ""},    {"lugovoe", "Луговое", "Lugovoye", "", ""},      {"sosnovka", "Сосновка", "Sosnovka", "", ""},
    {"verkhny-yar", "Верхний Яр", "Verkhny Yar", "", ""}, {"malaya-rechka", "Малая Речка", "Malaya Rechka", "", ""},
};
constexpr Names kBlocks[] = {
    {"zhkh", "ЖКХ и энергетика", "Housing and utilities", "ЖКХ", "Housing"}, {"dorogi", "Дороги", "Roads", "Дороги", "Roads"},
    {"soc", "Социальная политика", "Social policy", "Соц.", "Social"},       {"blag", "Благоустройство", "Improvement", "Благ.", "Public"},
    {"tko", "ТКО", "Waste", "ТКО", "Waste"},                                 {"trans", "Транспорт", "Transport", "Транс.", "Transp."},
    {"imu", "Собственность", "Property", "Имущ.", "Prop."},                  {"eko", "Экономика и финансы", "Economy and finance", "Экон.", "Econ."},
};
constexpr int kCounts[11][8] = {
    {57, 17, 13, 5, 8, 6, 2, 6}, {24, 11, 8, 11, 19, 2, 6, 3}, {21, 19, 10, 6, 6, 4, 4, 2}, {14, 6, 2, 11, 3, 6, 2, 1}, {8, 6, 5, 7, 1, 11, 2, 3}, {8, 3, 7, 2, 1, 1, 3, 1},
    {5, 2, 3, 3, 2, 1, 2, 0},    {6, 2, 2, 0, 2, 3, 0, 0},     {4, 1, 2, 2, 1, 2, 2, 0},    {2, 2, 3, 1, 0, 0, 0, 0},   {1, 0, 1, 3, 0, 0, 0, 0},
};
bool is_surge(std::size_t r, std::size_t c) { return (r == 0 && c == 0) || (r == 1 && c == 4) || (r == 2 && c == 1) || (r == 4 && c == 5); }

int class_of(int n) {
    int k = 0;
    for (const int limit : {1, 3, 6, 10, 16, 25, 40}) k += n >= limit;
    return k;
}

Figure count(int n, std::string href) {
    return {.text = std::to_string(n), .unit = {}, .value = n, .href = std::move(href), .n = static_cast<std::uint32_t>(n), .is_few = false, .why = {}};
}
Figure number(std::string text, std::string unit, double value, std::string href) {
    return {.text = std::move(text), .unit = std::move(unit), .value = value, .href = std::move(href), .n = 100, .is_few = false, .why = {{"n", "100"}}};
}

}  // namespace

Figure shown(std::string text, double value, std::string unit) {
    Figure out;
    out.text = std::move(text);
    out.unit = std::move(unit);
    out.value = value;
    return out;
}

Trend sample_trend(unsigned seed, double level, Tone end) {
    Trend out;
    unsigned state = seed * 2654435761u + 1;
    for (int i = 0; i < 26; ++i) {
        state = state * 1664525u + 1013904223u;
        out.values.push_back(level * (0.8 + 0.4 * (state >> 16) / 65536.0));
    }
    if (end == Tone::Bad) out.values.back() = level * 1.6;
    out.norm_low = level * 0.85;
    out.norm_high = level * 1.15;
    out.end = end;
    out.summary = "26: " + std::to_string(static_cast<int>(*out.values.back()));
    return out;
}

Matrix sample_matrix(Lang lang) {
    Matrix m;
    m.title = pick(lang, "Территория × блок", "Territory × block");
    m.note = pick(lang, "сообщений за неделю", "messages in the week");
    m.caption = pick(lang, "Сообщения за неделю 46 по территориям и блокам", "Messages of week 46 by territory and block");
    m.row_axis_name = pick(lang, "Территория", "Territory");
    m.column_axis_name = pick(lang, "Блок", "Block");
    int total = 0;
    for (std::size_t r = 0; r < 11; ++r) {
        int sum = 0;
        for (std::size_t c = 0; c < 8; ++c) {
            const int n = kCounts[r][c];
            sum += n;
            Cell cell;
            const std::string key = std::string{kPlaces[r].id} + '.' + kBlocks[c].id;
            if (n > 0) cell.figure = count(n, "#/soobshcheniya?cell=" + key);
            cell.value = n;
            cell.color_class = class_of(n);
            cell.is_surge = is_surge(r, c);
            cell.row_id = kPlaces[r].id;
            cell.column_id = kBlocks[c].id;
            cell.tooltip_title = pick(lang, kPlaces[r].ru, kPlaces[r].en) + " · " + pick(lang, kBlocks[c].short_ru, kBlocks[c].short_en);
            cell.tooltip = {{pick(lang, "сообщений", "messages"), std::to_string(n)}, {pick(lang, "норма", "norm"), std::to_string(n / 2)}};
            cell.href = "#/teplo?cell=" + key;
            m.cells.push_back(std::move(cell));
        }
        total += sum;
        m.rows.push_back({kPlaces[r].id, pick(lang, kPlaces[r].ru, kPlaces[r].en), "", count(sum, std::string{"#/soobshcheniya?t="} + kPlaces[r].id),
                          r == 5 ? "−7" : r == 10 ? "0" : "+" + std::to_string(15 - static_cast<int>(r)), static_cast<double>(sum), std::string{"#/teplo?t="} + kPlaces[r].id});
    }
    for (std::size_t c = 0; c < 8; ++c) {
        int sum = 0;
        for (const auto& row : kCounts) sum += row[c];
        m.columns.push_back({kBlocks[c].id, pick(lang, kBlocks[c].ru, kBlocks[c].en), pick(lang, kBlocks[c].short_ru, kBlocks[c].short_en),
                             count(sum, std::string{"#/soobshcheniya?b="} + kBlocks[c].id), "+" + std::to_string(18 - static_cast<int>(c)), static_cast<double>(sum),
                             std::string{"#/teplo?b="} + kBlocks[c].id});
    }
    m.total = count(total, "#/soobshcheniya");
    m.total_change = "+77";
    m.legend = {"1–2", "3–5", "6–9", "10–15", "16–24", "25–39", "40+"};
    return m;
}

namespace {

Problem problem(Lang lang, int rank, const char* ru, const char* en, std::size_t place, const char* unit_ru, const char* unit_en, bool surge, int n, int was) {
    Problem p;
    p.rank = rank;
    p.title = pick(lang, ru, en);
    p.place = pick(lang, kPlaces[place].ru, kPlaces[place].en);
    p.unit = pick(lang, unit_ru, unit_en);
    p.block = pick(lang, kBlocks[place % 8].ru, kBlocks[place % 8].en);
    p.is_surge = surge;
    if (surge) p.reasons.emplace_back(pick(lang, "рост ×2,8 к норме", "×2.8 of the norm"), Tone::Bad);
    else p.reasons.emplace_back(pick(lang, "выше нормы 7 недель", "above the norm for 7 weeks"), Tone::Warn);
    p.reasons.emplace_back(pick(lang, "13 просрочено", "13 overdue"), Tone::Plain);
    p.reasons.emplace_back(pick(lang, "5 повторных", "5 repeats"), Tone::Plain);
    p.count = count(n, "#/soobshcheniya?s=" + std::to_string(rank));
    p.was = pick(lang, "было ", "was ") + std::to_string(was);
    p.due = "18.11";
    p.trend = sample_trend(static_cast<unsigned>(rank), n, surge ? Tone::Bad : Tone::Warn);
    return p;
}

Tile tile(Lang lang, const char* id, const char* ru, const char* en, std::string aside, Figure figure, Change change, std::string ago, Trend trend) {
    return {id, pick(lang, ru, en), std::move(aside), std::move(figure), std::move(change), std::move(ago), std::move(trend)};
}

constexpr Names kUnits[] = {
    {"obr", "Управление образования", "Education office", "Упр. образования", "Education"},
    {"taezh", "Администрация гп Таёжный", "Tayozhny administration", "Адм. Таёжный", "Tayozhny adm."},
    {"eko", "Управление экономики", "Economy office", "Упр. экономики", "Economy"},
    {"blag", "Отдел благоустройства", "Improvement department", "Отдел благоустр.", "Improvement"},
    {"tko", "Отдел обращения с отходами", "Waste department", "Отдел отходов", "Waste"},
    {"svet", "Администрация гп Светлый", "Svetly administration", "Адм. Светлый", "Svetly adm."},
    {"zhkh", "Управление ЖКХ и энергетики", "Housing office", "Управление ЖКХ", "Housing"},
};

RatingRow rating_row(Lang lang, std::size_t i, std::string place, double share, double low, double high, Tone tone, int score) {
    RatingRow row;
    row.id = kUnits[i].id;
    row.name = pick(lang, kUnits[i].ru, kUnits[i].en);
    row.short_name = pick(lang, kUnits[i].short_ru, kUnits[i].short_en);
    row.place = std::move(place);
    row.place_range = "2–7";
    row.movement = "▲ 1";
    row.movement_direction = 1;
    row.href = std::string{"#/rejting?d="} + kUnits[i].id;
    row.count = count(82 + static_cast<int>(i) * 40, "#/soobshcheniya?d=" + row.id);
    row.in_time = number(format_decimal(share * 100, 1, lang), "%", share, "#/soobshcheniya?m=intime&d=" + row.id);
    row.completeness = number("93", "%", 0.93, "");
    row.median_reply = number(lang == Lang::Ru ? "1,5" : "1.5", "", 1.5, "");
    row.satisfaction = number(lang == Lang::Ru ? "4,4" : "4.4", "", 4.4, "");
    row.score = number(std::to_string(score), "", score, "");
    row.low = low;
    row.high = high;
    row.tone = tone;
    return row;
}

std::vector<RatingRow> six_rows(Lang lang) {
    return {rating_row(lang, 0, "1", 1.0, 0.955, 1.0, Tone::Good, 85),  rating_row(lang, 1, "2", 0.97, 0.85, 0.99, Tone::Plain, 85),
            rating_row(lang, 2, "3", 0.962, 0.87, 0.99, Tone::Good, 77), rating_row(lang, 3, "11", 0.816, 0.72, 0.89, Tone::Plain, 49),
            rating_row(lang, 4, "12", 0.76, 0.69, 0.82, Tone::Bad, 44),  rating_row(lang, 5, "13", 0.46, 0.33, 0.60, Tone::Bad, 31)};
}

}  // namespace

OverviewPage sample_overview(Lang lang) {
    OverviewPage p;
    p.verdict = pick(lang, "444 сообщения за неделю, на 21\u00a0% больше прошлой.", "444 messages this week, 21% more than the last.");
    p.verdict_tail = pick(lang, "Тревог 7: первыми разобрать отопление в Речном и вывоз мусора в Таёжном.", "7 alarms: first the heating in Rechnoye and the waste in Tayozhny.");
    const std::string week = pick(lang, " к неделе 45", " to week 45"), ago = pick(lang, "АППГ ", "a year ago ");
    p.tiles = {
        tile(lang, "received", "Поступило", "Received", "", count(444, "#/soobshcheniya"), {"+77" + week, 1, Tone::Plain}, ago + "355", sample_trend(11, 400, Tone::Plain)),
        tile(lang, "overdue", "Просрочено сейчас", "Overdue now", pick(lang, "ещё 13 за 3 дня", "13 more in 3 days"), count(56, "#/soobshcheniya?m=overdue"), {"+12" + week, 1, Tone::Bad}, ago + "35", sample_trend(12, 40, Tone::Bad)),
        tile(lang, "in-time", "Отвечено в срок", "Answered in time", pick(lang, "из 447", "of 447"), number(lang == Lang::Ru ? "82,8" : "82.8", "%", 0.828, "#/soobshcheniya?m=intime"),
             {pick(lang, "−3,6 п. п.", "−3.6 pp") + week, -1, Tone::Bad}, ago + "88,7\u00a0%", sample_trend(13, 85, Tone::Bad)),
        tile(lang, "satisfaction", "Удовлетворённость", "Satisfaction", pick(lang, "116 оценок", "116 grades"), number(lang == Lang::Ru ? "3,9" : "3.9", pick(lang, "из 5", "of 5"), 3.9, "#/soobshcheniya?m=rated"),
             {pick(lang, "+0,1", "+0.1") + week, 1, Tone::Good}, ago + "3,9", sample_trend(14, 4, Tone::Plain)),
        tile(lang, "repeats", "Повторные", "Repeats", pick(lang, "16 сообщений", "16 messages"), number(lang == Lang::Ru ? "3,6" : "3.6", "%", 0.036, "#/soobshcheniya?m=repeat"),
             {pick(lang, "−2,7 п. п.", "−2.7 pp") + week, -1, Tone::Good}, ago + "4,8\u00a0%", sample_trend(15, 4, Tone::Plain)),
    };
    p.problems = {
        problem(lang, 1, "Температура в квартирах", "Cold flats", 0, "Управление ЖКХ и энергетики", "Housing office", true, 32, 14),
        problem(lang, 2, "Вывоз по графику", "Waste collection", 1, "Отдел обращения с отходами", "Waste department", true, 14, 6),
        problem(lang, 3, "Уличное освещение", "Street lights", 3, "Администрация гп Светлый", "Svetly administration", false, 7, 8),
        problem(lang, 4, "Очистка от снега и наледи", "Snow and ice", 0, "Отдел дорожного хозяйства", "Road department", true, 15, 8),
        problem(lang, 5, "Очистка от снега и наледи", "Snow and ice", 2, "Отдел дорожного хозяйства", "Road department", true, 16, 6),
        problem(lang, 6, "Отмена рейсов", "Cancelled buses", 4, "Отдел транспорта и связи", "Transport department", true, 10, 1),
        problem(lang, 7, "Запись к врачу", "Seeing a doctor", 5, "Отдел социальной поддержки", "Social department", false, 7, 8),
    };
    p.problems_total = 7;
    p.matrix = sample_matrix(lang);
    const double at[11][2] = {{62.46, 66.10}, {62.30, 65.62}, {62.62, 65.80}, {62.28, 66.42}, {62.54, 65.40}, {62.70, 66.20}, {62.10, 65.20}, {62.15, 66.00}, {62.20, 66.60}, {62.80, 65.60}, {62.40, 66.75}};
    for (std::size_t i = 0; i < 9; ++i) {
        const MatrixHead& row = p.matrix.rows[i];
        int surge = 0;
        for (std::size_t c = 0; c < 8; ++c) surge += is_surge(i, c) ? kCounts[i][c] : 0;
        p.map.push_back({row.name, at[i][0], at[i][1], row.total, surge > 0 ? count(surge, row.href) : Figure{}, surge > 0});
    }
    p.map_note = pick(lang, "Нет места на карте: Верхний Яр, Малая Речка", "Not on the map: Verkhny Yar, Malaya Rechka");
    const auto add = [&](const char* ru, const char* en, double fact, double plan, const char* status_ru, const char* status_en, Tone tone) {
        p.indicators.push_back({en, pick(lang, ru, en), number(format_decimal(fact, 1, lang), "%", fact, std::string{"#/soobshcheniya?i="} + std::to_string(p.indicators.size())), plan, pick(lang, status_ru, status_en), tone, ""});
    };
    add("Фаст-трек", "Fast track", 91.5, 90, "выполняется", "on plan", Tone::Good);
    add("Автодоставка", "Auto delivery", 71.2, 74, "отстаёт", "behind", Tone::Bad);
    add("Соцсети", "Social media", 93.8, 90, "выполняется", "on plan", Tone::Good);
    add("Решения с жителями", "With residents", 96.2, 100, "на грани", "on the edge", Tone::Warn);
    add("Дорожные карты", "Road maps", 73.1, 74, "на грани", "on the edge", Tone::Warn);
    add("Автоконтроль", "Auto control", 53.0, 60, "отстаёт", "behind", Tone::Bad);
    p.indicators.push_back({"hearings", pick(lang, "Слушания через ПОС", "Hearings"), {}, 80, "", Tone::Muted, pick(lang, "нужен реестр публичных слушаний", "needs the register of hearings")});
    p.indicators_note = pick(lang, "факт на октябрь, план 2026", "fact of October, plan of 2026");
    p.rating = six_rows(lang);
    p.rating_note = pick(lang, "пунктир — район 85,8\u00a0%, черта — интервал 95\u00a0%", "dashes — district 85.8%, bar — 95% interval");
    p.rating_mean = 0.858;
    return p;
}

RatingPage sample_rating(Lang lang) {
    RatingPage p;
    p.verdict = pick(lang, "Достоверно ниже района: Отдел отходов, Адм. Светлый", "Credibly below the district: Waste, Svetly adm.");
    p.note = pick(lang, "Недели 43–46. Рядом с местом — интервал мест: в его пределах различие не доказано.", "Weeks 43–46. Beside the rank is its range.");
    p.spans = {{pick(lang, "4 недели", "4 weeks"), "#/rejting", true}, {pick(lang, "Квартал", "Quarter"), "#/rejting?span=q", false}};
    p.rows = six_rows(lang);
    p.few = {rating_row(lang, 6, "", 1.0, 0.857, 1.0, Tone::Muted, 0)};
    p.few[0].is_few = true;
    p.few[0].score = {};
    p.mean = 0.858;
    p.footnote = pick(lang, "Пунктир — район, 85,8\u00a0%. Черта — интервал 95\u00a0%.", "Dashes — district, 85.8%. Bar — 95% interval.");
    for (const RatingRow& row : p.rows) p.funnel.push_back({row.short_name, *row.count.value, *row.in_time.value, row.tone, false, row.tone != Tone::Plain, row.href});
    p.funnel.push_back({pick(lang, "Управление ЖКХ", "Housing"), 470, 0.817, Tone::Bad, false, true, "#/rejting?d=zhkh"});
    p.funnel.push_back({pick(lang, "Дорожный отдел", "Roads"), 204, 0.838, Tone::Plain, false, true, "#/rejting?d=dor"});
    p.funnel.push_back({pick(lang, "Отдел транспорта", "Transport"), 125, 0.902, Tone::Plain, false, true, "#/rejting?d=tr"});
    p.funnel.push_back({pick(lang, "Культура и спорт", "Culture"), 23, 1.0, Tone::Muted, true, false, "#/rejting?d=kul"});
    for (double n = 8; n <= 500; n += 12) {
        const double e = std::sqrt(0.858 * 0.142 / n);
        p.limits.push_back({n, std::max(0.0, 0.858 - 1.96 * e), std::min(1.0, 0.858 + 1.96 * e), std::max(0.0, 0.858 - 3.09 * e), std::min(1.0, 0.858 + 3.09 * e)});
    }
    p.weights = {{pick(lang, "Ответы в срок", "In time"), "50\u00a0%"}, {pick(lang, "Полнота ответа", "Completeness"), "30\u00a0%"}, {pick(lang, "Оценка жителя", "Grade"), "20\u00a0%"}};
    p.weight_values = {0.5, 0.3, 0.2};
    p.weight_notes = {pick(lang, "сглажены к району при малом числе", "shrunk to the district"), pick(lang, "по существу, без возврата", "to the point"), pick(lang, "если оценок не меньше 10", "10 grades or more")};
    return p;
}

IndicatorsPage sample_indicators(Lang lang) {
    IndicatorsPage p;
    p.verdict = pick(lang, "Один показатель из трёх выполняется, один отстаёт", "One indicator of three is on plan, one is behind");
    p.note = pick(lang, "Факт помесячно, план по годам. Шкала у каждого показателя своя.", "Fact by month, plan by year. Each has a scale of its own.");
    const auto card = [&](int number_, const char* ru, const char* en, double fact, std::vector<double> plan, double low, Tone tone, const char* status_ru, const char* status_en) {
        IndicatorCard c;
        c.number = number_;
        c.name = pick(lang, ru, en);
        c.subtitle = pick(lang, "Доля сообщений за месяц", "Share of messages of the month");
        c.decree_name = pick(lang, "Доля сообщений, обработанных в срок", "Share of messages handled in time");
        c.formula = pick(lang, "числитель / знаменатель × 100", "numerator / denominator × 100");
        c.fact = number(format_decimal(fact, 1, lang), "%", fact, "#/soobshcheniya?i=1");
        c.plan_text = pick(lang, "план 90", "plan 90");
        c.status = pick(lang, status_ru, status_en);
        c.tone = tone;
        for (int k = 0; k < 22; ++k) c.facts.emplace_back(2025 * 12 + k, fact - (21 - k) * 0.4 + (k % 3) * 0.3);
        for (std::size_t k = 0; k < plan.size(); ++k) c.plan.push_back({2025 + static_cast<int>(k), plan[k]});
        c.y_min = low;
        c.y_max = 100;
        c.footer = pick(lang, "октябрь 2026", "October 2026");
        c.fraction = pick(lang, "388 из 424", "388 of 424");
        c.fraction_href = "#/soobshcheniya?i=1";
        c.part = number("388", "", 388, "#/soobshcheniya?i=2");
        c.outlook = {2026 * 12 + 9, fact - 3, fact - 2, fact - 5, fact + 1};
        c.outlook_figure = number(format_decimal(fact - 2, 1, lang), "", fact - 2, "");
        c.outlook_text = pick(lang, "план под угрозой, вероятность 34\u00a0%", "the plan is at risk, chance 34%");
        c.outlook_tone = Tone::Warn;
        p.cards.push_back(std::move(c));
    };
    card(1, "Фаст-трек", "Fast track", 91.5, {90, 90, 90, 90, 90, 90}, 80, Tone::Good, "выполняется", "on plan");
    card(2, "Автодоставка до исполнителя", "Auto delivery", 71.2, {72, 74, 76, 78, 80, 80}, 60, Tone::Bad, "отстаёт", "behind");
    card(7, "Слушания через ПОС", "Hearings", 0, {80, 80, 80, 80, 80, 80}, 40, Tone::Muted, "нет данных", "no data");
    IndicatorCard& missing = p.cards.back();
    missing.facts.clear();
    missing.fact = {};
    missing.fraction.clear();
    missing.part = {};
    missing.outlook.reset();
    missing.outlook_figure = {};
    missing.outlook_text.clear();
    missing.missing = pick(lang, "Нужен реестр публичных слушаний", "The register of public hearings is needed");
    p.how_to_read = {pick(lang, "линия — факт, последний месяц — точка", "line — fact, the dot is the last month"), pick(lang, "ступени — план на год", "steps — plan of the year")};
    return p;
}

Rail sample_rail(Lang lang) {
    Rail r;
    r.period_text = pick(lang, "9–15 ноября", "9–15 November");
    r.first_day = 20717;
    for (unsigned i = 0; i < 56; ++i) r.days.push_back(30 + (i * 37) % 40);
    r.brush_begin = 49;
    r.brush_end = 56;
    r.day_labels = {{0, pick(lang, "21 сен", "21 Sep")}, {20, pick(lang, "12 окт", "12 Oct")}, {42, pick(lang, "2 ноя", "2 Nov")}};
    Facet channel{Dimension::Channel, pick(lang, "Канал", "Channel"), {}, 0}, block{Dimension::Block, pick(lang, "Блок", "Block"), {}, 2};
    channel.values = {{"im", pick(lang, "Соцсети", "Social media"), count(220, "#/teplo?c=im"), false, "#/teplo?c=im", "#/teplo?c=im,pos"}, {"pos", "ПОС", count(135, "#/teplo?c=pos"), true, "#/teplo", ""}};
    for (std::size_t i = 0; i < 6; ++i)
        block.values.push_back({kBlocks[i].id, pick(lang, kBlocks[i].ru, kBlocks[i].en), count(150 - static_cast<int>(i) * 20, ""), false, std::string{"#/teplo?b="} + kBlocks[i].id, ""});
    r.facets = {channel, block};
    r.marks = {{Mark::Open, {"open", pick(lang, "Без ответа", "Open"), count(206, ""), false, "#/teplo?m=open", ""}}, {Mark::OverdueNow, {"overdue", pick(lang, "Просрочено сейчас", "Overdue now"), count(56, ""), false, "#/teplo?m=overdue", ""}}};
    r.chips = {{"ПОС", "#/teplo"}};
    r.reset_href = "#/teplo";
    return r;
}

MessageLine sample_line(Lang lang, std::size_t i) {
    MessageLine line;
    line.id = "pos:" + std::to_string(1000 + i);
    line.received = "14.11, 18:" + std::to_string(10 + i % 50);
    line.channel = pick(lang, "Соцсети", "Social media");
    line.territory = pick(lang, kPlaces[i % 11].ru, kPlaces[i % 11].en);
    line.topic = pick(lang, "Температура в квартирах", "Cold flats");
    line.text = pick(lang, "Третий день батареи чуть тёплые <u>", "Radiators are barely warm <u>");
    line.department = pick(lang, kUnits[i % 7].short_ru, kUnits[i % 7].short_en);
    line.status = i % 3 == 0 ? pick(lang, "просрочено 6 ч", "overdue 6 h") : pick(lang, "отвечено", "answered");
    line.tone = i % 3 == 0 ? Tone::Bad : Tone::Good;
    line.is_repeat = i % 5 == 0;
    line.href = "#/soobshcheniya?msg=" + line.id;
    return line;
}

CellDrawer sample_drawer(Lang lang) {
    CellDrawer d;
    d.title = pick(lang, "Речное × ЖКХ и энергетика", "Rechnoye × Housing");
    d.verdict = pick(lang, "рост ×1,7 к норме 33, порог 51", "×1.7 of the norm 33, threshold 51");
    d.verdict_tone = Tone::Bad;
    d.close_href = "#/teplo";
    d.figures = {{count(57, "#/soobshcheniya?t=rechnoe"), pick(lang, "сообщений", "messages")}, {count(14, "#/soobshcheniya?m=overdue"), pick(lang, "просрочено", "overdue")}, {count(8, "#/soobshcheniya?m=repeat"), pick(lang, "повторных", "repeats")}};
    d.figure_changes = {{"+16", 1, Tone::Bad}, {"+11", 1, Tone::Bad}, {}};
    d.growth = {{pick(lang, "Температура в квартирах", "Cold flats"), count(32, "#/soobshcheniya?s=1"), 12, "+20", true}, {pick(lang, "Перебои с водой", "Water cuts"), count(7, "#/soobshcheniya?s=2"), 5, "+2", false},
                {pick(lang, "Электроснабжение", "Power"), count(3, "#/soobshcheniya?s=3"), 4, "−1", false}};
    d.growth_note = pick(lang, "77\u00a0% прироста — одна тема", "77% of the growth is one topic");
    for (int i = 0; i < 52; ++i) {
        d.weeks.push_back({pick(lang, "нед. ", "wk ") + std::to_string(1 + (i + 46) % 52), 20.0 + (i * 13) % 19 + (i == 51 ? 24 : 0), i == 51, "#/teplo?w=" + std::to_string(i)});
        d.thresholds.push_back(44 + 6 * std::cos(i * 0.12));
    }
    d.week_labels = {{0, pick(lang, "ноя 2025", "Nov 2025")}, {11, pick(lang, "фев", "Feb")}, {24, pick(lang, "май", "May")}, {37, pick(lang, "авг", "Aug")}, {47, pick(lang, "окт", "Oct")}};
    d.surges_note = pick(lang, "всплески: недели 2, 46", "surges: weeks 2, 46");
    for (std::size_t i = 0; i < 4; ++i) d.newest.push_back(sample_line(lang, i));
    d.all_text = pick(lang, "Все 57", "All 57");
    d.all_href = "#/soobshcheniya?t=rechnoe&b=zhkh";
    return d;
}

HeatmapPage sample_heatmap(Lang lang) {
    HeatmapPage p;
    p.verdict = pick(lang, "4 всплеска, почти половина избытка — ЖКХ в Речном", "4 surges, almost half of the excess is housing in Rechnoye");
    p.note = pick(lang, "Сообщения за неделю 46. Сверх нормы в клетках со всплеском: 53, из них 24 в Речном.", "Messages of week 46. Above the norm: 53.");
    p.views = {{pick(lang, "Территория × блок", "Territory × block"), "#/teplo", true}, {pick(lang, "Неделя × блок", "Week × block"), "#/teplo?v=wb", false}};
    p.measures = {{pick(lang, "Число", "Count"), "#/teplo", true}, {pick(lang, "Доля в срок", "In time"), "#/teplo?m=intime", false}};
    p.orders = {{pick(lang, "По сумме", "By sum"), "#/teplo", true}};
    p.rail = sample_rail(lang);
    p.matrix = sample_matrix(lang);
    p.matrix.selected = 0;
    p.drawer = sample_drawer(lang);
    return p;
}

MessagesPage sample_messages(Lang lang) {
    MessagesPage p;
    p.count_text = pick(lang, "250 из 27 019", "250 of 27,019");
    p.total_text = "250";
    p.rows_total = 250;
    for (std::uint32_t i = 0; i < 250; ++i) p.rows.push_back(i);
    const auto column = [&](const char* id, const char* ru, const char* en) { p.columns.push_back({id, pick(lang, ru, en), std::string{"#/soobshcheniya?sort="} + id, std::string_view{id} == "received", true}); };
    column("received", "Поступило", "Received");
    column("channel", "Канал", "Channel");
    column("territory", "Территория", "Territory");
    column("topic", "Тема", "Topic");
    column("text", "Текст", "Text");
    column("department", "Подразделение", "Department");
    column("status", "Срок", "Due");
    p.rail = sample_rail(lang);
    p.chips = p.rail.chips;
    p.empty_text = pick(lang, "Ничего не найдено", "Nothing found");
    return p;
}

QualityPage sample_quality(Lang lang) {
    QualityPage p;
    p.verdict = pick(lang, "Нет выгрузок: ИМ — неделя 45.", "Exports are missing: IM — week 45.");
    p.verdict_tail = pick(lang, "2 таблицы из 2 систем: принято 1\u00a0488 строк, отклонено 12 (1\u00a0%)", "2 tables of 2 systems: kept 1,488 rows, refused 12 (1%)");
    Tile tile;
    tile.id = "rejected";
    tile.label = pick(lang, "Отклонено строк", "Rows refused");
    tile.change.text = "1\u00a0%";
    tile.figure = number("12", "", 12, "");
    p.tiles = {tile};
    const auto cell = [](std::string text, std::string href = {}, Tone tone = Tone::Plain) {
        ListingCell c;
        c.figure.text = std::move(text);
        c.figure.href = std::move(href);
        c.tone = tone;
        return c;
    };
    Listing weeks{"coverage", pick(lang, "Полнота по неделям и каналам", "Completeness by week and channel"), pick(lang, "получено сообщений", "messages received"),
                  {{"channel", pick(lang, "Канал", "Channel")}, {"2026-W45", pick(lang, "нед. 45", "wk 45"), true}, {"2026-W46", pick(lang, "нед. 46", "wk 46"), true}}, {}, {}, {}};
    ListingCell gap = cell(pick(lang, "нет", "none"), {}, Tone::Warn);
    gap.is_gap = true;
    weeks.rows = {{cell("POS", "#/soobshcheniya?ch=pos"), cell("201", "#/soobshcheniya?ch=pos&w=2026-W45"), cell("243", "#/soobshcheniya?ch=pos")}, {cell("IM <b>"), gap, cell("88")}};
    Listing privacy{"privacy", pick(lang, "Персональные данные", "Personal data"), {}, {{"kind", pick(lang, "Что", "What")}}, {}, pick(lang, "Не найдены", "None found"), pick(lang, "… и ещё 3", "… and 3 more")};
    p.listings = {weeks, privacy};
    return p;
}

ProblemsPage sample_problems(Lang lang) {
    ProblemsPage p;
    static_cast<ListingsPage&>(p) = sample_quality(lang);
    p.verdict = pick(lang, "Неделя 46: 4\u00a0всплеска.", "Week 46: 4\u00a0surges.");
    p.listings.front().rows.back().back().figure.why = {{pick(lang, "Ожидалось", "Expected"), "3,1"}};
    p.view = ProblemView::OfWeek;
    return p;
}

ProblemCard sample_problem_card(Lang lang) {
    ProblemCard card;
    card.id = "stray-animals~talinka";
    card.title = pick(lang, "Безнадзорные животные, Таёжный", "Stray animals, Tayozhny");
    card.stage = ProblemStage::RoadMap;
    card.steps = {{pick(lang, "Выявлена", "Found"), "12.03"}, {pick(lang, "В работе", "In work"), "26.03"}, {pick(lang, "Дорожная карта", "Road map"), "18.05"}, {pick(lang, "Устранена", "Solved"), pick(lang, "план 31.12", "due 31 Dec")}};
    card.cause = pick(lang, "Нет пункта содержания", "No shelter");
    card.has_cause = card.is_unpublished = true;
    card.words = {{pick(lang, "стая", "pack"), "58"}, {pick(lang, "у магазина", "by the shop"), "41"}, {pick(lang, "дети", "children"), "37"}, {pick(lang, "контейнеры", "bins"), "22"}};
    card.quote = pick(lang, "Стая собак у магазина, бросаются на детей, писали уже трижды <b>[адрес]</b>", "A pack of dogs by the shop runs at children, written about three times <b>[address]</b>");
    card.alike = pick(lang, "похожи 154 из 217 сообщений", "alike: 154 of 217 messages");
    card.unit = pick(lang, "Начальник отдела благоустройства", "Head of the town upkeep department");
    card.due = "20.12";
    Gantt gantt;
    gantt.today = day_from_date({2026, 11, 16});
    gantt.first = day_from_date({2026, 5, 1});
    gantt.last = day_from_date({2027, 1, 1});
    for (Month month = 2026 * 12 + 4; month < 2027 * 12; ++month) gantt.months.emplace_back(first_day_of_month(month), format_month_short(month, lang));
    const auto day = [&](int after) { return gantt.first + after; };
    gantt.measures = {{pick(lang, "Договор на отлов", "Contract for catching"), pick(lang, "Отдел", "Department"), "15.06", day(19), day(45), day(45), false},
                      {pick(lang, "Пункт временного содержания безнадзорных животных", "A shelter for stray animals"), {}, "27.07", day(40), day(87), day(87), false},
                      {pick(lang, "Чипирование и учёт", "Chips and records"), {}, "10.11", day(100), day(193), {}, true},
                      {pick(lang, "Рейды у контейнеров", "Raids at containers"), {}, "20.12", day(180), day(233), {}, false}};
    card.gantt = gantt;
    card.measures_note = pick(lang, "2 из 4 мер выполнены", "2 of 4 measures done");
    EffectPicture effect;
    for (int week = 0; week < 52; ++week) effect.weeks.push_back({format_week(2900 + week, lang), week < 35 ? 4.0 + week % 9 : 1.0 + week % 4, false, {}});
    effect.start = 35;
    effect.before = 8;
    effect.after = 2.4;
    effect.before_text = pick(lang, "было 8,0 в неделю", "was 8.0 a week");
    effect.after_text = pick(lang, "стало 2,4", "is 2.4");
    effect.day_text = pick(lang, "меры введены 27.07", "measures of 27 Jul");
    effect.labels = {{0, pick(lang, "ноя 2025", "Nov 2025")}, {13, pick(lang, "фев", "Feb")}, {26, pick(lang, "май", "May")}, {39, pick(lang, "авг", "Aug")}};
    card.effect = effect;
    card.change = "−70 %";
    card.interval = pick(lang, "интервал от −79 до −59 %", "interval from −79 to −59%");
    card.season_note = pick(lang, "без сезонной поправки", "season not removed");
    card.change_tone = Tone::Good;
    card.change_why = {{pick(lang, "Как считается", "Formula"), pick(lang, "прерванный ряд", "interrupted series")}};
    card.all = shown("319", 319);
    card.all.href = "#/soobshcheniya?tp=stray-animals";
    card.all_text = pick(lang, "Сообщения 319", "Messages 319");
    card.close_href = "#/problemy";
    card.cause_href = "#/problemy?over=cause";
    card.protocol_text = pick(lang, "В протокол", "To the protocol");
    card.protocol_href = "#/problemy?protocol=stray-animals~talinka";
    return card;
}

ProblemsPage sample_register(Lang lang) {
    ProblemsPage p;
    p.verdict = pick(lang, "Неделя 46: 4\u00a0всплеска.", "Week 46: 4\u00a0surges.");
    p.views = {{pick(lang, "Реестр", "Register"), "#/problemy", true}, {pick(lang, "Доска", "Board"), "#/problemy?tab=board", false}, {pick(lang, "Неделя", "Week"), "#/problemy?tab=week", false}};
    p.sets = {{pick(lang, "Открытые 18", "Open 18"), "#/problemy", true}, {pick(lang, "Все 41", "All 41"), "#/problemy?set=all", false}};
    p.blocks = {{pick(lang, "Все блоки", "All blocks"), "#/problemy", true}};
    p.territories = {{pick(lang, "Все территории", "All territories"), "#/problemy", true}};
    const std::string names[] = {pick(lang, "Выявлена", "Found"), pick(lang, "В работе", "In work"), pick(lang, "Дорожная карта", "Road map"), pick(lang, "Устранена", "Solved")};
    const std::string notes[] = {pick(lang, "+4 за неделю", "+4 this week"), pick(lang, "в среднем 12 дней", "for 12 days on average"), pick(lang, "3 с опозданием", "3 late"), pick(lang, "с начала года", "since the year began")};
    for (std::size_t i = 0; i < kStages; ++i) p.stages.push_back({static_cast<ProblemStage>(i), names[i], std::to_string(5 + i), notes[i], i == 2 ? Tone::Warn : Tone::Plain, "#/problemy?set=" + std::to_string(i), false});
    for (std::size_t i = 0; i < 10; ++i) {
        ProblemRow row;
        row.rank = static_cast<int>(i) + 1;
        row.id = "topic" + std::to_string(i) + "~place";
        row.title = i == 3 ? pick(lang, "Содержание и ремонт дворовых территорий <b>", "Upkeep and repair of courtyards <b>") : pick(lang, "Температура в квартирах", "Heat in flats");
        row.place = pick(lang, "Речное", "Rechnoye");
        row.block = pick(lang, "ЖКХ и энергетика", "Housing and energy");
        row.stage = static_cast<ProblemStage>(i % kStages);
        row.stage_name = names[i % kStages];
        row.trend = sample_trend(static_cast<unsigned>(i), 12, i == 0 ? Tone::Bad : Tone::Plain);
        row.recent = shown(std::to_string(69 - i), 69.0 - static_cast<double>(i));
        row.was = pick(lang, "было 57", "was 57");
        row.has_cause = i != 4;
        row.cause = row.has_cause ? pick(lang, "Не отрегулирован узел ввода", "The inlet is not adjusted") : pick(lang, "Причина не установлена", "No cause established");
        row.unit = pick(lang, "Управление ЖКХ и энергетики", "Housing department");
        row.due = i == 2 ? "12.11" : "18.11";
        row.is_late = i == 2;
        if (row.is_late) row.late = pick(lang, "−4 дн.", "−4 d");
        row.is_unpublished = i == 5;
        row.is_selected = i == 7;
        row.href = "#/problemy?problem=" + row.id;
        p.rows.push_back(std::move(row));
    }
    p.shown_text = pick(lang, "Показаны 10 из 41. Порядок — по силе тревоги, затем по стадии", "Shown: 10 of 41. In order of alarm, then of stage");
    p.register_name = pick(lang, "Реестр проблем", "Register of problems");
    p.empty = pick(lang, "Таких проблем нет", "There are no such problems");
    p.new_text = pick(lang, "Новая проблема", "New problem");
    p.new_href = "#/problemy?over=new";
    p.protocol_text = pick(lang, "Проект протокола", "Draft protocol");
    p.protocol_href = "#/problemy?over=protocol";
    p.card = sample_problem_card(lang);
    return p;
}

IndicatorStudy sample_study(Lang lang) {
    IndicatorStudy study;
    study.id = "fast_track";
    study.title = pick(lang, "Фаст-трек", "Fast track");
    study.subtitle = pick(lang, "Обработано по фаст-треку", "Handled on the fast track");
    study.close_href = "#/pokazateli";
    const Month first = 2024 * 12 + 11;
    for (int i = 0; i < 24; ++i) {
        study.points.push_back({first + i, 84.0 + i % 7, i == 9 ? Tone::Bad : Tone::Plain, format_month(first + i, lang), "84 %", "#/soobshcheniya"});
        study.trend.emplace_back(first + i, 86 + i * 0.1);
    }
    study.points[9].value = 71;
    study.mean = 86;
    study.lower = 78.5;
    study.upper = 93.5;
    study.plan = {{2025, 90}, {2026, 90}};
    study.events = {{first_day_of_month(first + 3) + 4, pick(lang, "Мера: закупить технику", "Measure: buy machines")}, {first_day_of_month(first + 3) + 9, pick(lang, "Всплеск: снег", "Surge: snow")}, {first_day_of_month(first + 20), pick(lang, "Мера: график", "Measure: a plan")}};
    study.signals = {pick(lang, "Сентябрь 2025: 71,0 % — ниже нижней границы 78,5 %", "September 2025: 71.0% is below the lower limit 78.5%")};
    study.method_note = pick(lang, "Полоса — среднее ± 2,66 среднего размаха", "Band: mean ± 2.66 of the mean moving range");
    study.summary = study.title + ": 84 %";
    study.y_min = 65;
    study.y_max = 100;
    return study;
}

HeaderModel sample_header(Lang lang) {
    HeaderModel h;
    h.product = pick(lang, "Проблематор", "Problemator");
    h.municipality = pick(lang, "Октябрьский район", "Oktyabrsky district");
    h.period = pick(lang, "Неделя 46 · 9–15 ноября 2026", "Week 46 · 9–15 November 2026");
    h.as_of = pick(lang, "Срез на 16.11.2026, 00:00", "As of 16 Nov 2026, 00:00");
    h.checksum = "7f3a 90c1 5e28 c21e";
    h.lang_text = lang == Lang::Ru ? "EN" : "RU";
    h.lang_href = "#/svodka?l=en";
    h.tabs = {{{pick(lang, "Сводка", "Overview"), "#/svodka", true}}, {{pick(lang, "Тепловая карта", "Heat map"), "#/teplo", false}}, {{pick(lang, "Проблематор", "Problem register"), "#/problemy", false}}, {{pick(lang, "Рейтинг", "Rating"), "#/rejting", false}},
              {{pick(lang, "Показатели", "Indicators"), "#/pokazateli", false}}, {{pick(lang, "Сообщения", "Messages"), "#/soobshcheniya", false}}, {{pick(lang, "Качество данных", "Data quality"), "#/kachestvo", false}}};
    h.weeks = {{2965, pick(lang, "Неделя 46", "Week 46"), "444", "#/svodka", true}, {2964, pick(lang, "Неделя 45", "Week 45"), "367", "#/svodka?w=2026-W45", false}};
    h.previous_href = "#/svodka?w=2026-W45";
    h.compare_text = pick(lang, "Сравнение: неделя 45", "Compared with week 45");
    h.compare_href = "#/svodka?cmp=0";
    return h;
}

}  // namespace problemator::testing_parts
