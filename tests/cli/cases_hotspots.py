"""hotspots: the statistics of space on plain CSV give what independent software gives on the same table."""
import csv, io
from harness import ROOT, case

VECTORS = ROOT / "tests" / "reference" / "vectors"


def vectors(name):
    return list(csv.DictReader((VECTORS / name).open(encoding="utf-8")))


def table(*rows):
    return "\n".join(",".join(map(str, row)) for row in rows) + "\n"


def answer(ran):
    ran.expect(0)
    return list(csv.DictReader(io.StringIO(ran.out)))


def close(ours, theirs, limit=1e-9):
    assert abs(float(ours) - float(theirs)) <= limit * max(1, abs(float(theirs))), f"{ours} instead of {theirs}"


def cells_of(rows, baselines=False):
    out = [("place", "x", "y", "week", "count") + (("expected",) if baselines else ())]
    for row in rows:
        counts, base = row["counts"].split(), row["baselines"].split()
        for week, count in enumerate(counts):
            out.append((row["id"], row["x"], row["y"], week + 1, count) + ((base[week],) if baselines else ()))
    return table(*out)


@case("hotspots: Gi of a plain table is spdep's")
def gi(cli):
    town = vectors("getis_ord.csv")
    cells = cli.make("town.csv", table(("place", "x", "y", "count"), *((r["place"], r["x"], r["y"], r["value"]) for r in town)))
    ours = answer(cli("hotspots", "--method", "gi", "--cells", cells, "--band", 1800, "--without-self", "--replicas", 0))
    assert len(ours) == len(town)
    for row, theirs in zip(ours, town):
        if theirs["gi"].strip() == "NA":
            assert row["z"] == "" and row["reason"] == "no_neighbours", row
        else:
            close(row["z"], theirs["gi"])


@case("hotspots: both scans find the clusters of the brute force")
def scans(cli):
    for method, name in (("scan-st", "scan_permutation.csv"), ("scan-ebp", "scan_poisson.csv")):
        rows = vectors(name)
        cells = cli.make(f"{method}.csv", cells_of([r for r in rows if r["kind"] == "place"], method == "scan-ebp"))
        first = ("hotspots", "--method", method, "--cells", cells, "--nearest", 6, "--weeks", 5, "--seed", 3)
        ours, theirs = answer(cli(*first)), [r for r in rows if r["kind"] == "cluster"]
        for row, reference in zip(ours, theirs):
            assert row["places"] == reference["places"].replace(" ", "|"), row
            close(row["score"], reference["score"])
            close(row["expected"], reference["expected"])
        assert cli(*first).out == cli(*first).out, "the same seed gives the same p"


@case("hotspots: the density of a map adds up to its messages, and a crowd is no risk")
def density(cli):
    points = cli.make("points.csv", table(("lat", "lon", "count"), (61.0, 73.0, 20), (61.05, 73.1, 20)))
    everybody = cli.make("all.csv", table(("lat", "lon", "count"), (61.0, 73.0, 1000), (61.05, 73.1, 100)))
    ours = answer(cli("hotspots", "--method", "kde", "--points", points, "--denominator", everybody, "--bandwidth", 400, "--cell", 20))
    close(sum(float(r["per_km2"]) for r in ours) * 0.02 * 0.02, 40, 1e-3)
    risks = {round(float(r["relative_risk"]), 6) for r in ours if r["relative_risk"]}
    assert risks == {0.55, 5.5}, risks


@case("hotspots: a trend, a class of hot spot, an excess, new words and an address, each from its table")
def others(cli):
    series = vectors("mann_kendall.csv")
    cells = cli.make("trends.csv", table(("place", "week", "count"), *((n, week, v) for n in (2, 3) for week, v in enumerate(series[n]["series"].split()))))
    for row, n in zip(answer(cli("hotspots", "--method", "mann-kendall", "--cells", cells)), (2, 3)):
        close(row["z"], series[n]["z"])
    hot = [("place", "x", "y", "week", "count")]
    for i in range(40):
        hot += [(f"p{i}", i % 8 * 1000, i // 8 * 1000, week, 9 + week if i in (0, 1, 8, 9) else 2 + (i * 7 + week * 3) % 3) for week in range(12)]
    kinds = {r["place"]: r["kind"] for r in answer(cli("hotspots", "--method", "emerging", "--cells", cli.make("hot.csv", table(*hot)), "--band", 1500, "--replicas", 0))}
    assert kinds["p0"] in ("intensifying", "persistent") and kinds["p39"] == "none", kinds
    excess = cli.make("excess.csv", table(("dimension", "child", "observed", "expected"), ("topic", "snow", 18, 1), ("topic", "light", 4, 4), ("channel", "a", 20, 4.5), ("channel", "b", 2, 0.5)))
    first = answer(cli("hotspots", "--method", "excess", "--cells", excess))[0]
    assert (first["dimension"], first["explains"], first["child"]) == ("topic", "1", "snow"), first
    words = vectors("new_words.csv")
    counted = cli.make("words.csv", table(("word", "now", "before"), *((f"w{i}", w["now"], w["before"]) for i, w in enumerate(words))))
    for row, theirs in zip(answer(cli("hotspots", "--method", "words", "--cells", counted)), words):
        close(row["z"], theirs["z"])
    addresses = cli.make("addresses.csv", table(("street", "house", "week", "author", "repeat"), *(("Lesnaya", 5, week, f"a{week % 2}", int(week > 2)) for week in range(4)), ("Lesnaya", 7, 1, "b", 0)))
    assert [(r["house"], r["messages"], r["authors"], r["repeat_share"]) for r in answer(cli("hotspots", "--method", "addresses", "--cells", addresses))] == [("5", "4", "2", "0.25")]


@case("hotspots: a broken table is refused with its place")
def broken(cli):
    run = lambda text, method="gi": cli("hotspots", "--method", method, "--cells", cli.make("broken.csv", text))
    run("place,x,y,count\na,0,0,1\nb,0,five,2\n").expect(1, "row 3", "five")
    run("place,x,y,count\na,0,0,1\na,9,0,2\n").expect(1, "row 3", "“9”")
    run("place,lat,lon,count\na,95,0,1\n").expect(1, "lat", "95")
    run("place,x,y,count\na,0,0,-1\n").expect(1, "count", "-1")
    run("place,x,y,week,count\na,0,0,1,2\nb,1,1,1,3\n", "scan-st").expect(0, "too_few_periods")
    run("place,x,y,week,count\na,0,0,1,2\n", "scan-ebp").expect(1, "expected")
    run("").expect(1)
    run("word,now,before\na,3,0\n", "words").expect(0, "too_few_counts")
    run("child,observed,expected\na,3,4\n", "excess").expect(0, "too_few_counts")
    cli("hotspots", "--method", "gi").expect(2, "--cells")
    cli("hotspots", "--method", "magic", "--cells", "x.csv").expect(2)
