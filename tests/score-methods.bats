#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# score: every method, and the columns, rejects and messages that go with it.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

# Invented instruments and answers, and what they come to by Python's own fractions: the
# same for a seed everywhere.  Writes N.json, N.csv and N.expected (and N.long).
oracle() { # SEED
	cat >oracle.py <<-'END'
		import json, sys
		from fractions import Fraction as F

		class Random:
		    def __init__(self, seed):
		        self.state = seed
		    def below(self, limit):
		        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
		        return (self.state >> 33) % limit
		    def one(self, *choices):
		        return choices[self.below(len(choices))]
		    def chance(self, percent):
		        return self.below(100) < percent

		def decimal(number, places):
		    """Half away from zero, as text."""
		    size = abs(number) * 10**places
		    whole = int(size) + (1 if size - int(size) >= F(1, 2) else 0)
		    text = str(whole).rjust(places + 1, "0")
		    if places:
		        text = text[:-places] + "." + text[-places:]
		    return "-" + text if number < 0 and whole else text

		def plain(number):
		    """A terminating decimal as JSON's number."""
		    return int(number) if number.denominator == 1 else float(number)

		METHODS = ("sum", "mean", "weighted_mean", "percent", "linear", "top_box", "bottom_box", "count")

		class Item:
		    def __init__(self, r, index):
		        self.name = "q%d" % index
		        self.reverse = r.chance(25)
		        kind = r.below(10)
		        if kind < 6:
		            self.low, self.high = r.one((0, 3), (1, 5), (1, 7), (0, 10), (-2, 2))
		        elif kind < 8:
		            self.low, self.high = r.one((F(1, 2), F(9, 2)), (0, F(5, 2)), (F(-3, 2), F(7, 4)))
		        else:
		            self.low, self.high = 1, 1000
		        self.low, self.high = F(self.low), F(self.high)
		        self.json = {"column": self.name, "minimum": plain(self.low), "maximum": plain(self.high)}
		        if self.reverse:
		            self.json["reverse"] = True
		        self.texts = {}
		        if r.chance(20):
		            self.texts = {"none": self.low, "all of it": self.high}
		            self.json["answers"] = {k: plain(v) for k, v in self.texts.items()}
		        self.when = None
		        if r.chance(15):
		            self.when = r.one(["y"], ["y", "z"])
		            self.json["when"] = {"ask": self.when if len(self.when) > 1 else self.when[0]}
		        if r.chance(10):
		            self.json["not_applicable_codes"] = ["skipped"]

		    def draw(self, r):
		        """A cell, and what it is."""
		        kind = r.below(100)
		        if kind < 6: return "", None
		        if kind < 9: return "-999", None
		        if kind < 12: return "dk", "dk"
		        if kind < 14: return "n.a.", "na"
		        if kind < 15: return r.one("often", "1001", "-77"), "refused"
		        if kind < 17 and "not_applicable_codes" in self.json: return "skipped", "na"
		        if kind < 25 and self.texts:
		            text = r.one(*sorted(self.texts))
		            value = self.texts[text]
		        else:
		            places = r.one(0, 0, 0, 0, 0, 0, 1, 2)
		            steps = int((self.high - self.low) * 10**places)
		            value = self.low + F(r.below(steps + 1), 10**places)
		            shown = max(places, 0 if self.low.denominator == 1 else 2)
		            text = decimal(value, shown)
		        return text, (self.low + self.high - value if self.reverse else value)

		class Scale:
		    def __init__(self, r, index, items, scales):
		        self.name = "s%d" % index
		        self.of_scales = len(scales) >= 2 and r.chance(35)
		        self.method = r.one(*(m for m in METHODS if not (self.of_scales and m in ("percent", "linear"))))
		        pool = list(scales if self.of_scales else items)
		        if self.method == "percent":
		            pool = [i for i in pool if i.low >= 0]
		            if not pool: self.method, pool = "sum", list(items)
		        if self.method == "linear":
		            pool = [i for i in pool if i.high < 1000] or pool[:1]
		        self.parts = []
		        for _ in range(1 + r.below(min(8, len(pool)))):
		            self.parts.append(pool.pop(r.below(len(pool))))
		        json_ = self.json = {"name": self.name, "method": self.method}
		        json_["scales" if self.of_scales else "items"] = [p.name for p in self.parts]
		        self.weights = [F(1)] * len(self.parts)
		        if self.method == "weighted_mean" or (self.method not in ("mean", "count") and r.chance(30)):
		            self.weights = [r.one(F(1), F(2), F(3), F(1, 2), F(5, 4), F(33, 100)) for _ in self.parts]
		            if self.method == "sum" and r.chance(40):
		                self.weights = [w * r.one(1, 1, -1) for w in self.weights]
		            json_["weights"] = {p.name: plain(w) for p, w in zip(self.parts, self.weights)}
		        self.prorate = self.method == "sum" and min(self.weights) > 0 and r.chance(50)
		        if self.prorate:
		            json_["prorate"] = True
		        self.least, self.most = F(-10**12), F(10**12)
		        ranges = [(p.low, p.high) for p in self.parts]
		        middle = F(int(max(a for a, _ in ranges) + min(b for _, b in ranges)), 2)
		        inside = max(a for a, _ in ranges) <= middle <= min(b for _, b in ranges)
		        if self.method in ("top_box", "bottom_box", "count"):
		            edge = {"top_box": "at_least", "bottom_box": "at_most"}.get(self.method) or r.one("at_least", "at_most")
		            if self.method == "count" or self.of_scales or r.chance(50):
		                if not inside:
		                    middle = min(b for _, b in ranges) if edge == "at_least" else max(a for a, _ in ranges)
		                    middle = F(int(middle // 1), 1) if edge == "at_least" else F(-int(-middle // 1), 1)
		                json_[edge] = plain(middle)
		                if edge == "at_least": self.least = middle
		                else: self.most = middle
		            self.default = edge not in json_
		            if self.method != "count" and r.chance(40):
		                json_["base"] = "responded"
		        self.responded = json_.get("base") == "responded"
		        self.minimum = None
		        if r.chance(75):
		            self.minimum = r.one(1 + r.below(len(self.parts)), 1, "%d%%" % (1 + r.below(100)))
		            json_["minimum_answered"] = self.minimum
		        self.decimals = r.one(0, 1, 2, 2, 3, 6)
		        if self.decimals != 2 or r.chance(50):
		            json_["decimals"] = self.decimals
		        self.standard = None
		        if r.chance(20):
		            self.standard = (r.one("T", "z"), r.one(F(1, 2), F(50), F(-7, 4)), r.one(F(1), F(5, 2), F(3, 100)))
		            json_["standardise"] = {"to": self.standard[0], "mean": plain(self.standard[1]),
		                "deviation": plain(self.standard[2]), "source": "invented"}
		        self.bands = []
		        if r.chance(50):
		            edges = sorted({F(r.below(400) - 100, r.one(1, 2, 4)) for _ in range(1 + r.below(3))})
		            below = None
		            for edge in edges + [None]:
		                band = {"label": "band %d of %s" % (len(self.bands), "x" * r.one(1, 5, 30))}
		                if below: band[{"at_most": "above", "below": "at_least"}[below[0]]] = plain(below[1])
		                if edge is not None:
		                    below = (r.one("at_most", "below"), edge)
		                    band[below[0]] = plain(edge)
		                self.bands.append((band["label"], below if edge is not None else None))
		                json_.setdefault("bands", []).append(band)
		        # what it is surely among: everybody at the lowest, and at the highest
		        ends = [self.score({p.name: (p.low, p.high)[high] for p in self.parts})[0] for high in (0, 1)]
		        self.low, self.high = min(ends), max(ends)

		    def score(self, answers):
		        """(value or None, band, answered, outcome)"""
		        values = [answers[p.name] for p in self.parts]
		        given = [(w, v, p) for w, v, p in zip(self.weights, values, self.parts) if isinstance(v, F)]
		        applicable = sum(v != "na" for v in values)
		        responded = len(given) + (values.count("dk") if self.responded else 0)
		        if "refused" in values: return None, "", len(given), "refused"
		        if applicable == 0: return None, "", 0, "na"
		        needed = applicable if self.minimum is None else self.minimum
		        if isinstance(needed, str):
		            needed = F(applicable * int(needed[:-1]), 100)
		        if responded == 0 or responded < needed: return None, "", len(given), None
		        base = sum(w for w, v in zip(self.weights, values) if isinstance(v, F) or (self.responded and v == "dk"))
		        total = sum(w * v for w, v, _ in given)
		        if self.method == "sum":
		            value = F(total)
		            if self.prorate: value = value * sum(self.weights) / base
		        elif self.method in ("mean", "weighted_mean"):
		            value = F(total) / base
		        elif self.method == "percent":
		            value = 100 * F(total) / sum(w * p.high for w, _, p in given)
		        elif self.method == "linear":
		            value = sum(w * 100 * (v - p.low) / (p.high - p.low) for w, v, p in given) / base
		        else:
		            hits = 0
		            for w, v, p in given:
		                least, most = self.least, self.most
		                if self.default:
		                    if self.method == "top_box": least = p.high
		                    else: most = p.low
		                if least <= v <= most: hits += w
		            value = F(hits) if self.method == "count" else 100 * F(hits) / base
		        if self.standard:
		            to, mean, deviation = self.standard
		            value = (value - mean) / deviation
		            if to == "T": value = 50 + 10 * value
		        label = ""
		        for label, upper in self.bands:
		            if upper is None or value < upper[1] or (value == upper[1] and upper[0] == "at_most"):
		                break
		        return value, label, len(given), "given"

		def instrument(seed, records):
		    r = Random(seed)
		    for _ in range(8): r.below(2)
		    items = [Item(r, i) for i in range(3 + r.below(12))]
		    scales = []
		    for i in range(2 + r.below(7)):
		        scales.append(Scale(r, i, items, scales))
		    with open("%d.json" % seed, "w") as out:
		        json.dump({"name": "invented", "version": "1", "source": "invented", "official": False,
		            "missing_codes": ["-999"], "dont_know_codes": ["dk"], "not_applicable_codes": ["n.a."],
		            "items": [i.json for i in items], "scales": [s.json for s in scales]}, out)
		    header = ["id", "ask"] + [i.name for i in items]
		    new = [c for s in scales for c in [s.name] + [s.name + "_band"] * bool(s.bands) + [s.name + "_answered"]]
		    data, wide, long_ = [header], [header + new], [header + ["scale", "value", "band", "answered"]]
		    bad = False
		    for number in range(records):
		        ask = r.one("y", "n", "z", "")
		        cells, answers = [str(number), ask], {}
		        for item in items:
		            text, what = item.draw(r)
		            cells.append(text)
		            if item.when and ask not in item.when: what = "na"
		            bad = bad or what == "refused"
		            answers[item.name] = what
		        more = []
		        for s in scales:
		            value, band, answered, outcome = s.score(answers)
		            answers[s.name] = value if outcome == "given" else outcome
		            text = "" if value is None else decimal(value, s.decimals)
		            more += [text] + [band] * bool(s.bands) + [str(answered)]
		            long_.append(cells + [s.name, text, band, str(answered)])
		        data.append(cells)
		        wide.append(cells + more)
		    for name, lines in (("csv", data), ("expected", wide), ("long", long_)):
		        with open("%d.%s" % (seed, name), "w") as out:
		            out.writelines(",".join(line) + "\n" for line in lines)

		for seed in range(int(sys.argv[1]), int(sys.argv[2])):
		    instrument(seed, int(sys.argv[3]))
	END
	python3 oracle.py "$@"
}

@test "score: invented instruments of all methods come to what exact fractions come to" {
	command -v python3 >/dev/null || skip "no python3 here"
	oracle 0 60 120
	for seed in {0..59}; do
		score -q -c "$seed.json" "$seed.csv" >"$seed.got" || [ $? -eq 1 ]
		cmp "$seed.expected" "$seed.got"
		score -q -c "$seed.json" --long "$seed.csv" >"$seed.got" || [ $? -eq 1 ]
		cmp "$seed.long" "$seed.got"
	done
}
