#include "core/snapshot/personal.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/snapshot/snapshot.hpp"

namespace problemator {
namespace {

TEST(Personal, PersonsAreToldFromOffices) {
    const struct { const char* text; bool is_personal; } cases[] = {
        {"Вымышленный И. О.", true}, {"И.О. Вымышленный", true}, {"Вымышленная-Двойная А.Б.", true}, {"Вымышленный Иван Петрович", true},
        {"Анна Сергеевна Вымышленная", true}, {"тел. 8 (900) 000-00-00", true}, {"name@example.org", true},
        {"Управление ЖКХ и энергетики", false}, {"Администрация гп Приобье", false}, {"Отдел № 5", false}, {"МБОУ СОШ № 7", false},
        {"Верхний Яр", false}, {"Малая Речка", false}, {"А. Б.", false}, {"", false}, {"ТКО", false}, {"Публичные слушания 2026", false}};
    for (const auto& c : cases) EXPECT_EQ(looks_personal(c.text), c.is_personal) << c.text;
}

TEST(Personal, APublishedSnapshotHidesAPersonInThePlaceOfAnOfficeAndKeepsTheCount) {
    TableBuilder builder;
    for (const char* office : {"Вымышленный И. О.", "Отдел отходов", "Вымышленный И. О."}) {
        Message m;
        m.id = std::to_string(builder.rows() + 1);
        m.channel = "im";
        m.received = 1000 + static_cast<Minute>(builder.rows());
        m.department = office;
        builder.add(m);
    }
    Snapshot snapshot;
    snapshot.info.as_of = 5000;
    snapshot.table = std::move(builder).finish(5000, {});
    drop_personal_data(snapshot);
    const auto& names = snapshot.table.dictionary(Dimension::Department);
    EXPECT_EQ(names.find("Вымышленный И. О."), kNotGiven);
    const Code hidden = names.find("имя скрыто 1");
    ASSERT_NE(hidden, kNotGiven);
    EXPECT_EQ(names.id(hidden), "hidden-1");
    const auto& codes = snapshot.table.column(Dimension::Department);
    EXPECT_EQ(std::count(codes.begin(), codes.end(), hidden), 2);
}

}  // namespace
}  // namespace problemator
