#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# benchmark against figures worked out apart from it, by the steps of the field's packages.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

# The named columns of a stream without quotes, comma-separated.
columns() { # NAME,NAME...
	awk -F, -v names="$1" '
		NR == 1 { n = split(names, want, ","); for (i = 1; i <= NF; i++) at[$i] = i }
		{ for (i = 1; i <= n; i++) printf "%s%s", $at[want[i]], i < n ? "," : "\n" }'
}

@test "verify: a standardised rate is none where a stratum has no count, whatever its weight comes from" {
	local missing
	printf 'stratum,weight\nyoung,60\nold,40\n' >standard.csv
	for missing in "" "*" "[c]" "-1"; do
		printf 'area,age,events,people,standard\nx,young,%s,1000,60\nx,old,20,1000,40\ny,young,10,1000,60\ny,old,20,1000,40\n' \
			"$missing" >ages.csv
		benchmark -q --dsr events/people --stratum age --standard standard -u area --disclosure none \
			ages.csv >column.csv || [ "$missing" = -1 ]
		benchmark -q --dsr events/people --stratum age --standard standard.csv -u area --disclosure none \
			ages.csv >file.csv || [ "$missing" = -1 ]
		cmp column.csv file.csv
		run columns unit,numerator,value,lower95 <column.csv
		assert_line --index 1 "x,20,[z],[z]"
		assert_line --index 2 "y,30,1400.0,935.2"
	done
	# a second row of the stratum that can be used counts alone
	printf 'area,age,events,people,standard\nx,young,*,1000,60\nx,old,20,1000,40\nx,young,10,1000,60\n' >ages.csv
	benchmark --dsr events/people --stratum age --standard standard -u area --disclosure none ages.csv >out.csv
	run columns numerator,denominator,value <out.csv
	assert_line --index 1 "30,2000,1400.0"
	# and from partitions, one of which has the missing row alone
	sed -n '1p; 2p' ages.csv >first.csv
	sed 2d ages.csv >second.csv
	local dsr=(benchmark --dsr events/people --stratum age --standard standard -u area --disclosure none)
	"${dsr[@]}" --partial 0/2 first.csv >part1
	"${dsr[@]}" --partial 1/2 second.csv >part2
	"${dsr[@]}" --merge part2 part1 >merged.csv
	cmp merged.csv out.csv
	sed -i 4d ages.csv
	sed -n '1p; 3p' ages.csv >second.csv
	"${dsr[@]}" ages.csv >out.csv
	"${dsr[@]}" --partial 1/2 second.csv >part2
	"${dsr[@]}" --merge part2 part1 >merged.csv
	cmp merged.csv out.csv
	run columns numerator,denominator,value <out.csv
	assert_line --index 1 "20,1000,[z]"
}

@test "verify: quartiles, median and deviation of published figures are the same in all rows" {
	local value
	echo c,v >in.csv
	for value in 10.5 11 12.25 13 14.5 15 16 17 18 20.125; do
		echo "c$value,$value" >>in.csv
	done
	echo 'other,[c]' >>in.csv
	benchmark --given v -u c -c quartile,mad in.csv >out.csv
	run bash -c "tail -n +2 | sort -u" < <(columns units,q1,median,q3,mad <out.csv)
	assert_output "10,12.4375,14.7500,16.7500,2.3750"
	# the figures themselves stay as they were published
	run columns value,mads_from_median <out.csv
	assert_line --index 2 "11,-1.5789"
	assert_line --index 10 "20.125,2.2632"
	benchmark --given v --decimals 1 -u c -c quartile,mad in.csv >out.csv
	run bash -c "tail -n +2 | sort -u" < <(columns units,q1,median,q3,mad <out.csv)
	assert_output "10,12.4,14.8,16.8,2.4"
}

@test "verify: significance of rates is as the public-health package's own tests have it" {
	# counts, people and words of its test data; the target is the average of all of these
	cat >in.csv <<-'END'
		unit,events,people,package
		a,2130,286718,higher_998
		b,2111,307381,within
		c,2083,297424,higher_95
		d,2061,294692,higher_95
		e,2010,285516,higher_95
		f,2002,290888,within
		g,1816,274508,within
		h,1809,288384,lower_95
		i,1798,287072,lower_95
		j,1754,282744,lower_998
		k,1332,281425,lower_998
		l,0,297820,lower_998
	END
	benchmark --rate events/people -u unit -c target --target 668.508928263 --disclosure none in.csv >out.csv
	run diff <(columns unit,package <in.csv | tail -n +2) <(columns unit,side <out.csv | tail -n +2)
	assert_success
}
