# benchmark as somebody uses it who has read the manual, and as somebody does who means harm
load helper

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
