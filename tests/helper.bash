# helper: what every bats file here begins with.
bats_load_library bats-support
bats_load_library bats-assert

ROOT=$(cd "$BATS_TEST_DIRNAME/.." && pwd)
# the programs under test, wherever this build put them
MHSW_BIN=${MHSW_BIN:-$ROOT/bin}
PATH=$MHSW_BIN:$PATH
SAMPLES=$ROOT/samples
SCHEMAS=$ROOT/schemas
SHARED_DATA=${MHSW_SHARED_DATA:-$ROOT/../shared/data}
export ROOT MHSW_BIN PATH SAMPLES SCHEMAS SHARED_DATA

setup() {
	cd "$BATS_TEST_TMPDIR" || return 1
	if declare -F setup_filter >/dev/null; then
		setup_filter
	fi
}

# Ends the test as skipped, with words, where the open data is not at hand.
need_data() { # PATH below shared/data
	[ -e "$SHARED_DATA/$1" ] || skip "no $1: the open data is not beside this checkout"
}

# The exit status of a pipeline's first program when its reader goes away.
closed_pipe() { # COMMAND...
	set +o pipefail
	"$@" | head -c 1 >/dev/null
	echo "${PIPESTATUS[0]}"
}
