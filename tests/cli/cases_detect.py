"""What the program finds out by looking, and what the user says instead: encodings, options that stand in for guesses, suggested mappings."""
import json
from harness import case
from cases_broken import good_lines, text_of

CODECS = [("utf-8", "utf-8", b""), ("utf-8-bom", "utf-8-sig", b""), ("windows-1251", "cp1251", b""), ("koi8-r", "koi8_r", b""), ("ibm866", "cp866", b""),
          ("x-mac-cyrillic", "mac_cyrillic", b""), ("utf-16le", "utf-16-le", b"\xff\xfe"), ("utf-16be", "utf-16-be", b"\xfe\xff")]


@case("one ПОС file in eight encodings of Python's codecs gives the same rows")
def encodings(cli):
    text = text_of(good_lines(cli))
    for name, codec, mark in CODECS:
        cli.make(f"enc/{name}.csv", mark + text.encode(codec, errors="replace"))
    ran, report = cli.report("--input", "enc")
    for name, _, _ in CODECS:
        file = report[name + ".csv"]
        assert file["encoding"] == name and file["rows_kept"] == 20, (name, file["encoding"], file["rows_kept"])


@case("an option stands in for a guess, and the report says that it was given")
def given(cli):
    text = "Номер;Дата поступления;Категория\n1;05.06.2026;Дороги\n2;06.06.2026;Дороги\n"
    cli.make("given/a.csv", text.encode("cp866"))
    ran, report = cli.report("--input", "given/a.csv", "--encoding", "cp866", "--delimiter", ";", "--header-row", "1", "--channel-id", "pos")
    guesses = {g["about"]: g for g in report["a.csv"]["guesses"]}
    for about, value in [("encoding", "ibm866"), ("delimiter", ";"), ("header_row", "1"), ("channel", "pos")]:
        assert guesses[about]["value"] == value and guesses[about]["given"], (about, guesses)


@case("a wrong word of an option ends with 2 and names the nearest right one")
def wrong_words(cli):
    cli.make("wrong/a.csv", text_of(good_lines(cli)))
    for option, word, nearest in [("--encoding", "koi8-x", "koi8-r"), ("--delimiter", "tub", "tab"), ("--channel-id", "poss", "pos"), ("--date-order", "dmi", "dmy"), ("--header-row", "-2", "1, 2, 3")]:
        for command in (["check"], ["build", "--out", "nosite"], ["query", "--group-by", "block"]):
            cli(*command, "--input", "wrong/a.csv", option + "=" + word).expect(2, option, nearest)


@case("a suggested mapping reads the unknown export it was made for")
def suggest(cli):
    rows = "".join(f"Q-{n};{n % 28 + 1:02}.06.2026 09:{n % 60:02};{n % 28 + 2:02}.06.2026;{'Закрыта' if n % 3 else 'Открыта'};{('Снег', 'Свет', 'Вода')[n % 3]};Во дворе дома не убирают, просим принять меры {n}\n" for n in range(1, 27))
    cli.make("unknown.csv", "Код заявки;Когда создана;Крайний срок;Этап;Тема заявки;Описание\n" + rows)
    cli("check", "--input", "unknown.csv").expect(1, "match no known export")
    cli("check", "--suggest", "unknown.csv", "--out", "mapping.json").expect(0, "received", "status", "%")
    mapping = json.loads((cli.folder / "mapping.json").read_text(encoding="utf-8"))
    found = {rule["field"]: rule["headers"][0] for rule in mapping["columns"]}
    assert found == {"id": "Код заявки", "received": "Когда создана", "due": "Крайний срок", "status": "Этап", "topic": "Тема заявки", "text": "Описание"}, found
    ran, report = cli.report("--input", "unknown.csv", "--channel", "mapping.json")
    assert report["unknown.csv"]["rows_kept"] == 26 and report["unknown.csv"]["channel"] == "unknown"
    told = json.loads(cli("check", "--suggest", "unknown.csv", "--json").expect(0).out)
    assert told["lacks"] == [] and told["columns"][0]["alternatives"] is not None
