#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# benchmark --compare funnel: units of a period against limits for their size.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

setup_filter() {
	cat >measures.json <<-'END'
		{ "measures": [
		    { "id": "share", "kind": "proportion", "numerator": "yes", "denominator": "n",
		      "decimals": 10, "target": 30 } ] }
	END
	sed 's/"proportion"/"rate"/; s/"target": 30/"target": 1, "multiplier": 1/' measures.json >rate.json
	sed 's/"proportion"/"rate"/; s/"target": 30/"target": 100, "multiplier": 100/' measures.json >percent.json
	counts 3/12 9/25 8/40 21/60 20/85 44/110 38/150 81/200 70/260 125/330 120/450 231/600 >shares.csv
	counts 7/4.25 5/7.5 14/11.2 10/15.75 31/22.4 27/31.05 52/44.6 49/60.33 101/81.9 82/105.27 \
		160/140.8 190/203.14 >expected.csv
}

# A unit for each NUMERATOR/DENOMINATOR.
counts() {
	local entry
	local -i number=0
	echo unit,yes,n
	for entry; do
		printf 'u%02d,%s,%s\n' "$number" "${entry%/*}" "${entry#*/}"
		number+=1
	done
}

# The columns of the golden tables.
funnel() { # MEASURES FILE [OPTION...]
	benchmark -m "$1" -u unit -c funnel --disclosure none "${@:3}" "$2" |
		columns unit,centre,z,limit_lower95,limit_upper95,limit_lower998,limit_upper998,phi,tau2 | tail -n +2
}

# Each number within a billionth of the golden one's size, or within what ten decimals leave.
assert_golden() { # GOLDEN on standard input, output in $output
	local -i lines
	lines=$(paste -d, - <(echo "$output") | awk -F, '
		NF != 18 { print "fields: " $0 >"/dev/stderr"; exit 1 }
		$1 != $10 { exit 1 }
		{ for (i = 2; i <= 9; i++) {
			off = $i - $(i + 9); if (off < 0) off = -off
			size = $i < 0 ? -$i : $i
			if (off > 1e-9 * size + 1.01e-10) { print NR ", " i ": " $i " " $(i + 9) >"/dev/stderr"; exit 1 } } }
		END { print NR }')
	((lines == $(wc -l <<<"$output")))
}

@test "benchmark: a funnel of standardised ratios as the hospital mortality indicator draws it" {
	# worked out at 40 digits by the steps of FunnelPlotR (SR, SHMI): log, trimmed by tenths of
	# the ranks, tau2, z of six decimals
	run funnel rate.json expected.csv --funnel log --outliers trim --funnel-centre target --funnel-z 1.959964,3.090232
	assert_golden <<-'END'
		u00,1.0000000000,0.9939093547,0.3738136364,2.6751298043,0.2119409062,4.7182963302,1.5940950979,0.0167590489
		u01,1.0000000000,-1.0465841710,0.4679824367,2.1368323288,0.3020356546,3.3108673919,1.5940950979,0.0167590489
		u02,1.0000000000,0.6852352993,0.5282145309,1.8931701828,0.3655621180,2.7355132024,1.5940950979,0.0167590489
		u03,1.0000000000,-1.6035202397,0.5739397251,1.7423432395,0.4166868470,2.3998837670,1.5940950979,0.0167590489
		u04,1.0000000000,1.3112752558,0.6152863707,1.6252594689,0.4649891554,2.1505877899,1.5940950979,0.0167590489
		u05,1.0000000000,-0.6316046269,0.6481051715,1.5429594516,0.5046910399,1.9814102510,1.5940950979,0.0167590489
		u06,1.0000000000,0.7755340663,0.6784415781,1.4739662667,0.5424371254,1.8435316336,1.5940950979,0.0167590489
		u07,1.0000000000,-1.1392924812,0.6991811853,1.4302444360,0.5688110972,1.7580529019,1.5940950979,0.0167590489
		u08,1.0000000000,1.2315971293,0.7163461692,1.3959731245,0.5909837507,1.6920939008,1.5940950979,0.0167590489
		u09,1.0000000000,-1.5416084859,0.7278928280,1.3738286209,0.6060727752,1.6499668701,1.5940950979,0.0167590489
		u10,1.0000000000,0.8275552451,0.7387780060,1.3535865874,0.6204243835,1.6117999657,1.5940950979,0.0167590489
		u11,1.0000000000,-0.4541430104,0.7493123395,1.3345569628,0.6344300351,1.5762179353,1.5940950979,0.0167590489
	END
}

@test "benchmark: a funnel by the square root has its limits squared" {
	# FunnelPlotR's steps (SR, CQC), but for its limits, which are those of the root
	run funnel percent.json expected.csv --funnel sqrt --funnel-centre target --funnel-z 1.959964,3.090232
	assert_golden <<-'END'
		u00,100.0000000000,1.1295046743,25.8339166238,222.5256123220,5.0490699626,315.1685273509,1.7538664128,0.0041206937
		u01,100.0000000000,-0.9481889743,38.5252756722,190.2503452513,16.1560647216,255.3776347175,1.7538664128,0.0041206937
		u02,100.0000000000,0.7258701369,46.4155505811,173.8997144728,24.7502596429,225.7517284206,1.7538664128,0.0041206937
		u03,100.0000000000,-1.4369321060,52.2530665665,163.1079360413,31.7018469560,206.4842740857,1.7538664128,0.0041206937
		u04,100.0000000000,1.4270166690,57.4129272185,154.3276528326,38.1913772668,190.9946871051,1.7538664128,0.0041206937
		u05,100.0000000000,-0.6117695792,61.4282063580,147.9236128147,43.4362063473,179.8116055309,1.7538664128,0.0041206937
		u06,100.0000000000,0.8089304779,65.0775630216,142.3949002791,48.3356780611,170.2402180159,1.7538664128,0.0041206937
		u07,100.0000000000,-1.0865603211,67.5388621527,138.8107382505,51.7058807631,164.0786754765,1.7538664128,0.0041206937
		u08,100.0000000000,1.3046909432,69.5558310081,135.9552770323,54.5047975983,159.1953393054,1.7538664128,0.0041206937
		u09,100.0000000000,-1.4569024139,70.9026108255,134.0878585939,56.3915440968,156.0143303224,1.7538664128,0.0041206937
		u10,100.0000000000,0.8595657912,72.1650264663,132.3650230141,58.1726519374,153.0886584211,1.7538664128,0.0041206937
		u11,100.0000000000,-0.4495076894,73.3802298623,130.7311852414,59.8983177289,150.3223038547,1.7538664128,0.0041206937
	END
}

@test "benchmark: a funnel of proportions by the arcsine" {
	# FunnelPlotR's steps (PR)
	run funnel measures.json shares.csv --funnel-z 1.959964,3.090232
	assert_golden <<-'END'
		u00,33.1610680448,-0.5803413441,9.2782222526,63.0842976531,1.7884439459,78.8699749409,3.0431132334,0.0032449471
		u01,33.1610680448,0.2593673892,14.3199478953,55.3715123568,6.5103473426,67.9779661420,3.0431132334,0.0032449471
		u02,33.1610680448,-1.5394155964,16.8260428158,51.9231315294,9.4537706561,62.7932949813,3.0431132334,0.0032449471
		u03,33.1610680448,0.2253490350,18.5229215663,49.6987960037,11.6044269715,59.3735605946,3.0431132334,0.0032449471
		u04,33.1610680448,-1.3630530295,19.6689452495,48.2411759788,13.1169688902,57.1064413595,3.0431132334,0.0032449471
		u05,33.1610680448,0.9567423909,20.3544116526,47.3853325771,14.0422682529,55.7670248089,3.0431132334,0.0032449471
		u06,33.1610680448,-1.2301440960,21.0209868349,46.5640285005,14.9557156364,54.4765628535,3.0431132334,0.0032449471
		u07,33.1610680448,1.1360494565,21.5083478329,45.9701512771,15.6316048087,53.5406201289,3.0431132334,0.0032449471
		u08,33.1610680448,-1.0502656961,21.8616238719,45.5430663135,16.1255805456,52.8661980310,3.0431132334,0.0032449471
		u09,33.1610680448,0.7794906619,22.1200843598,45.2323846369,16.4890550052,52.3749329025,3.0431132334,0.0032449471
		u10,33.1610680448,-1.1518949651,22.3837719639,44.9169461818,16.8616386762,51.8756102435,3.0431132334,0.0032449471
		u11,33.1610680448,0.9206210414,22.5698095031,44.6953143371,17.1255492816,51.5244710470,3.0431132334,0.0032449471
	END
}

@test "benchmark: multiplicative overdispersion widens by the root of phi, and shows no tau2" {
	funnel measures.json shares.csv --funnel normal --overdispersion multiplicative >out.csv
	run cut -d, -f9 out.csv
	assert_equal "$(sort -u <<<"$output")" "[z]"
	run sed 's/\[z\]$/0.0027550354/' out.csv
	assert_golden <<-'END'
		u00,33.1610680448,-0.3494414571,0.0000000000,78.9352574495,0.0000000000,100.0000000000,2.9530335244,0.0027550354
		u01,33.1610680448,0.1754534019,1.4477793551,64.8743567345,0.0000000000,83.1627160428,2.9530335244,0.0027550354
		u02,33.1610680448,-1.0288639155,8.0895119563,58.2326241332,0.0000000000,72.6908416537,2.9530335244,0.0027550354
		u03,33.1610680448,0.1760670511,12.6902282200,53.6319078696,0.8851430483,65.4369930413,2.9530335244,0.0027550354
		u04,33.1610680448,-1.0976079508,15.9621224588,50.3600136308,6.0438670651,60.2782690245,2.9530335244,0.0027550354
		u05,33.1610680448,0.8865871470,18.0423508710,48.2797852186,9.3237176614,56.9984184281,2.9530335244,0.0027550354
		u06,33.1610680448,-1.1850005007,20.2141721522,46.1079639373,12.7479807292,53.5741553603,2.9530335244,0.0027550354
		u07,33.1610680448,1.2828759531,21.9487273017,44.3734087879,15.4828158599,50.8393202297,2.9530335244,0.0027550354
		u08,33.1610680448,-1.2432779518,23.3271946809,42.9949414087,17.6562151987,48.6659208909,2.9530335244,0.0027550354
		u09,33.1610680448,1.0593169513,24.4322726147,41.8898634749,19.3985673842,46.9235687054,2.9530335244,0.0027550354
		u10,33.1610680448,-1.7028727222,25.6861742161,40.6359618735,21.3755665882,44.9465695014,2.9530335244,0.0027550354
		u11,33.1610680448,1.6164669022,26.6876200985,39.6345159911,22.9545243870,43.3676117026,2.9530335244,0.0027550354
	END
}

@test "benchmark: a funnel of proportions about a given share has the limits of PHEindicatormethods" {
	# its own test data: an average of 80.642448%, so rounded
	sed 's/"target": 30/"target": 80.642448/; s/10/4/' measures.json >four.json
	counts 1/1 2/10 40/54 50/61 70/83 100/113 500/1008 900/1119 4341/5000 >in.csv
	benchmark -m four.json -u unit -c funnel --funnel normal --overdispersion none --funnel-centre target \
		--disclosure none in.csv >out.csv
	run columns denominator,limit_lower95,limit_upper95,limit_lower998,limit_upper998 <out.csv
	assert_line "1,3.2043,100.0000,0.0000,100.0000"
	assert_line "10,56.1543,100.0000,42.0326,100.0000"
	assert_line "61,70.7275,90.5574,65.0098,96.2751"
	assert_line "83,72.1425,89.1424,67.2408,94.0441"
	assert_line "113,73.3577,87.9272,69.1567,92.1282"
	assert_line "1008,78.2034,83.0815,76.7968,84.4881"
	assert_line "1119,78.3275,82.9574,76.9925,84.2924"
	run columns method <out.csv
	assert_line --index 1 "wilson funnel_normal winsorise10 to_target"
}

@test "benchmark: a funnel of ratios has the limits of PHEindicatormethods at each number of events" {
	# its own test data, found by bisection: near 1e-4
	counts 1/3 2/3 5/4 10/12 28/31 61/60 120/130 252/219 653/640 >in.csv
	benchmark -m percent.json -u unit -c funnel --funnel events --funnel-centre target --disclosure none in.csv |
		columns numerator,limit_lower95,limit_upper95,limit_lower998,limit_upper998 >out.csv
	run awk -F, 'NR == FNR { for (i = 2; i <= 5; i++) golden[$1, i] = $i; next }
		($1, 2) in golden { lines++; for (i = 2; i <= 5; i++) {
			off = $i / golden[$1, i] - 1; if (off > 1e-4 || off < -1e-4) print $1, i, $i, golden[$1, i] } }
		END { print lines }' - out.csv <<-'END'
		1,17.94802207,3949.774946,10.83023482,99945.32721
		5,42.85102213,307.979188,30.38637225,676.2496398
		10,54.3763205,208.5337156,41.43536693,337.778507
		28,69.19083243,150.4907526,57.70884769,193.8980937
		61,77.84876628,130.7324878,68.38249529,153.7326592
		120,83.62919003,120.6127744,76.01712552,134.8700027
		653,92.61578274,108.1359886,88.73663576,113.1964225
	END
	assert_output 7
}

@test "benchmark: rates that are given with their events have the limits of PHEindicatormethods" {
	# its own test data of standardised rates, whose average is 116.1720835
	cat >given.json <<-'END'
		{ "measures": [ { "id": "rate", "kind": "given", "column": "rate", "numerator": "events",
		    "decimals": 6, "target": 116.1720835 } ] }
	END
	printf 'unit,rate,events\na,70,13\nb,185,22\nc,53,25\nd,83,178\ne,121,190\nf,190,117\ng,146,298\nh,140,228\ni,0,0\n' >in.csv
	benchmark -m given.json -u unit -c funnel --funnel events --funnel-centre target --disclosure none in.csv >out.csv
	run awk -F, 'NR == FNR { for (i = 2; i <= 5; i++) golden[$1, i] = $i; next }
		($1, 2) in golden { lines++; for (i = 2; i <= 5; i++) {
			off = $i / golden[$1, i] - 1; if (off > 1e-4 || off < -1e-4) print $1, i, $i, golden[$1, i] } }
		END { print lines }' - <(columns unit,limit_lower95,limit_upper95,limit_lower998,limit_upper998 <out.csv) <<-'END'
		a,67.93568893,218.1808155,53.09110696,327.5246547
		b,76.7312846,185.3727056,62.7954855,248.4204217
		c,78.69686435,179.5141005,65.06625781,235.4148807
	END
	assert_output 3
	run columns unit,z,limit_upper95 <out.csv
	assert_line "i,[z],[z]"
	# on a scale with overdispersion, too
	benchmark -m given.json -u unit -c funnel --funnel sqrt --disclosure none in.csv >out.csv
	run columns limit_upper95,method <out.csv
	assert_line --index 1 --regexp '^[0-9.]+,given funnel_sqrt additive winsorise10$'
	# but not unless that is asked for
	benchmark -m given.json -u unit -c funnel --disclosure none in.csv >out.csv
	run columns z,limit_upper95,method <out.csv
	assert_line --index 1 "[z],[z],given funnel_normal additive winsorise10"
	# about all of them: 1071 events over the people that they and the rates say
	benchmark -m given.json -u unit -c funnel --funnel events --disclosure none in.csv >out.csv
	run columns centre,method <out.csv
	assert_line --index 1 "122.028832,given funnel_events winsorise10"
}

@test "benchmark: standardised rates go by their own errors, about the rate of all people" {
	local unit=0 young middle old
	printf 'stratum,weight\nyoung,40\nmiddle,35\nold,25\n' >weights.csv
	echo unit,band,events,people >in.csv
	while IFS=, read -r young middle old; do
		printf '%s,%s,%s,%s\n' "u$unit" young "${young%/*}" "${young#*/}" "u$unit" middle "${middle%/*}" "${middle#*/}" \
			"u$unit" old "${old%/*}" "${old#*/}" >>in.csv
		unit=$((unit + 1))
	done < <(tr ' ' '\n' <<<"3/500,11/911,19/1322 10/1275,18/1686,13/590 4/2050,12/954,20/1365 11/1318,19/1729,14/2140 5/2093,13/997,21/1408 12/1361,7/1772,15/2183 6/2136,14/1040,22/1451 13/1404,8/1815,16/2226 7/2179,15/2590,23/1494")
	echo '{ "measures": [ { "id": "r", "kind": "dsr", "numerator": "events", "denominator": "people", "stratum": "band",
		"standard": "weights.csv", "multiplier": 1000, "decimals": 6 } ] }' >dsr.json
	benchmark -m dsr.json -u unit -c funnel --overdispersion none --disclosure none in.csv >out.csv
	run columns unit,centre,z,limit_lower95,limit_upper95 <out.csv
	assert_line "u0,8.594180,0.790739,4.566409,12.621951"
	assert_line "u1,8.594180,1.872223,4.628443,12.559917"
	assert_line "u8,8.594180,-1.334456,6.488846,10.699513"
	benchmark -m dsr.json -u unit -c funnel --funnel events --disclosure none in.csv >out.csv
	run columns centre,method <out.csv
	assert_line --index 1 "8.593060,dobson funnel_events winsorise10"
}

@test "benchmark: of a hundred units of one true rate about five lie outside 95% limits" {
	local way
	# the quantiles of Poisson counts of 20, 23, ... 317, in another order
	# shellcheck disable=SC2046
	counts $(
		cat <<-'END'
		10/20 21/23 29/26 23/29 32/32 41/35 33/38 42/41 56/44 44/47 54/50 43/53 55/56 66/59 55/62 66/65 80/68 66/71 78/74 61/77
		78/80 90/83 76/86 89/89 104/92 88/95 101/98 128/101 100/104 113/107 97/110 112/113 127/116 110/119 124/122 144/125 123/128 137/131 117/134 135/137
		150/140 132/143 147/146 166/149 145/152 160/155 134/158 157/161 173/164 153/167 170/170 188/173 167/176 183/179 212/182 180/185 196/188 173/191 193/194 211/197
		188/200 206/203 229/206 202/209 219/212 192/215 215/218 233/221 209/224 228/227 250/230 224/233 242/236 206/239 237/242 256/245 230/248 251/251 272/254 245/257
		264/260 295/263 259/266 278/269 250/272 273/275 294/278 267/281 287/284 313/287 281/290 301/293 267/296 295/299 316/302 287/305 309/308 333/311 303/314 323/317
		END
	) >in.csv
	for way in sqrt log normal exact chisq; do
		benchmark -m rate.json -u unit -c funnel --funnel "$way" --disclosure none in.csv |
			columns value,limit_lower95,limit_upper95,limit_lower998,limit_upper998,tau2 >out.csv
		run awk -F, 'NR > 1 { outside += $1 < $2 || $1 > $3; far += $1 < $4 || $1 > $5 }
			END { print (outside >= 3 && outside <= 7), far <= 1 }' out.csv
		assert_output "1 1"
	done
}

@test "benchmark: the variance between units keeps its digits, however small it is" {
	sed 's/$/00/; 1s/00$//' expected.csv | sed 's/[.]//' >many.csv
	benchmark --rate yes/n -u unit -c funnel --disclosure none many.csv >out.csv
	run columns measure,phi,tau2 <out.csv
	assert_line --index 1 --regexp '^yes/n,[0-9.]+,0[.]0+[1-9][0-9]{5}$'
}

@test "benchmark: the defaults of a funnel, and what the method says of each" {
	local options method
	while IFS='|' read -r options method; do
		# shellcheck disable=SC2086
		run bash -c "benchmark -m measures.json -u unit -c funnel --disclosure none $options shares.csv | head -2"
		assert_line --index 1 --partial ",wilson $method,12,"
	done <<-'END'
		|funnel_arcsine additive winsorise10
		--overdispersion additive --outliers winsorise:10 --funnel arcsine,sqrt|funnel_arcsine additive winsorise10
		--overdispersion none|funnel_arcsine winsorise10
		--funnel normal --outliers trim:20|funnel_normal additive trim20
		--funnel exact --outliers keep|funnel_exact keep
		--funnel log --funnel-centre target|funnel_arcsine additive winsorise10 to_target
		--overdispersion multiplicative --funnel-z 1.96,3.09|funnel_arcsine multiplicative winsorise10 z1.96/3.09
	END
}

@test "benchmark: a funnel of means weighs them by their answers, and passes over units without an error" {
	local -i unit
	# nine units of answers 1 and 5, and one of threes only
	{
		echo unit,answer
		for ((unit = 1; unit <= 9; unit++)); do
			for ((i = 0; i < 10 + unit; i++)); do echo "u$unit,$((i % (unit + 1) == 0 ? 5 : 1))"; done
		done
		for ((i = 0; i < 30; i++)); do echo "u_same,3"; done
	} >in.csv
	benchmark --mean answer -u unit -c funnel --disclosure none in.csv >out.csv
	run columns unit,units,centre,z,p,limit_lower95,band <out.csv
	assert_line "u_same,10,2.09,[z],[z],[z],[z]"
	run awk -F, 'NR > 1 { sum += $2; n += $3 } END { printf "%.2f\n", sum / n }' <(columns unit,numerator,denominator <out.csv)
	assert_output 2.09
	run columns method <out.csv
	assert_line --index 1 "student_t funnel_normal additive winsorise10"
}

@test "benchmark: under 8 units there is no funnel, only their number, and the method says so" {
	head -8 shares.csv >in.csv
	benchmark -m measures.json -u unit -c funnel --disclosure none in.csv >out.csv
	run columns units,centre,z,p,limit_lower95,limit_upper998,phi,tau2,band <out.csv
	assert_equal "$(tail -n +2 <<<"$output" | sort -u)" "7,[z],[z],[z],[z],[z],[z],[z],[z]"
	run columns method <out.csv
	assert_line --index 1 "wilson funnel_too_few_units"
}

@test "benchmark: suppressed units are not in the funnel, and the others are as published" {
	printf 'u12,2,900\nu13,0,40\n' >>shares.csv
	benchmark -m measures.json -u unit -c funnel shares.csv >hidden.csv
	run columns unit,units,z,limit_lower95,band <hidden.csv
	assert_line "u12,11,*,*,*"
	assert_line "u00,11,*,*,*"
	# counts that are published alike make one funnel
	sed 's/,125,/,124,/; s/,120,/,121,/' shares.csv >alike.csv
	benchmark -m measures.json -u unit -c funnel alike.csv >second.csv
	run cmp hidden.csv second.csv
	assert_success
	benchmark -m measures.json -u unit -c funnel --disclosure none alike.csv >second.csv
	run cmp hidden.csv second.csv
	assert_failure
}

@test "benchmark: options of a funnel that cannot be are exit 2, and say what can" {
	local option said
	while IFS='|' read -r option said; do
		# shellcheck disable=SC2086
		run benchmark -m measures.json -u unit -c funnel $option shares.csv
		assert_failure 2
		assert_output --partial "$said"
	done <<-'END'
		--funnel wilson|--funnel takes one or more of normal, arcsine
		--funnel exact --overdispersion additive|--funnel exact has limits without overdispersion only
		--overdispersion some|--overdispersion takes none, multiplicative or additive
		--outliers trim:50|above 0 and under 50
		--outliers drop|--outliers takes keep
		--funnel-centre mean|--funnel-centre takes units or target
		--funnel-z 3.09|--funnel-z takes two numbers
	END
	run benchmark -m measures.json -u unit -c quartile --outliers keep shares.csv
	assert_failure 2
	assert_output --partial "--outliers needs --compare funnel"
	run benchmark -m measures.json -c funnel shares.csv
	assert_failure 2
	assert_output --partial "needs --unit"
}
