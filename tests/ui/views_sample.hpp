// A made-up district for the tests of the heat map and the message list: as many rows, columns and words as a real one,
// without reading any data. Long names on purpose: nothing may be clipped or overlap.
#pragma once
#include <string>
#include <vector>

#include "core/base/format.hpp"
#include "core/model/heat/heatmap_page.hpp"
#include "core/model/messages/messages_page.hpp"

namespace problemator::web {

struct SampleWords {
    std::vector<std::string> territories, blocks, views, measures, orders;
    std::string verdict, note, matrix_note, period, reset, all;
};

inline SampleWords words_in(Lang lang) {
    if (lang == Lang::Ru)
        return {{"Речное", "Таёжный", "Октябрьское", "Светлый", "Каменка", "Кедровое", "Заозёрье", "Луговое", "Сосновка", "Верхний Яр", "Малая Речка"},
                {"ЖКХ и энергетика", "Дороги", "Социальная политика", "Благоустройство", "ТКО", "Транспорт", "Собственность", "Экономика и финансы"},
                {"Территория × блок", "Неделя × блок", "День × час"},
                {"Число", "Доля в срок", "Просрочено сейчас", "На 1 000 жителей"},
                {"По сумме", "По имени", "Как в профиле"},
                "4 всплеска, почти половина избытка — ЖКХ в Речном",
                "Сообщения за неделю 46. Сверх нормы в клетках со всплеском: 53, из них 24 в Речном.",
                "Сообщений в клетке", "9–15 ноября", "#/teplo", "Все 57"};
    return {{"Rechnoye", "Tayozhny", "Oktyabrskoye", "Svetly", "Kamenka", "Kedrovoye", "Zaozerye", "Lugovoye", "Sosnovka", "Verkhny Yar", "Malaya Rechka"},
            {"Housing and energy", "Roads", "Social policy", "Public spaces", "Waste", "Transport", "Property", "Economy and finance"},
            {"Territory × block", "Week × block", "Weekday × hour"},
            {"Count", "Share in time", "Overdue now", "Per 1,000 residents"},
            {"By total", "By name", "As in the profile"},
            "4 surges, almost half of the excess is housing in Rechnoye",
            "Messages of week 46. Above the norm in surging cells: 53, of them 24 in Rechnoye.",
            "Messages in a cell", "9–15 November", "#/teplo?lang=en", "All 57"};
}

inline Figure sample_figure(std::uint32_t n, std::string href = {}) {
    Figure figure;
    figure.text = std::to_string(n);
    figure.value = n;
    figure.n = n;
    figure.href = std::move(href);
    return figure;
}

inline int sample_class(std::uint32_t n) {
    int k = 0;
    for (const std::uint32_t limit : {1u, 3u, 6u, 10u, 16u, 25u, 40u}) k += n >= limit ? 1 : 0;
    return k;
}

inline Cell sample_cell(const SampleWords& words, std::size_t r, std::size_t c) {
    static constexpr std::uint32_t kCounts[11][8] = {{57, 17, 13, 5, 8, 6, 2, 6}, {24, 11, 8, 11, 19, 2, 6, 3}, {21, 19, 10, 6, 9, 5, 3, 2}, {14, 6, 2, 11, 4, 3, 2, 1},
                                                     {8, 6, 5, 7, 2, 11, 1, 3},   {8, 3, 7, 2, 1, 1, 3, 1},     {5, 2, 3, 3, 2, 1, 2, 0},   {6, 2, 2, 0, 2, 3, 0, 0},
                                                     {4, 1, 2, 2, 1, 2, 2, 0},    {2, 2, 3, 1, 0, 0, 0, 0},     {1, 0, 1, 3, 0, 0, 0, 0}};
    const std::uint32_t n = kCounts[r][c];
    const std::string place = "r" + std::to_string(r) + ",b" + std::to_string(c);
    Cell cell;
    cell.figure = sample_figure(n, "#/soobshcheniya?cell=" + place);
    if (n == 0) cell.figure.text.clear();
    cell.value = n;
    cell.color_class = sample_class(n);
    cell.is_surge = (r == 0 && c == 0) || (r == 1 && c == 4) || (r == 2 && c == 1);
    cell.row_id = "r" + std::to_string(r);
    cell.column_id = "b" + std::to_string(c);
    cell.tooltip_title = words.territories[r] + " · " + words.blocks[c];
    cell.tooltip = {{"сообщений", std::to_string(n)}, {"норма", "8,7"}, {"порог всплеска", "18,0"}, {"неделя 45", "12"}};
    cell.href = "#/teplo?cell=" + place;
    return cell;
}

inline Matrix sample_matrix(const SampleWords& words) {
    Matrix matrix;
    matrix.title = words.views[0];
    matrix.note = words.matrix_note;
    matrix.row_axis_name = "territory";
    matrix.column_axis_name = "block";
    matrix.legend = {"1–2", "3–5", "6–9", "10–15", "16–24", "25–39", "40+"};
    std::vector<std::uint32_t> columns(words.blocks.size());
    for (std::size_t r = 0; r < words.territories.size(); ++r) {
        std::uint32_t sum = 0;
        for (std::size_t c = 0; c < words.blocks.size(); ++c) {
            matrix.cells.push_back(sample_cell(words, r, c));
            sum += matrix.cells.back().figure.n;
            columns[c] += matrix.cells.back().figure.n;
        }
        matrix.rows.push_back({"r" + std::to_string(r), words.territories[r], words.territories[r], sample_figure(sum), "+15", static_cast<double>(sum), "#/teplo?t=r" + std::to_string(r)});
    }
    for (std::size_t c = 0; c < words.blocks.size(); ++c)
        matrix.columns.push_back({"b" + std::to_string(c), words.blocks[c], words.blocks[c].substr(0, words.blocks[c].find(' ')), sample_figure(columns[c]), "+8",
                                  static_cast<double>(columns[c]), "#/teplo?b=b" + std::to_string(c)});
    matrix.total = sample_figure(444);
    matrix.total_change = "+77";
    return matrix;
}

inline Facet sample_facet(Dimension dimension, std::string title, const std::vector<std::string>& names, std::size_t hidden) {
    Facet facet{dimension, std::move(title), {}, hidden};
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string id = std::string{dimension_id(dimension)} + std::to_string(i);
        facet.values.push_back({id, names[i], sample_figure(static_cast<std::uint32_t>(220 / (i + 1))), false, "#/teplo?set=" + id, "#/teplo?add=" + id});
    }
    return facet;
}

inline Rail sample_rail(const SampleWords& words) {
    Rail rail;
    rail.period_text = words.period;
    rail.first_day = day_from_date({2026, 9, 21});
    for (std::uint32_t d = 0; d < 56; ++d) rail.days.push_back(30 + (d * 37 + d * d * 11) % 45);
    rail.brush_begin = 49;
    rail.brush_end = 56;
    rail.day_labels = {{0, "21 сен"}, {20, "12 окт"}, {42, "2 ноя"}};
    rail.facets = {sample_facet(Dimension::Channel, "Канал", {"Соцсети", "ПОС", "Обращения 59-ФЗ", "Контакт-центр"}, 0),
                   sample_facet(Dimension::Block, "Блок", words.blocks, 0), sample_facet(Dimension::Territory, "Территория", words.territories, 3),
                   sample_facet(Dimension::Department, "Подразделение", {"Управление жилищно-коммунального хозяйства и энергетики", "Дорожный отдел", "Отдел отходов", "Отдел транспорта"}, 10)};
    rail.facets[0].values[1].is_selected = true;
    for (const Mark mark : {Mark::Open, Mark::OverdueNow, Mark::FastTrack, Mark::Repeat}) {
        const std::string id{mark_id(mark)};
        rail.marks.push_back({mark, {id, std::string{mark_name(mark).ru}, sample_figure(206), false, "#/teplo?m=" + id, "#/teplo?m=" + id}});
    }
    rail.chips = {{"ПОС", "#/teplo"}, {"ЖКХ и энергетика, Дороги, Социальная политика, Транспорт", "#/teplo?ch=pos"}};
    rail.reset_href = words.reset;
    return rail;
}

inline MessageLine sample_line(std::uint32_t row) {
    MessageLine line;
    line.id = "ИМ-46-" + std::to_string(row);
    line.received = "14.11, 18:44";
    line.channel = row % 3 == 0 ? "Контакт-центр" : "Соцсети";
    line.territory = row % 4 == 0 ? "Октябрьское" : "Речное";
    line.topic = row % 5 == 0 ? "Очистка от снега и наледи дворовых территорий" : "Температура в квартирах";
    line.text = "Третий день батареи чуть тёплые, в комнате +15, дома двое детей. Звонили диспетчеру, никто не пришёл.";
    line.department = "Управление ЖКХ и энергетики";
    line.status = row % 2 == 0 ? "просрочено 10 ч" : "до 24.11";
    line.tone = row % 2 == 0 ? Tone::Bad : Tone::Plain;
    line.is_repeat = row % 7 == 1;
    line.href = "#/soobshcheniya?id=m" + std::to_string(row);
    return line;
}

inline CellDrawer sample_drawer(const SampleWords& words) {
    CellDrawer drawer;
    drawer.title = words.territories[0] + " × " + words.blocks[0];
    drawer.verdict = "рост ×1,7 к норме; норма 33, порог 51";
    drawer.verdict_tone = Tone::Bad;
    drawer.close_href = "#/teplo?closed";
    drawer.figures = {{sample_figure(57, "#/soobshcheniya"), "сообщений"}, {sample_figure(14, "#/soobshcheniya?m=overdue"), "просрочено"}, {sample_figure(8), "повторных за 4 нед."}};
    const std::vector<std::string> names = {"Температура в квартирах", "Начисления и квитанции", "Содержание домов", "Перебои с водой", "Канализация", "Электроснабжение"};
    const std::uint32_t counts[] = {32, 5, 7, 7, 3, 3};
    for (std::size_t i = 0; i < names.size(); ++i) drawer.growth.push_back({names[i], sample_figure(counts[i]), i == 0 ? 12.0 : 5.0, i == 0 ? "+20" : "+2", i == 0});
    drawer.growth_note = "77 % прироста — одна тема";
    for (std::size_t w = 0; w < 52; ++w) drawer.weeks.push_back({"неделя", static_cast<double>(20 + (w * 13) % 24 + (w == 51 ? 30 : 0)), w == 51, "#/teplo?w=" + std::to_string(w)});
    drawer.thresholds.assign(52, 48.0);
    drawer.week_labels = {{0, "ноя 2025"}, {11, "фев"}, {24, "май"}, {37, "авг"}, {47, "окт"}};
    drawer.surges_note = "всплески: недели 2, 31, 46";
    for (std::uint32_t i = 0; i < 4; ++i) drawer.newest.push_back(sample_line(i));
    drawer.all_text = words.all;
    drawer.all_href = "#/soobshcheniya?all";
    return drawer;
}

inline std::vector<Choice> sample_choices(const std::vector<std::string>& texts, const std::string& key) {
    std::vector<Choice> choices;
    for (std::size_t i = 0; i < texts.size(); ++i) choices.push_back({texts[i], "#/teplo?" + key + "=" + std::to_string(i), i == 0});
    return choices;
}

inline HeatmapPage sample_heatmap(Lang lang, bool has_drawer) {
    const SampleWords words = words_in(lang);
    HeatmapPage page;
    page.verdict = words.verdict;
    page.note = words.note;
    page.views = sample_choices(words.views, "view");
    page.measures = sample_choices(words.measures, "measure");
    page.orders = sample_choices(words.orders, "order");
    page.rail = sample_rail(words);
    page.matrix = sample_matrix(words);
    if (!has_drawer) return page;
    page.matrix.selected = 0;
    page.drawer = sample_drawer(words);
    return page;
}

inline MessagesPage sample_messages(Lang lang, std::uint32_t rows) {
    MessagesPage page;
    page.chips = {{lang == Lang::Ru ? "Неделя 46" : "Week 46", "#/soobshcheniya?w=all"}, {"ЖКХ, Дороги, ТКО, Транспорт", "#/soobshcheniya?b="}};
    page.count_text = format_count(rows, lang) + (lang == Lang::Ru ? " из 127 019" : " of 127,019");
    page.rows_total = rows;
    for (std::uint32_t i = 0; i < rows; ++i) page.rows.push_back(i);
    const char* ids[] = {"received", "channel", "territory", "topic", "text", "department", "due"};
    const char* ru[] = {"Поступило", "Канал", "Территория", "Тема", "Текст", "Подразделение", "Срок"};
    const char* en[] = {"Received", "Channel", "Territory", "Topic", "Text", "Department", "Deadline"};
    for (std::size_t i = 0; i < 7; ++i) page.columns.push_back({ids[i], lang == Lang::Ru ? ru[i] : en[i], "#/soobshcheniya?sort=" + std::string{ids[i]}, i == 0, i == 0});
    page.rail = sample_rail(words_in(lang));
    page.empty_text = "За этот период ничего не нашлось. Снимите один из фильтров.";
    return page;
}

inline MessagesPage::Card sample_card(std::uint32_t row) {
    MessagesPage::Card card;
    card.line = sample_line(row);
    card.line.tone = Tone::Bad;
    card.title = "Температура в квартирах";
    card.status_badge = "просрочено 10 ч";
    card.kind = "ЖКХ и энергетика";
    card.facts = {{"Подразделение", "Управление ЖКХ и энергетики"}, {"Канал", "Соцсети, Инцидент менеджмент"}, {"Вид", "Сообщение, не 59-ФЗ"}, {"Передано", "14.11, 16:34, автоматически"},
                  {"Повторное", "нет"}, {"Источник", "инцидент_46.xlsx, строка 318"}};
    card.elapsed = 34;
    card.due = 24;
    card.clock_title = "Срок ответа — 24 часа";
    card.clock_labels = {"14.11, 14:24 поступило", "15.11, 14:24 срок", "16.11, 00:00 срез"};
    card.close_href = "#/soobshcheniya?closed";
    card.previous_href = "#/soobshcheniya?id=m" + std::to_string(row - 1);
    card.next_href = "#/soobshcheniya?id=m" + std::to_string(row + 1);
    return card;
}

}  // namespace problemator::web
