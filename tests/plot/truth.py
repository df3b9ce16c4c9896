# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a chart back: are its lengths, places and numbers those of the stream?

usage: truth.py TYPE STREAM CHART [OWN]

It knows nothing of how plot draws: the scale is that of the ticks' own words, and what is
drawn is looked for where the figures of the stream belong.  Says what is wrong, a line each,
or how many comparisons there were and the worst difference in pixels.
"""
import csv
import math
import re
import sys
import xml.etree.ElementTree as tree
from decimal import ROUND_HALF_UP, Decimal

NEAR = 0.6  # pixels
PEERS = "#e3e9ef"
NUMBER = re.compile(r"[-\u2212]?\d[\d,]*(?:\.\d+)?")


class Fault(Exception):
    pass


def colour_of(text):
    text = (text or "").strip().lower()
    if re.fullmatch("#[0-9a-f]{3}", text):
        text = "#" + "".join(c + c for c in text[1:])
    return text


class Chart:
    """boxes (colour, x0, y0, x1, y1), marks (colour, x, y, width), lines, words (x, y, align, text)."""

    def __init__(self, path):
        self.boxes, self.marks, self.lines, self.words, self.said = [], [], [], [], []
        self.walk(tree.parse(path).getroot(), {"fill": "#000000", "font-size": "16"}, (0.0, 0.0))

    def walk(self, element, given, at):
        name = element.tag.split("}")[-1]
        style = dict(given)
        style.update(element.attrib)
        style.update(re.findall(r"([a-z-]+)\s*:\s*([^;]+)", element.get("style", "")))
        for x, y in re.findall(r"translate\(\s*([-\d.e]+)[ ,]+([-\d.e]+)\s*\)", element.get("transform", "")):
            at = (at[0] + float(x), at[1] + float(y))
        text = "".join(element.itertext())
        if name in ("title", "desc"):
            self.said.append(text)
        elif name == "text":
            size = float(re.match(r"[\d.]+", style["font-size"]).group())
            self.words.append((float(element.get("x", 0)) + at[0], float(element.get("y", 0)) + at[1] - 0.325 * size,
                               style.get("text-anchor", "start"), text.strip()))
        elif name == "path":
            self.path(element.get("d"), style, at)
        elif name in ("polygon", "polyline"):
            pairs = re.findall(r"([-\d.e]+)[ ,]+([-\d.e]+)", element.get("points"))
            self.shape([(float(x) + at[0], float(y) + at[1]) for x, y in pairs], name == "polygon", style)
        if name in ("svg", "g"):
            for child in element:
                self.walk(child, {k: v for k, v in style.items() if k not in ("x", "y", "transform", "style")}, at)

    def path(self, text, style, at):
        parts = re.findall(r"([A-Za-z])([^A-Za-z]*)", text)
        x = y = 0.0
        points, closed = [], False
        for command, rest in parts:
            numbers = [float(n) for n in re.findall(r"-?\d*\.?\d+(?:e-?\d+)?", rest)]
            if command == "M":
                self.shape(points, closed, style)
                points, closed = [], False
            if command in "Zz":
                closed = True
            elif command == "H":
                x = numbers[0] + at[0]
                points.append((x, y))
            elif command == "V":
                y = numbers[0] + at[1]
                points.append((x, y))
            elif command == "a":
                for i in range(0, len(numbers), 7):
                    radius = numbers[i]
                    side = 1 if numbers[i + 5] > 0 else -1
                    points += [(x + numbers[i + 5] / 2, y - radius * side), (x + numbers[i + 5], y)]
                    x += numbers[i + 5]
            elif command in "ML":
                for i in range(0, len(numbers), 2):
                    x, y = numbers[i] + at[0], numbers[i + 1] + at[1]
                    points.append((x, y))
            else:
                raise Fault("no reader of path command " + command)
        self.shape(points, closed, style)

    def shape(self, points, closed, style):
        if len(points) < 2:
            return
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        fill = colour_of(style.get("fill"))
        if (closed or points[0] == points[-1]) and style.get("fill") != "none" and not \
                ("stroke-width" in style and "d" in style and not closed):
            if len(set(points)) == 4 and len(set(xs)) == 2 and len(set(ys)) == 2:
                self.boxes.append((fill, min(xs), min(ys), max(xs), max(ys)))
            else:
                self.marks.append((fill, (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2, max(xs) - min(xs)))
        else:
            for (x0, y0), (x1, y1) in zip(points, points[1:]):
                self.lines.append((colour_of(style.get("stroke")), float(style.get("stroke-width", 1)), x0, y0, x1, y1))


def number(text):
    try:
        return float(text.replace(",", "").replace("\u2212", "-").rstrip("%"))
    except ValueError:
        return None


class Axis:
    """A scale from the words at its ticks, those that most of a line of words agree on."""

    def __init__(self, words, which, logarithmic=False):
        lines = {}
        for word in words:
            value = number(word[3]) if re.fullmatch(NUMBER.pattern + "%?", word[3]) else None
            if value is not None and not (logarithmic and value <= 0) and \
                    (which == 1 or word[2] == "middle"):
                lines.setdefault((round(word[1 - which], 1), word[2]), []).append((value, word[which]))
        self.log = logarithmic
        best = []
        for line in lines.values():
            for i, a in enumerate(line):
                for b in line[i + 1:]:
                    if a[0] == b[0] or abs(a[1] - b[1]) < 5:
                        continue
                    self.between(a, b)
                    same = [w for w in line if abs(self.pixel(w[0]) - w[1]) < 0.15]
                    if len(same) > len(best) and (self.scale > 0) == (which == 0):
                        best = same
        if len(best) < 2:
            raise Fault("no ticks to read a scale from")
        self.between(min(best), max(best))
        self.ends = sorted(w[1] for w in best)
        self.count = len(best)

    def place(self, value):
        return math.log(value) if self.log else value

    def between(self, a, b):
        self.scale = (b[1] - a[1]) / (self.place(b[0]) - self.place(a[0]))
        self.zero = a[1] - self.scale * self.place(a[0])

    def pixel(self, value):
        return self.zero + self.scale * self.place(value)


class Judge:
    def __init__(self, rows, chart, own):
        self.rows, self.chart, self.own = rows, chart, own
        self.count, self.worst, self.faults = 0, 0.0, []
        self.known = set()  # figures that the chart says it works out

    def near(self, what, expected, got, room=NEAR):
        self.count += 1
        # a figure that was rounded may be as far off as that
        self.worst = max(self.worst, abs(expected - got) - (room - NEAR))
        if abs(expected - got) > room:
            self.faults.append("%s: at %.2f, not %.2f" % (what, got, expected))

    def same(self, what, expected, got):
        self.count += 1
        if expected != got:
            self.faults.append("%s: %s, not %s" % (what, got, expected))

    # the rows that hold a figure
    def shown(self, column="value"):
        return [row for row in self.rows if number(row.get(column) or "") is not None]

    def interval(self, row, axis, y, names):
        low, high = number(row.get(names[0]) or ""), number(row.get(names[1]) or "")
        if low is None or high is None:
            return
        there = [line for line in self.chart.lines if abs(line[3] - y) < NEAR and abs(line[5] - y) < NEAR
                 and abs(line[2] - axis.pixel(low)) < NEAR and abs(line[4] - axis.pixel(high)) < NEAR]
        self.same("interval of %s" % row["unit"], True, bool(there))
        for line in there[:1]:
            self.near("lower end", axis.pixel(low), line[2])
            self.near("upper end", axis.pixel(high), line[4])

    def colours(self, colours):
        """The own unit's colour is no other's."""
        if self.own:
            own = {c for row, c in colours if row["unit"] == self.own}
            others = {c for row, c in colours if row["unit"] != self.own}
            self.same("colours of the own unit", 1, len(own))
            self.same("the own colour among others", set(), own & others)

    def ranked(self, keep=False):
        axis = Axis(self.chart.words, 0)
        zero = axis.pixel(0)
        bars = sorted(((b[2] + b[4]) / 2, b) for b in self.chart.boxes if b[0] not in ("#ffffff", PEERS)
                      and (abs(b[1] - zero) < 0.1 or abs(b[3] - zero) < 0.1) and b[4] - b[2] < 60)
        rows = self.shown()
        if not keep:
            rank = [number(row.get("rank") or "") for row in rows]
            best = sorted(zip(rank, range(len(rows)))) if None not in rank else \
                sorted((-number(row["value"]), i) for i, row in enumerate(rows))
            rows = [rows[i] for _, i in best]
        if not bars:
            marks = [m for m in self.chart.marks if m[0] != "#ffffff" and
                     axis.ends[0] - 200 < m[1] and m[3] > 7]
            places = sorted((m[2], m) for m in marks if any(
                abs(m[1] - axis.pixel(number(row["value"]))) < NEAR for row in rows))
            self.same("points", len(rows), len({round(p[0]) for p in places}))
            for (y, mark), row in zip(places, rows):
                self.near(row["unit"], axis.pixel(number(row["value"])), mark[1])
                self.interval(row, axis, y, ("lower95", "upper95"))
            return
        self.same("bars", len([r for r in rows if number(r["value"]) != 0]), len(bars))
        rows = [r for r in rows if number(r["value"]) != 0]
        for (y, bar), row in zip(bars, rows):
            value = number(row["value"])
            self.near(row["unit"], axis.pixel(value), bar[3] if value > 0 else bar[1])
            self.near(row["unit"] + " from zero", zero, bar[1] if value > 0 else bar[3])
            self.interval(row, axis, y, ("lower95", "upper95"))
        self.colours([(row, bar[0]) for (_, bar), row in zip(bars, rows)])

    def bar(self):
        self.ranked(keep=True)

    def ratio(self):
        axis = Axis(self.chart.words, 0, True)
        rows = self.shown("ratio")
        for row in rows:
            place = axis.pixel(number(row["ratio"]))
            marks = [m for m in self.chart.marks if abs(m[1] - place) < NEAR and m[3] > 8]
            low, high = number(row["ratio_lower95"]), number(row["ratio_upper95"])
            if low is None:
                continue
            whole = [m for m in marks for l in self.chart.lines
                     if abs(l[3] - m[2]) < NEAR and l[3] == l[5] and abs(l[2] - axis.pixel(low)) < NEAR
                     and abs(l[4] - axis.pixel(high)) < NEAR]
            self.same("ratio %s of %s with its interval" % (row["ratio"], row["unit"]), True, bool(whole))
            if whole:
                self.near("ratio of " + row["unit"], place, whole[0][1])

    def funnel(self):
        across, up = Axis(self.chart.words, 0), Axis(self.chart.words, 1)
        rows = [r for r in self.shown() if number(r["denominator"]) is not None]
        top = up.pixel(max(number(r["value"]) for r in rows)) - 30
        drawn = [m for m in self.chart.marks if m[0] != "#ffffff" and m[1] >= across.ends[0] - 1
                 and m[2] > min(top, up.ends[0] - 40) and m[3] < 22]
        for row in rows:
            x, y = across.pixel(number(row["denominator"])), up.pixel(number(row["value"]))
            there = [m for m in drawn if abs(m[1] - x) < NEAR and abs(m[2] - y) < NEAR]
            self.same("point of " + row["unit"], True, bool(there))
            if there:
                self.near(row["unit"] + ", size", x, there[0][1])
                self.near(row["unit"] + ", value", y, there[0][2])
            self.limits(row, x, up)
        spare = [m for m in drawn if m[2] > up.ends[0] - 1 and not any(
            abs(m[1] - across.pixel(number(r["denominator"]))) < NEAR and
            abs(m[2] - up.pixel(number(r["value"]))) < NEAR for r in rows)]
        self.same("points that are no unit's", [], spare)

    def limits(self, row, x, up):
        for name in ("limit_lower95", "limit_upper95", "limit_lower998", "limit_upper998"):
            text = row.get(name) or ""
            limit = number(text)
            if limit is None or not up.ends[0] <= up.pixel(limit) <= up.ends[-1]:
                continue
            step = 10.0 ** -len(text.partition(".")[2])
            # the stroke over the unit's size, or those before and after the gap of a dash
            strokes = [l[2:] for l in self.chart.lines if l[4] > l[2] and 1 < l[1] < 2]
            over = [l for l in strokes if l[0] <= x <= l[2]]
            left = [(l[2], l[3]) for l in strokes if x - 8 <= l[2] < x]
            right = [(l[0], l[1]) for l in strokes if x < l[0] <= x + 8]
            over += [a + b for a in left for b in right if b[0] - a[0] < 9]
            curve = [y0 + (y1 - y0) * (x - x0) / (x1 - x0) for x0, y0, x1, y1 in over]
            if not curve and strokes and x < min(l[0] for l in strokes) + 3:
                continue  # curves begin a few pixels from no size at all
            if not curve:
                raise Fault("no curve at %s" % row["unit"])
            nearest = min(curve, key=lambda y: abs(y - up.pixel(limit)))
            self.near(name + " of " + row["unit"], up.pixel(limit), nearest, NEAR + step * abs(up.scale))

    def control(self, limits=True):
        """One unit alone: one panel."""
        if not self.shown():
            # that of the key
            self.same("a unit that has no figure has a point", True, len([m for m in self.chart.marks if m[3] > 5]) < 2)
            return
        up = Axis(self.chart.words, 1)
        rows = sorted(self.shown(), key=lambda row: row["period"])
        low = max(l[3] for l in self.chart.lines if l[3] == l[5])
        drawn = sorted((m[1], m) for m in self.chart.marks if m[0] != "#ffffff" and m[3] > 5
                       and up.ends[0] - 30 < m[2] < low)
        found = []
        for row in rows:
            y = up.pixel(number(row["value"]))
            after = [m for x, m in drawn if abs(m[2] - y) < NEAR and (not found or x > found[-1][1] + 1)]
            self.same("point of " + row["period"], True, bool(after))
            if after:
                found.append(after[0])
                self.near(row["period"], y, after[0][2])
                for name in ("centre", "limit_lower998", "limit_upper998") if limits else ():
                    at = number(row.get(name) or "")
                    if at is not None:
                        lines = [l[3] for l in self.chart.lines if abs(l[3] - up.pixel(at)) < NEAR
                                 and l[3] == l[5] and l[2] - 14 <= after[0][1] <= l[4] + 14]
                        self.same("%s of %s" % (name, row["period"]), True, bool(lines))
                        if lines:
                            self.near(name, up.pixel(at), lines[0])

    def trend(self):
        """One unit alone: a stroke from each figure to the next."""
        if len(self.shown()) < 2:
            return
        up = Axis(self.chart.words, 1)
        rows = sorted(self.shown(), key=lambda row: row["period"])
        x = 0
        for row, after in zip(rows, rows[1:]):
            y0, y1 = up.pixel(number(row["value"])), up.pixel(number(after["value"]))
            strokes = [l for l in self.chart.lines if abs(l[3] - y0) < NEAR and abs(l[5] - y1) < NEAR and x - 1 < l[2] < l[4]]
            self.same("stroke from %s" % row["period"], True, bool(strokes))
            if strokes:
                stroke = min(strokes, key=lambda l: l[2])
                self.near(row["period"], y0, stroke[3])
                self.near(after["period"], y1, stroke[5])
                x = stroke[4]

    def box(self):
        axis = Axis(self.chart.words, 0)
        boxes = sorted((b[2], b) for b in self.chart.boxes if b[0] == PEERS and b[4] - b[2] > 17)
        names = list(dict.fromkeys(row["measure"] for row in self.rows))
        self.same("boxes", len(names), len(boxes))
        for name, (_, box) in zip(names, boxes):
            values = sorted(number(r["value"]) for r in self.shown() if r["measure"] == name)

            def quantile(p):
                h = (len(values) - 1) * p
                i = int(h)
                return values[i] + (h - i) * (values[min(i + 1, len(values) - 1)] - values[i])
            q1, q3 = quantile(0.25), quantile(0.75)
            self.known.update("%.*f" % (d, quantile(p)) for d in (0, 1, 2, 3) for p in (0.25, 0.5, 0.75))
            self.known.add("1.5")
            self.near(name + " q1", axis.pixel(q1), box[1])
            self.near(name + " q3", axis.pixel(q3), box[3])
            medians = [l[2] for l in self.chart.lines if l[1] >= 3 and l[2] == l[4] and abs(l[3] - box[2]) < 1]
            self.near(name + " median", axis.pixel(quantile(0.5)), medians[0] if medians else -1)
            inside = [v for v in values if q1 - 1.5 * (q3 - q1) - 1e-9 <= v <= q3 + 1.5 * (q3 - q1) + 1e-9]
            ends = [l[2] for l in self.chart.lines if l[2] == l[4] and box[2] < min(l[3], l[5])
                    and max(l[3], l[5]) < box[4] and abs(l[3] - l[5]) > 5]
            for what, value in (("least", min(inside)), ("greatest", max(inside))):
                self.near(name + " whisker, " + what, axis.pixel(value),
                          min(ends or [-1], key=lambda x: abs(x - axis.pixel(value))))
            for value in set(values) - set(inside):
                self.same("%s: a point at %s" % (name, value), True, any(
                    abs(m[1] - axis.pixel(value)) < NEAR and box[2] < m[2] < box[4] for m in self.chart.marks))

    def parts(self, wanted):
        """Boxes side by side in lines, each as long as its figure; they part in the middle of
        the gap between them."""
        lines = {}
        for box in sorted(self.chart.boxes, key=lambda box: box[1]):
            if box[0] not in ("#ffffff", PEERS) and 12 <= box[4] - box[2] <= 60:
                line = lines.setdefault(round(box[2], 1), [[]])
                if line[-1] and box[1] - line[-1][-1][1] > 3:
                    line.append([])
                line[-1].append((box[1], box[3]))
        drawn = []
        for boxes in (part for line in lines.values() for part in line):
            # two pixels lie between boxes, one where one of the two is too slim to give one
            wide = [b[1] - b[0] for b in boxes]
            gaps = [b[0] - a[1] for a, b in zip(boxes, boxes[1:])]
            slim = [any(gap < 1.5 and wide[i] <= wide[j] for gap, j in
                        ([(gaps[i - 1], i - 1)] if i else []) + ([(gaps[i], i + 1)] if i < len(gaps) else []))
                    for i in range(len(boxes))]
            drawn.append(tuple(w + (0 if s else 2) for w, s in zip(wide, slim)))

        def fits(widths, figures, scale):
            return len(widths) == len(figures) and all(
                abs(a - b * scale) < NEAR for a, b in zip(widths, figures))
        guesses = {sum(w) / sum(f) for w in drawn for f in wanted if len(w) == len(f)}
        scale = max(guesses, default=0, key=lambda s: sum(any(fits(w, f, s) for w in drawn) for f in wanted))
        for figures in wanted:
            there = [w for w in drawn if fits(w, figures, scale)]
            self.same("segments as long as %s" % (figures,), True, bool(there))
            if there:
                for a, b in zip(there[0], figures):
                    self.near("segment", b * scale, a)
                drawn.remove(there[0])

    def stacked(self):
        units = {}
        for row in self.shown():
            units.setdefault(row["unit"], []).append(number(row["value"]))
        self.parts([tuple(v for v in values if v > 0) for values in units.values()])

    likert = stacked

    def pyramid(self):
        column = [c for c in self.rows[0] if c not in STANDARD][-1]
        sides = list(dict.fromkeys(r[column] for r in self.rows if r[column] != "all"))[:2]
        figures = [number(r["value"]) for r in self.shown() if r[column] in sides
                   and not any(r[c] == "all" for c in r if c not in STANDARD)]
        boxes = [b for b in self.chart.boxes if b[0] not in ("#ffffff", PEERS) and 8 <= b[4] - b[2] <= 60
                 and abs((b[4] - b[2]) - (b[3] - b[1])) > 0.01]  # squares are those of the key
        edges = [round(e, 1) for b in boxes for e in (b[1], b[3])]
        base = sorted(set(edges), key=edges.count)[-2:]
        widths = [b[3] - b[1] for b in boxes if round(b[1], 1) in base or round(b[3], 1) in base]
        self.same("bars", len([f for f in figures if f > 0]), len(widths))
        scale = max(widths) / max(figures)
        for a, b in zip(sorted(widths), sorted(f for f in figures if f > 0)):
            self.near("bar", b * scale, a)

    def radar(self):
        """The own figures that share a scale lie on it, from the middle outwards."""
        marks = [m for m in self.chart.marks if m[0] == "#801650" and m[3] > 7]
        rows = [r for r in self.shown() if r["unit"] == self.own]
        self.same("own points, with that of the key", True, len(rows) <= len(marks) <= len(rows) + 1)

    def heatmap(self):
        def cell(row):
            return row["value"] + ("%" if row["kind"] == "proportion" and number(row["value"]) is not None else "")
        words = [w[3] for w in self.chart.words]
        for text in {cell(row) for row in self.rows}:
            wanted = sum(cell(row) == text for row in self.rows)
            self.same("cells with " + text, True, words.count(text) >= wanted)
        for unit in dict.fromkeys(r["unit"] for r in self.rows):
            names = [w for w in self.chart.words if w[3] == unit]
            line = [w[3] for w in sorted(w for w in self.chart.words if names and abs(w[1] - names[-1][1]) < 1
                                         and w[0] > names[-1][0] + 30)]
            wanted = [cell(r) for r in self.rows if r["unit"] == unit]
            if len(line) >= len(wanted):
                self.same("cells of " + unit, wanted, line[:len(wanted)])

    def numbers(self):
        """No number is said that is none of the stream's, a tick, a count or a setting."""
        known = {"95", "99.8", "5", "7", "0", "1", "2", "3", "100"} | self.known
        for row in self.rows:
            for field in row.values():
                for found in NUMBER.findall(field or ""):
                    known.add(found.lstrip("-"))
                value = number(field or "")
                if value is not None:
                    known.update((field.lstrip("-"), "{:,}".format(int(value)) if value == int(value) else field))
            for name in ("ratio", "ratio_lower95", "ratio_upper95"):
                if number(row.get(name) or "") is not None:
                    known.update(str(Decimal(row[name]).quantize(Decimal(10) ** -d, ROUND_HALF_UP)) for d in (2, 3, 4))
        counts = {str(i) for i in range(len(self.rows) + 1)}
        text = self.chart.said + [w[3] for w in self.chart.words if not re.fullmatch(NUMBER.pattern + "%?", w[3])]
        for line in text:
            for found in NUMBER.findall(line):
                self.count += 1
                bare = found.strip(",").lstrip("-\u2212")
                if bare not in known and bare not in counts and bare.replace(",", "") not in known:
                    self.faults.append("says %s: %s" % (found, line[:160]))


STANDARD = set("""unit period measure kind records numerator denominator value lower95 upper95 lower998 upper998
method""".split())


def main(arguments):
    kind, stream, drawing = arguments[:3]
    with open(stream, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    judge = Judge(rows, Chart(drawing), arguments[3] if len(arguments) > 3 else None)
    try:
        getattr(judge, kind)()
    except Fault as fault:
        judge.faults.append(str(fault))
    judge.numbers()
    for fault in judge.faults:
        print(fault)
    if not judge.faults:
        print("%d comparisons, at most %.2f px apart" % (judge.count, judge.worst))
    return bool(judge.faults)


sys.exit(main(sys.argv[1:]))
