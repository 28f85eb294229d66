"""rate and survive: departments and times to closing on plain CSV agree with R's numbers on the same tables (tests/reference/vectors)."""
import csv, io
from harness import ROOT, case

VECTORS = ROOT / "tests" / "reference" / "vectors"


def vectors(name):
    return list(csv.DictReader((VECTORS / name).open(encoding="utf-8")))


def answer(ran):
    ran.expect(0)
    return list(csv.DictReader(io.StringIO(ran.out)))


def close(ours, theirs, limit=1e-8):
    assert abs(float(ours) - float(theirs)) <= limit * max(1, abs(float(theirs))), f"{ours} instead of {theirs}"


def durations(cli, name):
    rows = [r for r in vectors("survival_data.csv") if r["set"] == name]
    return cli.make(f"survive/{name}.csv", "who,since,time,event\n" + "".join(f"{r['group']},{r['entry']},{r['time']},{r['ending']}\n" for r in rows))


@case("survive draws the curves of R's survfit, late entry and all")
def curves(cli):
    for name in ["aml", "late"]:
        ours = answer(cli("survive", "--durations", durations(cli, name), "--group", "who", "--entry", "since"))
        theirs = [r for r in vectors("kaplan_meier.csv") if r["set"] == name]
        assert len(ours) == len(theirs) > 10
        for a, b in zip(ours, theirs):
            assert (a["group"], float(a["time"])) == (b["group"], float(b["time"]))
            close(a["open_share"], b["open"])
            if a["low"]:
                close(a["low"], b["low"])
                close(a["high"], b["high"])


@case("survive gives the medians 31 and 23 and the log-rank test of aml")
def aml(cli):
    file = durations(cli, "aml")
    medians = answer(cli("survive", "--durations", file, "--group", "who", "--show", "quantiles", "--share", "0.5"))
    assert [r["time"] for r in medians] == ["31", "23"], medians
    test = answer(cli("survive", "--durations", file, "--group", "who", "--show", "logrank"))
    close(test[0]["chi2"], 3.39638869897760)
    close(test[0]["p"], 0.06533932204050513)


@case("survive tells the ways in which messages end apart, as R's multi-state survfit")
def endings(cli):
    ours = answer(cli("survive", "--durations", durations(cli, "lateways"), "--entry", "since", "--show", "incidence"))
    theirs = [r for r in vectors("aalen_johansen.csv") if r["set"] == "lateways"]
    assert len(ours) == len(theirs)
    for a, b in zip(ours, theirs):
        close(a["share"], b["share"])
        close(a["error"], b["error"])


@case("survive says why it gives no quantile and no test")
def withheld(cli):
    file = cli.make("survive/open.csv", "time,event\n5,0\n7,0\n9,1\n")
    assert answer(cli("survive", "--durations", file, "--show", "logrank"))[0]["reason"] == "too_few_counts"
    rows = answer(cli("survive", "--durations", cli.make("survive/allopen.csv", "time,event\n5,0\n7,0\n"), "--show", "quantiles"))
    assert len(rows) == 4 and {r["reason"] for r in rows} == {"too_few_counts"}


@case("survive and rate name the row, the column and the cell that is wrong")
def wrong(cli):
    cli("survive", "--durations", cli.make("survive/bad.csv", "time,event\n5,1\n-3,1\n")).expect(1, "bad.csv", "row 3", "time", "-3")
    cli("survive", "--durations", cli.make("survive/half.csv", "time,event\n5.5,1\n")).expect(1, "row 2", "5.5")
    cli("rate", "--departments", cli.make("rate/bad.csv", "department,n,events\nA,10,3\nB,10,11\n")).expect(1, "row 3", "events", "11")
    cli("rate", "--departments", cli.make("rate/none.csv", "department,n,events\nA,0,0\n")).expect(1, "none.csv")
    cli("rate", "--departments", cli.make("rate/lacks.csv", "department,n\nA,10\n")).expect(1, "events")
    cli("rate").expect(2, "--departments")
    cli("rate", "--messages", cli.make("rate/two.csv", "department,outcome\nA,2\n")).expect(1, "row 2", "outcome")


@case("rate gives Wilson's interval, pulls small departments in, and colours only what is proved")
def rated(cli):
    file = cli.make("rate/a.csv", "department,n,events\nA,20,18\nB,200,20\nC,200,22\nD,3,3\nE,8,1\nF,150,3\nG,40,5\n")
    rows = {r["department"]: r for r in answer(cli("rate", "--departments", file))}
    close(rows["A"]["low"], 0.6989663548, 1e-9)
    close(rows["A"]["high"], 0.9721335188, 1e-9)
    assert float(rows["D"]["shrunk"]) < 1 and float(rows["D"]["shrunk_high"]) < 1
    assert [rows[k]["group"] for k in "AFDE"] == ["worse", "better", "none", "few"], {k: r["group"] for k, r in rows.items()}
    assert float(rows["A"]["bottom_third"]) > 0.95 > 0.2 > float(rows["A"]["top_third"])
    flipped = {r["department"]: r for r in answer(cli("rate", "--departments", file, "--best", "high"))}
    assert flipped["A"]["group"] == "better" and float(flipped["A"]["top_third"]) > 0.95


@case("rate expects of a department what others reach on the same kind of messages, as a plain loop in R")
def case_mix(cli):
    data = vectors("case_mix_data.csv")
    file = cli.make("rate/m.csv", "department,topic,channel,month,outcome\n" + "".join(f"{r['unit']},t{r['topic']},{r['channel']},{r['month']},{r['outcome']}\n" for r in data))
    for keep in ["0", "1"]:
        ours = {r["department"]: r for r in answer(cli("rate", "--messages", file, "--strata", "topic,channel,month", "--keep", keep))}
        for row in vectors("case_mix.csv"):
            if (row["peers"], row["outcome"], row["kept"]) != ("others", "outcome", keep):
                continue
            mine = ours[row["unit"]]
            assert (float(mine["pooled"]), float(mine["left_out"])) == (float(row["pooled"]), float(row["left_out"])), mine
            if float(row["expected"]) > 0:
                close(mine["expected"], row["expected"])
                close(mine["ratio"], float(row["observed"]) / float(row["expected"]))
            else:
                assert mine["ratio"] == "" and mine["expected"] == ""


@case("the same table and seed give the same answer, byte for byte")
def same(cli):
    file = cli.make("rate/s.csv", "department;n;events\nA;20,0;8\nB;30;3\nC;44;9\nD;12;5\n")
    assert cli("rate", "--departments", file).expect(0).out == cli("rate", "--departments", file).expect(0).out
    cli("rate", "--departments", file, "--out", "rate/out.csv").expect(0)
    assert (cli.folder / "rate/out.csv").read_text(encoding="utf-8").count("\n") == 5
