#include "core/cli/sample_registers.hpp"

#include <algorithm>
#include <array>

#include "core/base/format.hpp"
#include "core/cli/sample_random.hpp"
#include "core/cli/sample_world.hpp"
#include "core/import/csv.hpp"

namespace problemator::cli {
namespace {

constexpr std::size_t kFlushAt = 64 * 1024;

/// A CSV file of a spreadsheet: UTF-8 with a mark, «;», CR LF.
class Sheet {
public:
    Sheet(const SampleSink& sink, std::string name, std::initializer_list<std::string_view> header) : sink_{sink}, name_{std::move(name)}, buffer_{"\xEF\xBB\xBF"} { row(header); }

    void row(std::initializer_list<std::string_view> cells) {
        std::size_t i = 0;
        for (const std::string_view cell : cells) {
            if (i++ > 0) buffer_ += ';';
            append_csv_cell(buffer_, cell, ';');
        }
        buffer_ += "\r\n";
        if (buffer_.size() >= kFlushAt) flush();
    }
    bool finish() {
        flush();
        return is_good_;
    }

private:
    void flush() {
        is_good_ = is_good_ && sink_(name_, buffer_);
        buffer_.clear();
    }

    const SampleSink& sink_;
    std::string name_, buffer_;
    bool is_good_ = true;
};

std::string date(Day day) { return format_date(day, Lang::Ru); }
std::string_view yes_no(bool yes) { return yes ? "Да" : "Нет"; }

class Registers {
public:
    Registers(const Profile& profile, const SampleOptions& options, const Planted& planted, const SampleSink& sink)
        : profile_{profile}, planted_{planted}, sink_{sink}, random_{(options.seed + 77) * 0x9E3779B97F4A7C15ull ^ sample_hash(profile.id)},
          first_{month_from_day(planted.first_day)}, last_{month_from_day(planted.last_day)} {
        for (const Block& block : profile.blocks)
            for (const TopicRule& topic : block.topics) topics_.push_back(topic.name.ru);
    }

    bool write() { return pages() && decisions() && road_maps() && auto_control() && hearings() && votes() && risks() && rating() && protocol() && surges() && problems(); }

private:
    /// A working day of the month, not after the last day of the exports.
    Day day_in(Month month) {
        const Day first = first_day_of_month(month), until = std::min(first_day_of_month(month + 1), planted_.last_day + 1);
        Day day = first + static_cast<Day>(random_.below(static_cast<std::uint32_t>(std::max(1, until - first))));
        while (weekday_from_day(day) > 4 && day > first) --day;
        return day;
    }
    const std::string& place() { return profile_.territories[random_.below(static_cast<std::uint32_t>(profile_.territories.size()))].name.ru; }
    std::string topic_name(const PlantedWeeks& problem) const {
        for (const Block& block : profile_.blocks)
            for (const TopicRule& one : block.topics)
                if (one.id == problem.topic) return one.name.ru;
        return problem.topic;
    }
    std::string territory_name(const PlantedWeeks& problem) const {
        for (const Territory& one : profile_.territories)
            if (one.id == problem.territory) return one.name.ru;
        return problem.territory;
    }
    static Day day_of(Week week, Day after_monday) { return first_day_of_week(week) + after_monday; }
    const std::string& topic() { return topics_[random_.below(static_cast<std::uint32_t>(topics_.size()))]; }
    /// Grows evenly over the months of the exports.
    std::uint32_t growing(std::uint32_t from, std::uint32_t to, Month month) const {
        return from + (to - from) * static_cast<std::uint32_t>(month - first_) / static_cast<std::uint32_t>(std::max(1, last_ - first_));
    }

    bool pages() {
        Sheet sheet{sink_, "reg_pages.csv", {"Учреждение", "Соцсеть", "Адрес страницы", "Открыта", "Страница действует", "Публикаций за период", "Месяц"}};
        std::vector<std::string> institutions;
        for (const Department& department : profile_.departments) institutions.push_back(department.name.ru);
        for (const Territory& territory : profile_.territories)
            for (const std::string_view kind : {"Школа", "Детский сад", "Дом культуры"}) institutions.push_back(std::string{kind} + " («" + territory.name.ru + "»)");
        for (Month month = first_; month <= last_; ++month) {
            for (std::size_t i = 0; i < institutions.size(); ++i) {
                const bool has_page = sample_hash(institutions[i]) % 1000 < growing(860, 985, month);
                const bool is_active = has_page && random_.chance(growing(930, 975, month));
                const std::string address = "https://vk.com/public9000" + std::to_string(1000 + i), posts = std::to_string(is_active ? 2 + random_.below(28) : 0);
                sheet.row({institutions[i], has_page ? "ВКонтакте" : "-", has_page ? address : std::string{"-"}, has_page ? date(first_day_of_month(first_) - 90) : std::string{"-"},
                           has_page ? yes_no(is_active) : "Нет страницы", posts, format_month(month, Lang::Ru)});
            }
        }
        return sheet.finish();
    }

    bool decisions() {
        constexpr std::string_view subjects[] = {"Место детской площадки", "Название сквера", "Режим работы катка", "Очередь ремонта дворов", "Маршрут автобуса по выходным", "Место контейнерной площадки"};
        Sheet sheet{sink_, "reg_decisions.csv", {"Номер решения", "Дата решения", "Предмет решения", "Способ участия", "Через ПОС", "Жители информированы", "Дата информирования"}};
        int number = 0;
        for (Month month = first_; month <= last_; ++month) {
            const Day day = day_in(month);
            const bool is_told = random_.chance(930) && day + 12 <= planted_.last_day;
            sheet.row({"Р-" + std::to_string(++number), date(day), std::string{random_.one_of(subjects)} + ", " + place(), random_.chance(600) ? "Голосование" : "Опрос", yes_no(random_.chance(880)), yes_no(is_told),
                       is_told ? date(day + 3 + static_cast<Day>(random_.below(9))) : std::string{"-"}});
        }
        return sheet.finish();
    }

    /// Two of three topics get a road map; its first measures are done in the years of the exports, one after another.
    bool road_maps() {
        constexpr std::string_view measures[] = {"Заменить изношенное оборудование", "Перезаключить договор с подрядчиком", "Утвердить график и опубликовать его", "Закупить технику", "Обучить диспетчеров"};
        constexpr std::string_view causes[] = {"Износ сетей", "Нехватка техники", "Нет графика работ", "Подрядчик нарушает сроки"};
        Sheet sheet{sink_, "reg_road_maps.csv", {"Дорожная карта", "Темы", "Первопричина", "Мероприятие", "Ответственный (должность)", "Начало", "Срок", "Выполнено", "Территория"}};
        for (std::size_t i = 0; i < topics_.size(); ++i) {
            if (i % 7 == 2 || i % 7 == 6) continue;
            const std::string name = "Дорожная карта № " + std::to_string(i + 1);
            const Month month = first_ + static_cast<Month>(random_.below(static_cast<std::uint32_t>(last_ - first_ + 1)));
            const Day done = day_in(month), later = planted_.last_day + 30 + static_cast<Day>(random_.below(120));
            sheet.row({name, topics_[i], causes[i % 4], random_.one_of(measures), "Начальник отдела", date(done - 60), date(done + 5), date(done), "-"});
            sheet.row({name, topics_[i], causes[i % 4], "Проверить результат через полгода", "Заместитель главы", "-", date(later), "Нет", "-"});
        }
        // What solved the planted problem of the past: its messages stop in the week after. The chronic one has a map that is half done.
        for (const PlantedWeeks& problem : planted_.problems) {
            const std::string title = "Дорожная карта: " + topic_name(problem), where = territory_name(problem);
            if (problem.id == "solved")
                sheet.row({title, topic_name(problem), "Износ сетей", "Заменить оборудование полностью", "Начальник отдела", date(day_of(problem.last_week, -60)), date(day_of(problem.last_week, 10)), date(day_of(problem.last_week, 4)), where});
            if (problem.id != "chronic") continue;
            const Day first = day_of(problem.first_week, 0), last = planted_.last_day;
            const auto row = [&](std::string_view measure, Day from, Day due, std::string_view done) {
                sheet.row({title, topic_name(problem), "Нет пункта содержания", measure, "Начальник отдела благоустройства", date(from), date(due), done, where});
            };
            row("Заключить договор на отлов", first + 20, first + 40, date(first + 37));
            row("Открыть пункт временного содержания", first + 30, last + 16, "Нет");
            row("Чипировать и учесть животных", first + 38, last - 6, "Нет");
            row("Провести рейды у контейнерных площадок", last - 12, last + 35, "Нет");
        }
        return sheet.finish();
    }

    /// Numbers as SampleRows gives them: ПОС in steps of seven, «Инцидент менеджмент» one by one.
    bool auto_control() {
        constexpr std::string_view means[] = {"ГЛОНАСС", "Фотофиксация", "Видеофиксация"};
        struct { std::string_view file, channel; std::uint64_t base, step; } systems[] = {{"pos_", "ПОС", 300'000'000, 7}, {"im_", "Инцидент менеджмент", 5'000'000, 1}};
        Sheet sheet{sink_, "reg_auto_control.csv", {"Номер сообщения", "Система", "Средство контроля", "Результат проверки"}};
        for (const auto& system : systems) {
            std::uint64_t rows = 0;
            for (const auto& file : planted_.files) rows += file.name.starts_with(system.file) ? file.rows : 0;
            rows -= std::min(rows, planted_.exact_duplicates);
            for (std::uint64_t i = 1; i <= rows; ++i) {
                if (!random_.chance(static_cast<std::uint32_t>(250 + 510 * i / rows))) continue;
                sheet.row({std::to_string(system.base + i * system.step), system.channel, random_.one_of(means), random_.chance(940) ? "Подтверждено" : "Не подтверждено"});
            }
        }
        return sheet.finish();
    }

    bool hearings() {
        constexpr std::string_view titles[] = {"Проект бюджета", "Правила благоустройства", "Генеральный план", "Изменение устава", "Проект межевания", "Отчёт об исполнении бюджета"};
        Sheet sheet{sink_, "reg_hearings.csv", {"Дата слушаний", "Вопрос слушаний", "Территория", "Проведены через ПОС", "Участников", "Итог"}};
        for (Month month = first_; month <= last_; ++month)
            for (std::uint32_t n = 1 + random_.below(2); n > 0; --n)
                sheet.row({date(day_in(month)), random_.one_of(titles), place(), yes_no(random_.chance(growing(640, 860, month))), std::to_string(15 + random_.below(160)), random_.chance(900) ? "Одобрен" : "Отправлен на доработку"});
        return sheet.finish();
    }

    bool votes() {
        constexpr std::string_view titles[] = {"Где поставить площадку", "Как назвать сквер", "Какой двор ремонтировать первым", "Когда открывать каток"};
        constexpr std::string_view kinds[] = {"Голосование", "Общественное обсуждение", "Опрос"};
        Sheet sheet{sink_, "reg_votes.csv", {"ID голосования", "Название голосования", "Тип голосования", "Дата начала голосования", "Дата окончания голосования", "Количество участников", "Принятое решение", "Итоги опубликованы"}};
        int number = 40;
        for (Month month = first_; month <= last_; ++month) {
            const Day day = day_in(month);
            const bool is_over = day + 14 <= planted_.last_day;
            sheet.row({std::to_string(++number), std::string{random_.one_of(titles)} + " (" + place() + ")", random_.one_of(kinds), date(day), is_over ? date(day + 14) : std::string{"-"}, std::to_string(40 + random_.below(420)),
                       is_over ? "Принято большинством" : "-", yes_no(is_over && random_.chance(920))});
        }
        return sheet.finish();
    }

    bool risks() {
        constexpr std::string_view sources[] = {"Районная газета", "Группа «Подслушано»", "Телеграм-канал посёлка"};
        Sheet sheet{sink_, "reg_risks.csv", {"Дата выявления", "Источник публикации", "Соцсеть", "Тема риска", "Территория", "Охват", "Статус риска", "Отработано"}};
        for (Month month = first_; month <= last_; ++month)
            for (std::uint32_t n = random_.below(4); n > 0; --n) {
                const Day day = day_in(month);
                const bool is_closed = day + 4 <= planted_.last_day;
                sheet.row({date(day), random_.one_of(sources), random_.chance(700) ? "ВКонтакте" : "Телеграм", topic(), place(), std::to_string(200 + random_.below(4000)), is_closed ? "Закрыт" : "В работе",
                           is_closed ? date(day + 1 + static_cast<Day>(random_.below(3))) : std::string{"Нет"}});
            }
        return sheet.finish();
    }

    /// The region's rating and its heat map, a row per month.
    bool rating() {
        constexpr std::string_view colours[] = {"Зелёный", "Жёлтый", "Красный"};
        Sheet places{sink_, "reg_ranking.csv", {"Период", "Муниципалитет", "Место в рейтинге", "Итоговый балл"}};
        Sheet colours_of{sink_, "reg_heatmap.csv", {"Муниципалитет", "Проблема", "Период", "Значение показателя", "Цвет проблемы"}};
        for (Month month = first_; month < last_; ++month) {
            const std::string period = format_month(month, Lang::Ru);
            places.row({period, profile_.name.ru, std::to_string(3 + random_.below(6)), std::to_string(78 + random_.below(14)) + "," + std::to_string(random_.below(10))});
            for (const Block& block : profile_.blocks) colours_of.row({profile_.name.ru, block.name.ru, period, std::to_string(random_.below(40)), random_.one_of(colours)});
        }
        const bool is_first_good = places.finish();
        return colours_of.finish() && is_first_good;
    }

    bool protocol() {
        struct Decision { std::string_view what, who; };
        constexpr Decision decisions[] = {{"Проверить график работ", "Начальник управления ЖКХ"}, {"Опубликовать схему объезда", "Руководитель пресс-службы"}, {"Доложить о причинах роста сообщений", "Куратор блока"},
                                          {"Вынести вопрос на голосование", "Ответственный за ПОС"}, {"Обновить шаблоны ответов", "Ответственный за Инцидент менеджмент"}};
        Sheet sheet{sink_, "reg_protocol.csv", {"Номер протокола", "Дата заседания", "Решение заседания", "Ответственный (должность)", "Тема", "Срок исполнения", "Исполнено"}};
        int number = 0;
        for (Month month = first_; month <= last_; ++month) {
            const Day day = day_in(month);
            ++number;
            for (std::size_t i = 0; i < 2; ++i) {
                const Day due = day + 7 + static_cast<Day>(random_.below(14)), done = due - 3 + static_cast<Day>(random_.below(7));
                const Decision& decision = decisions[(static_cast<std::size_t>(number) + i) % std::size(decisions)];
                sheet.row({std::to_string(number), date(day), decision.what, decision.who, topic(), date(due), done <= planted_.last_day ? date(done) : std::string{"Нет"}});
            }
        }
        return sheet.finish();
    }

    /// What became of three planted surges: one is over, of one the cause is known, one was only taken up. The others nobody has entered.
    bool surges() {
        Sheet sheet{sink_, "reg_surges.csv", {"Всплеск обнаружен", "Тема", "Территория", "Всплеск подтверждён", "Кто подтвердил", "Причина всплеска", "Всплеск закрыт"}};
        for (const PlantedWeeks& problem : planted_.problems) {
            const std::string found = date(day_of(problem.first_week, 1)), taken_up = date(day_of(problem.first_week, 2));
            if (problem.id == "past_surge") sheet.row({found, topic_name(problem), territory_name(problem), taken_up, "Куратор блока", "Авария на сетях, устранена", date(day_of(problem.first_week, 9))});
            if (problem.id == "snow_surge") sheet.row({found, topic_name(problem), territory_name(problem), taken_up, "Куратор блока", "Не хватило техники", "Нет"});
            if (problem.id == "surge") sheet.row({found, topic_name(problem), territory_name(problem), taken_up, "Куратор блока", "-", "Нет"});
        }
        return sheet.finish();
    }

    /// The centre's own list: what is late, what waits for a cause, what is nearly done.
    bool problems() {
        Sheet sheet{sink_, "reg_problems.csv", {"Проблема выявлена", "Темы", "Территория", "Проблема", "Причина проблемы", "Ответственный (должность)", "Срок", "В работе с", "Дорожная карта с", "Проблема устранена"}};
        const Day last = planted_.last_day;
        for (const PlantedWeeks& problem : planted_.problems) {
            const Day found = day_of(problem.first_week, 2);
            const auto row = [&](std::string_view cause, std::string_view post, Day due, std::string_view taken, std::string_view mapped, std::string_view closed) {
                sheet.row({date(found), topic_name(problem), territory_name(problem), "-", cause, post, date(due), taken, mapped, closed});
            };
            if (problem.id == "chronic") row("Нет пункта содержания", "Начальник отдела благоустройства", last + 35, date(found + 14), date(found + 35), "Нет");
            if (problem.id == "lighting_chronic") row("Нет договора на ремонт сети", "Глава поселения", last - 3, date(found + 20), "-", "Нет");
            if (problem.id == "growing") row("Ставка терапевта свободна", "Заместитель главы по социальным вопросам", last + 46, date(found + 9), date(found + 16), "Нет");
            if (problem.id == "surge") row("-", "Начальник управления ЖКХ", last + 3, "-", "-", "Нет");
            if (problem.id == "solved") row("Износ сетей", "Начальник отдела", day_of(problem.last_week, 10), date(found + 30), date(found + 90), date(day_of(problem.last_week, 32)));
        }
        return sheet.finish();
    }

    const Profile& profile_;
    const Planted& planted_;
    const SampleSink& sink_;
    SampleRandom random_;
    Month first_, last_;
    std::vector<std::string> topics_;
};

}  // namespace

Result<Nothing> make_sample_registers(const Profile& profile, const SampleOptions& options, const Planted& planted, const SampleSink& sink) {
    if (profile.territories.empty() || profile.blocks.empty()) return Nothing{};
    if (!Registers{profile, options, planted, sink}.write()) return Error{.fault = Fault::Io};
    return Nothing{};
}

}  // namespace problemator::cli
