#!/usr/bin/env python3
"""public_counts.py <folder of real data> <set> : what the public requests of a set count to, by Python's own csv, json and datetime, as JSON.

Independent of our reader on purpose: tests compare both. Prints no rows, only counts. A set is one or several files; a key that comes
twice is one request: the row with the later last event is kept, its blanks filled from the other.
"""
import collections, csv, datetime, gzip, io, json, pathlib, sys

csv.field_size_limit(1 << 20)
LONG, ISO, SHORT = "%m/%d/%Y %I:%M:%S %p", "%Y-%m-%d %H:%M:%S", "%m/%d/%y %H:%M"
TYPES = dict(zip("1 2 3 4 5 6 7 8 9 10 11".split(), ["Graffiti Removal", "Homeless Encampment", "Dead Animal Removal", "Bulky Items", "Electronic Waste", "Illegal Dumping Pickup",
             "Metal/Household Appliances", "Single Streetlight Issue", "Multiple Streetlight Issue", "Report Water Waste", "Other"]))
AGENCIES = {"1": "BSL", "2": "BOS", "3": "LASAN", "4": "OCB", "5": "ITA", "6": "LADWP", "7": "BSS"}


def moment(text, form):
    """A time cut to its minute, as our table keeps it."""
    if not text:
        return None
    return datetime.datetime.strptime(text.split(".")[0], form).replace(second=0)


def end_of_day(time):
    return time and datetime.datetime.combine(time.date() + datetime.timedelta(days=1), datetime.time())


def la(form):
    def read(row):
        row = {key.lower(): value.strip() for key, value in row.items()}
        return {"id": row["srnumber"], "received": moment(row["createddate"], form), "due": end_of_day(moment(row["servicedate"], form)), "closed": moment(row["closeddate"], form),
                "open": row["status"] in ("Open", "Pending"), "department": row["owner"], "topic": row["requesttype"], "territory": row["ncname"] or row["cd"],
                "placed": bool(row["latitude"] and float(row["latitude"]))}
    return read


def la_normalised(row):
    return {"id": row["srnumber"], "received": moment(row["created_date"], ISO), "due": None, "closed": moment(row["closed_date"], ISO), "open": False,
            "department": AGENCIES[row["agency_id"]], "topic": TYPES[row["type_id"]], "territory": "", "placed": bool(float(row["latitude"]))}


def la_open(row):
    return {"id": row["srnumber"], "received": datetime.datetime(2019, 12, 31), "due": None, "closed": None, "open": False, "department": "", "topic": row["requesttype"],
            "territory": "", "placed": bool(row.get("latitude"))}


def stlouis(row):
    return {"id": row["REQUESTID"], "received": moment(row["DATETIMEINIT"], ISO), "due": end_of_day(moment(row["PRJCOMPLETEDATE"], ISO)),
            "closed": moment(row["DATETIMECLOSED"] or row["DATECANCELLED"], ISO), "open": row["STATUS"] in ("SCHEDULED", "Disptch"), "department": row["SUBMITTO"].strip(),
            "topic": row["PROBLEMCODE"].strip(), "territory": row["WARD"].strip(), "placed": False}


def nyc(row):
    known = lambda text: "" if text in ("N/A", "Unspecified") else text.strip()
    return {"id": row["Unique Key"], "received": moment(row["Created Date"], LONG) if "Created Date" in row else datetime.datetime(2013, 12, 25), "due": moment(row.get("Due Date"), LONG),
            "closed": moment(row.get("Closed Date"), LONG), "open": row["Status"] != "Closed", "department": row["Agency"], "topic": known(row["Complaint Type"]),
            "territory": known(row["Borough"]), "placed": bool(row.get("Latitude"))}


LA_2020 = [("la/requests_2020_iso_quoted.csv.gz", la(ISO)), ("la/test_requests_2020_shortdates.csv.gz", la(SHORT)), ("la/service_requests_normalised.csv.gz", la_normalised)]
LA_OLD = [("la/MyLA311_2017_subset.csv.gz", la(LONG)), ("la/2018_mini_v1.csv.gz", la(LONG)), ("la/2018_mini_v2.csv.gz", la(LONG))]
SETS = {
    "la_2017": LA_OLD[:1], "la_2018_v1": LA_OLD[1:2], "la_2018_v2": LA_OLD[2:], "la_2020_iso": LA_2020[:1], "la_2020_short": LA_2020[1:2], "la_2020_normalised": LA_2020[2:],
    "la_2020_union": LA_2020, "la_all": LA_OLD + LA_2020, "la_open": [("la/open_requests.json.gz", la_open)],
    "stlouis": [(f"stlouis/{year}.csv.gz", stlouis) for year in range(2008, 2013)],
    "nyc": [("nyc/nyc311_2013-12-25_raw52cols.csv.gz", nyc)], "nyc_dateless": [("nyc/nyc311_2013-12-25_cr_only.csv.gz", nyc)],
    "nyc_both": [("nyc/nyc311_2013-12-25_cr_only.csv.gz", nyc), ("nyc/nyc311_2013-12-25_raw52cols.csv.gz", nyc)],
}


def rows_of(path):
    text = gzip.open(path, "rb").read().decode("utf-8-sig")
    return json.loads(text) if path.name.endswith(".json.gz") else csv.DictReader(io.StringIO(text, newline=""))


def merged(a, b):
    """Two rows of one request: the later last event wins, the second row when they are equal."""
    last = lambda m: max(time for time in (m["received"], m["closed"]) if time)
    winner, other = (b, a) if last(b) >= last(a) else (a, b)
    return {key: value or other[key] for key, value in winner.items()}


def is_late(m):
    if not m["due"]:
        return False
    if not m["closed"]:
        return m["open"]
    return m["closed"] > m["due"] or (m["closed"] == m["due"] and m["due"].time() == datetime.time())


if __name__ == "__main__":
    requests, rows = {}, 0
    for path, read in SETS[sys.argv[2]]:
        for row in rows_of(pathlib.Path(sys.argv[1]) / path):
            rows += 1
            request = read(row)
            known = requests.get(request["id"])
            requests[request["id"]] = merged(known, request) if known else request
    count = lambda of: collections.Counter(value for value in map(of, requests.values()) if value is not None)
    print(json.dumps({
        "rows": rows, "messages": len(requests), "department": count(lambda m: m["department"]), "topic": count(lambda m: m["topic"]), "territory": count(lambda m: m["territory"]),
        "received_month": count(lambda m: m["received"].strftime("%Y-%m")), "closed_month": count(lambda m: m["closed"] and m["closed"].strftime("%Y-%m")),
        "late": sum(map(is_late, requests.values())), "placed": sum(m["placed"] for m in requests.values())}, sort_keys=True))
