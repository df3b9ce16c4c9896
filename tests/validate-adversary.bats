#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# validate against ill will and bad luck: files that do not fit together, names that are no
# text, outputs that would destroy what is read, and the sums that have to come out.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

setup_filter() {
	cat >two.json <<-'END'
		{ "fieldsMatch": ["equal"],
		  "fields": [ { "name": "id", "type": "integer" }, { "name": "name" } ] }
	END
}

@test "rejects: two records of two files do not become one" {
	printf 'id,name\nx,a' >a.csv
	printf 'id,name\ny,b' >b.csv
	run -1 validate -s two.json --rejects bad.csv -q a.csv b.csv
	run cat bad.csv
	assert_output $'id,name\nx,a\ny,b'
	# the line's end is that of the header
	printf 'id,name\r\nx,a' >a.csv
	printf 'id,name\r\n\r\ny,b\r\n' >b.csv
	run -1 validate -s two.json --rejects bad.csv -q a.csv b.csv
	printf 'id,name\r\nx,a\r\n\r\ny,b\r\n' | cmp - bad.csv
	printf '\xFF\xFEi\0d\0,\0n\0a\0m\0e\0\n\0x\0,\0a\0' >a.csv
	run -1 validate -s two.json --rejects bad.csv -q a.csv a.csv
	printf '\xFF\xFEi\0d\0,\0n\0a\0m\0e\0\n\0x\0,\0a\0\n\0x\0,\0a\0' | cmp - bad.csv
	# half a character at the end is made whole, or no record behind it could be read
	printf '\xFF\xFEi\0d\0,\0n\0a\0m\0e\0\n\0x\0,\0a\0b' >b.csv
	run -1 validate -s two.json --rejects bad.csv -q b.csv b.csv
	printf '\xFF\xFEi\0d\0,\0n\0a\0m\0e\0\n\0x\0,\0a\0b\0\n\0x\0,\0a\0b' | cmp - bad.csv
}

@test "rejects: of files that are written in other ways there is no one file, from a pipe neither" {
	local words="its header line differs from that of the first file, or is written in another way"
	printf 'id,name\nx,a\n' >a.csv
	printf 'name,id\na,x\n' >swapped.csv
	printf 'id,name\rx,a\r' >carriage.csv
	: >empty.csv
	printf '\xFF\xFEi\0d\0,\0n\0a\0m\0e\0\n\0x\0,\0a\0' >wide.csv
	run -2 --separate-stderr validate -s two.json --rejects bad.csv a.csv carriage.csv
	[[ $stderr == *"carriage.csv:1: $words"* ]]
	run -2 --separate-stderr validate -s two.json --rejects bad.csv carriage.csv a.csv
	[[ $stderr == *"a.csv:1: $words"* ]]
	run -2 --separate-stderr validate -s two.json --rejects bad.csv empty.csv a.csv swapped.csv
	[[ $stderr == *"swapped.csv:1: $words"* ]]
	run -2 --separate-stderr validate -s two.json --rejects bad.csv a.csv - < <(cat wide.csv)
	[[ $stderr == *"-:1: $words"* ]]
	assert [ ! -e bad.csv ]
	# without rejects they come together
	run -1 validate -s two.json -q empty.csv a.csv swapped.csv carriage.csv wide.csv
	assert_output --partial "4 records, 0 good, 4 rejected"
}

@test "blank lines: by the million at the end they are left out, whatever they hold" {
	{
		printf 'id,name\n1,a\n'
		yes , | head -n 1100000
		yes '' | head -n 10
		printf ','
	} >in.csv
	run -0 --separate-stderr validate -s two.json --rejects bad.csv in.csv
	assert_output $'id,name\n1,a'
	[[ $stderr == *"in.csv:3:1: warning W106: "*": 1100011 times"* ]]
	run cat bad.csv
	assert_output "id,name"
}

@test "blank lines: before a record each is rejected as it stands" {
	printf 'id,name\r\n1,a\r\n,\r\n,\n\r\n\n\n2,b\r\n,\n' >in.csv
	run -1 --separate-stderr validate -s two.json --rejects bad.csv --report found.csv --format csv \
		--run-record run.json in.csv
	assert_output $'id,name\n1,a\n2,b'
	printf 'id,name\r\n,\r\n,\n\r\n\n\n' | cmp - bad.csv
	run grep -c '^E109,in.csv,[3-7],1,[2-6],' found.csv
	assert_output 5
	run grep -A 5 '"counts"' run.json
	assert_output --partial '"in": 7'
	assert_output --partial '"rejected": 5'
	# in other encodings and with other delimiters too
	iconv -f UTF-8 -t UTF-16LE <<<$'id;name\n1;a\n;\n\n2;b' >wide.csv
	run -1 validate -s two.json --rejects bad.csv --encoding utf-16le --delimiter semicolon wide.csv
	iconv -f UTF-8 -t UTF-16LE <<<$'id;name\n;\n' | cmp - bad.csv
	# lines that differ all the time are told when there are too many to hold
	{
		printf 'id,name\n'
		for ((i = 0; i < 1000; i++)); do printf ',\n\n'; done
		printf '1,a\n'
	} >in.csv
	run -1 validate -s two.json --rejects bad.csv -q in.csv
	assert_output --partial "2001 records, 1 good, 2000 rejected; 2000 errors"
	sed '$d' in.csv | cmp - bad.csv
}

@test "outputs: none takes the place of the schema, of a list, or of another output" {
	printf 'id,name\n1,a\nx,b\n' >in.csv
	printf '{"fields":[{"name":"id","mhsw":{"codeList":{"file":"codes.csv","column":"id"}}},{"name":"name"}]}' >list.json
	printf 'id\n1\n' >codes.csv
	ln -s list.json link.json
	for option in --rejects --report -o; do
		for file in list.json link.json codes.csv; do
			run -2 --separate-stderr validate -s list.json "$option" "$file" in.csv
			assert_equal "$stderr" "validate: $file: is the configuration, which would be lost; name another file"
		done
	done
	run -2 validate -s list.json --run-record codes.csv in.csv
	assert_output "validate: codes.csv: is the configuration, which would be lost; name another file"
	assert_equal "$(wc -c <list.json) $(cat codes.csv)" "97 id"$'\n'1
	for option in --rejects --report; do
		run -2 --separate-stderr validate -s list.json "$option" out --run-record ./out in.csv
		assert_equal "$stderr" "validate: ./out: is written twice; give each output its own file"
		assert [ ! -e out ]
	done
}

@test "a file without a header: none of its values is taken for a name that was meant" {
	printf '{"fields":[{"name":"surname"},{"name":"id"}]}' >person.json
	printf 'Durham,1\nYork,2\n' >in.csv
	run -2 --separate-stderr validate -s person.json in.csv
	assert_equal "$stderr" "validate: in.csv:1: no column 'surname', which the schema has as field 1; the file has 2 columns, the schema 2 fields"
	printf 'surnam,id\nYork,2\n' >in.csv
	run -2 --separate-stderr validate -s person.json in.csv
	[[ $stderr == *"did you mean 'surnam'?" ]]
}

@test "canonical form: other columns behind the fields are in their place" {
	printf '{"fieldsMatch":["subset"],"fields":[{"name":"id"}]}' >some.json
	printf 'id,note\n1,"a,b"\n' >in.csv
	run -0 --separate-stderr validate -s some.json --fail-on warning in.csv
	assert_equal "$output" "$(cat in.csv)"
	assert_equal "$stderr" ""
	printf 'note,id\n,1\n' >in.csv
	run -1 --separate-stderr validate -s some.json --fail-on warning in.csv
	[[ $stderr == *"W113"* ]]
}

@test "a run record: takes the place of no file that is read, also where nothing is read yet" {
	printf 'id,name\n1,a\n' >in.csv
	cp in.csv copy.csv
	cp two.json kept.json
	ln -s in.csv link.csv
	local words="which would be lost; name another file"
	run -2 validate -s missing.json --run-record in.csv in.csv
	assert_output "validate: in.csv: is the input, $words"
	run -2 validate -s two.json --run-record link.csv missing.csv in.csv
	assert_output "validate: link.csv: is the input, $words"
	run -2 validate --header in.csv --run-record in.csv copy.csv
	assert_output "validate: in.csv: is the input, $words"
	echo garbage >>two.json
	run -2 validate -s two.json --run-record ./two.json in.csv
	assert_output "validate: ./two.json: is what --schema names, $words"
	run -2 validate -s kept.json --max-errors 0 --reference a=copy.csv --run-record copy.csv in.csv
	assert_output "validate: copy.csv: is what --reference names, $words"
	cmp in.csv copy.csv
	[ "$(tail -n 1 two.json)" = garbage ]
	# one of an earlier run is replaced
	validate -s kept.json --run-record run.json in.csv
	validate -s kept.json --run-record run.json in.csv
	grep -q '"status": 0' run.json
}

@test "names of files: no terminal obeys them, and what is made of them is UTF-8" {
	local one=$'k\e[31m.csv' other=$'\xFF.csv'
	printf '{"primaryKey":"id","fields":[{"name":"id"},{"name":"na\\u001b[31mme","type":"integer"}]}' >escape.json
	printf 'id,"na\e[31mme"\n1,a\n' >"$one"
	cp "$one" "$other"
	run -1 --separate-stderr validate -s escape.json "$one" "$other"
	[[ $stderr != *$'\e'* ]]
	[[ $stderr == *"first at k?[31m.csv:2"* ]]
	for format in csv json jsonl; do
		run -1 validate -s escape.json --format "$format" --report found "$one" "$other"
		iconv -f UTF-8 -t UTF-8 found >/dev/null
		if [ "$format" != csv ]; then
			run ! grep $'\e' found
		fi
	done
	printf '{"fields":[{"name":"o"},{"name":"p"}],"mhsw":{"submissions":{"organisation":"o","period":"p"}}}' >list.json
	printf 'o,p\na,b\n' >"$other"
	cp "$other" "$one"
	run -0 --separate-stderr validate -s list.json --submissions list.csv "$other" "$one"
	iconv -f UTF-8 -t UTF-8 list.csv >/dev/null
	run -2 validate --source-column f "$one" "$other"
	assert_output --partial "this name is not UTF-8, as the column of --source-column has to be; rename the file"
	for name in $'a\nb' $'a\rb' $'\xFF'; do
		run -2 validate --source-column "$name" "$one"
		assert_output "validate: --source-column takes a name of UTF-8, on one line"
	done
}

@test "many kinds of findings: the first of each are shown" {
	many_rules() { # COUNT
		local -a rules
		mapfile -t rules < <(for ((i = 0; i < $1; i++)); do
			printf '{"id":"r%03d","message":"m","then":{"field":"a","op":"eq","value":"x"}}\n' "$i"
		done)
		printf '{"fields":[{"name":"a"},{"name":"b"}],"mhsw":{"rules":['
		(IFS=, && printf '%s]}}\n' "${rules[*]}")
	}
	many_rules 500 >many.json
	many_rules 4 >four.json
	{
		echo a,b
		for ((i = 0; i < 300; i++)); do echo y,; done
	} >in.csv
	# of 500 kinds one each, though a hundred of each came
	run -1 validate -s many.json in.csv
	assert_equal "$(grep -c '^in.csv:2:' <<<"$output")" 500
	assert_equal "$(grep -c '^  and 299 more of this kind$' <<<"$output")" 500
	# eight of four kinds: the first two of each
	run -1 validate -s four.json --max-errors 8 in.csv
	assert_equal "$(grep -c '^in.csv:2:' <<<"$output") $(grep -c '^in.csv:3:' <<<"$output") $(grep -c '^in.csv:' <<<"$output")" "4 4 9"
}

@test "a record without any value is a blank line, however it says so" {
	printf '{"fieldsMatch":["partial"],"missingValues":["","n/a"],"fields":[{"name":"a"},{"name":"b"}]}' >some.json
	printf 'a,b\n"",""\nn/a,\n1,n/a\n' >in.csv
	run -1 --separate-stderr validate -s some.json --rejects bad.csv in.csv
	assert_output $'a,b\n1,'
	[[ $stderr == "in.csv:2:1: error E109: the line is blank (record 1)"* ]]
	printf 'a,b\n"",""\nn/a,\n' | cmp - bad.csv
	# the other column is empty in the output
	printf 'a\n""\n1\n' >in.csv
	run -1 validate -s some.json -q in.csv
	assert_line "in.csv:2:1: error E109: the line is blank (record 1)"
	assert_line "1,"
	# a column beside the schema may hold the value
	printf 'a,b,c\n,n/a,x\n,,""\n' >in.csv
	run -1 --separate-stderr validate -s some.json in.csv
	assert_output $'a,b,c\n,,x'
	printf 'a,b\n"",""\n1,\n' >in.csv
	run -1 --separate-stderr validate in.csv
	assert_output $'a,b\n1,'
	# in a single column it is a record
	printf 'a\n""\n\n1\n' >in.csv
	run -0 --separate-stderr validate in.csv
	assert_output $'a\n""\n""\n1'
}

@test "a schema from a pipe is read once; the run record has no digest of it" {
	printf 'id,name\n1,a\n' >in.csv
	mkfifo pipe.json
	cat two.json >pipe.json &
	run -0 timeout 20 validate -s pipe.json --run-record run.json in.csv
	assert_output "$(cat in.csv)"
	[[ $(tr -d ' \n' <run.json) == *'"configuration":[{"file":"pipe.json"}]'* ]]
}

@test "a starter schema of a file without a header: whoever draws it is warned" {
	printf 'Smith,1950-01-01,4000000001\nJones,1951-01-01,4000000002\n' >in.csv
	run -0 --separate-stderr validate --infer in.csv
	assert_equal "$stderr" "validate: warning: in.csv: the name of column 2 is a number or a date: where the header line is missing, the draft holds the values of a record as names"
	printf 'name,2024,2025\nJones,1,2\n' >in.csv
	run -0 --separate-stderr validate --infer in.csv
	assert_equal "$stderr" ""
}

@test "a schema that would take for ever is refused: lists of texts that each value is compared with" {
	for key in missingValues trueValues falseValues; do
		printf '{"fields":[{"name":"a","type":"boolean","%s":[%s"v"]}]}' "$key" "$(printf '"v%d",' {1..1000})" >long.json
		run -2 validate -s long.json --check-config
		assert_output "validate: long.json: at /fields/0/$key: has more than 1000 texts"
	done
}

@test "partition: good records and rejects are the whole file, in every dialect" {
	command -v python3 >/dev/null || skip "no python3"
	cat >partition.py <<-'END'
		import json, random, subprocess

		NAMES = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
		ENCODINGS = {"utf-8": b"", "utf-8-sig": b"\xef\xbb\xbf", "cp1252": b"",
		             "utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}

		def encode(text, encoding):
		    name = "utf-8" if encoding == "utf-8-sig" else encoding
		    bad = b"\x81" if encoding == "cp1252" else b"\xff"
		    if name.startswith("utf-16"):
		        return text.replace("#", "\udc00").encode(name, "surrogatepass")
		    return b"".join(bad if c == "#" else c.encode(name) for c in text)

		def lines(text, end):
		    """Each line has a number of its own, so that a line is known again."""
		    parts = text.split(end)
		    return [part + end for part in parts[:-1]] + ([parts[-1]] if parts[-1] else [])

		def make(draw, delimiter, end):
		    out, number = [], 0
		    for _ in range(draw.choice([1, 5, 40])):
		        number += 2
		        text = draw.choice(["plain", "", "caf\u00e9", '"q ""q"" q"', f'"a{end}b{number + 1}"',
		                            f'"a{delimiter}b"'])
		        record = delimiter.join([f"r{number}", text, str(draw.randint(0, 9))])
		        fault = draw.choice([None] * 12 + ["more", "fewer", "stray", "nul", "bad", "open", "type"])
		        at = draw.randrange(len(record))
		        if fault == "more":
		            record += delimiter + "x"
		        elif fault == "fewer":
		            record = f"r{number}{delimiter}x"
		        elif fault == "type":
		            record += "x"
		        elif fault == "open":
		            record = '"' + record
		        elif fault is not None:
		            record = record[:at] + {"stray": '"', "nul": "\0", "bad": "#"}[fault] + record[at:]
		        out.append(record)
		    return end.join(out) + draw.choice(["", end])

		def validate(data, options):
		    open("in.csv", "wb").write(data)
		    run = subprocess.run(["validate", "-s", "s.json", "--rejects", "bad.csv", "--run-record", "run.json",
		                          "-q", *options, "in.csv"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
		    assert run.returncode in (0, 1), run.returncode
		    counts = json.load(open("run.json"))["counts"]
		    assert counts["in"] == counts["used"] + counts["rejected"] + counts["excluded"], counts
		    assert run.stdout.count(b"\n") == counts["used"] + 1, counts
		    return run.stdout, open("bad.csv", "rb").read(), counts

		json.dump({"fields": [{"name": "id"}, {"name": "text"}, {"name": "n", "type": "integer"}]},
		          open("s.json", "w"))
		for seed in range(60):
		    draw = random.Random(seed)
		    delimiter, end = draw.choice(list(NAMES)), draw.choice(["\n", "\r\n", "\r"])
		    encoding, skip = draw.choice(list(ENCODINGS)), draw.choice([0, 2])
		    options = ["--delimiter", NAMES[delimiter], "--skip-lines", str(skip)]
		    options += ["--encoding", "windows-1252"] if encoding == "cp1252" else []
		    above = f'a "title{end}' * skip + delimiter.join(["id", "text", "n"]) + end
		    head = ENCODINGS[encoding] + encode(above, encoding)
		    body = make(draw, delimiter, end)
		    output, bad, counts = validate(head + encode(body, encoding), options)
		    assert bad.startswith(head), seed
		    rejected, left = bad[len(head):], b""
		    for line in lines(body, end):
		        line = encode(line, encoding)
		        if rejected.startswith(line):
		            rejected = rejected[len(line):]
		        else:
		            left += line
		    assert rejected == b"", (seed, rejected)
		    again, none, counts = validate(head + left, options)
		    assert again == output and none == head and counts["rejected"] == 0, (seed, counts)
	END
	run -0 python3 partition.py
	assert_output ""
}
