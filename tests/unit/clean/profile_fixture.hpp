// A small profile written by hand, so that these tests do not depend on the files of data/municipalities.
#pragma once
#include "core/clean/intake.hpp"

namespace problemator {

inline Minute at(const char* iso) { return *parse_iso_minute(iso); }

inline Profile small_profile() {
    Profile p;
    p.id = "test";
    p.utc_offset_minutes = 300;
    Block utilities;
    utilities.id = "utilities";
    utilities.name = {"ЖКХ и энергетика", "Utilities"};
    utilities.short_name = {"ЖКХ", "Utilities"};
    utilities.aliases = {"Жилищно-коммунальные услуги"};
    utilities.department = "housing";
    utilities.topics = {{"heat", {"Отопление", "Heating"}, {"Нет тепла"}, ""}, {"repair", {"Ремонт", "Repair"}, {"Ремонт дома"}, ""}};
    Block roads;
    roads.id = "roads";
    roads.name = {"Дороги", "Roads"};
    roads.department = "roads";
    roads.topics = {{"snow", {"Уборка снега", "Snow"}, {"Не убран снег", "Зимнее содержание"}, "winter"}, {"repair", {"Ремонт", "Repair"}, {"Ямы"}, ""}};
    p.blocks = {utilities, roads};
    p.territories = {{"priobye", {"Приобье", "Priobye"}, {"гп Приобье", ""}, {"пгт. Приобье"}, {}, {}, {}, {}, {}}, {"andra", {"Андра", "Andra"}, {}, {}, {}, {}, {}, {}, {}}};
    p.departments = {{"housing", {"Управление ЖКХ", "Housing"}, {"УЖКХ", ""}, {}, ""},
                     {"roads", {"Отдел дорог", "Roads"}, {}, {"Отдел дорог администрации"}, ""},
                     {"winter", {"Снежная служба", "Winter"}, {}, {}, ""},
                     {"adm", {"Администрация гп Приобье", "Priobye administration"}, {}, {}, "priobye"}};
    p.channels = {{"pos", {"Платформа обратной связи", "POS"}, {"ПОС", "POS"}, {}, {}},
                  {"im", {"Инцидент менеджмент", "IM"}, {"ИМ", "IM"}, {}, 180},
                  {"fz59", {"Обращения по 59-ФЗ", "Appeals"}, {"59-ФЗ", ""}, {}, {}},
                  {"other", {"Иные источники", "Other"}, {"Иные", ""}, {}, {}}};
    const auto clock = [](const char* id, const char* channel, ClockStart start, ClockUnit unit, int amount, ClockTarget target) {
        Clock c;
        c.id = id;
        c.channel = channel;
        c.start = start;
        c.unit = unit;
        c.amount = amount;
        c.target = target;
        return c;
    };
    p.clocks = {clock("fast", "pos", ClockStart::Received, ClockUnit::CalendarDays, 10, ClockTarget::Closed),
                clock("pos", "pos", ClockStart::Received, ClockUnit::CalendarDays, 25, ClockTarget::Closed),
                clock("im", "im", ClockStart::Received, ClockUnit::Hours, 3, ClockTarget::Answered),
                clock("fz59", "fz59", ClockStart::Registered, ClockUnit::CalendarDays, 30, ClockTarget::Closed),
                clock("other", "other", ClockStart::Received, ClockUnit::WorkingDays, 5, ClockTarget::Closed)};
    p.clocks[0].fast_track = true;
    p.clocks[3].extension_days = 30;
    return p;
}

inline Message message(const char* channel, const char* id, const char* received) {
    Message m;
    m.channel = channel;
    m.id = id;
    m.received = at(received);
    m.received_has_time = std::string_view{received}.size() > 10;
    return m;
}

}  // namespace problemator
