#!/usr/bin/env python3
"""count-results.py <folder>: adds up GoogleTest's XML, the browser's JSON and the steps; prints "N passed, N failed[, N skipped]"."""
import json, pathlib, sys
import xml.etree.ElementTree as xml

folder = pathlib.Path(sys.argv[1])
passed = failed = skipped = 0
for report in sorted(folder.glob("*/*.xml")):
    for case in xml.parse(report).getroot().iter("testcase"):
        if case.find("failure") is not None:
            failed += 1
            print(f"failed: {report.parent.name}: {case.get('classname')}.{case.get('name')}")
        elif case.find("skipped") is not None or case.get("result") == "skipped":
            skipped += 1
        else:
            passed += 1
for report in sorted(folder.glob("*.json")):
    for case in json.loads(report.read_text(encoding="utf-8")):
        if case["ok"]:
            passed += 1
        else:
            failed += 1
            print(f"failed: {report.stem}: {case['name']}: {case.get('why', '')}")
for step in sorted(folder.glob("*.step")):
    if step.read_text().strip() == "pass":
        passed += 1
    else:
        failed += 1
        print(f"failed: step {step.stem}")
print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
sys.exit(failed > 0 or passed == 0)
