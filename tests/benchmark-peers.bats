#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# benchmark: units among their peers: deviations from the median, ranks, targets, bands,
# and whom each is compared with.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

# UNIT:VALUE, a record each, in another order than that of the output.
values() {
	local entry
	echo u,v
	for entry; do
		echo "${entry%:*},${entry#*:}"
	done | sort -r
}

# UNIT:YES:ALL, as records of yes and no.
answers() {
	echo u,a
	printf '%s\n' "$@" | awk -F: '{ for (i = 0; i < $3; i++) print $1 "," (i < $2 ? "yes" : "no") }'
}

# The named columns; every other option is benchmark's.
take() { # NAME,NAME... OPTION...
	local names=$1
	shift
	benchmark -q -u u --disclosure none "$@" | columns "$names" | tail -n +2
}

@test "peers: medians, deviations and their words, worked out by hand" {
	values A:10 B:20 C:30 D:40 E:50 F:60 G:70 H:1000 >in.csv
	run take unit,units,median,mad,mads_from_median,band --mean v -c mad in.csv
	# about 45: 35, 25, 15, 5, 5, 15, 25, 955, of which the median is 20
	assert_output - <<-'END'
		A,8,45.00,20.00,-1.7500,below
		B,8,45.00,20.00,-1.2500,slightly_below
		C,8,45.00,20.00,-0.7500,slightly_below
		D,8,45.00,20.00,-0.2500,near_median
		E,8,45.00,20.00,0.2500,near_median
		F,8,45.00,20.00,0.7500,slightly_above
		G,8,45.00,20.00,1.2500,slightly_above
		H,8,45.00,20.00,47.7500,extremely_above
	END
	run take method --mean v -c quartile,mad,rank in.csv
	assert_line --index 0 "student_t quantile7 mad_unscaled rank_bonferroni"
}

@test "peers: under 8 units there is no quartile and no deviation, and the method says so" {
	values A:1 B:2 C:3 D:4 E:5 F:6 G:7 >in.csv
	run take unit,method,units,q1,median,q3,quartile,mad,mads_from_median,rank,band --mean v -c quartile,mad,rank in.csv
	assert_line --index 0 "A,student_t quantile7 quartile_too_few_units mad_unscaled mad_too_few_units rank_bonferroni,7,[z],[z],[z],[z],[z],[z],7,[z]"
	values A:1 B:2 C:3 D:4 E:5 F:6 G:7 H:8 >in.csv
	run take unit,method,units,quartile --mean v -c quartile in.csv
	assert_line --index 0 "A,student_t quantile7,8,1"
	# what does not show is no unit of the comparison
	values A:1 B:2 C:3 D:4 E:5 F:6 G:7 'H:[c]' >in.csv
	run take unit,method,units,mad --mean v -c mad in.csv
	assert_line --index 7 "H,student_t mad_unscaled mad_too_few_units,7,[z]"
}

@test "peers: where more than half of the units are equal nothing is a distance" {
	values A:5 B:5 C:5 D:5 E:5 F:5 G:9 H:1 >in.csv
	run take unit,median,mad,mads_from_median,band --mean v -c mad in.csv
	assert_line --index 0 "A,5.00,0.00,[z],[z]"
	assert_line --index 6 "G,5.00,0.00,[z],[z]"
}

@test "peers: where a rule rounds, distances are those of the published figures" {
	answers A:21:100 B:22:100 C:23:100 D:27:100 E:31:100 F:33:100 G:39:100 H:45:100 >in.csv
	run bash -c "benchmark -q -u u --proportion a=yes -c mad in.csv | cut -d, -f1,8,13-"
	# 29 and 6.5, rounded half up: 7
	assert_line --index 1 "A,21,wilson_published mad_unscaled,8,29,7,-1.1429,slightly_below"
	run take unit,value,median,mad,mads_from_median --proportion a=yes -c mad in.csv
	assert_line --index 0 "A,21.0,29.0,6.5,-1.2308"
}

@test "peers: a row that shows no figure shows no more of the quartiles than others do" {
	answers A:21:100 B:22:100 C:23:100 D:27:100 E:31:100 F:33:100 G:39:100 H:45:100 X:3:30 >in.csv
	run bash -c "benchmark -q -u u --proportion a=yes -c quartile,mad in.csv | cut -d, -f1,8,15-"
	assert_line --index 1 "A,21,23,29,35,1,7,-1.1429,slightly_below"
	assert_line --index 9 "X,*,23.0,29.0,35.0,*,7.0,*,*"
}

@test "peers: rank intervals hold together, in the direction of the polarity" {
	answers A:900:1000 B:100:1000 C:500:1000 D:120:1000 E:3:5 >in.csv
	cat >m.json <<-'END'
		{ "measures": [
		  { "id": "higher", "kind": "proportion", "column": "a", "values": ["yes"] },
		  { "id": "lower", "kind": "proportion", "column": "a", "values": ["yes"], "polarity": "lower" },
		  { "id": "neutral", "kind": "proportion", "column": "a", "values": ["yes"], "polarity": "neutral" } ] }
	END
	# at 1 - 0.05/5 Wilson's limits of A, B, C, D and E are .873 .922, .078 .127, .459 .541,
	# .096 .149 and .169 .917
	run take unit,measure,rank,rank_lower,rank_upper -m m.json -c rank in.csv
	assert_output - <<-'END'
		A,higher,1,1,2
		A,lower,5,4,5
		A,neutral,[z],[z],[z]
		B,higher,5,4,5
		B,lower,1,1,2
		B,neutral,[z],[z],[z]
		C,higher,3,2,3
		C,lower,3,3,4
		C,neutral,[z],[z],[z]
		D,higher,4,4,5
		D,lower,2,1,2
		D,neutral,[z],[z],[z]
		E,higher,2,1,3
		E,lower,4,3,5
		E,neutral,[z],[z],[z]
	END
}

@test "peers: a figure without limits has a rank, and no interval" {
	{
		echo u,v
		printf 'A,%s\n' 1 1 1 2
		printf 'B,%s\n' 9 9 9 8
		echo C,5
	} >in.csv
	run take unit,rank,rank_lower,rank_upper --mean v -c rank in.csv
	assert_output - <<-'END'
		A,3,2,3
		B,1,1,2
		C,2,[z],[z]
	END
}

@test "peers: each rank interval is what counting pairs of limits gives" {
	awk 'BEGIN { print "u,a"
		for (u = 1; u <= 30; u++) for (i = 0; i < 40 + 17 * u % 300; i++)
			printf "U%02d,%s\n", u, (i * 7 + u * 13) % 101 < 20 + 2 * u ? "yes" : "no" }' >in.csv
	# limits of the same 1 - 0.05/30, Wilson's at z = 3.14398
	take numerator,denominator,rank,rank_lower,rank_upper --proportion a=yes -c rank in.csv |
		awk -F, '
			{ n = $2; x = $1; z = 3.14398029; m = sqrt(z * z + 4 * x * (1 - x / n))
			  low[NR] = (2 * x + z * z - z * m) / (2 * (n + z * z)); high[NR] = (2 * x + z * z + z * m) / (2 * (n + z * z))
			  got[NR] = $4 "," $5; rank[NR] = $3 }
			END { for (k = 1; k <= NR; k++) { above = below = 0
				for (j = 1; j <= NR; j++) { above += low[j] > high[k]; below += high[j] < low[k] }
				if (got[k] != 1 + above "," NR - below || rank[k] < 1 + above || rank[k] > NR - below) print "unit " k ": " got[k] }
			  print NR }' >wrong
	assert_equal "$(cat wrong)" 30
}

@test "peers: words come from a file, each comparison's and polarity's in place of its own" {
	values A:10 B:20 C:30 D:40 E:50 F:60 G:70 H:1000 >in.csv
	printf 'comparison,polarity,from,to,band\nmad,,,1,"like others, or under"\nmad,,1,,above\nfunnel,lower,,,any\n' >bands.csv
	run take unit,band --mean v -c mad --bands bands.csv in.csv
	assert_line --index 6 "G,above"
	run bash -c "benchmark -u u --disclosure none --mean v -c mad --bands bands.csv in.csv | grep ^F,"
	assert_output --partial ',"like others, or under"'
	run --separate-stderr benchmark -u u --mean v -c mad --bands bands.csv --run-record run.json in.csv
	assert_success
	grep -q bands.csv run.json
}

@test "peers: a file of words with a fault is exit 2, by line" {
	local rows expected
	while IFS='|' read -r rows expected; do
		printf 'comparison,polarity,from,to,band\n%b\n' "$rows" >bands.csv
		run benchmark --mean v --bands bands.csv --check-config
		assert_failure 2
		assert_output --partial "bands.csv:$expected"
	done <<-'END'
		rank,,,,any|2: comparison: one that has bands
		mad,best,,,any|2: polarity: higher, lower
		mad,,,many,any|2: from, to: a number
		mad,,,3,low\nmad,,4,,high|3: from: bands
		mad,,1,,high|2: from: bands
		mad,,,3,low|2: to: the last band has no bound
		mad,,,3,low\nfunnel,,,,any|3: to: the last band before
		mad,,,3,low\nmad,,3,3,none|3: to: a number above from
		mad,,,,|2: band: a word
		mad,,,,any\nfunnel,,,,any\nmad,,,,again|4: comparison: the bands
	END
	echo comparison,polarity,from,to,band >bands.csv
	run benchmark --mean v --bands bands.csv --check-config
	assert_failure 2
	assert_output --partial "there is no band"
	echo comparison,polarity,from,until,band >bands.csv
	run benchmark --mean v --bands bands.csv --check-config
	assert_failure 2
	assert_output --partial "no column 'to'"
	run benchmark --mean v --bands none.csv --check-config
	assert_failure 2
}

@test "peers: the program's own words pass the schema of such files" {
	run --separate-stderr validate -q -s "$SCHEMAS/bands/bands-table.json" "$ROOT/filters/benchmark/peers/bands.csv"
	assert_success
	assert_equal "$stderr" ""
}

@test "peers: targets, by z, p and the figure's own limits" {
	answers A:14:30 B:3:20 C:28:30 D:12:20 >in.csv
	cat >m.json <<-'END'
		{ "measures": [
		  { "id": "higher", "kind": "proportion", "column": "a", "values": ["yes"], "target": 60 },
		  { "id": "lower", "kind": "proportion", "column": "a", "values": ["yes"], "polarity": "lower", "target": 40 },
		  { "id": "neutral", "kind": "proportion", "column": "a", "values": ["yes"], "polarity": "neutral", "target": 60 },
		  { "id": "none", "kind": "proportion", "column": "a", "values": ["yes"] } ] }
	END
	run take unit,measure,method,centre,z,p,band,side,difference -m m.json -c target in.csv
	assert_line "A,higher,wilson target_binomial,60.0,-1.2985,0.194114,similar,within,-13.3"
	assert_line "B,lower,wilson target_binomial,40.0,-2.1454,0.0319223,better_95,lower_95,-25.0"
	assert_line "C,higher,wilson target_binomial,60.0,3.9036,0.0000947670,better_998,higher_998,33.3"
	assert_line "C,neutral,wilson target_binomial,60.0,3.9036,0.0000947670,higher_998,higher_998,33.3"
	assert_line "D,higher,wilson target_binomial,60.0,0.0000,1.000000,similar,within,0.0"
	assert_line "A,none,wilson,[z],[z],[z],[z],[z],[z]"
	# no unit is needed, for none is compared with another
	run benchmark -m m.json -c target in.csv
	assert_success
	refute_output --partial "needs --unit"
}

@test "peers: targets of rates, means and given figures" {
	printf 'u,x,n,v,low,high\nA,12,50,10,9,11\nB,2,50,9,8.5,9.5\nC,0,60,9.8,,\n' >in.csv
	cat >m.json <<-'END'
		{ "measures": [
		  { "id": "rate", "kind": "rate", "numerator": "x", "denominator": "n", "multiplier": 100, "polarity": "lower", "target": 15 },
		  { "id": "given", "kind": "given", "column": "v", "lower": "low", "upper": "high", "decimals": 1, "target": 10 } ] }
	END
	run take unit,measure,method,z,p,band,side -m m.json -c target in.csv
	assert_line "A,rate,byar target_poisson,1.4102,0.158483,similar,within"
	assert_line "B,rate,poisson_exact target_poisson,-2.0485,0.0405134,better_95,lower_95"
	assert_line "A,given,given target_normal,0.0000,1.000000,similar,within"
	# of published limits the 95% ones alone
	assert_line "B,given,given target_normal,-3.9199,0.0000885754,worse_998,lower_95"
	assert_line "C,given,given,[z],[z],[z],[z]"
	answers A:1:4 >in.csv
	sed -i 's/yes/2/;s/no/5/' in.csv
	run take z,p,method --mean a --target 3 -c target in.csv
	# t = 1.25 / 0.75 with 3 degrees of freedom
	assert_output "1.2983,0.194171,student_t target_t"
}

@test "peers: a file of pairs gives each unit a set of its own, itself among it" {
	values A:1 B:2 C:3 D:4 E:5 F:6 >in.csv
	printf 'unit,peer\nA,B\nA,E\nB,A\nC,C\nC,D\nC,F\nF,Z\n' >peers.csv
	run take unit,units,rank --mean v -c rank --peers peers.csv in.csv
	# E is a peer only, and Z has no figure
	assert_output - <<-'END'
		A,3,3
		B,2,1
		C,3,3
		D,[z],[z]
		E,[z],[z]
		F,1,1
	END
	run --separate-stderr benchmark -u u --mean v -c rank --peers peers.csv in.csv
	assert_success
	[[ $stderr == *"2 of 6 units have no peers"* ]]
}

@test "peers: pairs of everybody with everybody are as no peers at all" {
	awk 'BEGIN { print "u,p,v"; for (u = 1; u <= 12; u++) for (p = 1; p <= 3; p++) for (i = 0; i < 9; i++)
		printf "U%02d,2024-%02d,%d\n", u, p, (u * 7 + p * 5 + i * 3) % 11 }' >in.csv
	awk 'BEGIN { print "unit,peer"; for (u = 12; u >= 1; u--) for (p = 1; p <= 12; p++) if (p != u) printf "U%02d,U%02d\n", u, p }' >peers.csv
	benchmark -u u -p p --mean v -c quartile,mad,rank --disclosure none in.csv >all.csv
	benchmark -u u -p p --mean v -c quartile,mad,rank --disclosure none --peers peers.csv in.csv >near.csv
	cmp all.csv near.csv
	awk 'BEGIN { print "unit,group"; for (u = 1; u <= 12; u++) printf "U%02d,one\n", u }' >groups.csv
	benchmark -u u -p p --mean v -c quartile,mad,rank --disclosure none --peers groups.csv in.csv >groups-out.csv
	cmp all.csv groups-out.csv
}

@test "peers: groups from a file and from a column are the same" {
	printf 'u,type,v\nA,x,1\nB,x,2\nC,x,3\nD,y,4\nE,y,5\nF,,6\n' >in.csv
	printf 'unit,group\nA,g1\nC,g1\nB,g1\nD,g2\nE,g2\nF,\n' >groups.csv
	run take unit,units,rank --mean v -c rank --peers groups.csv in.csv
	assert_output - <<-'END'
		A,3,3
		B,3,2
		C,3,1
		D,2,2
		E,2,1
		F,[z],[z]
	END
	cp /dev/null other.csv
	take unit,units,rank --mean v -c rank --peer-group type in.csv >other.csv
	assert_output "$(cat other.csv)"
	run --separate-stderr benchmark -u u --mean v -c rank --peer-group type in.csv
	assert_success
	[[ $stderr == *"1 of 6 units have no group in type"* ]]
}

@test "peers: a column that changes within a unit is exit 2, by places and without values" {
	printf 'u,type,v\nA,secret1,1\nB,secret2,2\nA,secret3,3\n' >in.csv
	run --separate-stderr benchmark -u u --mean v -c rank --peer-group type in.csv
	assert_failure 2
	assert_output ""
	[[ $stderr == *"in.csv:4:3: 'type' is another one than in line 2"* ]]
	[[ $stderr != *secret* ]]
	run benchmark -u u --mean v -c rank --peer-group kind in.csv
	assert_failure 2
	assert_output --partial "kind"
}

@test "peers: a file of peers with a fault is exit 2, by line" {
	local rows expected
	while IFS='|' read -r rows expected; do
		printf '%b\n' "$rows" >peers.csv
		run benchmark --mean v -u u -c rank --peers peers.csv --check-config
		assert_failure 2
		assert_output --partial "peers.csv:$expected"
		refute_output --partial secret
	done <<-'END'
		unit,peers\nsecret1,secret2|1: a file of peers has the columns
		unit,peer,group\nsecret1,secret2,g|1: a file of peers has the columns
		units,peer\nsecret1,secret2|1: no column 'unit', did you mean 'units'?
		unit,peer\nsecret1,\nsecret2,secret1|2: unit, peer: a name
		unit,peer\nsecret1,secret2\nsecret3,secret1\nsecret1,secret2|4: the same unit and peer as in line 2
		unit,group\n,g|2: unit: a name
		unit,group\nsecret1,g\nsecret2,g\nsecret1,h|4: unit: a second group of the unit of line 2
	END
	printf 'unit,peer\nA,B\n' >peers.csv
	run benchmark --mean v -u u -c rank --peers peers.csv --peer-group t --check-config
	assert_failure 2
	assert_output --partial "give one of the two"
	run benchmark --mean v -u u -c change -p t --peers peers.csv --check-config
	assert_failure 2
	assert_output --partial "--peers FILE needs a comparison of units"
	run benchmark --mean v -u u --peer-group t --check-config
	assert_failure 2
	assert_output --partial "--peer-group COLUMN needs a comparison of units"
}

@test "peers: the list of the schemas is one that is taken" {
	values A:1 B:2 >in.csv
	run --separate-stderr benchmark -u u --mean v -c rank --peers "$SCHEMAS/lists/peers.csv" in.csv
	assert_success
	[[ $stderr == *"2 of 2 units have no peers"* ]]
}

@test "peers: neither a total over all units nor the nation is anybody's peer" {
	answers A:10:20 B:12:20 C:14:20 >in.csv
	run take unit,units,rank --proportion a=yes -c rank --total England in.csv
	assert_output - <<-'END'
		A,3,3
		B,3,2
		C,3,1
		England,[z],[z]
	END
	run take unit,units,rank --proportion a=yes -c rank --national B in.csv
	assert_output - <<-'END'
		A,2,2
		B,[z],[z]
		C,2,1
	END
}

@test "peers: q is the rate of false discoveries of a period's units and measures" {
	awk 'BEGIN { print "u,p,a,b"; for (u = 1; u <= 9; u++) for (p = 1; p <= 2; p++) for (i = 0; i < 50; i++)
		printf "U%d,2024-0%d,%s,%s\n", u, p, i < 20 + u + 3 * p ? "yes" : "no", i < 15 + 3 * u ? "yes" : "no" }' >in.csv
	cat >m.json <<-'END'
		{ "measures": [
		  { "id": "a", "kind": "proportion", "column": "a", "values": ["yes"], "target": 50, "decimals": 9 },
		  { "id": "b", "kind": "proportion", "column": "b", "values": ["yes"], "target": 50, "decimals": 9 },
		  { "id": "c", "kind": "proportion", "column": "b", "values": ["yes"] } ] }
	END
	take period,measure,p,q -m m.json -p p -c target --total all in.csv >all.csv
	# the total's, the last, has none
	assert_equal "$(tail -n 6 all.csv | cut -d, -f4 | sort -u)" "[z]"
	head -n -6 all.csv >out.csv
	assert_equal "$(grep -c '\[z\]' out.csv)" 18
	# the least of m p / rank over all that rank no better, for each by itself
	run awk -F, '
		$3 == "[z]" { next }
		{ period[NR] = $1; p[NR] = $3; q[NR] = $4 }
		END { for (i in p) { m = 0; least = 1
			for (j in p) if (period[j] == period[i]) m++
			for (j in p) { if (period[j] != period[i] || p[j] < p[i]) continue
				rank = 0
				for (k in p) rank += period[k] == period[i] && p[k] <= p[j]
				if (m * p[j] / rank < least) least = m * p[j] / rank }
			d = least - q[i]; if (d > 1e-7 || d < -1e-7) print "q " q[i] ", not " least
			seen++ }
		  print seen }' out.csv
	assert_output 36
}

@test "peers: median, deviation and rank of councils within their kind" {
	need_data ascof/ascof_2020_21_1F_1H.csv
	# the kind of council is in its code
	tr -d '\r' <"$SHARED_DATA/ascof/ascof_2020_21_1F_1H.csv" | awk -F, 'BEGIN { OFS = "," } NR == 1 { print "u,kind,v"; next }
		/^Council,/ && /,1H,1H,Total,Outcome,/ { print $2, substr($2, 1, 3), $NF }' >in.csv
	[ "$(wc -l <in.csv)" -gt 140 ]
	run --separate-stderr take unit,value,units,median,mad,mads_from_median,rank --mean v -c mad,rank --peer-group kind in.csv
	assert_success
	printf '%s\n' "${lines[@]}" >got.csv
	awk -F, '
		function sort(a, n,   i, j, t) { for (i = 2; i <= n; i++) { t = a[i]; for (j = i - 1; j > 0 && a[j] > t; j--) a[j + 1] = a[j]; a[j + 1] = t } }
		function median(a, n) { sort(a, n); return n % 2 ? a[(n + 1) / 2] : (a[n / 2] + a[n / 2 + 1]) / 2 }
		NR == 1 || $3 !~ /^[0-9.]+$/ { next }
		{ kind[$1] = $2; value[$1] = $3 + 0; list[$2] = list[$2] " " $3 }
		END { for (k in list) { n = split(list[k], a, " "); for (i = 1; i <= n; i++) a[i] += 0; m[k] = median(a, n)
				for (i = 1; i <= n; i++) a[i] = a[i] < m[k] ? m[k] - a[i] : a[i] - m[k]
				mad[k] = median(a, n); count[k] = n }
			for (u in value) { k = kind[u]; rank = 1
				for (w in value) rank += kind[w] == k && value[w] > value[u]
				printf "%s,%.2f,%d,%.2f,%.2f,%.4f,%d\n", u, value[u], count[k], m[k], mad[k], (value[u] - m[k]) / mad[k], rank } }' \
		in.csv | sort >expected.csv
	[ "$(wc -l <expected.csv)" -gt 140 ]
	run diff <(grep -v '\[[cz]\]' got.csv | sort) <(sed 's/,-0\.0000,/,0.0000,/' expected.csv)
	assert_output ""
}

# Benjamini and Hochberg (1995) over 12 units and three measures, by awk.
@test "peers: measures that stand in one column are one family of tests" {
	awk 'BEGIN {
		print "u,m,x,n"
		for (i = 1; i <= 12; i++)
			for (m = 1; m <= 3; m++)
				print "u" i ",m" m "," 20 + i * m * 7 % 31 "," 100 + i }' >in.csv
	benchmark --proportion x/n --measure-column m -u u -c funnel --overdispersion none \
		--disclosure none --decimals 12 in.csv | columns p,q | tail -n +2 | sort -t, -k 1,1gr >got
	awk -F, '
		BEGIN { least = 1 }
		{
			rate = $1 * 36 / (37 - NR)
			least = rate < least ? rate : least
			apart = $2 - least
			if (apart > 1e-9 || apart < -1e-9)
				print "line " NR ": " least " expected, not " $2
		}
		END { if (NR != 36) print NR " lines" }' got >wrong
	run cat wrong
	assert_output ""
}
