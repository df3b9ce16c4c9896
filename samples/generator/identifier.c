/* SPDX-License-Identifier: GPL-3.0-or-later */
/* identifier: invented ways to find a person. */
#include "identifier.h"

#define COUNT(array) (unsigned)(sizeof(array) / sizeof *(array))

static const char *const titles[] = { "Mr", "Mrs", "Ms", "Miss", "Dr", "Mrs", "Mr", "Professor" };
static const char *const surnames[] = { "Ashcombe", "Blackwood", "Carrow", "Dunmore", "Ellerby",
	"Fenwright", "Garside", "Hathersley", "Ingleby", "Jessop", "Kettlewell", "Larkin",
	"Marwood", "Netherby", "Okonjo", "Pendry", "Quillan", "Rahmani", "Silverdale", "Thackeray",
	"Underhay", "Varley", "Wetherall", "Yarrow", "Adeyinka", "Bhattal", "Chowdhury-Lane",
	"O'Farrow", "Nowacki", "MacTavin" };
static const char *const first_names[] = { "alex", "sam", "jo", "kim", "nadia", "tunde", "priya",
	"marek", "ruth", "dylan", "grace", "will" };

void
identifier_email(struct random *random, struct draft *draft)
{
	static const char *const domains[] = { "example.org", "example.com", "mail.example.net" };

	draft_text(draft, first_names[random_below(random, COUNT(first_names))]);
	draft_char(draft, random_chance(random, 500) ? '.' : '_');
	draft_number(draft, 1 + random_below(random, 999), 1);
	draft_char(draft, '@');
	draft_text(draft, domains[random_below(random, COUNT(domains))]);
}

void
identifier_phone(struct random *random, struct draft *draft)
{
	static const char *const ranges[] = { "07700 900", "01632 960", "0117 496 0", "020 7946 0",
		"07700900", "+44 7700 900", "(01632) 960" };

	draft_text(draft, ranges[random_below(random, COUNT(ranges))]);
	draft_number(draft, random_below(random, 1000), 3);
}

void
identifier_postcode(struct random *random, struct draft *draft)
{
	static const char *const areas[] = { "AA", "EF", "GD", "HK", "KB", "LC", "MB", "OA", "RB",
		"TB", "UA", "YA" };
	static const char inward[] = "ABDEFGHJLNPQRSTUWXYZ";

	draft_text(draft, areas[random_below(random, COUNT(areas))]);
	draft_number(draft, 1 + random_below(random, 28), 1);
	draft_char(draft, ' ');
	draft_number(draft, random_below(random, 10), 1);
	draft_char(draft, inward[random_below(random, COUNT(inward) - 1)]);
	draft_char(draft, inward[random_below(random, COUNT(inward) - 1)]);
}

/* Weights 10 to 2, check digit 11 minus the sum modulo 11; 11 is written 0 and
 * 10 is no number, so the next one is taken. */
void
identifier_nhs_number(struct random *random, struct draft *draft)
{
	unsigned serial = random_below(random, 1000000);
	unsigned digits[9];
	unsigned check;

	do {
		serial = (serial + 1) % 1000000;
		unsigned rest = serial;
		unsigned sum = 0;

		for (unsigned at = 9; at-- > 0; rest /= 10)
			digits[at] = at < 3 ? 9 : rest % 10;
		for (unsigned at = 0; at < 9; at++)
			sum += digits[at] * (10 - at);
		check = 11 - sum % 11;
	} while (check == 10);

	bool spaced = random_chance(random, 600);

	for (unsigned at = 0; at < 9; at++) {
		if (spaced && (at == 3 || at == 6))
			draft_char(draft, ' ');
		draft_char(draft, (char)('0' + digits[at]));
	}
	draft_char(draft, (char)('0' + check % 11));
}

void
identifier_name(struct random *random, struct draft *draft)
{
	draft_text(draft, titles[random_below(random, COUNT(titles))]);
	if (random_chance(random, 100))
		draft_char(draft, '.');
	draft_char(draft, ' ');
	draft_text(draft, surnames[random_below(random, COUNT(surnames))]);
}
