"""Public data that nobody made for us, through mappings as a user would write them, against Python's own counts: six shapes of MyLA311 and its
list of open requests, St. Louis, NYC.

The files are not in the repository: PROBLEMATOR_REAL_DATA or ../shared/data holds them.
"""
import collections, functools, gzip, json, os, pathlib, shutil, subprocess, sys
from harness import ROOT, Skip, case

REFERENCE = ROOT / "tests" / "reference"


def real_data():
    folder = pathlib.Path(os.environ.get("PROBLEMATOR_REAL_DATA") or ROOT.parent / "shared" / "data")
    if not (folder / "la" / "2018_mini_v2.csv.gz").exists():
        raise Skip("no la/2018_mini_v2.csv.gz; set PROBLEMATOR_REAL_DATA to the folder of the public data")
    return folder


@functools.lru_cache(maxsize=1)
def counted():
    done = subprocess.run([sys.executable, str(REFERENCE / "la_counts.py"), str(real_data())], capture_output=True, check=True)
    return json.loads(done.stdout)


def site(cli):
    out = cli.folder / "la_site"
    if not out.exists():
        rows = cli.make("la.csv", gzip.decompress((real_data() / "la" / "2018_mini_v2.csv.gz").read_bytes()))
        cli("build", "--profile", REFERENCE / "profiles" / "la.json", "--channel", REFERENCE / "mappings" / "la311.json",
            "--input", rows, "--out", out, "--strict").expect(0)
    return out


def grouped(cli, *words, key="id"):
    snapshot = next((site(cli) / "data").glob("*.pmsnap"))
    answer = json.loads(cli("query", "--snapshot", snapshot, "--format", "json", *words).expect(0).out)
    groups = collections.Counter()
    for group in answer["groups"]:
        groups[group[key]] += group["count"]
    return +groups


def found_department(name):
    return "BOS" if name in ("Санитарная служба", "Bureau of Sanitation") else name   # the one department that the profile names


@case("LA: 10,000 public rows through a mapping file count by month as in Python")
def by_month(cli):
    assert grouped(cli, "--group-by", "month") == counted()["received_month"]


@case("LA: by department as in Python, known and unknown to the profile alike")
def by_department(cli):
    groups = {found_department(name): n for name, n in grouped(cli, "--group-by", "department", key="name").items()}
    assert groups == counted()["department"] and len(groups) == 6


@case("LA: by territory as in Python, the district standing in where the council is empty")
def by_territory(cli):
    groups = grouped(cli, "--group-by", "territory", key="name")
    expected = collections.Counter({name or "не указано": n for name, n in counted()["territory"].items()})
    expected["Центр"] = expected.pop("DOWNTOWN LOS ANGELES")
    assert groups == expected, {k: (groups[k], expected[k]) for k in groups | expected if groups[k] != expected[k]}


@case("LA: by month of closing as in Python")
def by_closing(cli):
    site(cli)   # its snapshot ends with the last request received; a later moment sees every closing
    answer = cli("query", "--profile", REFERENCE / "profiles" / "la.json", "--channel", REFERENCE / "mappings" / "la311.json", "--input", cli.folder / "la.csv",
                 "--as-of", "2020-01-01", "--group-by", "month", "--filter", "basis=closed", "--format", "json").expect(0)
    groups = {g["id"]: g["count"] for g in json.loads(answer.out)["groups"] if g["count"]}
    assert groups == counted()["closed_month"] and len(groups) == 14


@case("LA: the site opens in a browser, which counts the same departments")
def in_browser(cli):
    if not shutil.which("node") or not (ROOT / "tests" / "browser" / "node_modules").exists():
        raise Skip("node or tests/browser/node_modules is missing (scripts/setup --tests)")
    folder = site(cli)
    if not (folder / "app.js").exists():
        raise Skip("the browser app is not built (scripts/build-app)")
    done = subprocess.run(["node", str(ROOT / "tests" / "browser" / "count.mjs"), str(folder), "department"], capture_output=True, timeout=120)
    assert done.returncode == 0, done.stderr.decode("utf-8")[-600:]
    told = json.loads(done.stdout)
    assert told["troubles"] == [], told["troubles"]
    assert {found_department(g["name"]): g["count"] for g in told["groups"]} == counted()["department"]


PUBLIC = ["la_2017", "la_2018_v1", "la_2018_v2", "la_2020_iso", "la_2020_short", "la_2020_normalised", "la_2020_union", "la_all", "la_open", "stlouis", "nyc", "nyc_dateless", "nyc_both"]
MAPPINGS = {"la": ["la311.json"], "la_open": ["la311_open.json"], "stlouis": ["stlouis.json"], "nyc": ["nyc311.json", "nyc311_dateless.json"]}


def told_of(cli, name):
    """What the program makes of a set: its counts by the questions of public_counts.py, and the report of its files."""
    sys.path.insert(0, str(REFERENCE))
    import public_counts
    inputs = []
    for path, _ in public_counts.SETS[name]:
        packed = real_data() / path
        if not packed.exists():
            raise Skip(f"no {path}; set PROBLEMATOR_REAL_DATA to the folder of the public data")
        inputs += ["--input", cli.make(f"public/{packed.name[:-3]}", gzip.decompress(packed.read_bytes()))]
    mappings = MAPPINGS.get(name) or MAPPINGS[name.split("_")[0]]
    words = ["--profile", REFERENCE / "profiles" / "plain.json", *inputs]
    for mapping in mappings:
        words += ["--channel", REFERENCE / "mappings" / mapping]

    def groups(by, *more):
        answer = json.loads(cli("query", *words, "--as-of", "2030-01-01", "--group-by", by, "--format", "json", *more).expect(0).out)
        key = "id" if by == "month" else "name"
        return {"" if g[key] in ("не указано", "not given") else g[key]: g["count"] for g in answer["groups"] if g["count"]}

    _, files = cli.report(*words)
    month = groups("month")
    return {"rows": sum(f["rows_kept"] for f in files.values()), "messages": sum(month.values()), "received_month": month, "closed_month": groups("month", "--filter", "basis=closed"),
            "department": groups("department"), "topic": groups("topic"), "territory": groups("territory"), "late": sum(groups("month", "--filter", "with=late").values()),
            "placed": sum(groups("month", "--filter", "with=has_place").values())}, files


def public_case(name):
    @case(f"public data, {name}: rows, months, departments, topics, territories, late and placed count as in Python")
    def run(cli):
        folder = real_data()
        done = subprocess.run([sys.executable, str(REFERENCE / "public_counts.py"), str(folder), name], capture_output=True, check=True)
        expected = json.loads(done.stdout)
        found, files = told_of(cli, name)
        for key, value in found.items():
            other = expected[key]
            assert value == other, (key, {k: (value.get(k), other.get(k)) for k in value.keys() | other.keys() if value.get(k) != other.get(k)} if isinstance(value, dict) else (value, other))
        assert all(not f["failure"] and f["rows_rejected"] == 0 and f["errors_total"] == 0 for f in files.values()), [(f["name"], f["rows_rejected"], f["errors"][:2]) for f in files.values()]


for each in PUBLIC:
    public_case(each)


@case("public data: the NYC file without dates is refused without its mapping, by the names of what it lacks")
def dateless(cli):
    path = real_data() / "nyc" / "nyc311_2013-12-25_cr_only.csv.gz"
    if not path.exists():
        raise Skip("no nyc311_2013-12-25_cr_only.csv.gz")
    rows = cli.make("dateless.csv", gzip.decompress(path.read_bytes()))
    _, files = cli.report("--profile", REFERENCE / "profiles" / "plain.json", "--channel", REFERENCE / "mappings" / "nyc311.json", "--input", rows)
    assert files["dateless.csv"]["failure"]["fault"] == "unknown_columns" and "Created Date" in files["dateless.csv"]["failure"]["ru"], files["dateless.csv"]["failure"]
