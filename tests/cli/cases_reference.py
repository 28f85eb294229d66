"""Public data that nobody made for us: 10,000 requests of MyLA311 through a user's mapping, against Python's own counts.

The file is not in the repository: PROBLEMATOR_REAL_DATA or ../shared/data holds la/2018_mini_v2.csv.gz.
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
        cli("build", "--profile", REFERENCE / "profiles" / "la.json", "--channel", REFERENCE / "mappings" / "la_v2.json",
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
    answer = cli("query", "--profile", REFERENCE / "profiles" / "la.json", "--channel", REFERENCE / "mappings" / "la_v2.json", "--input", cli.folder / "la.csv",
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
