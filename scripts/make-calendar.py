#!/usr/bin/env python3
"""make-calendar.py <folder> [--check] > data/calendar/ru.json

Turns Russia's production calendar (<folder>/<year>/calendar.xml: day types 1 = off, 2 = shortened, 3 = worked weekend,
f = the day it was moved from) into our own form. A shortened Saturday is a worked one, so it is listed as both.
Years that the folder does not have are made from the law: the holidays of article 112 of the Labour Code and the transfers of the
Government's decree for that year (DECREES). The same rule, given the decrees of 2023 … 2026, makes those years as the folder has them
(--check says so)."""
import datetime, json, pathlib, sys
import xml.etree.ElementTree as xml


def one_year(path):
    root = xml.parse(path).getroot()
    year = int(root.get("year"))
    lists = {"off": [], "short": [], "working": []}
    moved = {}
    for day in root.iter("day"):
        key = day.get("d").replace(".", "-")
        date = datetime.date(year, *map(int, key.split("-")))
        kind = {"1": "off", "2": "short", "3": "working"}[day.get("t")]
        lists[kind].append(key)
        if kind == "short" and date.weekday() >= 5:
            lists["working"].append(key)
        if day.get("f"):
            moved[key] = day.get("f").replace(".", "-")
    return str(year), {name: sorted(days) for name, days in lists.items()} | {"moved": dict(sorted(moved.items()))}


HOLIDAYS = [(1, day) for day in range(1, 9)] + [(2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4)]  # Labour Code, article 112

# Постановления Правительства РФ «О переносе выходных дней»: the day off → the day that it was taken from.
DECREES = {
    2023: {"02-24": "01-01", "05-08": "01-08"},                                                     # от 29.08.2022 № 1505
    2024: {"05-10": "01-06", "12-31": "01-07", "04-29": "04-27", "04-30": "11-02", "12-30": "12-28"},  # от 10.08.2023 № 1314
    2025: {"05-02": "01-04", "12-31": "01-05", "05-08": "02-23", "06-13": "03-08", "11-03": "11-01"},  # от 04.10.2024 № 1335
    2026: {"01-09": "01-03", "12-31": "01-04"},                                                     # от 24.09.2025 № 1466
    2027: {"11-05": "01-02", "12-31": "01-03", "02-22": "02-20"},                                   # от 17.09.2026 № 1187
}


def year_by_law(year):
    """A day off on a weekend moves to the next worked day, except in the New Year holidays and where the decree moves it elsewhere;
    the eve of a holiday is shortened, and where the eve was exchanged for a Saturday, the Saturday is."""
    decree = DECREES[year]
    holidays = {datetime.date(year, month, day) for month, day in HOLIDAYS}
    key = lambda date: date.strftime("%m-%d")
    moved = dict(decree)
    off = {key(day) for day in holidays} | set(decree)
    worked = {day for day in decree.values() if day not in {key(day) for day in holidays}}
    for holiday in sorted(holidays):
        if holiday.month == 1 or holiday.weekday() < 5 or key(holiday) in decree.values():
            continue
        to = holiday
        while to.weekday() >= 5 or key(to) in off:
            to += datetime.timedelta(1)
        off.add(key(to))
        moved[key(to)] = key(holiday)
    short = set()
    for holiday in sorted(holidays | {datetime.date(year + 1, 1, 1)}):
        eve = key(holiday - datetime.timedelta(1))
        is_worked_eve = (holiday - datetime.timedelta(1)).weekday() < 5 and eve not in off
        if is_worked_eve or moved.get(eve) in worked:
            short.add(eve if is_worked_eve else moved[eve])
    return str(year), {"off": sorted(off), "short": sorted(short), "working": sorted(worked), "moved": dict(sorted(moved.items()))}


def check(years):
    for year in sorted(DECREES):
        made, facts = year_by_law(year)
        if made in years:
            print(made, "as the folder has it" if facts == years[made] else f"differs: {facts} {years[made]}", file=sys.stderr)


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    files = sorted(pathlib.Path(sys.argv[1]).glob("*/calendar.xml"))
    years = dict(one_year(path) for path in files)
    if sys.argv[2:] == ["--check"]:
        return check(years)
    years |= dict(year_by_law(year) for year in DECREES if str(year) not in years)
    print("{")
    for place, (year, facts) in enumerate(sorted(years.items())):
        members = ",\n".join(f'    "{name}": {json.dumps(value)}' for name, value in facts.items())
        print(f'  "{year}": {{\n{members}\n  }}' + ("," if place + 1 < len(years) else ""))
    print("}")


main()
