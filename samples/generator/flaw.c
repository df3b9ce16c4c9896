/* SPDX-License-Identifier: GPL-3.0-or-later */
/* flaw: the faults that real exports have. */
#include "flaw.h"
#include "feedback.h"

enum flaw {
	FLAW_TYPE,
	FLAW_RANGE,
	FLAW_ENUMERATION,
	FLAW_REQUIRED,
	FLAW_DUPLICATE,
	FLAW_TOO_LONG,
	FLAW_TOO_SHORT,
	FLAW_PATTERN,
	FLAW_DAY_NOT_THERE,
	FLAW_DATE_ORDER,
	FLAW_FRACTION,
	FLAW_UNDER,
	FLAW_LONG_AGO,
	FLAW_NO_DATE,
	FLAW_DAY_NUMBER,
	FLAW_EXPONENT,
	FLAW_FIELD_MISSING,
	FLAW_FIELD_MORE,
	FLAW_STRAY_QUOTE,
	FLAW_AFTER_QUOTE,
	FLAW_NUL,
	FLAW_ENCODING,
	FLAW_LONE_CR,
	FLAW_BLANK_LINE,
	FLAW_HEADER_AGAIN,
	FLAW_KINDS
};

bool
flaw_due(uint64_t number)
{
	return number % FLAW_EVERY == FLAW_EVERY / 2;
}

static void
set(struct record *record, enum feedback_column column, const char *text)
{
	record->fields[column].length = 0;
	draft_text(&record->fields[column], text);
}

/* All columns before the comment, then the bytes as they are. */
static void
write_with_comment(struct record *record, const char *bytes, size_t length, struct draft *line)
{
	set(record, FEEDBACK_COMMENT, "");
	record_write(record, line);
	line->length--;
	draft_bytes(line, bytes, length);
	draft_char(line, '\n');
}

#define WRITE_WITH_COMMENT(record, literal, line)                                                  \
	write_with_comment(record, literal, sizeof(literal) - 1, line)

/* What makes a line that is no record of the file's shape. */
static bool
write_malformed(struct record *record, enum flaw flaw, struct draft *line)
{
	switch (flaw) {
	case FLAW_FIELD_MISSING:
		set(record, FEEDBACK_COMMENT, "");
		record_write(record, line);
		line->length--;
		line->data[line->length - 1] = '\n';
		return true;
	case FLAW_FIELD_MORE:
		WRITE_WITH_COMMENT(record, "Kind staff,and a comma that nobody quoted", line);
		return true;
	case FLAW_STRAY_QUOTE:
		WRITE_WITH_COMMENT(record, "They said \"soon\" and meant it", line);
		return true;
	case FLAW_AFTER_QUOTE:
		WRITE_WITH_COMMENT(record, "\"Good, mostly\" I think", line);
		return true;
	case FLAW_NUL:
		WRITE_WITH_COMMENT(record, "Very\0helpful", line);
		return true;
	case FLAW_ENCODING:
		WRITE_WITH_COMMENT(record, "The caf\xe9 group was good", line);
		return true;
	case FLAW_LONE_CR:
		WRITE_WITH_COMMENT(record, "First line\rsecond line", line);
		return true;
	case FLAW_BLANK_LINE:
		draft_char(line, '\n');
		record_write(record, line);
		return true;
	case FLAW_HEADER_AGAIN:
		draft_text(line, feedback_header);
		return true;
	default:
		return false;
	}
}

/* What makes a value that the schema does not allow. */
static void
spoil_value(struct record *record, enum flaw flaw, uint64_t number)
{
	struct draft *field;

	switch (flaw) {
	case FLAW_TYPE:
		set(record, FEEDBACK_LISTENED, "four");
		break;
	case FLAW_RANGE:
		set(record, FEEDBACK_RESPECTED, "6");
		break;
	case FLAW_ENUMERATION:
		set(record, FEEDBACK_RESPONDENT, "neighbour");
		break;
	case FLAW_REQUIRED:
		set(record, FEEDBACK_DATE, "");
		break;
	case FLAW_DUPLICATE:
		set(record, FEEDBACK_ID, "R");
		draft_number(&record->fields[FEEDBACK_ID], number, 7);
		break;
	case FLAW_TOO_LONG:
		field = &record->fields[FEEDBACK_COMMENT];
		field->length = 0;
		while (field->length <= 2000)
			draft_text(field, "The same sentence pasted many times. ");
		break;
	case FLAW_TOO_SHORT:
		set(record, FEEDBACK_TEAM, "RV");
		break;
	case FLAW_PATTERN:
		set(record, FEEDBACK_ORGANISATION, "Org 1");
		break;
	case FLAW_DAY_NOT_THERE:
		set(record, FEEDBACK_DATE, "2025-02-30");
		break;
	case FLAW_DATE_ORDER:
		set(record, FEEDBACK_DATE, "14/03/2026");
		break;
	case FLAW_UNDER:
		set(record, FEEDBACK_INFORMED, "0");
		break;
	case FLAW_LONG_AGO:
		set(record, FEEDBACK_DATE, "1925-03-14");
		break;
	case FLAW_NO_DATE:
		set(record, FEEDBACK_DATE, "last spring");
		break;
	case FLAW_DAY_NUMBER:
		set(record, FEEDBACK_DATE, "45730");
		break;
	case FLAW_EXPONENT:
		set(record, FEEDBACK_INVOLVED, "4E0");
		break;
	default:
		set(record, FEEDBACK_TRUSTED, "3.5");
		break;
	}
}

void
flaw_write(struct record *record, uint64_t number, struct draft *line)
{
	enum flaw flaw = (enum flaw)(number / FLAW_EVERY % FLAW_KINDS);

	if (write_malformed(record, flaw, line))
		return;
	spoil_value(record, flaw, number);
	record_write(record, line);
}

void
flaw_unclosed(struct record *record, struct draft *line)
{
	WRITE_WITH_COMMENT(record, "\"Good, but the quote never closes", line);
}
