#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# anonymise: structured identifiers in free text, by rules that are data.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

# one text under one entity (all of them without): prints what comes out, typed
redacted() { # TEXT [ENTITY]
	local entities=
	[ -z "${2:-}" ] || entities=", \"entities\": [\"$2\"]"
	printf '{"project":"t","columns":{"n":{"action":"keep"},"t":{"action":"redact"%s}}}' "$entities" >redact.json
	printf 'n,t\n1,"%s"\n' "$1" | anonymise --typed -p redact.json | sed -n '2s/^1,//p' | tr -d '"'
}

# lines "text|what comes out", with _ for the entity's placeholder; the first argument is the entity
check_lines() { # ENTITY
	local text expected label
	label="[${1^^}]"
	while IFS='|' read -r text expected; do
		assert_equal "$(redacted "$text" "$1")" "${expected//_/$label}"
	done
}

@test "anonymise text: National Insurance numbers go, with and without a suffix" {
	check_lines nino <<-'END'
		AA 12 34 56 B|_
		ab123456c and AB-12-34-56-D.|_ and _.
		mine is AB123456, I think|mine is _, I think
		mine is AB 12 34 56|mine is _
		TN 01 02 60 F|_
		NI number QQ 12 34 56 C|NI number _
		insurance no: 11 A 11111|insurance no: _
		on 12 10 2023 and AB1234567|on 12 10 2023 and AB1234567
	END
}

@test "anonymise text: web addresses go" {
	check_lines url <<-'END'
		see https://example.org/a?b=c#d.|see _.
		(http://example.org)|(_)
		WWW.EXAMPLE.CO.UK/x, and example.com|_, and _
		i.e. the end.Next and 3.5|i.e. the end.Next and 3.5
	END
}

@test "anonymise text: dates go in digits and in words, months and years stay" {
	check_lines date <<-'END'
		on 17/04/2024, 17.4.24 or 2024-04-17T10:00Z|on _, _ or _
		3rd of May 1984, 3 May and May 3rd, 2024|_, _ and _
		the 3rd of may and MAY 3, 2024|the _ and _
		between 3rd and 5th June|between _
		21 march 2024 and Sept. 4th|_ and _
		born 03 05 84, DOB: 030584|born _, DOB: _
		in May 2024, May 24 people, 5 may come|in May 2024, May 24 people, 5 may come
		2018/2019, 24/7, 10/10, 1.5, 10:30|2018/2019, 24/7, 10/10, 1.5, 10:30
		10.30 on ward 3, section 2, 3 march to it|10.30 on ward 3, section 2, 3 march to it
	END
}

@test "anonymise text: passport and driving licence numbers go" {
	check_lines passport <<-'END'
		AB1234567|_
		passport 123456789|passport _
		passport no. is 123 456 789|passport no. is _
		123456789|123456789
	END
	check_lines driving-licence <<-'END'
		MORGA657054SM9IJ|_
		MORGA 657054 SM9IJ|_
		licence number 12345678|licence number _
		12345678|12345678
		driving licence MORGA699054SM9IJ|driving licence _
	END
}

@test "anonymise text: professionals' registration numbers go, organisation codes stay" {
	check_lines social-work-england <<-'END'
		SW000123 and sw123|_ and _
		Social Work England number 12345|Social Work England number _
		SWE: SW12|SWE: _
		from SW19 to SW1A 1AA|from SW19 to SW1A 1AA
		Social Work England 2019 standards|Social Work England 2019 standards
	END
	check_lines nmc <<-'END'
		her PIN 12A3456E|her PIN _
		NMC 12 A 3456 E|NMC _
		12345678|12345678
	END
	check_lines gmc <<-'END'
		GMC 1234567 or GMC number: 7654321|GMC _ or GMC number: _
		1234567|1234567
	END
	check_lines hcpc <<-'END'
		OT12345 and hcpc reg PYL 1234|_ and hcpc reg _
		RX4 and A81001|RX4 and A81001
	END
	for text in "trust RX4, practice A81001, Y01234" "ward 12B, bay 3" "team 0RW"; do
		assert_equal "$(redacted "$text")" "$text"
	done
}

@test "anonymise text: vehicle marks go, older ones where a word says so" {
	check_lines vehicle <<-'END'
		AB51 ABC, bd62xyz and LN14-HGT|_, _ and _
		my car is A123 BCD|my car is _
		reg ABC 123D|reg _
		ward A123 BCD|ward A123 BCD
		number plate ABZ 1234|number plate _
		the car on a1 the other day|the car on a1 the other day
	END
}

@test "anonymise text: numbers to call for help stay, however they are written" {
	for text in "call 0300 123 3393" "Samaritans: 116 123, Shout: 85258" "0808 2000 247 or 0808-2000-247" \
		"+44 300 123 3393" "ring 111 or 101" "08008886678" "NHS 0300 123 3393"; do
		assert_equal "$(redacted "$text")" "$text"
	done
	assert_equal "$(redacted "0300 123 3394" phone)" "[PHONE]"
}

@test "anonymise text: postcodes of forces and overseas go too" {
	check_lines postcode <<-'END'
		BFPO 57 and GIR 0AA and STHL 1ZZ|_ and _ and _
		JE2 3AB, GY1 1AA, IM1 1AA|_, _, _
	END
}

@test "anonymise text: masks that are there already are left alone" {
	for text in "Dr [NAME] of [REDACTED] rang" "[PHONE] 2 weeks" "Dr XXXX and XXXXX" "Mrs PERSON came" \
		"call [PHONE] or *** today" "my nurse [NAME], [NHS-NUMBER] 123"; do
		assert_equal "$(redacted "$text")" "$text"
	done
	assert_equal "$(redacted "[NAME] on 0115 496 0123")" "[NAME] on [PHONE]"
}

@test "anonymise text: what was redacted once is not redacted again" {
	echo '{"project":"t","columns":{"n":{"action":"keep"},"t":{"action":"redact"}}}' >t.json
	{
		echo n,t
		printf '%s\n' '1,tel 0115 496 0123 4960123 4960124' '2,NHS 9434765919 943476591' '3,Mr A B and jo@example.org@x.org' \
			'4,"3 May, 4 May and 5 of them"' '5,AB123456 7700 900 123 AB51 ABC'
	} >t.csv
	for typed in "" --typed; do
		# shellcheck disable=SC2086
		anonymise $typed -p t.json t.csv >once.csv
		# shellcheck disable=SC2086
		anonymise $typed -p t.json once.csv | cmp - once.csv
	done
}

@test "anonymise text: a policy's own rules come on top" {
	mkdir policy
	cat >policy/rules.csv <<-'END'
		entity,digits,needs,group,check,pattern,comment
		=ref,,,,,RK[0-9],ours
		other,5,letter-digit,,,<<ref>>[0-9]{4}<<end>>,our numbers
	END
	echo '{"project":"t","redaction":{"rules":"rules.csv"},"columns":{"n":{"action":"keep"},"t":{"action":"redact"}}}' >policy/t.json
	printf 'n,t\n1,see RK12345 and NG3 6AA\n' >t.csv
	run anonymise --typed -p policy/t.json t.csv
	assert_success
	assert_line "1,see [OTHER] and [POSTCODE]"
}

@test "anonymise text: a rule with a mistake is exit 2 with its line" {
	echo '{"project":"t","redaction":{"rules":"rules.csv"},"columns":{"n":{"action":"keep"},"t":{"action":"redact"}}}' >t.json
	while IFS='|' read -r row words; do
		printf 'entity,digits,needs,group,check,pattern,comment\nother,1,,,,ab[0-9],good\n%s\n' "$row" >rules.csv
		run anonymise -p t.json --check-config
		assert_failure 2
		assert_output --partial "rules.csv:3: "
		assert_output --partial "$words"
	done <<-'END'
		hospital,,,,,x,|not an entity
		name,,,,,x,|not an entity
		other,many,,,,x,|digits
		other,,wings,,,x,|needs
		other,,at  url,,,x,|needs
		other,,,2,,(x),|1 groups
		other,,,-1,,x,|group
		other,,,,luhn,x,|check: known are nhs-number
		other,,,,,(x,|wrong near byte
		other,,,,,,|pattern
		other,,,,,<<nothing>>,|part
		=wide,,,,,x,|there already
		other,,,,,(*NO_JIT)x,|setting
	END
	printf 'entity,digits\n' >rules.csv
	run anonymise -p t.json --check-config
	assert_failure 2
	assert_output --partial "needs"
	rm rules.csv
	run anonymise -p t.json --check-config
	assert_failure 2
	assert_output --partial "rules.csv"
}

@test "anonymise text: hostile texts are searched in time that grows with their length" {
	echo '{"project":"t","columns":{"n":{"action":"keep"},"t":{"action":"redact"}}}' >t.json
	{
		printf 'n,t\n1,'
		yes '1' | head -c 2000000 | tr -d '\n'
		printf '\n2,'
		yes 'tel NHS passport AB12 3 May 1/2/24 SW' | head -c 2000000 | tr '\n' ' '
		printf '\n3,'
		yes '(0' | head -c 2000000 | tr -d '\n'
		printf '\n'
	} >t.csv
	run -0 timeout 120 bash -c 'anonymise -p t.json t.csv | wc -l'
	assert_output 4
}

@test "anonymise text: every row of the published vectors holds, or is an exception that says why" {
	need_data deidentify/presidio-uk/vectors.csv
	command -v python3 >/dev/null || skip "no python3 here"
	cat >exceptions.csv <<-'END'
		entity;text;reason
		UK_NINO;Here is my National Insurance Number YZ 61 48 68 B;their span takes the blank before the number (discrepancies.csv)
		UK_NINO;This isn't a valid national insurance number UV 98 76 54 B;behind its name a number goes even where its letters are never given
		UK_NINO;nino: nt 99 88 77 a;behind its name a number goes even where its letters are never given
		UK_VEHICLE_REGISTRATION;A123 BCD;an older form needs a word such as car beside it
		UK_VEHICLE_REGISTRATION;K1 ABC;an older form needs a word such as car beside it
		UK_VEHICLE_REGISTRATION;M456DEF;an older form needs a word such as car beside it
		UK_VEHICLE_REGISTRATION;ABC 123D;an older form needs a word such as car beside it
		UK_VEHICLE_REGISTRATION;ABC 1D;an older form needs a word such as car beside it
		UK_VEHICLE_REGISTRATION;DEF456G;an older form needs a word such as car beside it
		DATE_TIME;Today is May-2021;a month and a year are what a generalised date keeps
		DATE_TIME;Today is 5/2021;a month and a year are what a generalised date keeps
		DATE_TIME;Today is 05/2021;a month and a year are what a generalised date keeps
		DATE_TIME;Today is 05/21;two numbers: a score or a fraction as well (US-style)
		DATE_TIME;Today is 5/21;two numbers: a score or a fraction as well (US-style)
		DATE_TIME;Today is,5/21,and it's sunny;two numbers: a score or a fraction as well (US-style)
		DATE_TIME;Today is2024-06-05T09:15:30.500-07:00;a date that has run into the word before it is one still
		PHONE_NUMBER;My Israeli number is 09-7625400;a foreign number without a plus sign
		PHONE_NUMBER;My CN number is 13812345678;a foreign number without a plus sign
	END
	cat >vectors.py <<-'END'
		import csv, json, re, subprocess, sys
		kinds = {"UK_NHS": "nhs-number", "UK_POSTCODE": "postcode", "EMAIL_ADDRESS": "email", "PHONE_NUMBER": "phone",
		         "UK_NINO": "nino", "UK_PASSPORT": "passport", "UK_VEHICLE_REGISTRATION": "vehicle",
		         "UK_DRIVING_LICENCE": "driving-licence", "DATE_TIME": "date"}
		data = sys.argv[1]
		exceptions = {(r["entity"], r["text"]) for r in csv.DictReader(open("exceptions.csv"), delimiter=";", quoting=csv.QUOTE_NONE)}
		def run(entity, texts):
		    json.dump({"project": "t", "columns": {"n": {"action": "keep"}, "t": {"action": "redact", "entities": [entity]}}}, open("v.json", "w"))
		    with open("v.csv", "w", newline="") as f:
		        csv.writer(f).writerows([["n", "t"]] + [[i, t] for i, t in enumerate(texts)])
		    out = subprocess.run(["anonymise", "-p", "v.json", "v.csv"], capture_output=True, text=True, check=True)
		    return [r[1] for r in csv.reader(out.stdout.splitlines())][1:]
		rows = list(csv.DictReader(open(data + "/presidio-uk/vectors.csv", newline="")))
		met = set()
		for row in rows:
		    if row["entity"] not in kinds:
		        print("unknown entity", row["entity"])
		for kind, entity in kinds.items():
		    mine = [r for r in rows if r["entity"] == kind]
		    for r, got in zip(mine, run(entity, [r["text"] for r in mine])):
		        want, at = "", 0
		        for span in filter(None, r["expected_spans"].split(";")):
		            a, b = map(int, span.split("-"))
		            want, at = want + r["text"][at:a] + "[REDACTED]", b
		        # a line break within a field is a blank in the stream
		        holds = got == re.sub("\r\n?|\n", " ", want + r["text"][at:])
		        listed = (kind, r["text"]) in exceptions
		        met.add((kind, r["text"]))
		        if holds == listed:
		            print("an exception that holds:" if listed else "fails:", kind, r["text"], "->", got)
		for missing in exceptions - met:
		    print("an exception without its row:", missing)
		def each(name, entity, column, wanted):
		    table = list(csv.DictReader(open(data + name)))
		    for r, got in zip(table, run(entity, [r[column] for r in table])):
		        if (got.strip() == "[REDACTED]") != wanted(r):
		            print("fails:", name, r[column], "->", got)
		    return len(table)
		count = len(rows)
		count += each("/postcode/ideal_postcodes.csv", "postcode", "input", lambda r: r["valid"] != "false")
		count += each("/nhs-number/check_digit.csv", "nhs-number", "number", lambda r: r["valid_check_digit"] == "true")
		def digit(nine):
		    return (11 - sum(int(c) * (10 - i) for i, c in enumerate(nine)) % 11) % 11
		# the first number of each range that its check digit holds for, with the words that go before one
		ranges = list(csv.DictReader(open(data + "/nhs-number/ranges.csv")))
		numbers = []
		for r in ranges:
		    nine = next(n for n in range(int(r["start"][:9]), int(r["end"][:9])) if digit("%09d" % n) < 10)
		    numbers.append("%09d%d" % (nine, digit("%09d" % nine)))
		for n, got in zip(numbers, run("nhs-number", numbers)):
		    if got != "[REDACTED]":
		        print("fails: range of", n)
		# in each of the forms that are normalised a number is found behind its name
		forms = [r for r in csv.DictReader(open(data + "/nhs-number/standardise.csv"))]
		for r, got in zip(forms, run("nhs-number", ["NHS number " + r["input"] for r in forms])):
		    if r["normalised"] and got.split() != ["NHS", "number", "[REDACTED]"]:
		        print("fails: form", r["input"], "->", got)
		count += len(ranges) + len(forms)
		print("tried", count)
	END
	run python3 vectors.py "$SHARED_DATA/deidentify"
	assert_success
	assert_output --regexp '^tried [0-9]+$'
}
