#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# benchmark against figures worked out apart from it, by the steps of the field's packages.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

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

# Each number of the lines within 10^-9 of the other file's, but for the last digit.
assert_near() { # EXPECTED GOT
	run awk -F, 'NR == FNR { want[FNR] = $0; lines = FNR; next }
		{ split(want[FNR], field, ",")
		for (i = 1; i <= NF; i++) {
			off = $i - field[i]
			if ($i == field[i] || ($i ~ /^-?[0-9.]+$/ && off < 1.1e-9 && off > -1.1e-9)) continue
			print FNR ", " i ": " field[i] " expected, not " $i } }
		END { if (FNR != lines) print "other lines" }' "$1" "$2"
	assert_output ""
}

@test "verify: funnels with a unit without events, ties, and other shares of outermost units" {
	# by FunnelPlotR's steps in a program of its own: ratios by the logarithm trimmed by fifths of
	# the ranks, and counts winsorised at a twentieth
	local row=0 pair
	echo unit,x,n >ratios.csv
	for pair in 0/4.25 5/7.5 14/11.2 10/15.75 31/22.4 31/22.4 52/44.6 49/60.33 101/81.9 82/105.27 160/140.8 190/203.14; do
		printf 'u%02d,%s\n' "$row" "${pair/\//,}" >>ratios.csv
		row=$((row + 1))
	done
	cat >expected.csv <<-'END'
		u00,[z],0.373517887,4.724188026,1.701613693,0.017164692
		u01,-1.045172771,0.467502818,3.316224437,1.701613693,0.017164692
		u02,0.683928465,0.527570735,2.740778245,1.701613693,0.017164692
		u03,-1.599482907,0.573135920,2.405192632,1.701613693,0.017164692
		u04,1.306965224,0.614301714,2.156025350,1.701613693,0.017164692
		u05,1.306965224,0.614301714,2.156025350,1.701613693,0.017164692
		u06,0.771550358,0.677083939,1.849363214,1.701613693,0.017164692
		u07,-1.132423178,0.697665120,1.764080130,1.701613693,0.017164692
		u08,1.223063848,0.714680841,1.698314709,1.701613693,0.017164692
		u09,-1.529837236,0.726116199,1.656336512,1.701613693,0.017164692
		u10,0.820609455,0.736887239,1.618325443,1.701613693,0.017164692
		u11,-0.449953439,0.747301503,1.582910259,1.701613693,0.017164692
	END
	benchmark --rate x/n:1 --target 1 --decimals 9 -u unit -c funnel --funnel log --outliers trim:20 --funnel-centre target \
		--funnel-z 1.959964,3.090232 --disclosure none ratios.csv >out.csv
	assert_near expected.csv <(columns unit,z,limit_lower95,limit_upper998,phi,tau2 <out.csv | tail -n +2)
	row=0
	echo unit,x,n >counts.csv
	for pair in 0/12 9/25 8/40 21/60 20/85 44/110 38/150 81/200 70/260 125/330 120/450 231/600; do
		printf 'u%02d,%s\n' "$row" "${pair/\//,}" >>counts.csv
		row=$((row + 1))
	done
	cat >expected.csv <<-'END'
		u00,-5.688846115,0.159604496,1.039888639,3.451619190,0.060921429
		u01,0.269636250,0.137762220,1.311475504,3.451619190,0.060921429
		u02,-1.024348525,0.138693752,1.297614287,3.451619190,0.060921429
		u03,0.208669474,0.166232676,0.975270131,3.451619190,0.060921429
		u04,-0.924360444,0.167454471,0.964074363,3.451619190,0.060921429
		u05,0.652819729,0.182196910,0.843984238,3.451619190,0.060921429
		u06,-0.837357417,0.181593240,0.848412095,3.451619190,0.060921429
		u07,0.742485661,0.191014606,0.783379362,3.451619190,0.060921429
		u08,-0.709786211,0.190517097,0.786607177,3.451619190,0.060921429
		u09,0.519937182,0.195309731,0.756389802,3.451619190,0.060921429
		u10,-0.789671860,0.195650347,0.754314624,3.451619190,0.060921429
		u11,0.597407368,0.198965024,0.734596580,3.451619190,0.060921429
	END
	benchmark --rate x/n:1 --decimals 9 -u unit -c funnel --funnel counts --outliers winsorise:5 \
		--funnel-z 1.959964,3.090232 --disclosure none counts.csv >out.csv
	assert_near expected.csv <(columns unit,z,limit_lower95,limit_upper998,phi,tau2 <out.csv | tail -n +2)
}
