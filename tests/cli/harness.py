"""Harness of the command-line tests: a case is a sentence and a function; `Cli` runs the program in a folder of its own."""
import json, os, pathlib, subprocess, traceback
from dataclasses import dataclass

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
CASES = []          # (sentence, function)


class Skip(Exception):
    """The case cannot run here; says why."""


def case(sentence):
    def keep(function):
        CASES.append((sentence, function))
        return function
    return keep


@dataclass
class Ran:
    code: int
    out: str
    err: str

    def expect(self, code, *pieces):
        """The exit code is as documented, and every piece is said somewhere."""
        said = self.out + self.err
        assert self.code == code, f"exit code {self.code} instead of {code}: {said[-600:]}"
        for piece in pieces:
            assert piece in said, f"nothing says {piece!r}: {said[-600:]}"
        return self


class Cli:
    """The program, the folder where a case may write, and what cases share: sample exports and a site made of them."""

    def __init__(self, program, folder):
        self.program, self.folder = pathlib.Path(program).resolve(), folder
        self.samples = folder / "samples"
        self.as_of = "2026-11-16"

    def __call__(self, *words, lang="en", cwd=None, limit=120):
        environment = {**os.environ, "PROBLEMATOR_LANG": lang}
        done = subprocess.run([str(self.program), *map(str, words)], capture_output=True, cwd=cwd or self.folder, env=environment, timeout=limit)
        return Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    def command(self, *words):
        return [str(self.program), *map(str, words)]

    def make(self, name, content):
        """A file for a case; text is written as UTF-8."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    def report(self, *words):
        """`check --json` as (exit code, {file name: its report})."""
        ran = self("check", "--json", *words)
        return ran, {f["name"]: f for f in json.loads(ran.out)["files"]}

    def site(self):
        """A site of the samples, built once."""
        site = self.folder / "site"
        if not site.exists():
            self("build", "--input", self.samples, "--as-of", self.as_of, "--out", site, "--single-file").expect(0)
        return site

    def snapshot(self):
        return self.site() / "data" / "2026-W46.pmsnap"


def run_all(cli, only):
    results, skipped = [], 0
    for sentence, function in CASES:
        if only and only not in sentence:
            continue
        try:
            function(cli)
            results.append({"name": sentence, "ok": True, "why": ""})
            print(f"ok      {sentence}")
        except Skip as reason:
            skipped += 1
            print(f"skipped {sentence}: {reason}")
        except Exception as error:
            results.append({"name": sentence, "ok": False, "why": (str(error) or repr(error))[:600]})
            print(f"FAIL    {sentence}")
            traceback.print_exc(limit=-3)
    return results, skipped
