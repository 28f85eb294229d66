"""The statistics commands on plain CSV: their answers against sums made here, and against the committed vectors of R and statsmodels."""
import csv, io, math, random

from harness import ROOT, case


def answer(ran):
    return list(csv.DictReader(io.StringIO(ran.expect(0).out)))


def vectors(name):
    return list(csv.DictReader((ROOT / "tests/reference/vectors" / name).open()))


def weekly(cells, weeks):
    """A made-up table: `cells` maps a name to its mean."""
    chance = random.Random(5)
    rows = ["cell,week,count"]
    for name, mean in cells.items():
        rows += [f"{name},{week},{sum(chance.random() < mean / 40 for _ in range(40))}" for week in range(1, weeks + 1)]
    return "\n".join(rows) + "\n"


def near(got, expected):
    assert math.isclose(float(got), float(expected), rel_tol=1e-6, abs_tol=1e-6), f"{got} instead of {expected}"


@case("detect gives the Farrington bound that R gives")
def farrington(cli):
    series = {row["name"]: row["counts"].split() for row in vectors("farrington_series.csv")}
    checked = 0
    for row in vectors("farrington.csv"):
        if row["setting"] not in ("noufaily", "nb") or row["upper"] == "NA" or row["k"] != "325":
            continue
        table = cli.make("farrington.csv", "week,count\n" + "".join(f"{i},{count}\n" for i, count in enumerate(series[row["name"]], 1)))
        got = answer(cli("detect", "--series", table, "--method", "farrington", "--at", row["k"], "--alpha", row["alpha"], "--form", "delta" if row["form"] == "delta" else "nb-plugin"))[0]
        for ours, theirs in (("expected", "expected"), ("upper", "upper"), ("p", "p")):
            near(got[ours], row[theirs])
        assert got["alarm"] == row["alarm"]
        checked += 1
    assert checked >= 8, checked


@case("detect finds the planted week among many cells, and says by which rung")
def ladder(cli):
    rows = weekly({f"cell {i}": 4 for i in range(30)}, 60).splitlines()
    planted = next(i for i, row in enumerate(rows) if row.startswith("cell 12,60,"))
    rows[planted] = "cell 12,60,33"
    table = cli.make("ladder.csv", "\n".join(rows))
    got = answer(cli("detect", "--series", table, "--method", "ladder", "--cell", "cell"))
    assert len(got) == 30
    surges = [row["cell"] for row in got if float(row["q"]) <= 0.05]
    assert surges == ["cell 12"], surges
    assert {row["method"] for row in got} == {"glm"}
    short = answer(cli("detect", "--series", table, "--method", "ladder", "--cell", "cell", "--at", "5"))
    assert all(row["reason"] == "too_few_periods" and row["p"] == "" for row in short)


@case("detect says EARS, CUSUM, XmR, STL and the effect of a measure as the references do")
def others(cli):
    for row in vectors("ears.csv")[::9]:
        table = cli.make("ears.csv", "week;count\n" + "".join(f"{i};{count}\n" for i, count in enumerate(row["series"].split())))
        got = answer(cli("detect", "--series", table, "--method", "ears-" + row["method"].lower(), "--baseline", row["baseline"], "--min-sigma", row["min_sigma"], "--alpha", row["alpha"]))[0]
        near(got["upper"], row["upper"])
    for row in vectors("cusum.csv"):
        if row["trans"] != "rossi":
            continue
        table = cli.make("cusum.csv", "week,count\n" + "".join(f"{i},{count}\n" for i, count in enumerate(row["counts"].split())))
        words = ["--reset"] if row["reset"] == "after_alarm" else []
        got = answer(cli("detect", "--series", table, "--method", "cusum", "--mean", row["m"], "--at", "all", *words))
        for ours, theirs in zip(got, row["sum"].split()):
            near(ours["score"], theirs)
    for row in vectors("interrupted.csv"):
        table = cli.make("its.csv", "week,count\n" + "".join(f"{i},{count}\n" for i, count in enumerate(row["counts"].split())))
        got = answer(cli("detect", "--series", table, "--method", "its", "--start", row["start"], "--harmonics", row["harmonics"]))[0]
        for key in ("level", "level_low", "level_high", "slope", "slope_p", "before"):
            near(got[key], row[key])
    for row in vectors("xmr.csv"):
        table = cli.make("xmr.csv", "week,count\n" + "".join(f"{i},{count}\n" for i, count in enumerate(row["values"].split())))
        got = answer(cli("detect", "--series", table, "--method", "xmr"))
        near(got[0]["upper"], row["upper"])
        assert [one["run"] for one in got] == row["run"].split()
    for row in vectors("stl.csv"):
        if row["name"] not in ("weekly", "weekly_robust"):
            continue
        table = cli.make("stl.csv", "week,count\n" + "".join(f"{i},{count}\n" for i, count in enumerate(row["y"].split())))
        words = ["--robust"] if row["name"] == "weekly_robust" else []
        got = answer(cli("detect", "--series", table, "--method", "stl", "--seasonal-window", "9", *words))
        for one, seasonal, trend in zip(got, row["seasonal"].split(), row["trend"].split()):
            near(one["seasonal"], seasonal)
            near(one["trend"], trend)


@case("detect tells which row of its table is wrong, and never invents a week")
def faults(cli):
    table = cli.make("gap.csv", "week,count\n2026-W01,3\n2026-W02,4\n2026-W04,1\n")
    cli("detect", "--series", table, "--method", "tail").expect(1, "gap.csv", "row 4", "2026-W03")
    cli("detect", "--series", cli.make("text.csv", "week,count\n1,3\n2,many\n"), "--method", "tail").expect(1, "row 3", "many")
    cli("detect", "--series", cli.make("minus.csv", "week,count\n1,3\n2,-4\n"), "--method", "tail").expect(1, "row 3", "-4")
    cli("detect", "--series", table, "--method", "tail", "--count", "messages").expect(1, "messages", "week, count")
    cli("detect", "--series", table, "--method", "guess").expect(2)
    cli("detect", "--series", cli.make("ok.csv", "week,count\n1,3\n2,4\n"), "--method", "tail", "--at", "7").expect(2, "--at")
    cli("detect", "--series", cli.make("ok.csv", "week,count\n1,3\n2,4\n"), "--method", "its", "--start", "7").expect(2, "--start")


@case("detect says the same when it is asked twice")
def again(cli):
    table = cli.make("again.csv", weekly({"a": 3, "b": 0.3}, 170))
    first, second = (cli("detect", "--series", table, "--method", "ladder", "--cell", "cell", "--at", "all").expect(0).out for _ in range(2))
    assert first == second and len(first.splitlines()) == 341


def forecast_series(cli, row):
    return cli.make("series.csv", "value\n" + "\n".join(row["values"].split()) + "\n")


@case("forecast gives the points and bounds of R's thetaf and snaive, and the optimum that statsmodels finds")
def forecasts(cli):
    for row in vectors("forecasts.csv"):
        if row["method"] not in ("theta", "snaive"):
            continue
        points, upper = row["points"].split(), row["upper"].split()
        got = answer(cli("forecast", "--series", forecast_series(cli, row), "--method", row["method"], "--period", row["period"], "--steps", len(points)))
        for ours, point, bound in zip(got, points, upper, strict=True):
            assert math.isclose(float(ours["point"]), float(point), rel_tol=1e-3) and math.isclose(float(ours["high"]), float(bound), rel_tol=1e-3), (row["series"], ours)
    for row in vectors("forecasts_best.csv"):
        got = answer(cli("forecast", "--series", forecast_series(cli, row), "--method", row["method"], "--steps", 8))
        for ours, point in zip(got, row["points"].split(), strict=True):
            assert math.isclose(float(ours["point"]), float(point), rel_tol=1e-3), (row["series"], row["method"], ours)


@case("forecast of a plan puts numerator and denominator together and says its chance")
def plan(cli):
    table = cli.make("plan.csv", "month,numerator,denominator\n" + "".join(f"{m},{80 + m % 3},100\n" for m in range(1, 23)))
    row = answer(cli("forecast", "--series", table, "--method", "plan", "--plan", "0.7", "--this-year", 10, "--remaining", 2))[0]
    near(row["so_far"], sum(80 + m % 3 for m in range(13, 23)) / 1000)
    assert row["verdict"] == "on_track" and float(row["chance"]) > 0.99 and row["method"] == "theta", row
    row = answer(cli("forecast", "--series", table, "--method", "plan", "--plan", "0.7", "--at-most", "--this-year", 10, "--remaining", 2))[0]
    assert row["verdict"] == "missed", row
    cli("forecast", "--series", table, "--method", "plan", "--this-year", 30).expect(2, "--this-year")
    cli("forecast", "--series", cli.make("short.csv", "value\n1\n2\n"), "--method", "theta").expect(1, "too_few_periods")
    cli("forecast", "--series", cli.make("flat.csv", "value\n" + "3\n" * 20)).expect(1, "no_variation")


@case("cluster finds one cause told by many, what came back after closing, and the rules that suggest themselves")
def clusters(cli):
    told = ["Не горят фонари на Речной", "Фонари у школы не горят, темно", "Снова не горит фонарь на улице Речная", "Третью неделю не горят фонари"]
    rows = ["received,closed,text,settlement,street,topic,channel,department"]
    rows += [f"2026-10-{10 + i},{'2026-10-12' if i == 0 else ''},\"{text}\",Талинка,Речная,Освещение,ПОС,Отдел ЖКХ" for i, text in enumerate(told)]
    rows += ["2026-10-11,,Яма у магазина,Талинка,Речная,Дороги,ВК,Отдел дорог", "2026-10-11,,Не горят фонари,Приобье,Лесная,Освещение,ВК,Отдел ЖКХ"]
    table = cli.make("messages.csv", "\n".join(rows) + "\n")
    got = answer(cli("cluster", "--messages", table))
    assert len(got) == 1 and got[0]["size"] == "4" and got[0]["settlements"] == "Талинка 4" and got[0]["unsolved"] == "1", got
    assert "фонари" in got[0]["words"].split() and "речной" not in got[0]["words"].split(), got
    members = answer(cli("cluster", "--messages", table, "--what", "members"))
    assert [(row["row"], row["unsolved"]) for row in members] == [("2", "0"), ("3", "0"), ("4", "0"), ("5", "1")], members
    rules = answer(cli("cluster", "--messages", table, "--what", "rules", "--least-messages", 5, "--least-share", 0.5))
    assert len(rules) == 1 and (rules[0]["topic"], rules[0]["department"], rules[0]["messages"]) == ("Освещение", "Отдел ЖКХ", "5") and rules[0]["settlement"] == "", rules
    cli("cluster", "--messages", cli.make("broken.csv", "received,text\n32.13.2026,x\n")).expect(1, "32.13.2026")
