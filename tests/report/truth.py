# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a page back: are its tables rows of the streams, its sums those of the run records,
its digests those of the files?

usage: truth.py PUBLIC RUNS
"""
import csv
import glob
import hashlib
import html
import json
import os
import re
import sys

COLUMNS = {"Unit": "unit", "Period": "period", "Records": "records", "Figure": "value", "Rank": "rank",
           "95% interval from": "lower95", "95% interval to": "upper95", "Centre": "centre",
           "95% limit below": "limit_lower95", "95% limit above": "limit_upper95",
           "99.8% limit below": "limit_lower998", "99.8% limit above": "limit_upper998",
           "Ratio": "ratio", "Signal": "signal", "Variation": "variation"}
COUNTS = ("In", "Used", "Rejected", "Suppressed", "Excluded")
faults, count = [], 0


def say(what):
    faults.append(what)


def words(markup):
    text = html.unescape(re.sub(r"<[^>]+>", "", markup)).strip()
    # a symbol says itself in words, to those who do not see it
    symbol = re.fullmatch(r"(\*|\[[a-z]\]) [a-z ]+", text)
    return symbol.group(1) if symbol else text


def tables(page):
    for body in re.findall(r"<table.*?</table>", page, re.S):
        caption = re.search(r"<caption.*?</caption>", body, re.S)
        rows = [[words(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S)]
                for row in re.findall(r"<tr>(.*?)</tr>", body, re.S)]
        yield words(caption.group()) if caption else "", rows[0], rows[1:]


def same_as_stream(caption, heads, rows, stream):
    global count
    with open(stream, encoding="utf-8", newline="") as file:
        there = list(csv.DictReader(file))
    units = {row["unit"] for row in there}
    for row in rows:
        cells = [(COLUMNS[h], text) for h, text in zip(heads, row) if h in COLUMNS]
        # a unit's name may be one of --labels
        cells = [(c, t) for c, t in cells if c in there[0] and (c != "unit" or t in units)]
        count += len(cells)
        # the records behind a figure are those with an answer, where the stream counts them
        if not any(all(other[c] == t or c == "records" and other["denominator"] == t for c, t in cells)
                   for other in there):
            say("%s: no row of %s is %s" % (caption, stream, cells))


def charts(page, public):
    for figure in re.findall(r"<figure.*?</figure>", page, re.S):
        source = re.search(r'<p class="download"><a href="([^"]+)"', figure)
        for caption, heads, rows in tables(figure):
            if source and caption.startswith("Figures of chart"):
                same_as_stream(caption, heads, rows, os.path.join(public, html.unescape(source.group(1))))


def quality(page, runs):
    global count
    records = {}
    for path in glob.glob(os.path.join(runs, "*.json")):
        with open(path, encoding="utf-8") as file:
            records[os.path.basename(path)[:-5]] = json.load(file)
    seen = set()
    for caption, heads, rows in tables(page):
        if "In" not in heads or "Step" not in heads:
            continue
        for row in rows:
            cells = dict(zip(heads, row))
            record = records[cells["Step"]]
            seen.add(cells["Step"])
            numbers = [int(cells[name].replace(",", "")) for name in COUNTS]
            count += len(numbers) + 1
            if numbers[0] != sum(numbers[1:]):
                say("%s: in is not the sum of the others" % cells["Step"])
            if numbers != [record["counts"][name.lower()] for name in COUNTS] or cells["Program"] != record["program"]:
                say("%s: the record says other counts" % cells["Step"])
    # a page that has records has a line for each
    for step in set(records) - seen:
        say("no line for " + step)


def digests(page, public):
    global count
    for caption, heads, rows in tables(page):
        if "SHA-256" not in heads:
            continue
        for row in rows:
            path = os.path.join(public, row[0])
            if not os.path.isfile(path):
                continue
            count += 1
            with open(path, "rb") as file:
                if hashlib.sha256(file.read()).hexdigest() != row[heads.index("SHA-256")]:
                    say("another digest of " + row[0])


def main(public, runs):
    with open(os.path.join(public, "index.html"), encoding="utf-8") as file:
        page = re.sub(r"<(svg|style)\b.*?</\1>", "", file.read(), flags=re.S)
    charts(page, public)
    quality(page, runs)
    digests(page, public)
    for fault in faults:
        print(fault)
    if not faults:
        print("%d comparisons" % count)
    return bool(faults)


sys.exit(main(*sys.argv[1:]))
