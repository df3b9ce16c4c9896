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
