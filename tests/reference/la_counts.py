#!/usr/bin/env python3
"""la_counts.py <folder of real data> : counts of la/2018_mini_v2.csv.gz by Python's own csv and datetime, as JSON.

Independent of our reader on purpose: tests compare both. Prints nothing of the rows themselves.
"""
import collections, csv, datetime, gzip, json, pathlib, sys

FORM = "%m/%d/%Y %I:%M:%S %p"
by_department, received_month, closed_month, by_territory = (collections.Counter() for _ in range(4))
rows = late = planned = placed = 0
with gzip.open(pathlib.Path(sys.argv[1]) / "la" / "2018_mini_v2.csv.gz", "rt", encoding="utf-8", newline="") as file:
    for row in csv.DictReader(file):
        rows += 1
        by_department[row["Owner"]] += 1
        by_territory[row["NCName"].strip() or row["CD"].strip()] += 1
        received_month[datetime.datetime.strptime(row["CreatedDate"], FORM).strftime("%Y-%m")] += 1
        closed = datetime.datetime.strptime(row["ClosedDate"], FORM) if row["ClosedDate"] else None
        due = datetime.datetime.strptime(row["ServiceDate"], FORM) if row["ServiceDate"] else None
        if closed:
            closed_month[closed.strftime("%Y-%m")] += 1
        if due:
            planned += 1
            late += bool(closed and closed.date() > due.date())
        placed += bool(row["Latitude"] and float(row["Latitude"]))
print(json.dumps({"rows": rows, "planned": planned, "late": late, "placed": placed, "department": by_department, "territory": by_territory,
                  "received_month": received_month, "closed_month": closed_month}, sort_keys=True))
