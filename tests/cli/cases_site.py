"""Samples, check, build, verify: the weekly way through the program."""
import filecmp, json
from harness import case


def manifest(site):
    text = (site / "data" / "manifest.js").read_text(encoding="utf-8")
    return json.loads(text.removeprefix("problematorManifest(").removesuffix(");\n"))


def files(folder):
    return sorted(str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file())


@case("the same seed gives the same sample bytes, another seed others")
def same_samples(cli):
    again, other = cli.folder / "again", cli.folder / "other"
    cli("samples", "--rows", "3000", "--years", "2", "--out", again).expect(0)
    cli("samples", "--rows", "3000", "--years", "2", "--seed", "2", "--out", other).expect(0)
    names = files(cli.samples)
    assert len(names) >= 7, names
    assert filecmp.cmpfiles(cli.samples, again, names, shallow=False)[0] == names
    assert not filecmp.cmp(cli.samples / "pos_2026.csv", other / "pos_2026.csv", shallow=False)


@case("check names every rejected row of the samples and ends with 3")
def check_samples(cli):
    ran, report = cli.report("--input", cli.samples)
    planted = json.loads((cli.samples / "planted/planted.json").read_text(encoding="utf-8"))
    ran.expect(3)
    assert sum(f["rows_rejected"] for f in report.values()) == planted["dirty"]["bad_dates"]
    assert {name: f["rows_read"] for name, f in report.items() if not name.startswith("reg_")} == {f["name"]: f["rows"] for f in planted["files"]}
    assert all(f["rows_rejected"] == 0 for name, f in report.items() if name.startswith("reg_"))
    for f in report.values():
        assert f["rows_read"] == f["rows_kept"] + f["rows_rejected"], f["name"]


@case("check --rejects writes the refused rows, and mended they are read")
def rejects_come_back(cli):
    folder = cli.folder / "rejects"
    cli("check", "--input", cli.samples / "pos_2026.csv", "--rejects", folder).expect(3)
    refused = (folder / "pos_2026.csv.rejects.csv").read_text(encoding="utf-8-sig")
    mended = cli.make("mended.csv", refused.replace("32.13.2026", "12.03.2026"))
    ran, report = cli.report("--input", mended)
    ran.expect(0)
    assert report["mended.csv"]["rows_kept"] >= 1


@case("build says what it wrote, and the whole site is there")
def build_site(cli):
    site = cli.site()
    assert set(files(site)) >= {"index.html", "dashboard.html", "data/manifest.js", "data/2026-W46.js", "data/2026-W46.pmsnap"}, files(site)
    page = (site / "index.html").read_text(encoding="utf-8")
    assert "Октябрьск" in page and "<svg" in page and "http://" not in page.replace("http://www.w3.org", "")


@case("building twice gives the same bytes in every file")
def build_twice(cli):
    site, twin = cli.site(), cli.folder / "twin"
    cli("build", "--input", cli.samples, "--as-of", cli.as_of, "--out", twin, "--single-file").expect(0)
    names = [n for n in files(twin)]
    assert names == [n for n in files(site) if n in names]
    assert filecmp.cmpfiles(site, twin, names, shallow=False)[0] == names


@case("the order in which files are named does not change the site")
def order_of_inputs(cli):
    turned = cli.folder / "turned"
    tables = sorted(cli.samples.glob("*.csv"), reverse=True)
    cli("build", "--input", *tables, "--as-of", cli.as_of, "--out", turned).expect(0)
    assert filecmp.cmp(turned / "data" / "2026-W46.pmsnap", cli.snapshot(), shallow=False)


@case("an older week built afterwards adds its data and leaves the newest front page")
def older_week(cli):
    site = cli.folder / "weeks"
    cli("build", "--input", cli.samples, "--as-of", cli.as_of, "--out", site).expect(0)
    front = (site / "index.html").read_bytes()
    cli("build", "--input", cli.samples, "--as-of", "2026-11-09", "--out", site).expect(0, "Left out, received after")
    assert (site / "index.html").read_bytes() == front
    assert [w["week"] for w in manifest(site)["weeks"]] == ["2026-W46", "2026-W45"]
    assert (site / "data" / "2026-W45.js").exists() and (site / "data" / "2026-W46.js").exists()
    cli("verify", site / "data" / "2026-W45.pmsnap").expect(0, "2026-W45")


@case("another municipality does not get into the folder of the first")
def other_municipality(cli):
    site = cli.site()
    before = {n: (site / n).read_bytes() for n in files(site)}
    cli("build", "--profile", "okha", "--input", cli.samples, "--out", site).expect(2, "okha", "oktyabrskoe", "another folder")
    assert before == {n: (site / n).read_bytes() for n in files(site)}


@case("build --strict ends with 3 when rows were rejected, yet makes the site")
def strict(cli):
    site = cli.folder / "strict"
    cli("build", "--strict", "--input", cli.samples, "--as-of", cli.as_of, "--out", site).expect(3, "Rows rejected in pos_2026.csv")
    assert (site / "index.html").exists()


@case("verify finds a built snapshot whole, and its checksum is that of the manifest")
def verify(cli):
    told = json.loads(cli("verify", cli.snapshot(), "--json").expect(0).out)
    week = manifest(cli.site())["weeks"][0]
    assert told["ok"] and told["published"] and told["checksum"] == week["checksum"] and told["week"] == week["week"]


@case("a published snapshot holds no text of a message, an internal one does")
def texts(cli):
    inside = cli.folder / "inside"
    cli("build", "--internal", "--unencrypted", "--input", cli.samples, "--as-of", cli.as_of, "--out", inside).expect(0)
    word = "Заявка принята".encode("utf-8")
    assert any(word in p.read_bytes() for p in cli.samples.glob("im_*.csv"))
    assert word not in cli.snapshot().read_bytes()
    told = json.loads(cli("verify", inside / "data" / "2026-W46.pmsnap", "--json").expect(0).out)
    assert not told["published"]


@case("no commands, unknown commands and missing words end with 2 and name the way out")
def wrong_words(cli):
    cli().expect(2, "build, check, query")
    cli("biuld").expect(2, "biuld", "build, check, query")
    cli("check").expect(2, "--input")
    cli("check", "--input", "x", "--frob").expect(2, "--frob")
    cli("build", "--input", cli.samples, "--out", "x", "--as-of", "2026-13-45").expect(2, "--as-of", "2026-13-45", "2026-11-16")
    cli("check", "--profile", "oktabrskoe", "--input", cli.samples).expect(2, "oktabrskoe", "oktyabrskoe")
    cli("samples", "--rows", "many", "--out", "x").expect(2, "--rows many")
    cli("query", "--group-by", "block").expect(2, "--snapshot")


@case("a path that is not there ends with 1 and is named")
def nothing_there(cli):
    cli("check", "--input", "nowhere").expect(1, "nowhere", "check the name")
    cli("check", "--input", cli.samples, "--profile", "nowhere.json").expect(1, "nowhere.json", "check the name")
    cli("verify", "nowhere.pmsnap").expect(1, "nowhere.pmsnap", "check the name")
    cli("serve", "nowhere").expect(1, "nowhere")
