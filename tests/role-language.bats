#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# map-to-role: texts in another language than the rules.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

setup_filter() {
	RULES=$SCHEMAS/roles/rules.csv
}

# the status of each of the texts on standard input, one to a line
statuses() {
	{ echo t; sed 's/"/""/g; s/.*/"&"/'; } >in.csv
	map-to-role -r "$RULES" --text t "$@" in.csv >out.csv
	# nothing but the text holds a comma before it, and quotes end the text
	sed 1d out.csv | sed 's/^"[^"]*"//; s/^[^,]*//' | cut -d, -f4
}

# A folder of rules in Welsh, made up for this test.
welsh() {
	mkdir cy
	cp "$SCHEMAS/roles/languages.csv" cy
	printf 'code,category,item,ordinal,label\nA,A,,0,Hawliau\nA.i,A,i,1,Asesu\n' >cy/roles.csv
	printf '%s\n' rule_id,function,pattern,requires,excludes,weight,provenance,positive,negative \
		'cy-1,A.i,\basesiad gofal\b,,,3,prawf,Cafodd hi asesiad gofal,Roedd yr asesiad yn hir' >cy/rules.csv
}

@test "map-to-role: a text in another language has a status of its own" {
	run statuses <<-'END'
		Roedd y gweithiwr yn garedig iawn a diolch yn fawr am eich help
		Bardzo mi pomogli i zawsze mnie słuchali
		La trabajadora me ayudó mucho con la vivienda y con los papeles
		A assistente ajudou-me muito com a casa e não me julgou
		Man labai padėjo ir visada išklausė, ačiū
		Waan ku mahadsanahay caawimada aad ii fidisay
		L'assistante m'a beaucoup aidé avec mon logement et mes papiers
		社工对我非常好，谢谢
		سوشل ورکر نے میری بہت مدد کی
		Социальный работник мне очень помог
	END
	assert_success
	assert_equal "$(printf '%s\n' "$output" | sort -u)" other_language
	assert_equal "${#lines[@]}" 10
}

@test "map-to-role: English stays English: names, foreign words, catchwords, mistakes, symbols" {
	run statuses <<-'END'
		S117 review CTO renewal tribunal report
		Met Ms de la Cruz and the de facto carer
		a la carte menu on si no
		Name as written by the family: سوشل ورکر and the visit was on Monday
		Thx 4 all ur help ❤❤❤
		me no like it here
		TC to GP no answer
		co-prod session w 6 people on the cafe plans
		no
		😀😀😀😀😀😀
		12345 67890
	END
	assert_success
	refute_line other_language
	assert_equal "${#lines[@]}" 11
	assert_line --index 0 mapped
}

@test "map-to-role: a text that begins plainly in English stays English" {
	run statuses <<-'END'
		The team and the carer were very kind, roedd y gweithiwr yn garedig iawn ac yn fawr am y gwaith yn y tŷ
		Roedd y gweithiwr yn garedig iawn ac yn fawr am y gwaith yn y tŷ, the team were kind
	END
	assert_success
	assert_output "unmapped
other_language"
}

@test "map-to-role: rules are not tried on another language, whatever words stand in it" {
	printf 't\nMae angen AMHP a section 117 ar y dyn yn fawr iawn\n' >in.csv
	run map-to-role -r "$RULES" --text t --indicators --functions --run-record record.json in.csv
	assert_success
	assert_line --index 1 "Mae angen AMHP a section 117 ar y dyn yn fawr iawn,,,other_language,,,,,,$(printf ',%.0s' {1..39})"
	run cat record.json
	assert_output --partial '"other_language": 1'
	assert_output --partial '"file": "languages.csv"'
}

@test "map-to-role: rules in another language stand beside, with --language" {
	welsh
	RULES=cy/rules.csv
	run statuses --language cy <<-'END'
		Cafodd hi asesiad gofal ddoe
		The worker was very kind and we had a good talk with him
		Mae hi wedi cael sgwrs dda iawn
	END
	assert_success
	assert_output $'mapped\nother_language\nunmapped'
	# as rules in English: a Welsh text would be another language
	run statuses --language en <<<"Mae hi wedi cael asesiad gofal yn y dref"
	assert_output other_language
}

@test "map-to-role: without the words of the languages each text is in that of the rules" {
	welsh
	rm cy/languages.csv
	RULES=cy/rules.csv
	run statuses <<<"The worker was very kind and we had a good talk with him"
	assert_output unmapped
	run map-to-role -r cy/rules.csv --text t --language cy </dev/null
	assert_failure 2
	assert_output --partial "cy/languages.csv: --language needs the words of the languages"
}

# bad LINE... : the check of languages.csv with these lines says the words
bad() {
	{ echo language,name,words; printf '%s\n' "${@:2}"; } >cy/languages.csv
	run map-to-role -r cy/rules.csv --check-config
	assert_failure 2
	assert_output --partial "cy/languages.csv"
	assert_output --partial "$1"
}

@test "map-to-role: faulty words of languages are refused, with file and line" {
	welsh
	bad "the rules' language 'en' is not there" "cy,Welsh,yn y"
	bad ":3: column 'words': a language needs words" "en,English,the" "cy,Welsh,"
	bad ":2: column 'words': one blank stands between two words" "en,English,the  of"
	bad ":2: column 'words': one blank stands between two words" "en,English,the "
	bad ":2: column 'words': a word can never be met" "en,English,The"
	bad ":2: column 'words': a word can never be met" "en,English,don’t"
	bad ":2: column 'words': a word is longer than 16 bytes" "en,English,abcdefghijklmnopq"
	bad ":3: column 'language' has the value of line 2 again" "en,English,the" "en,English,of"
	mapfile -t many < <(for i in {1..33}; do echo "l$i,Language $i,word"; done)
	bad "at most 32" "${many[@]}"
	printf 'language,words\nen,the\n' >cy/languages.csv
	run map-to-role -r cy/rules.csv --check-config
	assert_failure 2
	assert_output --partial "no column 'name'"
}

@test "map-to-role: no real comment in English is taken for another language" {
	need_data feedback-nottshc/tidy_trust_data_MH.csv
	map-to-role -r "$RULES" --text comment_txt --evidence none --run-record record.json \
		"$SHARED_DATA/feedback-nottshc/tidy_trust_data_MH.csv" >out.csv
	grep -q '"other_language": 0' record.json
}
