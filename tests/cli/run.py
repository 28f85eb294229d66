#!/usr/bin/env python3
"""run.py --cli PROGRAM [--results FILE.json] [--only WORDS] [--update]: the command line as its users meet it.

Every case is a sentence; files are made in a temporary folder. --update writes the golden transcripts anew.
"""
import argparse, json, pathlib, sys, tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import harness
import cases_broken, cases_counts, cases_detect, cases_golden, cases_hotspots, cases_privacy, cases_ratings, cases_reference, cases_registers, cases_serve, cases_site, cases_statistics   # noqa: F401  (each registers its cases)

words = argparse.ArgumentParser()
words.add_argument("--cli", required=True)
words.add_argument("--results")
words.add_argument("--only", default="")
words.add_argument("--update", action="store_true")
options = words.parse_args()
cases_golden.UPDATE = options.update

with tempfile.TemporaryDirectory(prefix="problemator-cli-") as folder:
    cli = harness.Cli(options.cli, pathlib.Path(folder))
    cli("samples", "--rows", "3000", "--years", "2", "--out", cli.samples).expect(0)
    results, skipped = harness.run_all(cli, options.only)
if options.results:
    pathlib.Path(options.results).write_text(json.dumps(results, ensure_ascii=False, indent=1), encoding="utf-8")
failed = sum(not r["ok"] for r in results)
print(f"{len(results) - failed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
sys.exit(failed > 0 or not results)
