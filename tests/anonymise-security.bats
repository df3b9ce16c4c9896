#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# anonymise: what the process can do once it holds data and a key, what is left of
# them, and what its messages tell.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

# what plays a filter that was taken over: tests/faults/after_start.c
FAULT=${MHSW_FAULTS:-$ROOT/build/faults}/after_start.so

setup_filter() {
	umask 077
	mkdir keys out
	anonymise --make-key keys/project.key
	cat >policy.json <<-'END'
		{ "project": "demo", "person": "id", "columns": {
		    "id": { "action": "pseudonymise", "entity": "person" },
		    "date": { "action": "generalise", "to": "month" },
		    "comment": { "action": "redact" } } }
	END
	cat >in.csv <<-'END'
		id,date,comment
		P000123,2024-04-17,"Dr Ashby, on 0115 496 0123"
		P000124,2024-04-18,Hello
	END
}

# Ends the test as skipped where this build or this kernel has no such sandbox.
need_sandbox() { # MEASURE...
	local measures measure
	measures=$(anonymise -v -p policy.json -k keys/project.key in.csv 2>&1 >/dev/null | sed -n 's/.*sandbox: //p')
	for measure; do
		[[ $measures == *"$measure"* ]] || skip "no $measure: this build or this kernel has sandbox $measures"
	done
}

# Runs anonymise, taken over behind the second read of its input.
taken_over() { # FAULT FILE ARGUMENT...
	# shellcheck disable=SC2016
	MHSW_FAULT=$1 MHSW_FAULT_FILE=$2 LD_PRELOAD=$FAULT run --separate-stderr bash -c \
		'ulimit -c unlimited; exec "$@" <in.csv' - anonymise -p policy.json -k keys/project.key "${@:3}"
}

# --- a process that is taken over ---------------------------------------------------

@test "anonymise: after start whatever reaches out or starts a program ends it" {
	[ -e "$FAULT" ] || skip "no $(basename "$FAULT"): make faults builds it"
	need_sandbox seccomp
	for fault in socket connect sendto execve fork clone ptrace process_vm_readv other-table; do
		for output in - out/out.csv; do
			echo old >out/out.csv
			taken_over "$fault" in.csv -o "$output"
			# 128 + SIGSYS: the kernel ended it at once
			assert_equal "$fault $status $stderr" "$fault 159 "
			assert_output ""
			assert_equal "$(cat out/out.csv)" old
			# nobody is left who could remove the temporary file, which holds no whole output
			find out -name 'out.csv.??????' -delete
			assert_equal "$(ls out)" out.csv
		done
	done
	run find . -name 'core*'
	assert_output ""
}

@test "anonymise: after start a file that is opened or made ends it, where it has none to write" {
	[ -e "$FAULT" ] || skip "no $(basename "$FAULT"): make faults builds it"
	need_sandbox seccomp
	for fault in open openat create proc-self-mem; do
		taken_over "$fault" keys/project.key
		assert_equal "$fault $status $stderr" "$fault 159 "
		assert_output ""
	done
	assert_equal "$(stat -c %s keys/project.key)" 32
}

@test "anonymise: after start no file is removed, and no memory runs code" {
	[ -e "$FAULT" ] || skip "no $(basename "$FAULT"): make faults builds it"
	need_sandbox seccomp
	anonymise -p policy.json -k keys/project.key in.csv >expected
	for fault in unlink mmap-exec mprotect-exec memfd_create io_uring_setup dumpable core-limit; do
		taken_over "$fault" keys/project.key
		assert_equal "$stderr" "after_start: $fault: Operation not permitted"
		# it was refused and nothing else: the work goes on
		assert_equal "$status" 0
		assert_equal "$output" "$(cat expected)"
	done
	assert_equal "$(stat -c %s keys/project.key)" 32
}

@test "anonymise: with -o files of other folders stay closed too" {
	[ -e "$FAULT" ] || skip "no $(basename "$FAULT"): make faults builds it"
	need_sandbox landlock seccomp
	anonymise -p policy.json -k keys/project.key in.csv >expected
	for fault in open openat unlink proc-self-mem; do
		taken_over "$fault" keys/project.key -o out/out.csv
		assert_equal "$stderr" "after_start: $fault: Permission denied"
		cmp out/out.csv expected
	done
	taken_over create elsewhere -o out/out.csv
	assert_equal "$stderr" "after_start: create: Permission denied"
	[ ! -e elsewhere ]
	for fault in mmap-exec mprotect-exec memfd_create io_uring_setup; do
		taken_over "$fault" in.csv -o out/out.csv
		assert_equal "$stderr" "after_start: $fault: Operation not permitted"
	done
	assert_equal "$(stat -c %s keys/project.key)" 32
}

@test "anonymise: records that wait for their class leave nothing behind when the process is ended" {
	[ -e "$FAULT" ] || skip "no $(basename "$FAULT"): make faults builds it"
	need_sandbox seccomp
	mkdir spill
	sed 's/"person": "id",/"person": "id", "k": 2, "quasi_identifiers": ["date"],/' policy.json >k.json
	anonymise -p k.json -k keys/project.key in.csv >expected
	mv k.json policy.json
	echo old >out/out.csv
	TMPDIR=$PWD/spill taken_over socket in.csv -o out/out.csv
	assert_equal "$status $stderr" "159 "
	assert_equal "$(cat out/out.csv)" old
	assert_equal "$(ls -A spill)" ""
	TMPDIR=$PWD/spill taken_over unlink keys/project.key
	assert_equal "$stderr" "after_start: unlink: Operation not permitted"
	assert_equal "$output" "$(cat expected)"
	assert_equal "$(ls -A spill)" ""
}

# --- a process that is watched ----------------------------------------------------------

# Starts anonymise on a pipe that stays open, as process $worker, with a whole block
# taken in; let_go ends its input.
hold() { # ARGUMENT...
	mkfifo held
	(
		ulimit -c unlimited 2>/dev/null
		exec anonymise -p policy.json -k keys/project.key "$@" held >held.out 2>held.err
	) &
	worker=$!
	exec 5>held
	cat in.csv >&5
	# it shows up when the first block has been read and the key is gone again
	for _ in $(seq 100); do
		[ "$(awk '/^Max core file size/ { print $5 }' "/proc/$worker/limits")" != 0 ] || break
		sleep 0.05
	done
}

let_go() {
	exec 5>&-
	wait "$worker"
}

@test "anonymise: the key is in no argument, no environment, and no file but its own" {
	hold
	tr '\0' '\n' <"/proc/$worker/cmdline" >seen
	# of a process that conceals itself only root sees it
	[ ! -r "/proc/$worker/environ" ] || tr '\0' '\n' <"/proc/$worker/environ" >>seen || true
	let_go
	anonymise -v -p policy.json -k keys/project.key --run-record out/run.json -o out/out.csv in.csv 2>out/messages
	cat seen held.out held.err out/* >all
	# as bytes, in hexadecimal and in base64
	od -An -v -tx1 keys/project.key | tr -d ' \n' >key.hex
	od -An -v -tx1 all | tr -d ' \n' >all.hex
	run grep -c "$(cat key.hex)" all.hex
	assert_output 0
	for form in "$(cat key.hex)" "$(tr a-f A-F <key.hex)" "$(base64 -w0 keys/project.key | cut -c1-40)"; do
		run grep -cF -- "$form" all
		assert_output 0
	done
}

@test "anonymise: no core file, whatever ends it, and other processes cannot look in" {
	need_sandbox seccomp
	local signal
	for signal in SEGV ABRT QUIT; do
		hold -o out/out.csv
		assert_equal "$(awk '/^Max core file size/ { print $5, $6 }' "/proc/$worker/limits")" "0 0"
		# of a process that may not be looked into, /proc belongs to root
		assert_equal "$(stat -c %u "/proc/$worker/environ")" 0
		kill -"$signal" "$worker"
		let_go && fail "it lives on after $signal"
		rm held
	done
	run find . -name '*core*'
	assert_output ""
	[ ! -e out/out.csv ]
}

# --- keys ---------------------------------------------------------------------------------

refused_key() { # SOURCE WORDS
	run --separate-stderr anonymise -p policy.json -k "$1" in.csv
	assert_failure 2
	assert_output ""
	[[ $stderr == *"$2"* ]] || fail "$stderr"
}

@test "anonymise: what is no key file is refused, without waiting for it" {
	refused_key keys "not a regular file"
	refused_key /dev/null "not a regular file"
	refused_key /dev/zero "not a regular file"
	mkfifo -m 600 keys/pipe
	refused_key keys/pipe "not a regular file"
	refused_key "" "cannot open the key"
	refused_key keys/absent "cannot open the key"
	refused_key keys/project.key/ "cannot open the key"
	head -c 32 /dev/zero >keys/zeros
	refused_key keys/zeros "not random"
	# two halves alike are 16 different bytes at most
	head -c 8 keys/project.key >keys/half
	cat keys/half keys/half keys/half keys/half >keys/halves
	refused_key keys/halves "not random"
	ln -s project.key keys/link
	refused_key keys/link "symbolic link"
	ln -s absent keys/dangling
	refused_key keys/dangling "symbolic link"
}

@test "anonymise: a key by a second name, or in a folder behind a link, is the same key" {
	anonymise -p policy.json -k keys/project.key in.csv >expected
	ln keys/project.key keys/second
	anonymise -p policy.json -k keys/second in.csv | cmp - expected
	# the folder is the administrator's; it is the file itself that must be no link
	ln -s keys vault
	anonymise -p policy.json -k vault/project.key in.csv | cmp - expected
	chmod 644 keys/second
	refused_key keys/project.key "others may open the key"
}

@test "anonymise: the data is no key, and the key is no data, policy or output" {
	refused_key in.csv "the key is text"
	run --separate-stderr anonymise -p policy.json -k keys/project.key keys/project.key
	assert_failure 2
	assert_output ""
	run --separate-stderr anonymise -p keys/project.key in.csv
	assert_failure 2
	assert_output ""
	run -2 --separate-stderr anonymise -p policy.json -k keys/project.key --run-record keys/project.key in.csv
	[[ $stderr == *"is what --key names, which would be lost"* ]]
	assert_equal "$(stat -c %s keys/project.key)" 32
}

# --- another key ---------------------------------------------------------------------------

@test "anonymise: another key changes every token, the same key not a byte" {
	echo '{"project":"t","columns":{"a":{"action":"pseudonymise","entity":"person"},
		"b":{"action":"pseudonymise","entity":"team"}}}' >tokens.json
	{ echo a,b; seq 500 | sed 's/.*/P&,T&/'; } >tokens.csv
	anonymise -p tokens.json -k keys/project.key tokens.csv >one
	anonymise -p tokens.json -k keys/project.key tokens.csv | cmp - one
	anonymise --make-key keys/other.key
	anonymise -p tokens.json -k keys/other.key tokens.csv >two
	# no token of one stands in the other, in whatever column
	run bash -c 'sed 1d one two | tr , "\n" | sort | uniq -d'
	assert_output ""
	assert_equal "$(sed 1d one | tr , '\n' | wc -l)" 1000
	# one flipped bit is another key
	cp keys/project.key keys/flipped.key
	byte=$(od -An -tu1 -N1 keys/project.key | tr -d ' ')
	# shellcheck disable=SC2059
	printf "\\$(printf %o $((byte ^ 1)))" | dd of=keys/flipped.key conv=notrunc bs=1 status=none
	anonymise -p tokens.json -k keys/flipped.key tokens.csv >three
	run bash -c 'sed 1d one three | tr , "\n" | sort | uniq -d'
	assert_output ""
}

@test "anonymise: another key shifts the dates of nearly everybody otherwise" {
	echo '{"project":"t","person":"a","columns":{"a":{"action":"pseudonymise","entity":"person"},
		"d":{"action":"shift-date","window":180}}}' >shift.json
	anonymise -p shift.json --check-config 2>/dev/null || skip "no shift-date of that form here yet"
	{ echo a,d; seq -f 'P%05.0f,2024-06-15' 400; } >shift.csv
	anonymise -p shift.json -k keys/project.key shift.csv >one
	anonymise -p shift.json -k keys/project.key shift.csv | cmp - one
	anonymise --make-key keys/other.key
	anonymise -p shift.json -k keys/other.key shift.csv >two
	# by chance one in 361 stays, so of 400 more than 12 with a probability below 10^-8
	run bash -c 'paste -d, <(cut -d, -f2 one | sed 1d) <(cut -d, -f2 two | sed 1d) | awk -F, "\$1 == \$2" | wc -l'
	[ "$output" -le 12 ]
	# the shift is the person's, not the row's
	{ cat shift.csv; sed 1d shift.csv; } >twice.csv
	anonymise -p shift.json -k keys/project.key twice.csv | sed 1d | sort | uniq -c | awk '$1 != 2' >odd
	[ ! -s odd ]
}
