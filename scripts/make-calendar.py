#!/usr/bin/env python3
"""make-calendar.py <folder> > data/calendar/ru.json

Turns Russia's production calendar (<folder>/<year>/calendar.xml: day types 1 = off, 2 = shortened, 3 = worked weekend,
f = the day it was moved from) into our own form. A shortened Saturday is a worked one, so it is listed as both."""
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


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    files = sorted(pathlib.Path(sys.argv[1]).glob("*/calendar.xml"))
    years = dict(one_year(path) for path in files)
    print("{")
    for place, (year, facts) in enumerate(sorted(years.items())):
        members = ",\n".join(f'    "{name}": {json.dumps(value)}' for name, value in facts.items())
        print(f'  "{year}": {{\n{members}\n  }}' + ("," if place + 1 < len(years) else ""))
    print("}")


main()
