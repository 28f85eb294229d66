// What people tell of a cause, each in words of their own: for labelled sets of messages. The words are made up.
#pragma once
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/stats/random.hpp"

namespace problemator {

inline std::size_t below(Random& random, std::size_t n) { return static_cast<std::size_t>(random.next() % n); }
template <class List>
auto& one_of(Random& random, const List& list) { return list[below(random, std::size(list))]; }

/// People mostly say it alike: half of them use the first word, fewer each next one.
inline const std::string& usual_of(Random& random, const std::vector<std::string>& list) {
    std::size_t at = 0;
    while (at + 1 < list.size() && below(random, 2) == 0) ++at;
    return list[at];
}

/// What people say of one cause: its subject, what is wrong, what follows. Each may be left out but the subject.
struct Kind { std::uint32_t topic; std::vector<std::string> subject, wrong, follows; };

inline const std::vector<Kind>& kinds() {
    static const std::vector<Kind> all = {
        {1, {"фонари", "уличные фонари", "освещение", "фонарь у остановки"}, {"не горят", "не работают вторую неделю", "погасли", "не светят вечером"}, {"темно идти со смены", "дети идут из школы в темноте", "ничего не видно"}},
        {1, {"опора освещения", "столб с фонарём", "опора фонаря"}, {"наклонилась", "стоит криво и качается", "вот-вот упадёт"}, {"упадёт на провода", "рядом детская площадка", "опасно проходить"}},
        {2, {"мусор", "отходы", "мусорные баки"}, {"не вывозят пятый день", "переполнены", "не забирают по графику", "лежит горой"}, {"запах на весь двор", "вороны растаскивают пакеты", "крысы бегают"}},
        {2, {"контейнер", "крышка контейнера", "мусорный контейнер"}, {"сломан", "сгорел", "без колёс и дна"}, {"нужен новый контейнер", "ветер разносит пакеты", "поставьте замену"}},
        {3, {"дорога", "проезжая часть", "дорожное полотно"}, {"в ямах", "разбита", "яма на яме"}, {"пробил колесо", "автобус объезжает по обочине", "машины портятся"}},
        {3, {"снег с дороги", "снежный вал", "дорога после снегопада"}, {"не убирают", "не чистили трое суток", "завалил выезд"}, {"скорая не проедет", "буксуем каждое утро", "грейдера не видели"}},
        {4, {"холодная вода", "вода", "водоснабжение"}, {"отсутствует с утра", "еле течёт", "пропала без предупреждения"}, {"водовозку не прислали", "не помыть ребёнка", "кран сухой"}},
        {4, {"вода из крана", "водопроводная вода", "вода"}, {"ржавая", "идёт коричневая", "жёлтая с осадком"}, {"пить нельзя", "фильтры забились", "бельё портится"}},
        {5, {"батареи", "отопление", "радиаторы"}, {"холодные", "едва тёплые", "не греют третьи сутки"}, {"дома четырнадцать градусов", "спим одетыми", "дети мёрзнут"}},
        {6, {"автобус", "рейсовый автобус", "вечерний рейс"}, {"не приехал", "отменили", "опоздал на час"}, {"добирались попутками", "опоздали на работу", "стояли на морозе"}},
        {7, {"собаки", "стая собак", "бродячие собаки"}, {"кидаются на прохожих", "укусили школьника", "лают ночами"}, {"страшно выйти", "отлова не было", "бирок нет"}},
        {8, {"крыша подъезда", "кровля", "крыша"}, {"протекает", "течёт после дождя", "пропускает воду"}, {"обои отошли", "потолок в пятнах", "затопило пятый этаж"}},
    };
    return all;
}
inline const std::vector<std::string> kStreets = {"Речная", "Садовая", "Новая", "Школьная", "Набережная", "Лесная", "Полевая", "Кедровая"};
inline const std::vector<std::string> kOpenings = {"", "", "Здравствуйте! ", "Добрый день. ", "Уважаемая администрация, ", "Подскажите, ", "[club1|Администрация], ", "Опять "};
inline const std::vector<std::string> kEndings = {"", "", ". Примите меры", "! 😡", ". Спасибо", ". Когда это кончится?", " https://vk.com/wall1_2", ". Просим разобраться"};

/// A misprint: two neighbouring letters change places.
inline void misprint(Random& random, std::string& text) {
    const std::size_t at = below(random, text.size() / 2 - 2) * 2;
    const auto is_letter = [&](std::size_t i) { return static_cast<unsigned char>(text[i]) >= 0xD0 && static_cast<unsigned char>(text[i]) <= 0xD1 && (text[i + 1] & 0xC0) == 0x80; };
    if (!is_letter(at) || !is_letter(at + 2)) return;
    std::swap(text[at], text[at + 2]);
    std::swap(text[at + 1], text[at + 3]);
}

inline std::string tell(Random& random, const Kind& kind, const std::string& street, std::size_t house) {
    std::vector<std::string> parts{usual_of(random, kind.subject)};   // one draw a line: the same texts from every compiler
    parts[0] += " " + usual_of(random, kind.wrong);
    if (below(random, 10) < 6) parts.push_back(usual_of(random, kind.follows));
    if (below(random, 10) < 6) {
        const std::size_t at = below(random, parts.size() + 1);
        parts.insert(parts.begin() + static_cast<std::ptrdiff_t>(at), "на улице " + street + ", " + std::to_string(house + below(random, 3)));
    }
    std::string text = one_of(random, kOpenings);
    for (std::size_t i = 0; i < parts.size(); ++i) text += (i > 0 ? ", " : "") + parts[i];
    text += one_of(random, kEndings);
    if (below(random, 12) == 0) misprint(random, text);
    return text;
}

}  // namespace problemator
