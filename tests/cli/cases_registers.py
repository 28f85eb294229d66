"""Registers from file to indicator: what the site says equals a count by hand."""
import re
from harness import case

HEARINGS = """Дата слушаний;Вопрос слушаний;Проведены через ПОС
10.02.2026;Бюджет;Да
12.05.2026;Генеральный план;Нет
14.10.2026;Правила благоустройства;Да
20.10.2026;Устав;Да
15.12.2025;Прошлый год;Нет
32.10.2026;Нет такого дня;Да
"""
PAGES = """Учреждение;Соцсеть;Адрес страницы;Страница действует;Месяц
Школа № 1;ВКонтакте;https://vk.com/public1;Да;октябрь 2026
Школа № 1;Одноклассники;https://ok.ru/group/1;Да;октябрь 2026
Музей;ВКонтакте;https://vk.com/public2;Нет;октябрь 2026
Клуб;-;-;Нет страницы;октябрь 2026
"""
DECISIONS = """Дата решения;Предмет решения;Через ПОС;Жители информированы
01.03.2026;Каток;Да;Да
01.04.2026;Сквер;Да;Да
02.04.2026;Парковка;Нет;Нет
"""
ROAD_MAPS = """Дорожная карта;Темы;Первопричина;Мероприятие;Выполнено
Свет;Уличное освещение;Износ;Заменить фонари;05.10.2026
Снег;Очистка от снега и наледи;Мало техники;Купить грейдер;Нет
"""
TOPICS = ["Уличное освещение"] * 7 + ["Очистка от снега и наледи"] * 5
CONTROL = "Номер сообщения;Система;Средство контроля\n1003;ПОС;ГЛОНАСС\n1004;;Фото\n9999;ПОС;ГЛОНАСС\n"


def export():
    lines = ["Номер;Дата поступления;Категория;Подкатегория;Факт;Стадия;Статус;Фаст-трек"]
    lines += [f"{1000 + i};{5 + i:02}.10.2026;{t};{t};{t};В работе;Назначен исполнитель;Нет" for i, t in enumerate(TOPICS)]
    lines.append("2000;14.11.2026;Уличное освещение;Уличное освещение;Уличное освещение;В работе;Назначен исполнитель;Нет")
    return "\n".join(lines) + "\n"


def week(cli):
    for name, text in {"pos": export(), "hearings": HEARINGS, "pages": PAGES, "decisions": DECISIONS, "road_maps": ROAD_MAPS, "control": CONTROL}.items():
        cli.make(f"registers/{name}.csv", text)
    return cli.folder / "registers"


def facts(out):
    """The percents of the overview's indicators, by short name."""
    page = (out / "index.html").read_text(encoding="utf-8")
    table = page[page.index('<table class="bullets">'):]
    rows = [re.search(r'<th scope="row">([^<]+)</th>.*?class="num[^>]*>([^<]+)<', row, flags=re.S) for row in table[:table.index("</table>")].split("<tr>")]
    return {row[1]: row[2] for row in rows if row}


@case("tables of registers are told from messages, and their bad rows are named")
def registers_are_read(cli):
    ran, report = cli.report("--input", week(cli))
    ran.expect(3)
    assert {name: (f["rows_kept"], f["rows_rejected"]) for name, f in report.items()} == {
        "pos.csv": (13, 0), "hearings.csv": (5, 1), "pages.csv": (4, 0), "decisions.csv": (3, 0), "road_maps.csv": (2, 0), "control.csv": (3, 0)}, report
    cli("check", "--input", cli.folder / "registers").expect(3, "hearings.csv, row 7", "32.10.2026")


@case("the indicators of a site equal a count by hand")
def indicators_equal_the_hand_count(cli):
    out = cli.folder / "registers_site"
    cli("build", "--internal", "--unencrypted", "--input", week(cli), "--as-of", "2026-11-16", "--out", out, lang="ru").expect(0)
    found, counted = facts(out), {"Соцсети": (1, 3), "Решения": (2, 2), "Дорожные карты": (7, 12), "Автоконтроль": (2, 12), "Слушания": (3, 4)}
    by_hand = {name: f"{100 * n / of:.1f}".replace(".", ",") for name, (n, of) in counted.items()}
    assert {name: found.get(name) for name in counted} == by_hand, found
    published = cli.folder / "registers_published"
    cli("build", "--input", week(cli), "--as-of", "2026-11-16", "--out", published, lang="ru").expect(0)
    shown = facts(published)   # two messages are fewer than three: 3 of 12 is the bound
    assert {name: shown.get(name) for name in counted} == {**by_hand, "Автоконтроль": "&lt;\u00a025"}, shown


@case("registers that come twice change nothing")
def registers_are_idempotent(cli):
    week(cli)
    for name in ("hearings", "pages", "decisions", "road_maps", "control"):
        for folder in ("once", "twice"):
            cli.make(f"{folder}_in/{name}.csv", (cli.folder / "registers" / f"{name}.csv").read_bytes())
        cli.make(f"twice_in/again_{name}.csv", (cli.folder / "registers" / f"{name}.csv").read_bytes())
    found = []
    for folder in ("once", "twice"):
        cli.make(f"{folder}_in/pos.csv", export())
        cli("build", "--input", cli.folder / f"{folder}_in", "--as-of", "2026-11-16", "--out", cli.folder / f"{folder}_site", lang="ru").expect(0)
        found.append(facts(cli.folder / f"{folder}_site"))
    assert found[0] == found[1] and len(found[0]) >= 5, found
    _, report = cli.report("--input", cli.folder / "twice_in")
    assert report["hearings.csv"]["rows_updated"] + report["hearings.csv"]["rows_duplicate"] == 5 or report["again_hearings.csv"]["rows_updated"] + report["again_hearings.csv"]["rows_duplicate"] == 5
