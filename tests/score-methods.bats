#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# score: every method, and the columns, rejects and messages that go with it.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

setup_filter() {
	cat >all.json <<-'END'
		{ "name": "all", "version": "1", "source": "made for this test", "official": false,
		  "missing_codes": ["-9"], "dont_know_codes": ["dk"], "not_applicable_codes": ["na"],
		  "items": [
		    { "column": "a", "minimum": 0, "maximum": 4 },
		    { "column": "b", "minimum": 1, "maximum": 5, "reverse": true },
		    { "column": "c", "answers": { "never": 0, "now and then": 1, "always": 4 }, "when": { "for": ["x", "y"] } } ],
		  "scales": [
		    { "name": "sum", "method": "sum", "items": ["a", "b", "c"], "minimum_answered": 2, "prorate": true, "decimals": 1 },
		    { "name": "mean", "method": "mean", "items": ["a", "b"], "minimum_answered": 1 },
		    { "name": "weighted", "method": "weighted_mean", "items": ["a", "b"], "weights": { "a": 3, "b": 1 } },
		    { "name": "percent", "method": "percent", "items": ["a", "c"], "minimum_answered": "50%", "decimals": 0 },
		    { "name": "linear", "method": "linear", "items": ["a", "b"], "decimals": 1,
		      "bands": [ { "label": "low", "at_most": 50 }, { "label": "moderate", "above": 50, "below": 75 },
		                 { "label": "high", "at_least": 75 } ] },
		    { "name": "top", "method": "top_box", "items": ["a", "c"], "minimum_answered": 1, "base": "responded" },
		    { "name": "bottom", "method": "bottom_box", "items": ["a", "b"], "at_most": 2 },
		    { "name": "count", "method": "count", "items": ["a", "b", "c"], "minimum_answered": 1, "at_least": 2, "decimals": 0 },
		    { "name": "index", "method": "mean", "scales": ["percent", "linear"], "minimum_answered": 1, "decimals": 3 },
		    { "name": "t", "method": "mean", "items": ["a"], "standardise": { "to": "T", "mean": 2, "deviation": 0.8, "source": "none" } } ] }
	END
	cat >one.json <<-'END'
		{ "name": "one", "version": "1", "source": "made for this test", "official": false,
		  "items": [ { "column": "a", "minimum": 0, "maximum": 9 } ],
		  "scales": [ { "name": "s", "method": "sum", "items": ["a"], "decimals": 0,
		    "bands": [ { "label": "low", "below": 5 }, { "label": "high", "at_least": 5 } ] } ] }
	END
}

# one column of a file without quotes; - where it is empty
column() { # NAME FILE
	awk -F, -v name="$1" 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == name) at = i; next } { print $at == "" ? "-" : $at }' "$2"
}

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
		        # what it is surely among: everybody at the lowest, and at the highest
		        ends = [self.score({p.name: (p.low, p.high)[high] for p in self.parts})[0] for high in (0, 1)]
		        self.low, self.high = min(ends), max(ends)
		        if r.chance(50):
		            edges = {self.low + (self.high - self.low) * F(1 + r.below(7), 8) for _ in range(1 + r.below(3))}
		            edges = sorted(e for e in {F(int(e * 4), 4) for e in edges} if self.low < e < self.high)
		            below = None
		            for edge in edges + [None]:
		                band = {"label": "band %d of %s" % (len(self.bands), "x" * r.one(1, 5, 30))}
		                if below: band[{"at_most": "above", "below": "at_least"}[below[0]]] = plain(below[1])
		                if edge is not None:
		                    below = (r.one("at_most", "below"), edge)
		                    band[below[0]] = plain(edge)
		                self.bands.append((band["label"], below if edge is not None else None))
		                json_.setdefault("bands", []).append(band)

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

@test "score: each method by its own column" {
	cat >in.csv <<-'END'
		id,for,a,b,c
		1,x,3,2,always
		2,x,4,5,never
		3,z,2,3,
		4,y,1,-9,dk
		5,y,,1,now and then
		6,z,na,dk,always
		7,x,-9,-9,
	END
	score -c all.json in.csv >out.csv
	run head -n 1 out.csv
	assert_output "id,for,a,b,c,sum,sum_answered,mean,mean_answered,weighted,weighted_answered,percent,percent_answered,linear,linear_band,linear_answered,top,top_answered,bottom,bottom_answered,count,count_answered,index,index_answered,t,t_answered"
	run column sum out.csv
	assert_output $'11.0\n5.0\n7.5\n-\n9.0\n-\n-'
	run column mean out.csv
	assert_output $'3.50\n2.50\n2.50\n1.00\n5.00\n-\n-'
	run column weighted out.csv
	assert_output $'3.25\n3.25\n2.25\n-\n-\n-\n-'
	run column percent out.csv
	assert_output $'88\n50\n50\n25\n25\n-\n-'
	run column linear out.csv
	assert_output $'75.0\n50.0\n50.0\n-\n-\n-\n-'
	run column linear_band out.csv
	assert_output $'high\nlow\nlow\n-\n-\n-\n-'
	run column top out.csv
	assert_output $'50.00\n50.00\n0.00\n0.00\n0.00\n-\n-'
	run column bottom out.csv
	assert_output $'0.00\n50.00\n50.00\n-\n-\n-\n-'
	run column count out.csv
	assert_output $'3\n1\n2\n0\n1\n-\n-'
	run column index out.csv
	assert_output $'81.250\n50.000\n50.000\n25.000\n25.000\n-\n-'
	run column t out.csv
	assert_output $'62.50\n75.00\n50.00\n37.50\n-\n-\n-'
	run column top_answered out.csv
	assert_output $'2\n2\n1\n1\n1\n0\n0'
	# the same, one line for each
	score -c all.json --long in.csv >long.csv
	[ "$(wc -l <long.csv)" -eq 71 ]
	run sed -n '1p;5,7p' long.csv
	assert_output "$(cat <<-'END'
		id,for,a,b,c,scale,value,band,answered
		1,x,3,2,always,percent,88,,2
		1,x,3,2,always,linear,75.0,high,2
		1,x,3,2,always,top,50.00,,2
	END
	)"
}

@test "score: a band goes by the exact score, not by what is written" {
	cat >exact.json <<-'END'
		{ "name": "exact", "version": "1", "source": "made for this test", "official": false,
		  "items": [ { "column": "a", "minimum": 0, "maximum": 100 } ],
		  "scales": [ { "name": "s", "method": "mean", "items": ["a"], "decimals": 1,
		    "bands": [ { "label": "moderate", "below": 75 }, { "label": "high", "at_least": 75 } ] } ] }
	END
	printf 'a\n74.9999999\n75\n75.0000001\n' >in.csv
	run score -c exact.json in.csv
	assert_success
	assert_output "$(printf 'a,s,s_band,s_answered\n74.9999999,75.0,moderate,1\n75,75.0,high,1\n75.0000001,75.0,high,1')"
}

@test "score: bands, --long and --prefix name their columns, and --no-header none" {
	printf 'a\n4\n5\n' >in.csv
	run score -c one.json --prefix r1_ in.csv
	assert_output $'a,r1_s,r1_s_band,r1_s_answered\n4,4,low,1\n5,5,high,1'
	run score -c one.json --prefix r1_ --long in.csv
	assert_output $'a,r1_scale,r1_value,r1_band,r1_answered\n4,s,4,low,1\n5,s,5,high,1'
	echo a >head.csv
	printf '4\n' >part.csv
	run score -c one.json --long --header head.csv --no-header part.csv
	assert_output '4,s,4,low,1'
	printf 'a,band\n4,x\n' >in.csv
	run --separate-stderr score -c one.json --long in.csv
	assert_failure 2
	assert_output ""
	[[ $stderr == *"--prefix"* ]]
}

@test "score: the run record counts each outcome of each scale" {
	printf 'id,for,a,b,c\n1,x,3,2,always\n2,x,-9,,\n3,z,9,1,\n4,z,na,na,\n5,x,1,1,dk\n' >in.csv
	run --separate-stderr score -v -c all.json --run-record record.json in.csv
	assert_failure 1
	[[ $stderr == *"mean: 2 scored, 1 with too few answers, 1 not applicable, 1 with refused answers"* ]]
	[[ $stderr == *"count: 2 scored, 1 with too few answers, 1 not applicable, 1 with refused answers"* ]]
	run cat record.json
	for part in '"mean: scored": 2' '"mean: too few answers": 1' '"mean: not applicable": 1' \
		'"mean: answers refused": 1' '"mean: too long for exact arithmetic": 0' \
		'"index: not applicable": 1' '"index: answers refused": 1' '"index: scored": 2' \
		'"in": 5' '"used": 5' '"rejected": 0' '"answers refused": 1' '"records with refused answers": 1'; do
		assert_output --partial "$part"
	done
}

@test "score: a number that is none of the answers, and a code that is worth another, are refused" {
	cat >coded.json <<-'END'
		{ "name": "coded", "version": "1", "source": "made for this test", "official": false,
		  "items": [ { "column": "q", "answers": { "1": 10, "2": 5, "3": 0 }, "dont_know_codes": ["4"] },
		             { "column": "r", "allowed": [0, 1, 5] } ],
		  "scales": [ { "name": "s", "method": "mean", "items": ["q", "r"], "minimum_answered": 1 } ] }
	END
	printf 'q,r\n1,5\n2,\n4,1\n5,0\n10,1\n3,2\n3,6\n' >in.csv
	run --separate-stderr score -c coded.json in.csv
	assert_failure 1
	assert_output $'q,r,s,s_answered\n1,5,7.50,2\n2,,5.00,1\n4,1,1.00,1\n5,0,,1\n10,1,,1\n3,2,,1\n3,6,,1'
	[[ $stderr == *"in.csv:5:1: record 4: the answer to 'q' is a number that is none of its answers"* ]]
	[[ $stderr == *"in.csv:7:3: record 6: the answer to 'r' is a number that is none of its answers"* ]]
	[[ $stderr == *"in.csv:8:3: record 7: the answer to 'r' lies outside 0 to 5"* ]]
}

@test "score: scores with too many digits are empty, counted and said, and exit 1" {
	cat >long.json <<-'END'
		{ "name": "long", "version": "1", "source": "made for this test", "official": false,
		  "items": [ { "column": "x", "minimum": 0, "maximum": 1000000000 }, { "column": "y", "minimum": 0, "maximum": 1 } ],
		  "scales": [ { "name": "s", "method": "sum", "items": ["x", "y"], "weights": { "x": 1000000, "y": 0.000000001 } } ] }
	END
	printf 'x,y\n1000000000,0.000000000000001\n1,1\n' >in.csv
	run --separate-stderr score -c long.json in.csv
	assert_failure 1
	assert_output $'x,y,s,s_answered\n1000000000,0.000000000000001,,2\n1,1,1000000.00,2'
	[[ $stderr == *"s: 1 scores have too many digits"* ]]
}

@test "rejects: records with refused answers go there as they are, and not on" {
	printf 'id,a\r\n1,"4"\r\n2,"x, ""y""\r\nz"\r\n3,10\r\n4,\r\n' >in.csv
	run --separate-stderr score -c one.json --rejects bad.csv --run-record record.json in.csv
	assert_failure 1
	assert_output $'id,a,s,s_band,s_answered\n1,"4",4,low,1\n4,,,,0'
	printf 'id,a\n2,"x, ""y""\r\nz"\r\n3,10\r\n' >expected
	cmp <(tail -n +2 bad.csv) <(tail -n +2 expected)
	[ "$(stat -c %a bad.csv)" = 600 ]
	[[ $stderr == *"the records are in the rejects"* ]]
	run cat record.json
	assert_output --partial '"rejected": 2'
	assert_output --partial '"used": 2'
	assert_output --partial '"s: scored": 1'
	assert_output --partial '"s: answers refused": 0'
}

@test "rejects: with --long and -o; without any the file is a header" {
	printf 'a\n1\n2\n' >in.csv
	score -c one.json --rejects bad.csv --long -o out.csv in.csv
	run cat bad.csv
	assert_output a
	printf 'a\n1\nx\n' >in.csv
	run score -q -c one.json --rejects bad.csv --long -o out.csv in.csv
	assert_failure 1
	run cat bad.csv
	assert_output $'a\nx'
	run cat out.csv
	assert_output $'a,scale,value,band,answered\n1,s,1,low,1'
}

@test "rejects: neither the input, the output, the instrument nor a way to them is written over" {
	printf 'a\n1\nx\n' >in.csv
	ln -s in.csv link.csv
	ln one.json hard.json
	cp in.csv in.before
	cp one.json one.before
	for path in in.csv ./in.csv link.csv one.json hard.json; do
		run --separate-stderr score -c one.json --rejects "$path" in.csv
		assert_failure 2
		assert_output ""
	done
	run score -c one.json --rejects out.csv -o out.csv in.csv
	assert_failure 2
	run score -c one.json --rejects - in.csv
	assert_failure 2
	cmp in.csv in.before
	cmp one.json one.before
	[ ! -e out.csv ]
}

@test "rejects: what goes wrong leaves the old rejects in place" {
	echo old >bad.csv
	printf 'a\nx\n"2\n' >in.csv
	run score -c one.json --rejects bad.csv in.csv
	assert_failure 2
	run cat bad.csv
	assert_output old
	printf 'b\nx\n' >in.csv
	run score -c one.json --rejects bad.csv in.csv
	assert_failure 2
	run cat bad.csv
	assert_output old
	[ -e /dev/full ] || skip "no /dev/full here"
	{ echo a; yes 99 | head -n 100000; } >in.csv
	run bash -c 'score -q -c one.json --rejects /dev/full in.csv >out.csv'
	assert_failure 2
	run bash -c '{ echo a; yes 1 | head -n 100000; } | score -q -c one.json --rejects bad.csv >/dev/full'
	assert_failure 2
	run cat bad.csv
	assert_output old
}

# An instrument whose one scale is given is refused: at this pointer, for this reason.
@test "score: what is wrong in a scale is said by its pointer" {
	local count=0 pointer reason scale
	while IFS='|' read -r pointer reason scale; do
		cat >bad.json <<-END
			{ "name": "bad", "version": "1", "source": "made for this test", "official": false,
			  "items": [ { "column": "first", "minimum": 1, "maximum": 5 }, { "column": "second", "minimum": -2, "maximum": 0 } ],
			  "scales": [ { "name": "one", "method": "mean", "items": ["first"] }, { $scale } ] }
		END
		run score -c bad.json --check-config
		assert_failure 2
		assert_output --partial "bad.json: at /scales/1$pointer: "
		assert_output --partial "$reason"
		[ "${#lines[@]}" -eq 1 ]
		count=$((count + 1))
	done <<-'END'
		/name|is missing|"method": "sum", "items": ["first"]
		/name|is empty|"name": "", "method": "sum", "items": ["first"]
		|would write a column twice|"name": "one_band", "method": "sum", "items": ["first"]
		/method|is missing: give sum, mean|"name": "s", "items": ["first"]
		/method|did you mean 'mean'|"name": "s", "method": "median", "items": ["first"]
		/method|known are sum, mean|"name": "s", "method": "principal_component", "items": ["first"]
		/items|must be a list|"name": "s", "method": "sum"
		/items|must be a list|"name": "s", "method": "sum", "items": "first"
		/items|must be a list|"name": "s", "method": "sum", "items": []
		/items/0|did you mean 'first'|"name": "s", "method": "sum", "items": ["frist"]
		/items/1|names 'first' a second time|"name": "s", "method": "sum", "items": ["first", "first"]
		/scales/0|no scale that stands before|"name": "s", "method": "sum", "scales": ["s"]
		/scales/0|did you mean 'one'|"name": "s", "method": "sum", "scales": ["oen"]
		/scales|cannot stand beside items|"name": "s", "method": "sum", "scales": ["one"], "items": ["first"]
		/scales|cannot be linear|"name": "s", "method": "linear", "scales": ["one"]
		/scales|cannot be percent|"name": "s", "method": "percent", "scales": ["one"]
		/weights|is missing|"name": "s", "method": "weighted_mean", "items": ["first"]
		/weights|use weighted_mean|"name": "s", "method": "mean", "items": ["first"], "weights": { "first": 2 }
		/weights|not for counts|"name": "s", "method": "count", "at_least": 1, "items": ["first"], "weights": { "first": 2 }
		/weights|name every part|"name": "s", "method": "sum", "items": ["first", "second"], "weights": { "first": 2 }
		/weights/second|not in the scale|"name": "s", "method": "sum", "items": ["first"], "weights": { "second": 2 }
		/weights/first|is 0|"name": "s", "method": "sum", "items": ["first"], "weights": { "first": 0 }
		/weights/first|only a sum|"name": "s", "method": "weighted_mean", "items": ["first"], "weights": { "first": -1 }
		/weights/first|a number|"name": "s", "method": "sum", "items": ["first"], "weights": { "first": "2" }
		|cannot be prorated|"name": "s", "method": "sum", "prorate": true, "items": ["first"], "weights": { "first": -2 }
		/prorate|is for sums|"name": "s", "method": "mean", "prorate": true, "items": ["first"]
		|percent of the maximum|"name": "s", "method": "percent", "items": ["second"]
		/minimum_answered|the least is 1|"name": "s", "method": "sum", "items": ["first"], "minimum_answered": 0
		/minimum_answered|the most is 1|"name": "s", "method": "sum", "items": ["first"], "minimum_answered": 2
		/minimum_answered|60%|"name": "s", "method": "sum", "items": ["first"], "minimum_answered": "1"
		/minimum_answered|1% to 100%|"name": "s", "method": "sum", "items": ["first"], "minimum_answered": "101%"
		/minimum_answered|1% to 100%|"name": "s", "method": "sum", "items": ["first"], "minimum_answered": "0%"
		/minimum_answered|1% to 100%|"name": "s", "method": "sum", "items": ["first"], "minimum_answered": "33.3%"
		/decimals|the most is 6|"name": "s", "method": "sum", "items": ["first"], "decimals": 7
		/decimals|whole number|"name": "s", "method": "sum", "items": ["first"], "decimals": 1.5
		/at_least|is for top_box and count|"name": "s", "method": "sum", "items": ["first"], "at_least": 1
		/at_least|is for top_box and count|"name": "s", "method": "bottom_box", "items": ["first"], "at_least": 1
		/at_most|is for bottom_box and count|"name": "s", "method": "top_box", "items": ["first"], "at_most": 1
		/at_most|is under at_least|"name": "s", "method": "count", "items": ["first"], "at_least": 3, "at_most": 2
		|which answers count|"name": "s", "method": "count", "items": ["first"]
		|is a box of scales|"name": "s", "method": "top_box", "scales": ["one"]
		|counts what 'second' can never be|"name": "s", "method": "top_box", "items": ["first", "second"], "at_least": 4
		|counts what 'first' can never be|"name": "s", "method": "count", "items": ["first"], "at_most": 0.5
		|counts what 'one' can never be|"name": "s", "method": "count", "scales": ["one"], "at_least": 5.1
		/base|is for top_box and bottom_box|"name": "s", "method": "mean", "items": ["first"], "base": "responded"
		/base|answered|"name": "s", "method": "top_box", "items": ["first"], "base": "all"
		/bands|list|"name": "s", "method": "sum", "items": ["first"], "bands": {}
		/bands/0/belov|did you mean 'below'|"name": "s", "method": "sum", "items": ["first"], "bands": [{ "label": "x", "belov": 3 }]
		/bands/1|leaves a gap|"name": "s", "method": "sum", "items": ["first"], "bands": [{ "label": "x", "at_most": 3 }, { "label": "y", "at_least": 4 }]
		/bands/1|3 is in both|"name": "s", "method": "sum", "items": ["first"], "bands": [{ "label": "x", "at_most": 3 }, { "label": "y", "at_least": 3 }]
		/bands|goes up to 5.00|"name": "s", "method": "sum", "items": ["first"], "bands": [{ "label": "x", "at_most": 4 }]
		/bands|goes down to 1.00|"name": "s", "method": "sum", "items": ["first"], "bands": [{ "label": "x", "at_least": 2 }]
		/standardise/to|is missing|"name": "s", "method": "sum", "items": ["first"], "standardise": { "mean": 1, "deviation": 1, "source": "x" }
		/standardise/to|z|"name": "s", "method": "sum", "items": ["first"], "standardise": { "to": "IQ", "mean": 1, "deviation": 1, "source": "x" }
		/standardise/mean|is missing|"name": "s", "method": "sum", "items": ["first"], "standardise": { "to": "T", "deviation": 1, "source": "x" }
		/standardise/deviation|above 0|"name": "s", "method": "sum", "items": ["first"], "standardise": { "to": "T", "mean": 1, "deviation": 0, "source": "x" }
		/standardise/source|missing|"name": "s", "method": "sum", "items": ["first"], "standardise": { "to": "T", "mean": 1, "deviation": 1 }
		/standardise/sd|unknown key|"name": "s", "method": "sum", "items": ["first"], "standardise": { "to": "T", "mean": 1, "sd": 1, "source": "x" }
		/polarity|higher|"name": "s", "method": "sum", "items": ["first"], "polarity": "up"
		/reliability|0 to 1|"name": "s", "method": "sum", "items": ["first"], "reliability": 1.2
		/minimum_aswered|did you mean 'minimum_answered'|"name": "s", "method": "sum", "items": ["first"], "minimum_aswered": 1
	END
	[ "$count" -ge 58 ]
}

@test "score: what is wrong at the top of an instrument is said by its pointer" {
	local pointer reason text
	while IFS='|' read -r pointer reason text; do
		echo "{ $text }" >bad.json
		run score -c bad.json --check-config
		assert_failure 2
		assert_output --partial "bad.json: at $pointer: "
		assert_output --partial "$reason"
	done <<-'END'
		/name|is missing|"version": "1", "source": "x", "official": false, "items": [], "scales": []
		/name|is empty|"name": "", "version": "1", "source": "x", "official": false, "items": [], "scales": []
		/version|is missing|"name": "x", "source": "x", "official": false, "items": [], "scales": []
		/version|is empty|"name": "x", "version": "", "source": "x", "official": false, "items": [], "scales": []
		/source|is missing|"name": "x", "version": "1", "official": false, "items": [], "scales": []
		/source|is empty|"name": "x", "version": "1", "source": "", "official": false, "items": [], "scales": []
		/official|official text|"name": "x", "version": "1", "source": "x", "items": [], "scales": []
		/official|true or false|"name": "x", "version": "1", "source": "x", "official": "no", "items": [], "scales": []
		/items|a list of items|"name": "x", "version": "1", "source": "x", "official": false, "items": [], "scales": []
		/itms|did you mean 'items'|"name": "x", "version": "1", "source": "x", "official": false, "itms": [], "scales": []
		/missing_codes|a list of texts|"name": "x", "version": "1", "source": "x", "official": false, "missing_codes": "-9", "items": [], "scales": []
		/dont_know_codes/0|is a code already|"name": "x", "version": "1", "source": "x", "official": false, "missing_codes": ["-9"], "dont_know_codes": ["-9"], "items": [], "scales": []
		/items/1|the second item called 'a'|"name": "x", "version": "1", "source": "x", "official": false, "items": [{ "column": "a", "minimum": 0, "maximum": 1 }, { "column": "b", "name": "a", "minimum": 0, "maximum": 1 }], "scales": []
		/scales|a list of scales|"name": "x", "version": "1", "source": "x", "official": false, "items": [{ "column": "a", "minimum": 0, "maximum": 1 }], "scales": []
	END
}

@test "methods: items share a set of answers by its name" {
	cat >sets.json <<-'END'
		{ "name": "t", "version": "1", "source": "made for this test", "official": false,
		  "answer_sets": { "agreement": { "Agree": 3, "Neither": 2, "Disagree": 1 } },
		  "items": [ { "column": "a", "answers": "agreement" },
		    { "column": "b", "answers": "agreement", "reverse": true },
		    { "column": "c", "answers": { "Agree": 10, "Disagree": 0 } } ],
		  "scales": [ { "name": "s", "method": "sum", "items": ["a", "b", "c"], "decimals": 0 } ] }
	END
	printf 'a,b,c\nAgree,Disagree,Agree\n2,Neither,0\nDisagree,Agree,Disagree\n' >in.csv
	run --separate-stderr score -c sets.json in.csv
	assert_success
	assert_output "$(printf 'a,b,c,s,s_answered\nAgree,Disagree,Agree,16,3\n2,Neither,0,4,3\nDisagree,Agree,Disagree,2,3')"
}

@test "methods: a set of answers that is not there, not used or none is said by its pointer" {
	local head='{ "name": "t", "version": "1", "source": "s", "official": false, "answer_sets":'
	local tail='"scales": [ { "name": "s", "method": "sum", "items": ["a"] } ] }'
	local sets items message
	while IFS='@' read -r sets items message; do
		printf '%s %s, "items": [ { "column": "a", %s } ], %s\n' "$head" "$sets" "$items" "$tail" >bad.json
		run score -c bad.json --check-config
		assert_failure 2
		assert_output --partial "$message"
	done <<-'END'
		{ "yes": { "y": 1, "n": 0 } }@"answers": "yess"@/items/0/answers: names 'yess', which is none of the answer_sets; did you mean 'yes'?
		{ "yes": { "y": 1, "n": 0 } }@"minimum": 0, "maximum": 1@/answer_sets/yes: is a set of answers that no item names
		{ "yes": 1 }@"answers": "yes"@/answer_sets/yes: must be an object
		[]@"minimum": 0, "maximum": 1@/answer_sets: must be an object
		{ "yes": { "y": 1, "n": 0 } }@"answers": 3@/items/0/answers: must be an object, {"text": number}, or the name of one of the answer_sets
		{ "yes": { "y": 1 } }@"answers": "yes"@has to have two different answers
	END
}
