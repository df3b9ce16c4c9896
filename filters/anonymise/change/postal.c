/* SPDX-License-Identifier: GPL-3.0-or-later */
/* postal: the parts of a postcode. */
#include "postal.h"

#include "../../lib/ascii.h"

#include <string.h>

static bool
is_area_letter(char byte, size_t place)
{
	return ascii_is_letter(byte) && strchr(place == 0 ? "QVX" : "IJZ", byte) == NULL;
}

/* How many letters of an area stand at the beginning: 0, 1 or 2. */
static size_t
area_length(struct field text)
{
	size_t length = 0;

	while (length < text.length && length < 2 && is_area_letter(text.data[length], length))
		length++;
	return length;
}

/* Digit, two digits, or digit and letter. */
static bool
is_district_end(struct field text)
{
	return text.length >= 1 && text.length <= 2 && ascii_is_digit(text.data[0])
	    && (text.length == 1 || ascii_is_digit(text.data[1]) || ascii_is_letter(text.data[1]));
}

static struct field
skip(struct field text, size_t length)
{
	return (struct field){ text.data + length, text.length - length };
}

static void
copy(char *to, struct field text)
{
	memcpy(to, text.data, text.length);
	to[text.length] = '\0';
}

/* A district as it is written: NG1, ZZ99, GIR, BFPO. */
static bool
take_district(struct postal *postcode, struct field text)
{
	size_t area = area_length(text);

	if (field_is(text, "GIR"))
		area = 3;
	else if (field_is(text, "ZZ99") || field_is(text, "BFPO"))
		area = 2;
	else if (area == 0 || !is_district_end(skip(text, area)))
		return false;
	copy(postcode->area, (struct field){ text.data, area });
	copy(postcode->district, text);
	postcode->level = POSTAL_DISTRICT;
	return true;
}

static bool
is_inward(struct field text, bool pseudo)
{
	if (text.length != 3 || !ascii_is_digit(text.data[0]))
		return false;
	for (size_t i = 1; i < 3; i++)
		if (!ascii_is_letter(text.data[i])
		    || (!pseudo && strchr("CIKMOV", text.data[i]) != NULL))
			return false;
	return true;
}

/* All of it, whatever blanks stand in it. */
static bool
take_unit(struct postal *postcode, struct field text)
{
	char compact[POSTAL_WRITING_MAX];
	struct field whole = { compact, 0 };
	struct field inward;

	for (size_t i = 0; i < text.length; i++)
		if (text.data[i] != ' ')
			compact[whole.length++] = text.data[i];
	if (whole.length < 5)
		return false;
	inward = skip(whole, whole.length - 3);
	whole.length -= 3;
	if (!take_district(postcode, whole) || strcmp(postcode->district, "BFPO") == 0
	    || !is_inward(inward, strcmp(postcode->area, "ZZ") == 0)
	    || (strcmp(postcode->area, "GIR") == 0 && !field_is(inward, "0AA")))
		return false;
	postcode->sector[0] = ' ';
	postcode->sector[1] = inward.data[0];
	copy(postcode->unit, skip(inward, 1));
	postcode->level = POSTAL_UNIT;
	return true;
}

/* BFPO and one to four digits: the office; it has no sector of its own. */
static bool
take_forces(struct postal *postcode, struct field text)
{
	struct field number;

	if (text.length < 5 || memcmp(text.data, "BFPO", 4) != 0)
		return false;
	number = field_trim(skip(text, 4));
	if (number.length < 1 || number.length > 4)
		return false;
	for (size_t i = 0; i < number.length; i++)
		if (!ascii_is_digit(number.data[i]))
			return false;
	(void)take_district(postcode, (struct field){ "BFPO", 4 });
	postcode->unit[0] = ' ';
	copy(postcode->unit + 1, number);
	postcode->level = POSTAL_UNIT;
	return true;
}

/* District, blank, digit: without the blank it would be another district. */
static bool
take_sector(struct postal *postcode, struct field text)
{
	size_t end = text.length - 2;

	if (text.length < 4 || text.data[end] != ' ' || !ascii_is_digit(text.data[end + 1])
	    || !take_district(postcode, (struct field){ text.data, end })
	    || strcmp(postcode->district, "BFPO") == 0
	    || (strcmp(postcode->area, "GIR") == 0 && text.data[end + 1] != '0'))
		return false;
	copy(postcode->sector, skip(text, end));
	postcode->level = POSTAL_SECTOR;
	return true;
}

static bool
take_area(struct postal *postcode, struct field text)
{
	if (text.length == 0 || (area_length(text) != text.length && !field_is(text, "ZZ")))
		return false;
	copy(postcode->area, text);
	postcode->level = POSTAL_AREA;
	return true;
}

bool
postal_parse(struct postal *postcode, struct field text)
{
	*postcode = (struct postal){ 0 };
	if (text.length > POSTAL_WRITING_MAX)
		return false;
	if (take_forces(postcode, text) || take_unit(postcode, text))
		return true;
	*postcode = (struct postal){ 0 };
	if (take_sector(postcode, text) || take_district(postcode, text)) {
		/* a forces' office has no sector of its own: BFPO is all of it */
		if (strcmp(postcode->district, "BFPO") == 0)
			postcode->level = POSTAL_SECTOR;
		return true;
	}
	return take_area(postcode, text);
}
