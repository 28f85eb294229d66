#include "tests/unit/clean/privacy_corpus.hpp"

#include <array>
#include <span>
#include <string_view>

namespace problemator::corpus {
namespace {

using std::string;
using std::string_view;

class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_{seed} {}
    std::uint32_t below(std::uint32_t n) {   // SplitMix64
        std::uint64_t z = state_ += 0x9e3779b97f4a7c15u;
        z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
        z = (z ^ z >> 27) * 0x94d049bb133111ebu;
        return static_cast<std::uint32_t>((z ^ z >> 31) % n);
    }
    template <class List>
    auto one_of(const List& list) { return list[below(static_cast<std::uint32_t>(std::size(list)))]; }
    string digits(int count) {
        string out;
        for (int i = 0; i < count; ++i) out.push_back(static_cast<char>('0' + below(10)));
        return out;
    }

private:
    std::uint64_t state_;
};

enum Case { Nominative, Genitive, Dative, Instrumental };
struct FirstName { std::array<string_view, 4> forms; string_view patronymic; };   // patronymic: its stem for children, «Иван» → «Иванов»(ич, на)

constexpr FirstName kMen[] = {
    {{"Иван", "Ивана", "Ивану", "Иваном"}, "Иванов"}, {{"Пётр", "Петра", "Петру", "Петром"}, "Петров"}, {{"Алексей", "Алексея", "Алексею", "Алексеем"}, "Алексеев"},
    {{"Сергей", "Сергея", "Сергею", "Сергеем"}, "Сергеев"}, {{"Дмитрий", "Дмитрия", "Дмитрию", "Дмитрием"}, "Дмитриев"}, {{"Николай", "Николая", "Николаю", "Николаем"}, "Николаев"},
    {{"Рустам", "Рустама", "Рустаму", "Рустамом"}, "Рустамов"}, {{"Фёдор", "Фёдора", "Фёдору", "Фёдором"}, "Фёдоров"}, {{"Артём", "Артёма", "Артёму", "Артёмом"}, "Артёмов"},
    {{"Виталий", "Виталия", "Виталию", "Виталием"}, "Витальев"}, {{"Геннадий", "Геннадия", "Геннадию", "Геннадием"}, "Геннадьев"}, {{"Константин", "Константина", "Константину", "Константином"}, "Константинов"},
    {{"Олег", "Олега", "Олегу", "Олегом"}, "Олегов"}, {{"Тимур", "Тимура", "Тимуру", "Тимуром"}, "Тимуров"}, {{"Эдуард", "Эдуарда", "Эдуарду", "Эдуардом"}, "Эдуардов"},
    {{"Вячеслав", "Вячеслава", "Вячеславу", "Вячеславом"}, "Вячеславов"}, {{"Игнат", "Игната", "Игнату", "Игнатом"}, "Игнатов"}, {{"Леонид", "Леонида", "Леониду", "Леонидом"}, "Леонидов"},
    {{"Ильдар", "Ильдара", "Ильдару", "Ильдаром"}, "Ильдаров"}, {{"Максим", "Максима", "Максиму", "Максимом"}, "Максимов"}};
constexpr FirstName kWomen[] = {
    {{"Анна", "Анны", "Анне", "Анной"}, ""}, {{"Мария", "Марии", "Марии", "Марией"}, ""}, {{"Ольга", "Ольги", "Ольге", "Ольгой"}, ""}, {{"Елена", "Елены", "Елене", "Еленой"}, ""},
    {{"Наталья", "Натальи", "Наталье", "Натальей"}, ""}, {{"Татьяна", "Татьяны", "Татьяне", "Татьяной"}, ""}, {{"Гульнара", "Гульнары", "Гульнаре", "Гульнарой"}, ""},
    {{"Светлана", "Светланы", "Светлане", "Светланой"}, ""}, {{"Ксения", "Ксении", "Ксении", "Ксенией"}, ""}, {{"Зинаида", "Зинаиды", "Зинаиде", "Зинаидой"}, ""},
    {{"Юлия", "Юлии", "Юлии", "Юлией"}, ""}, {{"Дарья", "Дарьи", "Дарье", "Дарьей"}, ""}, {{"Валентина", "Валентины", "Валентине", "Валентиной"}, ""}, {{"Лейла", "Лейлы", "Лейле", "Лейлой"}, ""},
    {{"Екатерина", "Екатерины", "Екатерине", "Екатериной"}, ""}, {{"Любовь", "Любови", "Любови", "Любовью"}, ""}, {{"Надежда", "Надежды", "Надежде", "Надеждой"}, ""}, {{"Софья", "Софьи", "Софье", "Софьей"}, ""}};
constexpr string_view kStems[] = {"Вымышлен", "Ковал", "Кузнец", "Зыр", "Белоус", "Тестир", "Черноскут", "Прохор", "Вогул", "Нефед", "Сургут", "Тобольк", "Шумил", "Хант", "Березк", "Трофим", "Гладк", "Елис", "Муравь", "Зуб"};
constexpr string_view kStiff[] = {"Шмидт", "Ким", "Мельник", "Бойко", "Черных", "Седых", "Тимошенко", "Петренко", "Гончарук", "Саакян", "Беридзе", "Гейдель", "Штраус", "Руденко"};   // do not change in speech
constexpr string_view kIskij[] = {"Вишнев", "Дубров", "Соснов", "Белогор", "Заречен", "Каменец", "Озер"};

/// A surname in gender and case; «Черных», «Шмидт» stay.
string surname(Dice& dice, bool is_woman, Case c) {
    const std::uint32_t kind = dice.below(10);
    if (kind == 0) return string{dice.one_of(kStiff)};
    if (kind <= 2) {
        constexpr std::array<string_view, 4> men = {"ский", "ского", "скому", "ским"}, women = {"ская", "ской", "ской", "ской"};
        return string{dice.one_of(kIskij)} + string{(is_woman ? women : men)[c]};
    }
    constexpr std::array<string_view, 4> men = {"", "а", "у", "ым"}, women = {"а", "ой", "ой", "ой"};
    const string stem = string{dice.one_of(kStems)} + (dice.below(3) == 0 ? "ин" : "ов");
    const string one = stem + string{(is_woman ? women : men)[c]};
    return dice.below(15) == 0 ? string{dice.one_of(kIskij)} + string{is_woman ? "ская" : "ский"} + "-" + one : one;
}

string patronymic(Dice& dice, bool is_woman, Case c) {
    const string_view stem = dice.one_of(kMen).patronymic;
    constexpr std::array<string_view, 4> men = {"ич", "ича", "ичу", "ичем"}, women = {"на", "ны", "не", "ной"};
    return string{stem} + string{(is_woman ? women : men)[c]};
}

string initial(string_view name) { return string{name.substr(0, 2)} + "."; }

/// Capitals for `to_capital`, small letters otherwise; Russian letters only.
string with_case(string_view text, bool to_capital) {
    string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto a = static_cast<unsigned char>(text[i]), b = static_cast<unsigned char>(i + 1 < text.size() ? text[i + 1] : 0);
        if (a < 0xC0) { out.push_back(text[i]); continue; }
        unsigned code = (a & 0x1Fu) << 6 | (b & 0x3Fu);
        if (to_capital && code >= 0x430 && code <= 0x44F) code -= 32;
        if (!to_capital && code >= 0x410 && code <= 0x42F) code += 32;
        if (code == 0x451 || code == 0x401) code = to_capital ? 0x401 : 0x451;
        out.push_back(static_cast<char>(0xC0 | code >> 6)), out.push_back(static_cast<char>(0x80 | (code & 0x3F)));
        ++i;
    }
    return out;
}

string upper(string_view text) { return with_case(text, true); }
string lower(string_view text) { return with_case(text, false); }

string person(Dice& dice) {
    const bool is_woman = dice.below(2) == 0;
    const auto c = static_cast<Case>(dice.below(4));
    const FirstName& own = is_woman ? kWomen[dice.below(std::size(kWomen))] : kMen[dice.below(std::size(kMen))];
    const string last = surname(dice, is_woman, c), first{own.forms[c]}, father = patronymic(dice, is_woman, c);
    const string i1 = initial(own.forms[0]), i2 = initial(father);
    switch (dice.below(17)) {
        case 0: case 1: case 2: return last + " " + first + " " + father;
        case 3: return first + " " + father + " " + last;
        case 4: return first + " " + father;
        case 5: case 6: return last + " " + i1 + i2;
        case 7: return last + " " + i1 + " " + i2;
        case 8: return i1 + i2 + " " + last;
        case 9: return i1 + " " + i2 + " " + last;
        case 10: return upper(last + " " + first + " " + father);
        case 11: return upper(last) + " " + i1 + i2;
        case 12: return string{dice.one_of(kStems)} + "ов " + string{dice.one_of(kMen).forms[0]} + " " + string{dice.one_of(kMen).forms[0]} + (dice.below(2) ? " оглы" : " кызы");
        case 13: return first + " " + last;
        case 14: return last + " " + first;
        case 15: return lower(last + " " + first + " " + father);
        default: return i1 + i2 + last;
    }
}

string phone(Dice& d) {
    const string a = d.digits(3), b = d.digits(2), c = d.digits(2), code = "9" + d.digits(2);
    switch (d.below(11)) {
        case 0: return "8" + code + a + b + c;
        case 1: return "+7" + code + a + b + c;
        case 2: return "8-" + code + "-" + a + "-" + b + "-" + c;
        case 3: return "+7 (" + code + ") " + a + "-" + b + "-" + c;
        case 4: return "8 " + code + " " + a + " " + b + " " + c;
        case 5: return "8(" + code + ")" + a + b + c;
        case 6: return "8 (34678) " + d.digits(1) + "-" + b + "-" + c;
        case 7: return "(3467) " + b + "-" + c + "-" + d.digits(2);
        case 8: return "7" + code + a + b + c;
        case 9: return code + "-" + a + "-" + b + "-" + c;
        default: return code + a + b + c;
    }
}

string snils(Dice& d) {
    const string n = d.digits(9);
    int sum = 0;
    for (int i = 0; i < 9; ++i) sum += (n[static_cast<std::size_t>(i)] - '0') * (9 - i);
    const int check = sum % 101 % 100;
    return n.substr(0, 3) + "-" + n.substr(3, 3) + "-" + n.substr(6, 3) + " " + (check < 10 ? "0" : "") + std::to_string(check);
}

string inn(Dice& d) {
    string n = "86" + d.digits(8);
    const auto control = [&](std::initializer_list<int> weights) {
        int sum = 0;
        std::size_t i = 0;
        for (const int w : weights) sum += w * (n[i++] - '0');
        return static_cast<char>('0' + sum % 11 % 10);
    };
    n.push_back(control({7, 2, 4, 10, 3, 5, 9, 4, 6, 8}));
    n.push_back(control({3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8}));
    return n;
}

string card(Dice& d) {
    string n = (d.below(2) ? "2202" : "4276") + d.digits(11);
    int sum = 0;
    for (std::size_t i = 0; i < n.size(); ++i) {
        const int x = (n[n.size() - 1 - i] - '0') << (i % 2 == 0 ? 1 : 0);
        sum += x > 9 ? x - 9 : x;
    }
    n.push_back(static_cast<char>('0' + (10 - sum % 10) % 10));
    return d.below(2) ? n : n.substr(0, 4) + " " + n.substr(4, 4) + " " + n.substr(8, 4) + " " + n.substr(12);
}

constexpr string_view kTownStreets[] = {"Ленина", "Советская", "Брусничная", "Энергетиков", "Первомайская", "Ивана Кудри", "50 лет Победы", "Зелёная", "Космонавтов"};
string address(Dice& d) {
    const string house = std::to_string(1 + d.below(120)) + (d.below(5) == 0 ? "а" : "");
    const string flat = std::to_string(1 + d.below(200)), street{d.one_of(kTownStreets)};
    switch (d.below(8)) {
        case 0: return "ул. " + street + ", д. " + house + ", кв. " + flat;
        case 1: return "ул. " + street + " " + house;
        case 2: return "ул. " + street + ", " + house + "-" + flat;
        case 3: return "улица " + street + ", дом " + house + ", квартира " + flat;
        case 4: return "улице " + street + " д." + house + " кв." + flat;
        case 5: return "пер. Тихий, " + house;
        case 6: return "мкр. Нефтяников, д. " + house;
        default: return "Ленина " + house;
    }
}

struct Form { PersonalKind kind; string_view before, after; string (*make)(Dice&); };
string mail(Dice& d) { return "user" + d.digits(3) + (d.below(2) ? ".test@example.org" : "_x@mail.example.ru"); }
string passport(Dice& d) { return d.below(2) ? "67" + string{"1"} + d.digits(1) + " " + d.digits(6) : "67 0" + d.digits(1) + " № " + d.digits(6); }
string account(Dice& d) { return "40817810" + d.digits(12); }
string plate(Dice& d) { return (d.below(2) ? "А" : "К") + d.digits(3) + "ВС" + (d.below(2) ? "86" : "186"); }
string birth(Dice& d) { return "1" + d.digits(1) + ".0" + std::to_string(1 + d.below(9)) + ".19" + std::to_string(40 + d.below(59)); }
string profile(Dice& d) {
    switch (d.below(4)) {
        case 0: return "vk.com/id1" + d.digits(7);
        case 1: return "[id1" + d.digits(6) + "|Анна]";
        case 2: return "https://ok.ru/profile/5" + d.digits(9);
        default: return "t.me/test_user" + d.digits(2);
    }
}

constexpr Form kForms[] = {
    {PersonalKind::Name, "Прошу помочь, обращается ", ", жду ответа", person}, {PersonalKind::Name, "Заявление от ", " рассмотрено", person}, {PersonalKind::Name, "", " не может попасть на приём", person},
    {PersonalKind::Name, "Здравствуйте! Меня зовут ", ". Во дворе темно", person}, {PersonalKind::Name, "Ответ дал специалист ", ".", person}, {PersonalKind::Name, "ИП ", " не убирает снег у магазина", person},
    {PersonalKind::Phone, "Перезвоните ", ", пожалуйста", phone}, {PersonalKind::Phone, "тел. ", "", phone}, {PersonalKind::Phone, "Мой номер ", ", звонить после 18", phone}, {PersonalKind::Phone, "дом 5, ", " Дарья", phone},
    {PersonalKind::Email, "Ответ прошу на ", ".", mail}, {PersonalKind::Email, "почта:", ", спасибо", mail}, {PersonalKind::Passport, "паспорт ", " выдан отделом", passport}, {PersonalKind::Passport, "Мои данные: ", ", прописка есть", passport},
    {PersonalKind::Snils, "СНИЛС ", ", льгота не действует", snils}, {PersonalKind::Snils, "номер ", " в базе не найден", snils}, {PersonalKind::Inn, "ИНН ", " налог начислен дважды", inn}, {PersonalKind::Inn, "по номеру ", " долга нет", inn},
    {PersonalKind::Card, "Переведите на карту ", ", срочно", card}, {PersonalKind::Account, "счёт ", " в отделении", account}, {PersonalKind::Plate, "Машина ", " стоит на газоне", plate},
    {PersonalKind::Address, "Не горит фонарь, ", ", примите меры", address}, {PersonalKind::Address, "Проживаю по адресу: ", ".", address}, {PersonalKind::BirthDate, "дата рождения ", ", ветеран труда", birth},
    {PersonalKind::BirthDate, "мама, ", " г.р., не может получить лекарство", birth}, {PersonalKind::Profile, "Пишите мне ", " или сюда", profile}};

constexpr string_view kClean[] = {
    "Здравствуйте! На улице Ленина третий день не горят фонари", "Автобус № {2} не пришёл, ждали {2} минут", "В посёлке Приобье нет воды с {1} утра", "МБОУ СОШ № {1} закрыта на карантин", "Спасибо администрации района за новую площадку",
    "Ответ по обращению 07/{2}-ОГ-{2} от 12.01.2026 не получен", "Сообщение 3274{5} закрыто, а яма осталась", "Номер ЕПГУ 6668{6}, статус «В работе»", "Сбербанк закрыл отделение, банкомат не работает", "Почта России не приносит газеты с ноября",
    "По программе «Формирование комфортной городской среды» выделено {3} млн рублей", "Когда приедет Роспотребнадзор? Запах от свалки сильный", "В школе имени А.С. Пушкина холодно, {2} градусов", "Остановка «Улица Гагарина» завалена снегом",
    "На площади Юрия Гагарина сломана ёлка", "Постановление № {4} от 03.02.2026 не исполняется", "Тариф вырос с {3},{2} до {4},{2} рублей", "Дом культуры «Юность» открыт с {2}:00 до {2}:00", "Дорога Нягань — Приобье разбита, {2} км ям",
    "На ул. Ленина 5 дней нет света", "Федеральный закон № 59-ФЗ от 02.05.2006 говорит о 30 днях", "Река Обь вышла из берегов, уровень {3} см", "Детский сад «Ромашка» принимает с 01.09.2026", "В Октябрьском районе {5} жителей", "Ханты-Мансийск далеко, {3} км",
    "Просим Единую дежурную службу принять меры", "Январь был холодный, Февраль тоже", "Улица Мира и улица Победы без освещения", "Во вторник {2} ноября отключат воду", "Магазин «Магнит» продаёт просрочку", "Глава района провёл приём граждан в Доме культуры",
    "Совет депутатов принял бюджет на 2026-2028 годы", "Заявка 2026-{6} передана подрядчику", "Поликлиника работает по графику 2026-11-{2}", "Кадастровый номер 86:07:0102{3}:{3}", "КБК 18210102010011000110 в платёжке неверный", "ИНН организации 8614{6}",
    "УПРАВЛЯЮЩАЯ КОМПАНИЯ НЕ ЧИСТИТ КРЫШУ", "ПОЧЕМУ НЕТ ОТОПЛЕНИЯ В ШКОЛЕ", "Отдел образования и молодёжной политики ответил", "Мост через реку Ендырь закрыт", "Малый Атлым, Большие Леуши и Каменное без дороги", "Рейс Сургут — Москва отменён",
    "Ремонт до 31.12.2026, смета {3} {3} руб.", "https://vk.com/wall-12345_{4} тут всё описано", "Группа [club{5}|Администрация района] не отвечает", "Координаты 62.{5}, 66.{5}", "Версия 2.{1}.{2} приложения не запускается", "Температура -{2}, ветер {1} м/с",
    "Лесная улица, Садовая улица и Речной переулок в снегу", "Акт № {3} от 2026 года", "Собаки бегают стаями по {1}-{2} особей", "Подъезд {1}, этаж {1}: нет лампочки", "Лифт стоит {3} часов", "Очередь {4}, талонов нет", "План на 2026 год: 12 {3} домов"};

string filled(Dice& d, string_view form) {
    string out;
    for (std::size_t i = 0; i < form.size(); ++i) {
        if (form[i] != '{') { out.push_back(form[i]); continue; }
        const string digits = d.digits(form[i + 1] - '0');
        out += digits[0] == '0' ? "1" + digits.substr(1) : digits;
        i += 2;
    }
    return out;
}

}  // namespace

std::vector<Labelled> personal_texts(std::uint64_t seed, std::size_t count) {
    Dice dice{seed};
    std::vector<Labelled> out;
    for (std::size_t i = 0; i < count; ++i) {
        Labelled one;
        const std::uint32_t parts = 1 + dice.below(2);
        for (std::uint32_t k = 0; k < parts; ++k) {
            const Form& form = kForms[(i + k * 7) % std::size(kForms)];
            if (k > 0) one.text += ". ";
            one.text += form.before;
            const string piece = form.make(dice);
            one.spans.push_back({form.kind, one.text.size(), one.text.size() + piece.size()});
            one.text += piece;
            one.text += form.after;
        }
        out.push_back(std::move(one));
    }
    return out;
}

std::vector<string> clean_texts(std::uint64_t seed, std::size_t count) {
    Dice dice{seed};
    std::vector<string> out;
    for (std::size_t i = 0; i < count; ++i) {
        string text = filled(dice, kClean[i % std::size(kClean)]);
        if (dice.below(2) == 0) text += ". " + filled(dice, dice.one_of(kClean));
        out.push_back(std::move(text));
    }
    return out;
}

}  // namespace problemator::corpus
