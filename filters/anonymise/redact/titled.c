/* SPDX-License-Identifier: GPL-3.0-or-later */
/* titled: names that follow a title or a role word. */
#include "titled.h"

#include "../../lib/field.h"

#include <strings.h>

/* Only ever a title; after one of them stands a name, unless it is one of a few. */
#define HONORIFICS "mr|mrs|ms|mx|messrs|mister"
#define NO_SURNAMES                                                                                \
	"and|or|but|the|who|is|was|has|had|i|in|at|on|for|to|with|from|nurse|doctor|dr|mr|mrs|ms"

/* Also nouns and verbs, which other words follow as well as names. */
#define NOUNS "dr|drs|prof|professor|doctor|miss|sister|nurse|rev|revd|reverend|sir|dame"
/* Those of them that a lower-case name may follow: "my doctor smith" is rare,
 * "my doctor listens" is not.  ms is the illness too. */
#define LOWER_NOUNS "dr|drs|prof|professor|ms"

/* What may stand between such a word and the name. */
#define ROLES                                                                                      \
	"practitioner|specialist|manager|consultant|therapist|prescriber|assistant|lead|called|"   \
	"named"

/* No name, however it is written. */
#define FUNCTION_WORDS                                                                             \
	NO_SURNAMES                                                                                \
	"|" ROLES "|" NOUNS                                                                        \
	"|an|he|she|they|it|we|you|my|me|us|his|her|him|their|them|our|your|this|that|these|those" \
	"|are|were|be|been|being|have|having|does|did|done|nor|so|if|as|by|into|of|off|onto|out"   \
	"|over|up|without|whom|whose|which|what|when|where|why|how|not|no|yes|then|than|there"     \
	"|here|also|both|very|just|only|because|after|before|since|while|until|thank|thanks"       \
	"|please|everyone|everything|appointment|appointments|surgery|clinic|clinics|team|teams"   \
	"|unit|hospital|service|services|staff|station|led|appt|appts|department|psychiatrist"     \
	"|psychiatric|psychologist|counsellor|counselling|felt|however|actually|excellent"         \
	"|wonderful|much|too|all|etc|provide|approachable"

/* No name where capitals or small letters tell nothing: verbs and other words
 * that follow "dr" and "nurse" in comments. */
#define COMMON_WORDS                                                                               \
	"about|again|agreed|all|almost|already|always|am|another|any|anyone|anything|around|ask"   \
	"|asked|asks|attended|available|away|back|bad|based|became|best|better|bit|bringing"       \
	"|brought|busy|came|can|cannot|care|cared|cares|caring|cancelled|change|changed|changes"   \
	"|changing|checked|come|comes|coming|contacted|could|couldn|current|decided|did|didn"      \
	"|discussed|do|doesn|doing|don|during|each|either|else|enough|even|ever|every|excellent"   \
	"|explain|explained|explains|fantastic|felt|few|finally|first|found|friendly|gave|get"     \
	"|gets|getting|give|given|gives|giving|go|goes|going|good|got|great|happy|hasn|haven"      \
	"|helpful|help|helped|helping|helps|herself|himself|however|instead|isn|keep|keeps|kept"   \
	"|kind|kindly|knew|know|knows|last|lately|later|left|less|let|letter|letters|like|liked"   \
	"|listen|listened|listening|listens|little|look|looked|lot|lots|lovely|made|make|makes"    \
	"|many|may|maybe|medication|meeting|meetings|met|might|more|most|much|must|name|needed"    \
	"|needs|never|new|next|nice|nothing|now|offered|often|once|one|ones|other|others|patient"  \
	"|patients|phone|phoned|prescribed|prescribing|professional|providing|put|quick|quite"     \
	"|rang|read|really|received|referral|referred|regarding|regular|regularly|said|same|saw"   \
	"|say|saying|says|see|seeing|seem|seemed|seems|seen|sees|sent|several|shall|should"        \
	"|shouldn|showed|smiled|some|someone|something|sometimes|soon|spoke|started|still|stopped" \
	"|such|support|supported|supportive|supports|surgeries|take|takes|taking|talk|talked"      \
	"|talking|talks|tell|telling|tells|things|think|thinks|though|thought|through|today|told"  \
	"|too|took|treat|treated|treats|treatment|tried|tries|trust|trying|turned|understand"      \
	"|understanding|understands|understood|us|used|using|visit|visited|visiting"               \
	"|visits|wait|waiting|want|wanted|wants|wasn|well|went|weren|will|wonderful|work|worked"   \
	"|working|works|would|wouldn|writes|wrong|wrote|yet|within|level|need|round|brilliant"     \
	"|quicker"

#define BLANK "[\\s\\h]"
/* A title may run into its name: MrSmith. */
#define AFTER      "(?:\\." BLANK "{0,9}|" BLANK "{1,9}|(?<=\\p{Ll})(?=\\p{Lu}\\p{Ll}))"
#define LETTERS    "[\\p{L}\\p{M}]"
#define WORD_ENDS  "(?!" LETTERS ")"
#define APOSTROPHE "['`\\x{2018}\\x{2019}\\-\\x{2010}\\x{2011}]"
/* The parts of one name; a possessive s is none of it. */
#define FURTHER                                                                                    \
	"(?:(?:" APOSTROPHE "|[\\x{2012}-\\x{2015}/](?=\\p{Lu})(?!(?i:" HONORIFICS "|" NOUNS       \
	")" WORD_ENDS "))(?!(?i:s)" WORD_ENDS ")" LETTERS "++)*+"
/* Scripts without capitals have names too. */
#define NAME "[\\p{Lu}\\p{Lt}\\p{Lo}]" LETTERS "*+" FURTHER
#define PARTICLES                                                                                  \
	"(?:(?i:de|del|della|der|den|di|da|dos|du|el|al|bin|ibn|ben|la|le|st|ter|van|von|mac|mc|"  \
	"o)[.'`\\x{2019}]?" BLANK "{1,3}){0,3}"
#define INITIAL   "(?:\\.\\h{0,2}|\\h{1,2})"
#define INITIALS  "(?:\\p{Lu}" INITIAL "){0,4}"
#define NO(words) "(?!(?i:" words ")" WORD_ENDS ")"

/* Appends a list in capitals: it then speaks of words in capitals alone. */
static void
append_capitals(struct buffer *pattern, const char *words)
{
	for (; *words != '\0'; words++) {
		char c = *words;

		if (c >= 'a' && c <= 'z')
			c = (char)(c - 'a' + 'A');
		buffer_append(pattern, &c, 1);
	}
}

/* Parts that the patterns below call: written in place they would be too large.
 * word: a capitalised one that is no common word; further: the name's next ones;
 * person: initials and words. */
static void
append_parts(struct buffer *pattern)
{
	buffer_append_text(pattern, "(?(DEFINE)(?<word>" NO(FUNCTION_WORDS) "(?!(?:");
	append_capitals(pattern, COMMON_WORDS);
	buffer_append_text(pattern,
	    ")" WORD_ENDS ")" NAME ")"
	    "(?<further>(?:" BLANK "{1,3}(?:\\p{Lu}\\.\\h{0,2}){0,2}" PARTICLES
	    "(?&word)(?!\\p{N})){0,3})"
	    "(?<person>" INITIALS PARTICLES "(?&word)(?&further)))");
}

static void
append_capitalised(struct buffer *pattern)
{
	buffer_append_text(pattern,
	    "(?|(?i:drs|messrs)" AFTER "((?&person)(?:(?:,|" BLANK "(?i:and|&))" BLANK
	    "(?&person))++)"
	    "|(?i:" HONORIFICS ")" AFTER "(" INITIALS PARTICLES NO(NO_SURNAMES) NAME
	    "(?&further))"
	    "|(?i:" NOUNS ")" AFTER "(?:(?i:" ROLES ")" BLANK "{1,3})*+((?&person)))");
	append_parts(pattern);
}

/* Before these words "miss" is what somebody does, not who somebody is. */
static void
append_no_missing(struct buffer *pattern)
{
	static const char *const words[] = { "i", "you", "we", "they", "who", "will", "would",
		"'ll", "’ll", "'d", "’d", "do", "don't", "don’t", "dont", "didn't", "didn’t", "not",
		"never", "can", "can't", "could", "might", "must", "really", "still", "always",
		"often", "sometimes", "near", "hit" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		buffer_format(pattern, "(?<!(?i:%s)" BLANK ")", words[i]);
}

static void
append_lower(struct buffer *pattern)
{
	buffer_append_text(pattern,
	    "(?|(?i:mr|mrs|mx|mister)" AFTER "((?:\\p{Ll}" INITIAL
	    "){0,2}" PARTICLES NO(NO_SURNAMES) "\\p{Ll}" LETTERS "*+" FURTHER ")"
	                                       "|(?:(?i:" LOWER_NOUNS ")|");
	append_no_missing(pattern);
	buffer_append_text(pattern,
	    "(?i:miss))" AFTER "((?:\\p{Ll}" INITIAL "){0,2}" PARTICLES NO(FUNCTION_WORDS) NO(
	        COMMON_WORDS) "\\p{Ll}(?:" LETTERS "++|(?=" APOSTROPHE LETTERS "))" FURTHER "))");
}

void
titled_pattern(size_t index, struct buffer *pattern)
{
	buffer_append_text(pattern, "(?<![\\p{L}\\p{N}])");
	if (index == 0)
		append_capitalised(pattern);
	else
		append_lower(pattern);
}

static bool
is_letter(char c)
{
	return (unsigned char)((c | ' ') - 'a') < 26;
}

/* How all titles begin: for each first letter a bit for each second one, by the
 * five bits that capitals and small letters share.  Other characters share them
 * too, so what this finds is only worth a closer look. */
#define LETTER(c) ((c)&31)
#define BIT(c)    (UINT32_C(1) << LETTER(c))
static const uint32_t beginnings[32] = {
	[LETTER('d')] = BIT('a') | BIT('o') | BIT('r'),
	[LETTER('m')] = BIT('e') | BIT('i') | BIT('r') | BIT('s') | BIT('x'),
	[LETTER('n')] = BIT('u'),
	[LETTER('p')] = BIT('r'),
	[LETTER('r')] = BIT('e'),
	[LETTER('s')] = BIT('i'),
};

/* MrSmith: a capital after a small letter, in the word that begins at start. */
static bool
begins_word(const char *data, size_t start, size_t at)
{
	return at > start && (data[at] & ' ') == 0 && (data[at - 1] & ' ') != 0;
}

static bool
is_title(const char *word, size_t length)
{
	static const struct field titles[] = { { "mr", 2 }, { "mrs", 3 }, { "ms", 2 }, { "mx", 2 },
		{ "messrs", 6 }, { "mister", 6 }, { "dr", 2 }, { "drs", 3 }, { "prof", 4 },
		{ "professor", 9 }, { "doctor", 6 }, { "miss", 4 }, { "sister", 6 }, { "nurse", 5 },
		{ "rev", 3 }, { "revd", 4 }, { "reverend", 8 }, { "sir", 3 }, { "dame", 4 } };

	for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
		if (titles[i].length == length && titles[i].data[0] == (word[0] | ' ')
		    && strncasecmp(titles[i].data, word, length) == 0)
			return true;
	return false;
}

size_t
titled_first(const char *data, size_t length, size_t start)
{
	for (size_t i = start; i + 1 < length; i++) {
		size_t end = i;

		if ((beginnings[LETTER(data[i])] & BIT(data[i + 1])) == 0
		    || (i > start && is_letter(data[i - 1])))
			continue;
		for (; end < length && is_letter(data[end]); end++)
			if (begins_word(data, i, end) && is_title(data + i, end - i))
				return i;
		if (is_title(data + i, end - i))
			return i;
	}
	return length;
}
