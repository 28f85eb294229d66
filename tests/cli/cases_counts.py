"""query against counts made by Python's own csv reader over the same sample files."""
import collections, csv, datetime, io, json
from harness import ROOT, case


def pos_rows(cli):
    """Rows of the ПОС files that must count: one per number, with a date that exists."""
    rows = {}
    for path in sorted(cli.samples.glob("pos_*.csv")):
        for row in csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""), delimiter=";"):
            try:
                row["day"] = datetime.datetime.strptime(row["Дата поступления"], "%d.%m.%Y").date()
            except ValueError:
                continue
            rows.setdefault(row["Номер"], row)
    return list(rows.values())


def department_names():
    """Every spelling of a department in the profile → its name."""
    profile = json.loads((ROOT / "data" / "municipalities" / "oktyabrskoe.json").read_text(encoding="utf-8"))
    return {spelling.lower(): d["name"]["ru"] for d in profile["departments"] for spelling in [d["name"]["ru"], d["short_name"]["ru"], *d.get("aliases", [])]}


def queried(cli, *words, key="id"):
    ran = cli("query", "--input", cli.samples, "--as-of", cli.as_of, "--format", "json", *words).expect(0)
    return {g[key]: g["count"] for g in json.loads(ran.out)["groups"] if g["count"]}


@case("query by month counts the ПОС messages as Python does")
def by_month(cli):
    expected = collections.Counter(row["day"].strftime("%Y-%m") for row in pos_rows(cli))
    assert len(expected) >= 24
    assert queried(cli, "--group-by", "month", "--filter", "channel=pos") == expected


@case("query by department counts the ПОС messages as Python does, names made one")
def by_department(cli):
    names = department_names()
    expected = collections.Counter()
    for row in pos_rows(cli):
        organisation = row["Организация, в которой находится сообщение"]
        expected[names.get(organisation.lower(), organisation)] += 1
    assert len(expected) >= 8
    assert queried(cli, "--group-by", "department", "--filter", "channel=pos", key="name") == expected


@case("a period keeps exactly its days")
def by_period(cli):
    expected = sum(datetime.date(2026, 3, 1) <= row["day"] < datetime.date(2026, 4, 1) for row in pos_rows(cli))
    found = queried(cli, "--group-by", "channel", "--filter", "channel=pos", "from=2026-03-01", "until=2026-04-01")
    assert expected > 10 and found == {"pos": expected}


@case("the pivot adds up to the groups, and the snapshot answers as the inputs do")
def pivot(cli):
    groups = queried(cli, "--group-by", "block")
    ran = cli("query", "--snapshot", cli.snapshot(), "--group-by", "block", "--across", "channel", "--format", "json").expect(0)
    table = json.loads(ran.out)
    sums = {row["id"]: sum(values) for row, values in zip(table["rows"], table["values"]) if sum(values)}
    assert sums == groups and len(groups) >= 8


@case("query prints a CSV that a Russian spreadsheet reads, and a table with the same numbers")
def formats(cli):
    words = ["query", "--snapshot", cli.snapshot(), "--group-by", "department", "--measure", "count", "in_time_share"]
    text = cli(*words, "--format", "csv", lang="ru").expect(0).out
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text[1:], newline=""), delimiter=";"))
    groups = json.loads(cli(*words, "--format", "json").expect(0).out)["groups"]
    assert [(r["name"], int(r["count"])) for r in rows] == [(g["name"], g["count"]) for g in groups]
    for row, group in zip(rows, groups):
        share = row["in_time_share"]
        assert (share == "") == (group["in_time_share"] is None)
        assert not share or abs(float(share.replace(",", ".")) - group["in_time_share"]) < 1e-4
    table = cli(*words, lang="en").expect(0).out
    assert all(g["name"] in table for g in groups)


@case("a wrong word of a query is answered with the nearest right one, and ends with 2")
def wrong_words(cli):
    for words, near in [(["--group-by", "departmnt"], "department"), (["--group-by", "block", "--measure", "cuont"], "count"),
                        (["--group-by", "block", "--filter", "blok=x"], "block"), (["--group-by", "block", "--filter", "x"], "block=")]:
        cli("query", "--snapshot", cli.snapshot(), *words).expect(2, near)
