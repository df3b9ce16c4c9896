#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# anonymise: names in free text.  All persons and sentences are invented.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

SENTENCES=$BATS_TEST_DIRNAME/anonymise/names-sentences.csv

# the texts of standard input, one a line, as they come out; names alone are looked for
redacted() { # [LISTS]
	printf '{"project":"t",%s"columns":{"n":{"action":"keep"},"t":{"action":"redact","entities":["name"]}}}' \
		"${1:-}" >redact.json
	{
		echo n,t
		sed 's/"/""/g; s/.*/1,"&"/'
	} | anonymise -p redact.json | sed '1d; s/^1,//; s/^"//; s/"$//; s/""/"/g'
}

# lines of TEXT|EXPECTED, where _ is the placeholder
assert_redacted() { # [LISTS]
	cat >lines
	cut -d'|' -f1 lines | redacted "${1:-}" >got
	cut -d'|' -f2 lines | sed 's/_/[REDACTED]/g' >expected
	run diff expected got
	assert_output ""
}

assert_stays() {
	cat >texts
	redacted <texts >got
	run diff texts got
	assert_output ""
}

@test "names: of the labelled sentences none loses a word that is no name, and 2 names in 169 stay" {
	run --separate-stderr anonymise --evaluate-spans "$SENTENCES"
	assert_success
	assert_equal "$stderr" ""
	# labelled, matched, wrong: what was measured; more is better
	run awk -F, '$1 == "name" { print ($3 == 169), ($5 >= 167), ($8 == 0) }' <<<"$output"
	assert_output "1 1 1"
}

@test "names: behind a title the whole name goes, in any writing" {
	assert_redacted <<-'END'
		mr john smith came|mr _ came
		MR JOHN SMITH CAME|MR _ CAME
		nurse smith was kind|nurse _ was kind
		Dr A Khan and Dr B Lee helped|Dr _ and Dr _ helped
		Dr A. B. Khan's list|Dr _'s list
		mrs green and dr brown|mrs _ and dr _
		Drs Ashby, Elm and Cole|Drs _
		Mr Le said so|Mr _ said so
		Dr Young Lee|Dr _
		I saw the doctor. Lovely place|I saw the doctor. Lovely place
		Dr. Great service|Dr. Great service
		The nurse Called|The nurse Called
	END
}

@test "names: beside kin and roles" {
	assert_redacted <<-'END'
		my son Jason, 12, and my Auntie Bev|my son _, 12, and my Auntie _
		MY SON JASON WAS ILL|MY SON _ WAS ILL
		my son jason was ill|my son _ was ill
		my daughter Xiomara Quell cried|my daughter _ cried
		social worker Zainab rang|social worker _ rang
		AMHP Quilla rang|AMHP _ rang
		my social worker, Quilla, rang|my social worker, _, rang
		my manager (Quilla) rang|my manager (_) rang
		I met Quilla, my social worker|I met _, my social worker
		my sister's name is Hope|my sister's name is _
		a nurse called will|a nurse called _
		a group called Headway|a group called Headway
	END
}

@test "names: a list knows names in any writing; everyday words need more" {
	assert_redacted <<-'END'
		ask sarah or MOHAMMED or Siobhan|ask _ or _ or _
		Agnieszka Kowalska, Chidi Okafor, Zhang Wei|_, _, _
		Łukasz and lukasz and ŁUKASZ|_ and _ and _
		Mary-Jane's and Mary-jane|_'s and _
		Sarah Ashby and S. Patel|_ and _
		Grace Young and Mark|_ and _
		I told Grace; by the grace of God|I told _; by the grace of God
		Sarah and Will were kind|_ and _ were kind
		in May with June and April|in May with June and April
		Sarahs idea|_ idea
	END
}

@test "names: what is no name stays" {
	assert_stays <<-'END'
		Hello, thank you for everything
		HELLO AND THANK YOU
		Thank You For The Good Work
		Will you mark the date in May?
		Mark my words
		Young people and brown bread, white walls
		I have faith, hope and joy in summer
		Merry Christmas to all at Madeira Road
		He has Parkinson's, she Alzheimer's, I Asperger's
		Lithium, Sertraline and Valium
		We went to London, Derby and Lincoln
		[NAME] and XXXX and Dr XXXX and my son PERSON
		my husband ADHD assessment
		I miss Monday group
	END
}

@test "names: organisations stay, and who works there goes" {
	assert_redacted <<-'END'
		St Mary's Hospital|St Mary's Hospital
		ST MARY'S HOSPITAL|ST MARY'S HOSPITAL
		on Kingsley Ward and Grace House|on Kingsley Ward and Grace House
		Florence Nightingale Unit and Churchill Centre|Florence Nightingale Unit and Churchill Centre
		Rethink, Mind, Samaritans, Age UK|Rethink, Mind, Samaritans, Age UK
		Turning Point and Citizens Advice|Turning Point and Citizens Advice
		Sue Ryder, Marie Curie, John Lewis|Sue Ryder, Marie Curie, John Lewis
		Dr Smith's surgery|Dr _'s surgery
		Sarah's team|_'s team
		victoria hospital|victoria hospital
	END
}

@test "names: the policy's own lists add names and keep words" {
	printf 'word,classes\nquorl,given surname\ntrell,given common\n' >names.csv
	printf 'word\nSarah House Project\nJason\n' >keep.csv
	assert_redacted '"redaction":{"names":"names.csv","keep":"keep.csv"},' <<-'END'
		ask quorl|ask _
		a trell of it|a trell of it
		I told Trell so|I told _ so
		Jason and Sarah|Jason and _
		the sarah house project|the sarah house project
		Dr Jason|Dr _
	END
	printf 'word,classes\nquorl,person\n' >names.csv
	printf 'n,t\n1,a\n' >in.csv
	run anonymise -p redact.json in.csv
	assert_failure 2
	assert_output --partial "names.csv:2"
	refute_output --partial quorl
}

@test "names: what was redacted holds nothing more" {
	cut -d, -f2- "$SENTENCES" | sed '1d; s/,[0-9;-]*$//; s/^"//; s/"$//' | redacted >once
	redacted <once >twice
	cmp once twice
}

# the row's own values: two columns and a text, of which the text is printed
own() { # FIRST LAST TEXT
	echo '{"project":"t","columns":{"a":{"action":"drop"},"b":{"action":"drop"},"n":{"action":"keep"},
	"t":{"action":"redact","entities":["own"],"own":["a","b"]}}}' >own.json
	printf 'a,b,n,t\n"%s","%s",1,"%s"\n' "$1" "$2" "$3" | anonymise -p own.json | sed '1d; s/^1,//; s/^"//; s/"$//'
}

@test "names: the row's own names go in whatever writing" {
	while IFS='|' read -r first last text expected; do
		assert_equal "$(own "$first" "$last" "$text")" "${expected//_/[REDACTED]}"
	done <<-'END'
		Quilla|Ashby|Quilla Ashby, QUILLA and ashby's|_, _ and _'s
		Mary-Jane|O'Neill|MARY JANE ONEILL, maryjane, M. O’Neill, O Neill, MrsONeill|_, _, _, _, Mrs_
		Zoë|Łukan|Zoe and ZOË and lukan|_ and _ and _
		Will|Young|I will help young people. Will you? I told Will. WILL YOUNG|I will help young people. Will you? I told _. _
		Grace|Ng|grace period; the ng tube; Grace's; NG|grace period; the ng tube; _'s; _
		A|May|A day in a may tree|A day in a may tree
		Quilla|Ashby|Quillas Ashby-Cole Dashby|_ Dashby
		Dr Ashby|the Elm|the doctor and Dr Ashby|the doctor and Dr _
		||Nobody is named|Nobody is named
	END
}

@test "names: the row's own numbers go whatever stands in them" {
	while IFS='|' read -r first last text expected; do
		assert_equal "$(own "$first" "$last" "$text")" "${expected//_/[REDACTED]}"
	done <<-'END'
		RX-12345|943 476 5919|rx12345, RX 123 45; 9434765919|_, _; _
		RX-12345|943 476 5919|RX123456 XRX12345 19434765919|RX123456 XRX12345 19434765919
		2019|12|in 2019 at 12|in 2019 at 12
		jo.quilla@example.org|7|Jo and quilla at example.org|_ and _ at example.org
	END
}
