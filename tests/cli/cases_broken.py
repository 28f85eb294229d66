"""Broken inputs: a clear sentence with place and way out, the documented exit code, and the good rest is still read."""
import json, random
from harness import ROOT, case


def good_lines(cli, count=20):
    """Header and rows of a ПОС file that import without a word, as text."""
    lines = (cli.samples / "pos_2026.csv").read_bytes().decode("utf-8-sig").split("\r\n")
    return [line for line in lines if "32.13." not in line][: count + 1]


def text_of(lines):
    return "\r\n".join(lines) + "\r\n"


def noise(size, seed=1):
    return random.Random(seed).randbytes(size)


@case("files that are no tables end with 1, each with its reason and what to do")
def not_tables(cli):
    cases = [
        ("empty.csv", b"", "the file is empty", "export it again"),
        ("random.csv", noise(20000), "not a text file", "save the export as CSV (UTF-8)"),
        ("book.xlsx", b"PK\x03\x04" + noise(9000), "the file breaks off", "copy it again"),
        ("renamed.csv", b"PK\x03\x04" + noise(9000), "the file breaks off", "copy it again"),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + noise(9000), "Office 97–2003", "copy or export it again"),
        ("unknown.csv", "a;b;c\n1;2;3\n", "a, b, c", "--channel mapping.json"),
        ("header.csv", text_of(good_lines(cli)[:1]), "no rows under the header", "check the period"),
        ("caret.csv", text_of(good_lines(cli)).replace(";", "^"), "match no known export", "--channel"),
    ]
    for name, content, *said in cases:
        path = cli.make("broken/" + name, content)
        cli("check", "--input", path).expect(1, name, *said)
        cli("build", "--input", path, "--out", "nosite").expect(1, name, *said)
        assert not (cli.folder / "nosite").exists(), name


@case("a spreadsheet beside the tables of a folder is named, not passed over in silence")
def spreadsheet_beside(cli):
    cli.make("mixed/pos.csv", text_of(good_lines(cli)))
    cli.make("mixed/october.xlsx", b"PK\x03\x04" + noise(900))
    cli("check", "--input", "mixed").expect(3, "october.xlsx", "the file breaks off")


@case("a bad file beside a good one: the good one becomes the site")
def bad_beside_good(cli):
    cli.make("both/a_random.csv", noise(5000))
    cli.make("both/b_good.csv", text_of(good_lines(cli)))
    ran, report = cli.report("--input", "both")
    ran.expect(3)
    assert report["b_good.csv"]["rows_kept"] == 20 and report["a_random.csv"]["rows_kept"] == 0
    cli("build", "--input", "both", "--out", "both_site").expect(0, "a_random.csv", "not a text file")
    cli("build", "--strict", "--input", "both", "--out", "both_site").expect(3)


@case("a file cut inside a quoted cell: its last row is refused by place, all before it is kept")
def cut_in_quotes(cli):
    lines = good_lines(cli)
    cells = lines[-1].split(";")
    cells[6] = '"не вывозят мусор; второй день, и никто'
    path = cli.make("cut.csv", "\r\n".join(lines[:-1] + [";".join(cells[:7])]))
    ran, report = cli.report("--input", path)
    ran.expect(3)
    assert report["cut.csv"]["rows_kept"] == 19 and report["cut.csv"]["rows_rejected"] == 1
    cli("check", "--input", path).expect(3, "cut.csv, row 21", "quote", "close the quote")


@case("a line of 50 MB costs one row and little time")
def long_line(cli):
    lines = good_lines(cli)
    content = text_of(lines[:11]) + "x" * 50_000_000 + "\r\n" + text_of(lines[11:])
    path = cli.make("long.csv", content)
    ran, report = cli.report("--input", path)
    ran.expect(3)
    assert report["long.csv"]["rows_kept"] == 20 and report["long.csv"]["rows_rejected"] == 1
    cli("check", "--input", path).expect(3, "long.csv, row 12", "too long")
    path.unlink()


@case("another delimiter that tables use is found by itself")
def other_delimiters(cli):
    for name, delimiter in [("pipe.csv", "|"), ("tab.tsv", "\t"), ("comma.csv", ",")]:
        lines = [line.replace(",", " ") for line in good_lines(cli)]
        path = cli.make(name, text_of(lines).replace(";", delimiter))
        _, report = cli.report("--input", path)
        assert report[name]["rows_kept"] == 20, name


@case("windows-1251 is read as such; UTF-8 with foreign bytes is read with a remark that says so")
def encodings(cli):
    text = text_of(good_lines(cli))
    _, report = cli.report("--input", cli.make("ansi.csv", text.encode("cp1251")))
    assert report["ansi.csv"]["encoding"] == "windows-1251" and report["ansi.csv"]["rows_kept"] == 20
    lines = good_lines(cli)
    content = text_of(lines[:15]).encode() + text_of(lines[15:17]).encode("cp1251") + text_of(lines[17:]).encode()
    ran, report = cli.report("--input", cli.make("mix.csv", content))
    assert report["mix.csv"]["rows_kept"] == 20
    groups = json.loads(cli("query", "--input", "mix.csv", "--group-by", "department", "--format", "json").expect(0).out)["groups"]
    assert sum(g["count"] for g in groups) >= 19 and not any("\ufffd" in g["name"] for g in groups), groups
    cli("check", "--input", "mix.csv").expect(ran.code, "mix.csv", "encoding", "UTF-8")


@case("a header that is there twice does not shift the cells")
def duplicate_headers(cli):
    lines = [line.split(";") for line in good_lines(cli)]
    doubled = [[*row[:1], ("Номер" if n == 0 else "7"), *row[1:]] for n, row in enumerate(lines)]
    _, twice = cli.report("--input", cli.make("twice.csv", text_of(";".join(row) for row in doubled)))
    assert twice["twice.csv"]["rows_kept"] == 20 and twice["twice.csv"]["rows_updated"] + twice["twice.csv"]["rows_duplicate"] == 0


@case("every wrong snapshot is refused with its reason, by verify and query alike")
def snapshots(cli):
    whole = cli.snapshot().read_bytes()
    flipped, newer = bytearray(whole), bytearray(whole)
    flipped[len(whole) // 2] ^= 1
    newer[8] += 1
    cases = [("flipped", flipped, "checksum does not match", "take a copy"), ("cut", whole[: len(whole) // 3], "breaks off", "copy it again"),
             ("newer", newer, "newer version", "update the program"), ("none", b"a;b\n1;2\n", "not a Problemator snapshot", "build it again"), ("empty", b"", "", "again")]
    for name, content, *said in cases:
        path = cli.make(f"snap/{name}.pmsnap", bytes(content))
        cli("verify", path).expect(1, name, *said)
        cli("query", "--snapshot", path, "--group-by", "block").expect(1, name, *said)
        assert json.loads(cli("verify", path, "--json").expect(1).out)["ok"] is False


@case("a damaged manifest stops the build before anything is overwritten")
def manifest(cli):
    cli.make("odd/data/manifest.js", "problematorManifest({\"weeks\": [,]});\n")
    cli("build", "--input", cli.samples, "--out", "odd").expect(1, "manifest.js", "JSON")
    assert not (cli.folder / "odd" / "index.html").exists()


@case("profiles and mappings with a typo are answered with the right word, broken JSON with its line")
def definitions(cli):
    profile = (ROOT / "data" / "municipalities" / "oktyabrskoe.json").read_text(encoding="utf-8")
    mapping = (ROOT / "tests" / "reference" / "mappings" / "la311.json").read_text(encoding="utf-8")
    cli.make("typo.json", profile.replace('"channels"', '"chanels"'))
    cli.make("broken.json", "{\n  \"id\": \"x\",,\n}\n")
    cli.make("mapping.json", mapping.replace('"columns"', '"colums"'))
    cli.make("field.json", mapping.replace('"field": "department"', '"field": "departmnt"'))
    cli("check", "--input", cli.samples, "--profile", "typo.json").expect(1, "typo.json", "chanels", "channels", "check the spelling")
    cli("check", "--input", cli.samples, "--profile", "broken.json").expect(1, "broken.json, row 2", "JSON is broken")
    cli("check", "--input", cli.samples, "--channel", "mapping.json").expect(1, "mapping.json", "colums", "columns")
    cli("check", "--input", cli.samples, "--channel", "field.json").expect(1, "field.json", "departmnt", "department")


@case("a row with too many or too few cells is refused by its row, its neighbours are kept")
def cell_counts(cli):
    lines = good_lines(cli)
    lines[4] += ";one more"
    lines[9] = ";".join(lines[9].split(";")[:10])
    ran, report = cli.report("--input", cli.make("cells.csv", text_of(lines)))
    ran.expect(3)
    assert report["cells.csv"]["rows_kept"] + report["cells.csv"]["rows_rejected"] == 20 and report["cells.csv"]["rows_kept"] >= 18
    cli("check", "--input", "cells.csv").expect(3, "cells.csv, row 10", "number of cells")


@case("a folder that cannot be written ends with 1 and is named")
def unwritable(cli):
    cli.make("file", "not a folder")
    cli("build", "--input", cli.samples, "--out", "file/site").expect(1, "file/site", "check the name")
