#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# validate: types and constraints, each finding raised by one value and not by
# another.  What each value becomes is tested in unit/validate_values.c.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

# A schema of one field v: field TYPE [FURTHER MEMBERS]
field() {
	printf '{"fields":[{"name":"v","type":"%s"%s}]}\n' "$1" "${2:+,$2}" >field.json
}

# The codes of the errors that the value earns under field.json
errors() { # VALUE
	printf 'v\n"%s"\n' "$1" >in.csv
	validate -s field.json --format csv in.csv 2>&1 >out.csv | grep ',error,' | cut -d, -f1 || true
}

# One value that passes, one that is rejected with the code and no other.
raises() { # CODE GOOD BAD
	assert_equal "$2: $(errors "$2")" "$2: "
	assert_equal "$(wc -l <out.csv)" 2
	assert_equal "$3: $(errors "$3")" "$3: $1"
	assert_equal "$(wc -l <out.csv)" 1
}

@test "validate types: each finding of a type is raised where it should, and not elsewhere" {
	field integer
	raises E201 12 1.5
	raises E207 12 1E5
	field number
	raises E202 12.5 12,5
	field boolean
	raises E203 true yes
	field date
	raises E204 2026-03-14 soon
	raises E206 2026-03-14 45123
	raises E208 2026-03-14 14/03/2026
	raises E209 2024-02-29 2026-02-29
	field yearmonth
	raises E205 2026-03 2026-3
	field datetime
	raises E210 2026-03-14T10:00:00Z '2026-03-14 10:00'
	field time
	raises E211 10:00:00 10:00
	field year
	raises E212 2026 26
	field duration
	raises E213 P1Y2M P2M1Y
	field string '"format":"email"'
	raises E214 name@example.org name@example
	field string '"format":"uri"'
	raises E215 https://example.org/ example.org
	field string '"format":"uuid"'
	raises E216 123e4567-e89b-12d3-a456-426614174000 123e4567
	field string '"format":"binary"'
	raises E217 Zm9v Zm9
	field list '"itemType":"integer"'
	raises E218 1,2 1,x
}

@test "validate types: each finding of a constraint is raised where it should, and not elsewhere" {
	field string '"missingValues":["","NA"],"constraints":{"required":true}'
	raises E301 N NA
	field string '"constraints":{"enum":["a","b"]}'
	raises E302 a c
	raises E207 b 1E5
	field duration '"constraints":{"minimum":"P1M","maximum":"P1Y"}'
	raises E303 P31D P30D
	raises E304 P12M P13M
	field string '"constraints":{"pattern":"P[0-9]+"}'
	raises E305 P12 Q12
	field list '"constraints":{"minLength":2,"maxLength":3}'
	raises E306 a,b a
	raises E307 a,b,c a,b,c,d
	field integer '"constraints":{"exclusiveMinimum":0,"exclusiveMaximum":10}'
	raises E309 1 0
	raises E310 9 10
	field integer '"categories":[1,{"value":2,"label":"two"}],"categoriesOrdered":true'
	raises E311 2 3
}

@test "validate types: dates by a pattern leave as ISO 8601, numbers as plain decimals, counted" {
	cat >in.json <<-'END'
		{ "fields": [
		    { "name": "day", "type": "date", "format": "%d/%m/%Y" },
		    { "name": "sum", "type": "number", "groupChar": ",", "bareNumber": false },
		    { "name": "list", "type": "list", "delimiter": ";", "itemType": "number" },
		    { "name": "rate", "type": "number", "decimalChar": "," } ] }
	END
	printf 'day,sum,list,rate\n14/03/2026,"-£1,234.50",1;2.5,"0,5"\n1/4/2026,95 %%,1E2;.5,12\n' >in.csv
	run --separate-stderr validate -s in.json --format csv in.csv
	assert_success
	assert_output "$(printf 'day,sum,list,rate\n2026-03-14,-1234.50,1;2.5,0.5\n2026-04-01,95,100;0.5,12')"
	[[ $stderr == *W111* && $stderr == *W112* && $stderr != *W107* ]]
}

@test "validate types: NaN and INF pass with a warning in one spelling, and break bounds" {
	field number
	printf 'v\nnan\n-inf\nINF\n' >in.csv
	run --separate-stderr validate -s field.json --format csv in.csv
	assert_success
	assert_output "$(printf 'v\nNaN\n-INF\nINF')"
	[[ $stderr == *W201* ]]
	field number '"constraints":{"minimum":0}'
	raises E303 INF NaN
}

@test "validate types: plain numbers keep their zeros and signs" {
	field number
	printf 'v\n007\n+1.50\n-0.0\n' >in.csv
	run --separate-stderr validate -q -s field.json in.csv
	assert_success
	assert_output "$(printf 'v\n007\n+1.50\n-0.0')"
}

@test "validate types: what is not flat and what would be a guess is refused by name" {
	for type in object array geopoint geojson; do
		field "$type"
		run validate -s field.json --check-config
		assert_failure 2
		assert_output --partial "/fields/0/type: type '$type' is not supported"
	done
	field date '"format":"any"'
	run validate -s field.json --check-config
	assert_failure 2
	assert_output --partial "/fields/0/format: 'any' would be a guess"
	field integer '"constraints":{"jsonSchema":{}}'
	run validate -s field.json --check-config
	assert_failure 2
	assert_output --partial "/fields/0/constraints/jsonSchema: is not supported"
	field duration '"constraints":{"minLength":4}'
	run validate -s field.json --check-config
	assert_failure 2
	assert_output --partial "/fields/0/constraints/minLength: a field of type duration has no such constraint"
}

@test "validate types: the rule names the form that the schema asks for" {
	field date '"format":"%d/%m/%Y"'
	printf 'v\n2026-03-14\n' >in.csv
	run --separate-stderr validate -s field.json in.csv
	assert_failure 1
	[[ $stderr == *"rule: type date, format %d/%m/%Y"* ]]
}

@test "validate types: dates and times are the same in every locale and time zone" {
	field datetime '"format":"%d %B %Y %I:%M %p %z"'
	printf 'v\n14 March 2026 1:05 PM +0100\n' >in.csv
	for zone in UTC America/New_York Asia/Kolkata; do
		TZ=$zone LC_ALL=C run --separate-stderr validate -q -s field.json in.csv
		assert_success
		assert_output "$(printf 'v\n2026-03-14T13:05:00+01:00')"
	done
}
