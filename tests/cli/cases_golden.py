"""Golden transcripts: what the program says word for word, so that a reviewer can read it. run.py --update rewrites them."""
import pathlib, re
from harness import ROOT, case

UPDATE = False
GOLDEN = pathlib.Path(__file__).resolve().parent / "golden"
COMMANDS = ["build", "check", "query", "verify", "serve", "samples"]


def compare(name, text):
    path = GOLDEN / name
    if UPDATE:
        path.write_text(text, encoding="utf-8")
    expected = path.read_text(encoding="utf-8") if path.exists() else ""
    if text != expected:
        pairs = zip(text.split("\n") + [""], expected.split("\n") + [""])
        first = next((f"{a!r} instead of {b!r}" for a, b in pairs if a != b), "its length")
        raise AssertionError(f"{name} differs: {first} (run.py --update, when the change is meant)")


def transcript(cli, lang, runs):
    text = ""
    for words in runs:
        ran = cli(*words, lang=lang)
        said = re.sub(r"[ \t]+\n", "\n", ran.err + ran.out)
        text += f"$ problemator {' '.join(words)}\n{said}[{ran.code}]\n\n"
    return text


def fixtures(cli):
    lines = (cli.samples / "pos_2026.csv").read_bytes().decode("utf-8-sig").split("\r\n")
    rows = [line for line in lines[1:] if line and "32.13." not in line][:3]
    cells = rows[1].split(";")
    cells[9] = "32.13.2026"
    cli.make("week/pos.csv", "\r\n".join([lines[0], rows[0], ";".join(cells), rows[2]]) + "\r\n")
    cli.make("week/photo.csv", bytes(range(256)) * 8)
    cli.make("table.csv", "дата;вопрос\n01.11.2026;снег\n")
    profile = (ROOT / "data" / "municipalities" / "oktyabrskoe.json").read_text(encoding="utf-8")
    cli.make("my.json", profile.replace('"channels"', '"chanels"'))
    damaged = bytearray(cli.snapshot().read_bytes())
    damaged[damaged.index(b"oktyabrskoe")] ^= 1   # inside the section "info", whatever the samples are
    cli.make("old.pmsnap", bytes(damaged))


ERRORS = [
    ["chek"],
    ["check", "--input", "week"],
    ["check", "--input", "table.csv"],
    ["build", "--input", "week", "--out", "x", "--as-of", "16 ноября"],
    ["check", "--input", "week", "--profile", "my.json"],
    ["query", "--snapshot", "old.pmsnap", "--group-by", "block"],
]


@case("--help of every command reads as in the golden transcripts, in Russian and English")
def help_texts(cli):
    for lang in ("ru", "en"):
        compare(f"help.{lang}.txt", transcript(cli, lang, [["--help"], *([command, "--help"] for command in COMMANDS)]))


@case("typical errors read as in the golden transcripts, in Russian and English")
def errors(cli):
    fixtures(cli)
    for lang in ("ru", "en"):
        compare(f"errors.{lang}.txt", transcript(cli, lang, ERRORS))


@case("an English transcript holds no Russian words of the program")
def english(cli):
    text = (GOLDEN / "help.en.txt").read_text(encoding="utf-8")
    assert not re.search("[а-яё]", text), re.search(".*[а-яё].*", text)
