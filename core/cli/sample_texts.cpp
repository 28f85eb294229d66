#include "core/cli/sample_texts.hpp"

#include <iterator>

#include "core/cli/sample_sentences.hpp"

namespace problemator::cli {
namespace {

constexpr std::string_view kStreets[] = {"ул. Брусничная", "ул. Оленья",   "ул. Рассветная",    "ул. Звонкая",  "ул. Моховая",   "ул. Янтарная",
                                         "пер. Тихий",     "ул. Лучистая", "ул. Ягельная",      "ул. Облачная", "пер. Еловый",   "ул. Первого Снега",
                                         "ул. Журавлиная", "ул. Сосновая", "мкр. Новые Кедры",  "ул. Зимняя",   "ул. Васильковая", "пер. Родниковый"};
constexpr std::string_view kOpenings[] = {"", "", "", "Здравствуйте! ", "Добрый день. ", "Уважаемая администрация! ", "Сколько можно! ", "Прошу помочь. ", "Пишу второй раз. "};
constexpr std::string_view kEndings[] = {"",
                                         "",
                                         ". Примите меры",
                                         ". Когда исправят?",
                                         ". Обращались в управляющую компанию, ответа нет",
                                         ", и так уже неделю",
                                         ". Жители дома ждут ответа",
                                         ". Фото приложу",
                                         ". Кто за это отвечает?",
                                         ". Заранее спасибо"};
constexpr std::string_view kThanks[] = {"Спасибо, что починили на {s}, {h}! В {p} стало лучше", "Благодарим рабочих за уборку на {s}", "Спасибо за быстрый ответ, {p}",
                                        "Выражаем благодарность за новую площадку на {s}"};
constexpr std::string_view kAnswers[] = {"Добрый день! Информация передана в ответственное подразделение", "Здравствуйте! Заявка принята, работы запланированы",
                                         "Благодарим за сообщение. Работы выполнены", "Здравствуйте! Уточните, пожалуйста, адрес",
                                         "Добрый день! Вопрос находится в компетенции подрядной организации, срок уточняется"};

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
}

struct KindOfPlace { std::string_view sign, locative, genitive; };
constexpr KindOfPlace kKinds[] = {{"г.", "городе", "города"}, {"с.", "селе", "села"}, {"сп", "селе", "села"}};
constexpr KindOfPlace kSettlement = {"п", "посёлке", "посёлка"};

const KindOfPlace& kind_of(std::string_view full_name) {
    for (const auto& kind : kKinds)
        if (full_name.starts_with(kind.sign)) return kind;
    return kSettlement;
}

std::string placed(std::string_view sentence, const SamplePlace& place) {
    std::string text{sentence};
    const auto& kind = kind_of(place.kind);
    const std::string locative = std::string{kind.locative} + " " + place.settlement, genitive = std::string{kind.genitive} + " " + place.settlement;
    replace_all(text, "в {p}", "в " + locative);
    replace_all(text, "В {p}", "В " + locative);
    replace_all(text, ", {p}", ", " + place.settlement);
    replace_all(text, "{p}", genitive);
    replace_all(text, "{s}", place.street);
    replace_all(text, "{h}", place.house);
    return text;
}

}  // namespace

std::string_view sample_street(SampleRandom& random) { return random.one_of(kStreets); }

std::string_view sample_street_at(std::uint32_t number) { return kStreets[number % std::size(kStreets)]; }

std::string sample_house(SampleRandom& random) {
    std::string house = std::to_string(1 + random.below(48));
    if (random.chance(120)) house += random.chance(500) ? "а" : "/2";
    return house;
}

std::string sample_phone(SampleRandom& random) {
    const std::uint32_t tail = random.below(10'000);
    std::string text = "8-900-000-";
    for (const std::uint32_t place : {1000u, 100u, 10u, 1u}) {
        text += static_cast<char>('0' + tail / place % 10);
        if (place == 100) text += '-';
    }
    return text;
}

std::string sample_text(SampleRandom& random, std::string_view topic_id, const SamplePlace& place, Told told) {
    const auto& cause = cause_of(topic_id);
    const auto& sentences = told == Told::Cause && !cause.lines.empty() ? cause.lines : sentences_of(topic_id);
    std::string text{random.one_of(kOpenings)};
    text += placed(sentences[random.below(static_cast<std::uint32_t>(sentences.size()))], place);
    text += random.one_of(kEndings);
    return text;
}

std::string sample_post(SampleRandom& random, std::string text) {
    switch (random.below(8)) {
        case 0: return "[club0|Администрация], " + text;
        case 1: return "[id0|Житель], " + text + " \xF0\x9F\x98\xA1";
        case 2: return text + "!!! \xF0\x9F\x99\x8F";
        case 3: return text + "\nhttps://example.com/photo";
        case 4: return "#жители\n" + text;
        default: return text;
    }
}

std::string sample_thanks(SampleRandom& random, const SamplePlace& place) { return placed(random.one_of(kThanks), place); }
std::string sample_answer(SampleRandom& random) { return std::string{random.one_of(kAnswers)}; }

}  // namespace problemator::cli
