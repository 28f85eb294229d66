"""Personal data: what `check --privacy` proves, and what `build` refuses to write."""
import base64, gzip, json, os, re
from harness import ROOT, case

PERSON, PHONE = "Вымышленный И. О.", "8-900-000-12-34"   # of nobody


def export(cli, name, department="Отдел отходов", text="Во дворе темно", extra=""):
    """Three rows of «Инцидент менеджмент» with a department and a text of our own."""
    source = next(cli.samples.glob("im_2026.csv")).read_bytes().decode("utf-8-sig")
    head = source.split("\r\n")[0].split(";")
    rows = []
    for i in range(3):
        row = dict.fromkeys(head, "")
        row.update({"ID": f"990000{i}", "Дата создания": "09.11.2026 10:00", "Отдел": department, "Тема": "Нарушение графика движения" if i else extra or "Нарушение графика движения",
                    "Текст инцидента": text, "Текущий шаг инцидента": "Готово", "Дата окончания": "09.11.2026 12:00"})
        rows.append(";".join(row[h] for h in head))
    return cli.make(name, "\r\n".join([";".join(head), *rows]) + "\r\n")


def build(cli, out, source, *words):
    return cli("build", "--input", source, "--as-of", cli.as_of, "--out", out, "--single-file", *words)


@case("a site of the sample exports is proved clean: folder, snapshot and single file")
def clean_site(cli):
    site = cli.site()
    ran = cli("check", "--privacy", site).expect(0, "No personal data found")
    assert "Not checked" not in ran.out
    cli("check", "--privacy", cli.snapshot()).expect(0, "Files: 1")
    told = json.loads(cli("check", "--privacy", site, "--json").expect(0).out)
    assert told["clean"] and told["strings"] > 1000 and "index.html" in told["files"]


@case("a person in the place of an office and in the name of a file does not reach the site")
def person_hidden(cli):
    out = cli.folder / "hidden"
    build(cli, out, export(cli, "private/Обращение Иванова.csv", department=PERSON, text=f"Звоните {PHONE}")).expect(0)
    cli("check", "--privacy", out).expect(0, "No personal data found")
    for path in out.rglob("*"):
        if path.is_file():
            assert PERSON.encode() not in path.read_bytes() and "Иванова".encode() not in path.read_bytes(), path


@case("--masked-texts keeps texts with masks in place of personal data")
def masked_texts(cli):
    out = cli.folder / "masked"
    build(cli, out, export(cli, "texts/im.csv", text=f"Не горит фонарь, звоните {PHONE}, {PERSON}"), "--masked-texts").expect(0)
    snapshot = (out / "data" / "2026-W46.pmsnap").read_bytes()
    assert "Не горит фонарь, звоните [телефон], [имя]".encode() in snapshot and PHONE.encode() not in snapshot
    cli("check", "--privacy", out).expect(0)


@case("what was put into a site by hand is found, told by place and shape, and the data itself is never printed")
def planted(cli):
    out = cli.folder / "planted"
    build(cli, out, export(cli, "plain/im.csv")).expect(0)
    page = out / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("</body>", f"<p title=\"name@example.org\">{PERSON}, {PHONE}</p></body>"), encoding="utf-8")
    (out / "list.csv").write_text(f"id;who\n1;{PERSON}\n", encoding="utf-8")
    (out / "scan.png").write_bytes(b"\x89PNG\r\n")
    ran = cli("check", "--privacy", out).expect(4, "index.html", "list.csv", "Personal data found: 4", "Not checked: scan.png", "0-000-000-00-00")
    assert PERSON not in ran.out and PHONE not in ran.out and "example.org" not in ran.out
    kinds = sorted(f["kind"] for f in json.loads(cli("check", "--privacy", out, "--json").expect(4).out)["findings"])
    assert kinds == ["email", "name", "name", "phone"], kinds


@case("build refuses to write a site with personal data from the profile, and a reviewed list lets it through")
def refused(cli):
    profile = json.loads((ROOT / "data" / "municipalities" / "oktyabrskoe.json").read_text(encoding="utf-8"))
    profile["departments"][0]["name"] = f"Отдел, начальник {PERSON}"
    path = cli.make("person.json", json.dumps(profile, ensure_ascii=False))
    source, out = export(cli, "refused/im.csv"), cli.folder / "refused-site"
    ran = build(cli, out, source, "--profile", path).expect(4, "info.profile_json", "--allow-personal")
    assert not out.exists() and PERSON not in ran.err
    digests = sorted(set(re.findall(r"name:[0-9a-f]{16}", ran.err)))
    allowed = cli.make("allowed.txt", "# reviewed\n" + "\n".join(digests) + "\n")
    build(cli, out, source, "--profile", path, "--allow-personal", allowed).expect(0)
    cli("check", "--privacy", out).expect(4)
    cli("check", "--privacy", out, "--allow-personal", allowed).expect(0, "allowed by the list")
    cli("check", "--privacy", out, "--allow-personal", cli.make("bad.txt", "name:1\n")).expect(1, "bad.txt", "row 1")


@case("an internal snapshot is a find by itself")
def internal(cli):
    out = cli.folder / "internal"
    cli("build", "--internal", "--unencrypted", "--input", export(cli, "internal-in/im.csv"), "--as-of", cli.as_of, "--out", out).expect(0)
    cli("check", "--privacy", out).expect(4, "internal snapshot")


@case("data of a site that cannot be unpacked is told, never passed over")
def damaged(cli):
    folder = cli.folder / "damaged"
    cli.make("damaged/2026-W46.js", 'problematorData("2026-W46","' + base64.b64encode(gzip.compress(b"no snapshot")).decode() + '");\n')
    cli.make("damaged/2026-W45.js", 'problematorData("2026-W45","%%%");\n')
    cli("check", "--privacy", folder).expect(3, "2026-W46.js", "2026-W45.js")
    cli("check", "--privacy", "nowhere").expect(1, "nowhere")


@case("--internal seals the snapshot with texts: query opens it with the key, another key is told, nothing of it is readable")
def sealed(cli):
    source, out = export(cli, "sealed-in/im.csv", text=f"Во дворе темно, звоните {PHONE}"), cli.folder / "sealed"
    key, other = cli.make("key.txt", "a long enough key\n"), cli.make("other.txt", "another long key")
    build(cli, out, source, "--internal", "--key-file", key).expect(0, "data/2026-W46.pmseal")
    file = out / "data" / "2026-W46.pmseal"
    assert PHONE.encode() not in file.read_bytes() and "темно".encode() not in (out / "data" / "2026-W46.pmsnap").read_bytes()
    cli("query", "--snapshot", file, "--key-file", key, "--group-by", "department").expect(0, "3")
    cli("query", "--snapshot", file, "--key-file", other, "--group-by", "department").expect(2, "the key does not fit")
    cli("query", "--snapshot", file, "--group-by", "department").expect(2, "--key-file")
    cli("check", "--privacy", out).expect(0, "No personal data found")
    damaged = bytearray(file.read_bytes())
    damaged[-1] ^= 1
    script = (out / "data" / "2026-W46.seal.js").read_text(encoding="utf-8")
    assert base64.b64decode(script.removeprefix('problematorSeal("2026-W46","').removesuffix('");\n')) == file.read_bytes()
    assert '"sealed": true' in (out / "data" / "manifest.js").read_text(encoding="utf-8")
    cli("query", "--snapshot", cli.make("damaged.pmseal", bytes(damaged)), "--key-file", key, "--group-by", "department").expect(1, "checksum")


@case("the key may come from the environment, and a week that is built again without a key loses its sealed twin")
def key_of_environment(cli):
    source, out = export(cli, "env/im.csv"), cli.folder / "env-site"
    os.environ["PROBLEMATOR_CASE_KEY"] = "a key of the environment"
    build(cli, out, source, "--internal", "--key-env", "PROBLEMATOR_CASE_KEY").expect(0, "data/2026-W46.seal.js")
    cli("query", "--snapshot", out / "data" / "2026-W46.pmseal", "--key-env", "PROBLEMATOR_CASE_KEY", "--group-by", "department").expect(0, "3")
    build(cli, out, source, "--internal", "--key-env", "PROBLEMATOR_NO_KEY").expect(2, "--key-env", "PROBLEMATOR_NO_KEY")
    build(cli, out, source, "--internal", "--key-env", "PROBLEMATOR_CASE_KEY", "--key-file", "x").expect(2, "without --key-file")
    build(cli, out, source).expect(0)
    assert not list(out.rglob("*seal*")) and "sealed" not in (out / "data" / "manifest.js").read_text(encoding="utf-8")


@case("a script that only pretends to be a sealed snapshot is read like any other")
def false_seal(cli):
    folder = cli.folder / "false-seal"
    cli.make("false-seal/2026-W46.seal.js", f'problematorSeal("2026-W46","{base64.b64encode(b"no seal").decode()}");//{PHONE}\n')
    cli("check", "--privacy", folder).expect(4, "2026-W46.seal.js")
    cli("check", "--privacy", cli.make("false-seal/2026-W46.pmseal", b"\x89PRBLS\r\n" + PHONE.encode())).expect(3, "Not checked")


@case("texts never leave by a forgotten word: --internal wants a key or a plain yes")
def internal_words(cli):
    source, out = export(cli, "words/im.csv"), cli.folder / "words-site"
    build(cli, out, source, "--internal").expect(2, "--key-file", "--unencrypted")
    build(cli, out, source, "--unencrypted").expect(2, "--internal")
    build(cli, out, source, "--internal", "--key-file", cli.make("short.txt", "short")).expect(2, "--key-file", "12")
    assert not out.exists()
