#!/usr/bin/env bats
# benchmark: options together that each work by themselves.
load helper

# Some columns of what benchmark writes of in.csv.
figures() { # NAME,NAME... OPTION...
	local names=$1
	shift
	benchmark "$@" in.csv | columns "$names"
}

@test "together: the nation is not counted into a total over its units" {
	printf 'u,x,n\na,10,40\nb,20,60\nEngland,30,100\n' >in.csv
	run figures unit,numerator,denominator --proportion x/n -u u --total all --national England \
		--disclosure none
	assert_output "unit,numerator,denominator
England,30,100
a,10,40
all,30,100
b,20,60"
}

@test "together: a partition counts for groups of peers that the merge compares" {
	printf 'u,g,v\na,north,1\nb,south,2\na,north,3\nb,south,4\n' >in.csv
	benchmark --mean v -u u --peer-group g --partial 0/1 in.csv -o one.part
	benchmark --mean v -u u --peer-group g --disclosure none -c rank in.csv >whole.csv
	benchmark --mean v -u u --peer-group g --disclosure none -c rank --merge one.part >merged.csv
	run diff whole.csv merged.csv
	assert_success
	run benchmark --mean v -u u --peer-group g --merge one.part
	assert_failure 2
	assert_output --partial "needs a comparison of units"
}

@test "together: published figures are not rounded again where they are compared" {
	{
		echo u,v
		printf '%s\n' a,1 b,2 c,4 d,7 e,8 f,9 g,12 h,15 i,[c]
	} >in.csv
	run figures unit,q1,median,q3,mad,mads_from_median --given v -u u -c quartile,mad
	assert_line --regexp ',1\.8750$'
	assert_line --regexp '^i,3\.50*,7\.50*,9\.750*,4\.0*,\[c\]$'
}

@test "together: an empty edition before others is no reason to refuse them" {
	: >empty.csv
	printf 'u,s,v\na,x,1\nb,x,2\n' >in.csv
	benchmark --mean v -u u -b s in.csv >out.csv
	benchmark --attack out.csv | sed 1d | cut -d, -f2- >one.csv
	benchmark --attack empty.csv out.csv | sed 1d | cut -d, -f2- >both.csv
	run diff one.csv both.csv
	assert_success
	[ -s one.csv ]
}
