#include "core/cli/sample_rows.hpp"

#include <algorithm>
#include <cstdio>

#include "core/base/text.hpp"
#include "core/cli/sample_points.hpp"
#include "core/cli/sample_texts.hpp"

namespace problemator::cli {
namespace {

constexpr std::string_view kLineEnd = "\r\n";
constexpr std::string_view kUnknownTopic = "Прочие вопросы вне классификатора";

constexpr std::string_view kHeaders[kSampleChannels] = {
    "Номер;Номер ЕПГУ;Источник;Верхнеуровневый ЛКО;Категория;Подкатегория;Факт;Организация, в которую поступило сообщение;"
    "Организация, в которой находится сообщение;Дата поступления;Дата планируемого завершения работ;Дата фактического завершения работ;Стадия;Статус;"
    "Просрочено;Фаст-трек;ФЗ;Заявитель выбрал подачу по 59-ФЗ;Тип решения;Направлено по email в ФОИВ, не подключенный к ПОС;Оценка ответа заявителем;"
    "Повторное рассмотрение;ФИО координатора;ФИО исполнителя;ФИО руководителя;Широта;Долгота",
    "ID;Отдел;Исполнитель;Дата создания;Дата окончания;Время с начала создания инцидента до окончания;Текущий шаг инцидента;Группа тем;Тема;Регион;"
    "Муниципалитет;Населенный пункт;Улица;Дом;Тип инцидента;Итог;Текст инцидента;1ый ответ ПИ;теги;Источник;Широта;Долгота",
    "Вид;№ РК;Дата рег.;Содержание;Корр./Подписал;Файлы;Рубрика;Вид;№ РК;Дата рег.;Содержание;План (РК);Факт (РК);Группа документов - индекс;"
    "Сопровод. документ;Кому;Рубрика;Вид доставки РК;Сообщение ПОС №;От"};

/// Cells of one row; a cell with a separator, quote or line end is quoted (RFC 4180).
class RowWriter {
public:
    explicit RowWriter(std::string& out) : out_{out} {}
    RowWriter& operator<<(std::string_view cell) {
        if (!is_first_) out_ += ';';
        is_first_ = false;
        if (cell.find_first_of(";\"\r\n") == std::string_view::npos) return out_ += cell, *this;
        out_ += '"';
        for (const char c : cell) out_.append(c == '"' ? 2 : 1, c);
        out_ += '"';
        return *this;
    }
    void end() { out_ += kLineEnd; }

private:
    std::string& out_;
    bool is_first_ = true;
};

std::string padded(std::uint64_t n, std::size_t width) {
    std::string text = std::to_string(n);
    return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

std::string russian_date(Day day) {
    const Date date = date_from_day(day);
    return padded(date.day, 2) + "." + padded(date.month, 2) + "." + padded(static_cast<std::uint64_t>(date.year), 4);
}

std::string russian_time(Minute minute) {
    const Minute of_day = minute - minute_from_day(day_from_minute(minute));
    return russian_date(day_from_minute(minute)) + " " + padded(static_cast<std::uint64_t>(of_day / 60), 2) + ":" + padded(static_cast<std::uint64_t>(of_day % 60), 2);
}

std::string impossible_date(Day day) { return "32.13." + std::to_string(date_from_day(day).year); }

/// "26:33:00", or every fourth "1 day, 02:33:00" as a spreadsheet library prints it.
std::string duration(Minute minutes, bool in_days) {
    const auto m = static_cast<std::uint64_t>(minutes);
    if (!in_days || m < 1440) return padded(m / 60, 2) + ":" + padded(m % 60, 2) + ":00";
    return std::to_string(m / 1440) + (m / 1440 == 1 ? " day, " : " days, ") + padded(m % 1440 / 60, 2) + ":" + padded(m % 60, 2) + ":00";
}

std::string_view topic_cell(Dirt dirt, std::string_view name, std::string_view empty) {
    if (dirt == Dirt::MissingTopic) return empty;
    return dirt == Dirt::UnknownTopic ? kUnknownTopic : name;
}

char windows_1251(char32_t c) {
    if (c < 0x80) return static_cast<char>(c);
    if (c >= U'А' && c <= U'я') return static_cast<char>(0xC0 + (c - U'А'));
    constexpr std::pair<char32_t, unsigned char> others[] = {{U'Ё', 0xA8}, {U'ё', 0xB8}, {U'№', 0xB9}, {U'«', 0xAB}, {U'»', 0xBB},
                                                             {U'–', 0x96}, {U'—', 0x97}, {U'…', 0x85}, {U'\u00A0', 0xA0}};
    for (const auto& [from, to] : others)
        if (c == from) return static_cast<char>(to);
    return '?';
}

/// The mark that people put on the map, also where they write no address: then on a street and at a house that follow from the number.
void end_with_point(RowWriter& row, const SampleWorld& world, const SampleMessage& m, std::string_view street, const std::string& house, std::uint64_t number) {
    const std::uint64_t hash = sample_hash("mark/" + std::to_string(number));
    const std::string_view at = !street.empty() ? street : sample_street_at(m.focus.value_or(static_cast<std::uint32_t>(hash % 1000)));
    const auto point = sample_point(world.profile(), world.profile().territories[m.territory], world.territory_weights()[m.territory], at, house.empty() ? std::to_string(1 + hash / 1000 % 48) : house, number);
    row << (point ? point->lat : std::string{}) << (point ? point->lon : std::string{});
    row.end();
}

}  // namespace

std::string to_windows_1251(std::string_view utf8) {
    std::string bytes;
    bytes.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) bytes += windows_1251(next_char(utf8, at));
    return bytes;
}

std::string SampleRows::header(SampleChannel channel) {
    const auto& line = kHeaders[static_cast<std::size_t>(channel)];
    return (channel == SampleChannel::Pos ? "\xEF\xBB\xBF" : "") + std::string{line} + std::string{kLineEnd};   // ПОС files pass through Excel, which adds the mark
}

std::string SampleRows::file_name(SampleChannel channel, int year) {
    constexpr const char* names[kSampleChannels] = {"pos_", "im_", "fz59_"};
    return names[static_cast<std::size_t>(channel)] + std::to_string(year) + ".csv";
}

void SampleRows::append(SampleRandom& random, SampleMessage& message, Dirt dirt, std::string& out) {
    ++numbers_[static_cast<std::size_t>(message.channel)];
    switch (message.channel) {
        case SampleChannel::Pos: return append_pos(random, message, dirt, out);
        case SampleChannel::Im: return append_im(random, message, dirt, out);
        case SampleChannel::Fz59: return append_fz59(random, message, dirt, out);
    }
}

void SampleRows::append_pos(SampleRandom& random, const SampleMessage& m, Dirt dirt, std::string& out) {
    constexpr std::string_view sources[] = {"PORTAL", "MOBILE_APP", "WIDGET"};
    constexpr std::string_view under_way[] = {"Назначен исполнитель", "Назначен исполнитель", "Направлено в подведомственную организацию"};
    const std::uint64_t number = 300'000'000 + numbers_[0] * 7;
    if (dirt != Dirt::BadDate) recent_pos_[numbers_[0] % recent_pos_.size()] = {number, m.topic, m.territory, m.department};   // a row that will be rejected is no link
    const auto& topic = world_.topics()[m.topic];
    const auto& department = world_.departments()[m.department];
    const std::size_t local = world_.local_department(m.territory);
    const bool is_closed = m.closed != kNoTime;
    const Day received = day_from_minute(m.received), due = day_from_minute(m.due), end = is_closed ? day_from_minute(m.closed) : last_day_;
    const std::uint32_t course = random.below(1000);
    const bool is_rejected = is_closed && course < 15, is_postponed = is_closed && !is_rejected && end > due && course < 200;
    const std::string_view open_status = received >= last_day_ - 1 ? std::string_view{"Поступило"} : random.one_of(under_way);
    const std::string_view status = is_rejected ? "Отклонено модератором" : is_postponed ? "Перенос срока обработки утвержден. Отправлен ответ Заявителю"
                                  : is_closed   ? std::string_view{"Отправлен ответ заявителю"} : open_status;
    const std::string_view outcome = !is_closed || is_rejected ? "-" : course < 700 ? "Решено" : course < 940 ? "Разъяснено" : "Не решено";
    const std::string executor = "Исполнитель  " + padded(1 + m.department, 2);   // two blanks, as names in these exports often have
    RowWriter row{out};
    row << std::to_string(number) << std::to_string(6'000'000'000 + numbers_[0] * 11) << random.one_of(sources) << world_.profile().region
        << world_.blocks()[topic.block].pos_name << topic_cell(dirt, topic.pos_name, "-") << topic_cell(dirt, topic.im_name, "-")
        << (local != SIZE_MAX ? world_.departments()[local].pos_name : department.pos_name) << department.pos_name
        << (dirt == Dirt::BadDate ? impossible_date(received) : russian_date(received)) << russian_date(due) << (is_closed ? russian_date(end) : "-")
        << (is_closed ? "Завершено" : open_status == "Поступило" ? "Новое" : "В работе") << status << (end > due ? "Да" : "Нет") << (m.fast_track ? "Да" : "Нет")
        << "Обычное сообщение" << "Нет" << outcome << "-" << (m.rating > 0 ? std::to_string(m.rating) : "-") << (m.repeat ? "Да" : "-") << "Координатор 1"
        << executor << "-";
    end_with_point(row, world_, m, {}, {}, numbers_[0]);
}

std::string SampleRows::settlement(SampleRandom& random, std::size_t territory) const {
    const auto& place = world_.profile().territories[territory];
    const std::uint32_t form = random.below(static_cast<std::uint32_t>(place.aliases.size()) + 2);
    if (form < 2) return form == 0 ? place.name.ru : place.full_name.ru;
    return place.aliases[form - 2];
}

std::string SampleRows::text_of(SampleRandom& random, const SampleMessage& m, std::string_view street, const std::string& house) {
    const auto& territory = world_.profile().territories[m.territory];
    constexpr std::string_view village = "село ";   // «село Боготол» tells it from the town; in a sentence the word comes by itself
    const std::string& name = territory.name.ru;
    const SamplePlace place{name.starts_with(village) ? name.substr(village.size()) : name, territory.full_name.ru, street, house};
    if (m.mood == Mood::Thanks) return sample_thanks(random, place);
    std::string text = sample_text(random, world_.topics()[m.topic].id, place, m.tells_cause ? Told::Cause : Told::Ordinary);
    if (m.mood == Mood::Question) text = "Подскажите, пожалуйста, к кому обратиться? " + text;
    if (m.repeat) text = "Повторно. " + text;
    if (!random.chance(30)) return text;
    ++counts_.phone_fragments;
    return text + ". Тел. " + sample_phone(random);
}

void SampleRows::append_im(SampleRandom& random, const SampleMessage& m, Dirt dirt, std::string& out) {
    constexpr std::string_view networks[] = {"ВКонтакте", "ВКонтакте", "ВКонтакте", "Одноклассники", "Телеграм"};
    const auto& topic = world_.topics()[m.topic];
    const auto& department = world_.departments()[m.department];
    const bool is_closed = m.closed != kNoTime;
    const std::uint32_t course = random.below(1000);
    const std::string_view drawn = sample_street(random), street = m.focus ? sample_street_at(*m.focus) : drawn;
    const std::string house = sample_house(random);
    const bool has_address = random.chance(620) || m.focus;
    const std::string place = settlement(random, m.territory);
    std::string text = text_of(random, m, street, house);
    text = sample_post(random, std::move(text));
    const std::string_view kind = m.mood == Mood::Thanks ? "Благодарность" : m.mood == Mood::Question ? "Консультация" : course < 870 ? "Решаемый" : "Не решаемый";
    const std::string_view result = !is_closed || m.mood != Mood::Problem ? "" : course < 700 ? "Решено" : course < 800 ? "Не решено" : course < 830 ? "Отложено" : "";
    const std::string answer = is_closed ? sample_answer(random) : std::string{};
    const std::string_view network = random.one_of(networks);
    RowWriter row{out};
    row << std::to_string(5'000'000 + numbers_[1]) << department.im_name << "Ответственный " + padded(1 + m.department, 2)
        << (dirt == Dirt::BadDate ? impossible_date(day_from_minute(m.received)) : russian_time(m.received)) << (is_closed ? russian_time(m.closed) : "")
        << (is_closed ? duration(m.closed - m.received, course % 4 == 0) : "") << (is_closed ? "Готово" : course < 300 ? "Новый" : "В работе")
        << world_.blocks()[topic.block].im_name << topic_cell(dirt, topic.im_name, "") << world_.profile().region << world_.profile().name.ru << place
        << (has_address ? street : std::string_view{}) << (has_address ? house : std::string{}) << kind << result << text << answer
        << (m.repeat ? "повторно" : "") << network;
    end_with_point(row, world_, m, street, house, numbers_[1]);
}

void SampleRows::append_fz59(SampleRandom& random, SampleMessage& m, Dirt dirt, std::string& out) {
    constexpr std::string_view deliveries[] = {"E-mail", "E-mail", "Почта", "Лично", "Курьер", "СЭД(Д)", "СЭВ"};
    const std::uint64_t number = numbers_[2];
    const Recent recent = recent_pos_[random.below(static_cast<std::uint32_t>(recent_pos_.size()))];
    const bool is_linked = random.chance(120) && recent.number != 0;
    counts_.linked_appeals += is_linked ? 1 : 0;
    if (is_linked) m.topic = recent.topic, m.territory = recent.territory, m.department = recent.department;
    const auto& topic = world_.topics()[m.topic];
    const Day received = day_from_minute(m.received);
    const std::string_view street = sample_street(random);
    const std::string house = sample_house(random);
    const std::string text = text_of(random, m, street, house);
    const std::string_view delivery = random.one_of(deliveries);
    const bool is_closed = m.closed != kNoTime;
    const std::string closed = is_closed ? russian_date(day_from_minute(m.closed)) : "";
    RowWriter row{out};
    row << "Гр" << "07/" + padded(static_cast<std::uint64_t>(date_from_day(received).year % 100), 2) + "-ОГ-" + std::to_string(number)
        << (dirt == Dirt::BadDate ? impossible_date(received) : russian_date(received)) << text << "Заявитель " + std::to_string(1 + number % 997) << ""
        << topic_cell(dirt, topic.rubric, "") << (is_closed ? "Исх" : "") << (is_closed ? "07/ИСХ-" + std::to_string(number * 3) : "") << closed
        << (is_closed ? "О рассмотрении обращения" : "") << russian_date(day_from_minute(m.due)) << closed << "ОГ" << ""
        << world_.departments()[m.department].pos_name << topic_cell(dirt, topic.rubric, "") << delivery << (is_linked ? std::to_string(recent.number) : "") << "";
    row.end();
}

}  // namespace problemator::cli
