#include "tests/unit/import/russian_tables.hpp"

#include "core/base/text.hpp"

namespace problemator {
namespace {

using Words = std::vector<std::string_view>;

const Words kKinds = {"шёлк", "бархат", "лён", "сукно", "ситец", "хлопок", "замша", "брезент", "войлок", "фланель", "вельвет", "муслин"};
const Words kYes = {"Да", "Нет"};
const Words kTrades = {"Пчеловод", "Сапожник", "Гончар", "Кузнец", "Печник", "Ткачиха", "Мельник", "Часовщик", "Настройщик роялей", "Ювелир", "Звонарь", "Лесничий"};
const Words kStreets = {"Вишнёвая", "Журавлиная", "Ореховая", "Кленовая", "Сиреневая", "Ягодная", "Мельничная", "Еловая", "Тополиная", "Ключевая", "Маячная", "Хвойная"};
const Words kPlaces = {"с. Малые Чижи", "д. Верхняя Щучка", "пос. Юбилейный", "г. Ясногорье", "х. Подлипки", "ст. Южная", "с. Эльчинка", "аул Фазанный"};
const Words kPeople = {"Чижов", "Щеглова", "Юдин", "Ястребова", "Фёдоров", "Цыплакова", "Журавлёв", "Эскина", "Хохлов", "Шмелёва"};
const Words kLatin = {"Wi-Fi", "USB-C", "Lada Niva", "e-mail", "VK", "QR", "LED", "Excel", "www.chizhi.example", "PDF", "IP-67", "GPS"};
const Words kNouns = {"яблоня", "корова", "лодка", "чайник", "скворечник", "пчела", "малина", "ящерица", "самовар", "хомяк", "щука", "туман", "ёжик", "мёд", "объедки", "вьюга", "фляга", "цапля", "энциклопедия", "юла"};
const Words kVerbs = {"цветёт", "мычит", "плывёт", "кипит", "шуршит", "жужжит", "зреет", "прячется", "блестит", "грызёт", "ныряет", "стелется", "фыркает", "густеет"};
const Words kWhere = {"за околицей", "у плетня", "под яблоней", "в чулане", "на чердаке", "возле мельницы", "среди камышей", "по утрам", "до сумерек", "после грозы", "в июле", "осенью"};
const Words kHeaders = {"Ткань", "Ремесло", "Имя мастера", "Где живёт", "Заметка", "Цвет", "Дата ярмарки", "Цена, руб.", "Вес", "Порода", "Сорт", "Урожай", "Хозяин", "Кличка", "№ п/п", "Примечание", "Вышивка", "Узор"};

std::string upper(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        char32_t c = next_char(text, at);
        if (c >= 0x430 && c <= 0x44F) c -= 32;
        else if (c == 0x451) c = 0x401;
        append_utf8(out, c);
    }
    return out;
}

}  // namespace

std::string TableMaker::cell(Cell kind) {
    switch (kind) {
        case Cell::Number: return std::to_string(below(900000));
        case Cell::Date: return std::to_string(10 + below(18)) + ".0" + std::to_string(1 + below(9)) + ".202" + std::to_string(below(7));
        case Cell::YesNo: return std::string{pick(kYes)};
        case Cell::Kind: return std::string{pick(kKinds)};
        case Cell::Trade: return std::string{pick(kTrades)};
        case Cell::Address: return std::string{pick(kPlaces)} + " ул. " + std::string{pick(kStreets)} + " д. " + std::to_string(1 + below(99));
        case Cell::Latin: return std::string{pick(kLatin)} + (below(2) ? " " + std::string{pick(kKinds)} : "");
        case Cell::Person: return std::string{pick(kPeople)} + " " + std::string{"АБВГЕИКМНОПС"}.substr(2 * below(12), 2) + ".";
        case Cell::Sentence: break;
    }
    std::string text;
    for (std::uint32_t n = 1 + below(6); n > 0; --n)
        text += std::string{text.empty() ? "" : " "} + std::string{pick(kNouns)} + " " + std::string{pick(kVerbs)} + " " + std::string{pick(kWhere)};
    return below(8) == 0 ? "«" + text + "»" : text;
}

std::string TableMaker::table(std::uint32_t rows) {
    const char delimiter = ";,\t|"[below(4)];
    const bool has_capital_header = below(3) == 0, is_all_capitals = below(50) == 0;
    std::vector<Cell> columns;
    for (std::uint32_t n = 2 + below(7); n > 0; --n) columns.push_back(static_cast<Cell>(below(9)));
    columns.push_back(static_cast<Cell>(3 + below(3)));   // at least one with Russian words
    std::string text;
    for (std::size_t i = 0; i < columns.size(); ++i) text += (i ? std::string{delimiter} : "") + "\"" + (has_capital_header ? upper(pick(kHeaders)) : std::string{pick(kHeaders)}) + "\"";
    text += "\r\n";
    for (std::uint32_t row = 0; row < rows; ++row) {
        for (std::size_t i = 0; i < columns.size(); ++i) text += (i ? std::string{delimiter} : "") + "\"" + (below(12) == 0 ? "" : cell(columns[i])) + "\"";
        text += "\r\n";
    }
    return is_all_capitals ? upper(text) : text;
}

}  // namespace problemator
