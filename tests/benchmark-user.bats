# benchmark as somebody uses it who has read the manual, and as somebody does who means harm
load helper
bats_require_minimum_version 1.5.0

setup_filter() {
	{
		echo team,month,filled,posts
		local team month
		for team in North South; do
			for month in 01 02 03 04 05 06 07 08 09 10 11 12; do
				echo "$team,2024-$month,$((70 + ${month#0})),100"
				echo "$team,2025-$month,$((90 - ${month#0})),100"
			done
		done
	} >posts.csv
}

@test "user: the rules of a chart, too, are chosen when partitions are merged" {
	local measure=(--proportion filled/posts -u team -p month)
	benchmark "${measure[@]}" --partial 0/1 posts.csv -o part
	benchmark "${measure[@]}" -c control --shift 8 --trend 6 --two-of-three between posts.csv >whole.csv
	run benchmark "${measure[@]}" -c control --shift 8 --trend 6 --two-of-three between --merge part
	assert_success
	diff whole.csv - <<<"$output"
}

@test "user: targets that are none, or two of one measure" {
	run benchmark --mean filled -u team -c target posts.csv
	assert_failure 2
	assert_output "benchmark: --compare target: no measure has a target: give --target, or one in the FILE of --measures"
	run benchmark --mean filled -u team -c funnel --funnel-centre target posts.csv
	assert_failure 2
	assert_output --partial "--funnel-centre target: no measure has a target"
	run benchmark --mean filled -u team -c target --target 5 --target 6 posts.csv
	assert_failure 2
	assert_output --partial "--target '6' stands beside '5': give each measure one target"
	run benchmark --mean filled -u team -c target --target filled=5 --target filled=6 posts.csv
	assert_failure 2
	# its own goes before that of all, whichever stands first
	benchmark --mean filled --mean posts -u team -c target --target filled=75 --target 99 posts.csv >one
	benchmark --mean filled --mean posts -u team -c target --target 99 --target filled=75 posts.csv >other
	cmp one other
	run columns measure,centre <one
	assert_line filled,75.00
	assert_line posts,99.00
	refute_line filled,99.00
}

@test "user: options that say nothing are said" {
	run benchmark --mean filled -u team --ties average posts.csv
	assert_failure 2
	assert_output "benchmark: --ties needs --compare rank"
	run benchmark --mean filled -u team --total '' posts.csv
	assert_failure 2
	assert_output --partial "--total has no name"
	run benchmark --proportion 'filled=1||2' posts.csv
	assert_failure 2
	assert_output --partial "the measure 'filled=1||2': an empty value is no answer"
}

@test "user: limits that would begin anew before all periods, or after them, are said" {
	local measure=(--mean filled -u team -p month -c control) period
	for period in 2023-12 2024-01 2026-01 North=2026-01; do
		run --separate-stderr benchmark "${measure[@]}" --rebase "$period" posts.csv
		assert_success
		[[ $stderr == *"so nothing begins anew"* ]]
	done
	run --separate-stderr benchmark "${measure[@]}" --rebase North=2025-01 --rebase 2024-02 posts.csv
	assert_success
	[ -z "$stderr" ]
	run --separate-stderr benchmark "${measure[@]}" --rebase West=2025-01 posts.csv
	[[ $stderr == *"no unit 'West'"* && $stderr != *"begins anew"* ]]
}

@test "user: an attack on counts that nobody published so is refused by its line" {
	benchmark --proportion filled/posts -u team posts.csv >published.csv
	benchmark --attack published.csv >/dev/null
	local wrong
	for wrong in -5 1.5 nan 1e5 99999999999999999999 x; do
		sed "2s#proportion,[^,]*,#proportion,$wrong,#" published.csv >edited.csv
		run --separate-stderr benchmark --attack edited.csv
		assert_failure 2
		assert_output ""
		assert_equal "$stderr" "benchmark: edited.csv:2: 'records' is no count as benchmark writes it: attack the output as it was written"
	done
}

@test "user: a partition whose numbers no records can have is refused by its line" {
	benchmark --mean filled --mean posts --proportion month=2024-01 -u team --partial 0/1 posts.csv -o part
	local edit
	# more answers than records, squares that are too small, and more of a share than there are
	for edit in 's/^(cell,filled,,24),24,/\1,25,/' 's/^(cell,filled,,24,24,[0-9]+),[0-9]+/\1,0/' \
		's/^(cell,filled,,24),24,/\1,0,/' 's/^(cell,month=2024-01,,24),24,/\1,25,/'; do
		sed -E "$edit" part >edited
		run ! cmp -s part edited
		run --separate-stderr benchmark --mean filled --mean posts --proportion month=2024-01 -u team \
			--merge edited
		assert_failure 2
		assert_output ""
		[[ $stderr == *"edited:"*": the measure's kind has no such content: make the file again"* ]]
	done
	# decimals are counted apart
	printf 'u,v\na,1.5\na,2.25\na,-3\n' >decimals.csv
	benchmark --mean v -u u --partial 0/1 decimals.csv -o part
	benchmark --mean v -u u --merge part --disclosure none >merged.csv
	benchmark --mean v -u u --disclosure none decimals.csv | cmp - merged.csv
}

@test "user: the forms of a period that the manual names, and one that is none" {
	printf '%s\n' p,v 2026-03-31,1 2026-03,1 2026-Q1,1 2026,1 2025/26-Q4,1 2025/26,1 31/03/2026,1 >in.csv
	run --separate-stderr benchmark --mean v -p p --disclosure none in.csv
	assert_failure 1
	assert_equal "${#lines[@]}" 7
	assert_equal "$stderr" "benchmark: in.csv:8:1: 'p' is not a date or period such as 2026-03-31, 2026-03 or 2025/26 (record 7)"
}
