/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * generate: invented records that look like the real thing, any number of them.
 *
 * The same seed and options give the same bytes on every machine; a shorter
 * run is the beginning of a longer one.
 */
#include "activities.h"
#include "amhp.h"
#include "answers.h"
#include "detentions.h"
#include "feedback.h"
#include "flaw.h"
#include "friends_family.h"
#include "indicators.h"
#include "jobs.h"
#include "people.h"
#include "qualities.h"
#include "referral.h"
#include "self_assessment.h"
#include "standards_check.h"
#include "workforce.h"

#include <errno.h>
#include <getopt.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define BUFFER (1 << 18)

static const char usage[] =
    "usage: generate --type TYPE --records N [--seed S] [--teams N] [--months N]\n"
    "                [--until YYYY-MM] [--faults] [--unclosed]\n"
    "\n"
    "Writes invented records as CSV to standard output.\n"
    "\n"
    "examples:\n"
    "  samples/generate --type feedback --records 20000 --seed 1 > feedback.csv\n"
    "  samples/generate --type feedback --records 500 --seed 1 --faults > faulty.csv\n"
    "  samples/generate --type referrals --records 20000 > referrals.csv\n"
    "\n"
    "  --type TYPE        what the records are, see below\n"
    "  --records N        how many records\n"
    "  --seed S           another seed gives other records (default 1)\n"
    "  --teams N          1 to 120 teams (default 6)\n"
    "  --months N         1 to 240 months (default 18)\n"
    "  --until YYYY-MM    the last month (default 2026-03)\n"
    "  --faults           every 20th record has a fault, each kind in turn (feedback)\n"
    "  --unclosed         one more record, whose quote never closes (feedback)\n"
    "  -h, --help         this help\n"
    "\n"
    "exit status: 0 done, 2 could not be done\n"
    "\n"
    "types: ";

struct type {
	const char *name;
	const char *header;
	void (*compose)(struct record *record, const struct world *world, uint64_t number);
	bool flawed; /* flaw.c knows its columns */
};

static const struct type types[] = {
	{ "feedback", feedback_header, feedback_compose, true },
	{ "referrals", referral_header, referral_compose, false },
	{ "people", people_header, people_compose, false },
	{ "self-assessment", self_assessment_header, self_assessment_compose, false },
	{ "standards-check", standards_check_header, standards_check_compose, false },
	{ "friends-family", friends_family_header, friends_family_compose, false },
	{ "answers", answers_header, answers_compose, false },
	{ "qualities", qualities_header, qualities_compose, false },
	{ "activities", activities_header, activities_compose, false },
	{ "jobs", activities_header, jobs_compose, false },
	{ "workforce", workforce_header, workforce_compose, false },
	{ "amhp-activity", amhp_header, amhp_compose, false },
	{ "indicators", indicators_header, indicators_compose, false },
	{ "detentions", detentions_header, detentions_compose, false },
};

struct request {
	const struct type *type;
	struct world world;
	uint64_t records;
	bool faults;
	bool unclosed;
};

struct sink {
	size_t used;
	char data[BUFFER];
};

static struct sink sink;
static struct record record;
static struct draft line;

static void
fail(const char *what, const char *why)
{
	fprintf(stderr, "generate: %s: %s\n", what, why);
	exit(2);
}

static void
sink_flush(void)
{
	size_t written = 0;

	while (written < sink.used) {
		ssize_t count = write(STDOUT_FILENO, sink.data + written, sink.used - written);

		if (count >= 0)
			written += (size_t)count;
		else if (errno != EINTR)
			fail("standard output", strerror(errno));
	}
	sink.used = 0;
}

static void
sink_bytes(const char *data, size_t length)
{
	if (length > BUFFER - sink.used)
		sink_flush();
	memcpy(sink.data + sink.used, data, length);
	sink.used += length;
}

/* The names of the types, with a comma between. */
static void
list_types(FILE *stream)
{
	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		fprintf(stream, "%s%s", i == 0 ? "" : ", ", types[i].name);
	fputc('\n', stream);
}

static uint64_t
number(const char *option, const char *text, uint64_t minimum, uint64_t maximum)
{
	char *end;
	unsigned long long value;

	errno = 0;
	value = strtoull(text, &end, 10);
	if (text[0] < '0' || text[0] > '9' || *end != '\0' || errno != 0)
		fail(option, "not a whole number");
	if (value < minimum || value > maximum)
		fail(option, "out of range");
	return value;
}

static void
until(struct world *world, const char *text)
{
	bool shaped = strlen(text) == 7 && strspn(text, "0123456789") == 4 && text[4] == '-'
	    && strspn(text + 5, "0123456789") == 2;

	if (!shaped)
		fail("--until", "not a month as in 2026-03");
	world->last_year =
	    (unsigned)number("--until", (char[]){ text[0], text[1], text[2], text[3], 0 }, 1, 9999);
	world->last_month = (unsigned)number("--until", text + 5, 1, 12);
	if (world->last_year * 12 + world->last_month < world->months + 12)
		fail("--until", "the first month would be before the year 1");
}

static const struct type *
type_of(const char *name)
{
	for (size_t i = 0; name != NULL && i < sizeof types / sizeof *types; i++)
		if (strcmp(name, types[i].name) == 0)
			return &types[i];
	fputs("generate: --type: the record types known are: ", stderr);
	list_types(stderr);
	exit(2);
}

static void
parse(struct request *request, int argc, char **argv)
{
	static const struct option options[] = { { "type", required_argument, NULL, 't' },
		{ "records", required_argument, NULL, 'n' },
		{ "seed", required_argument, NULL, 's' }, { "teams", required_argument, NULL, 'T' },
		{ "months", required_argument, NULL, 'm' },
		{ "until", required_argument, NULL, 'u' }, { "faults", no_argument, NULL, 'f' },
		{ "unclosed", no_argument, NULL, 'U' }, { "help", no_argument, NULL, 'h' },
		{ NULL, 0, NULL, 0 } };
	const char *type = NULL;
	const char *last = "2026-03";
	bool counted = false;
	int option;

	while ((option = getopt_long(argc, argv, "h", options, NULL)) != -1) {
		switch (option) {
		case 't':
			type = optarg;
			break;
		case 'n':
			request->records = number("--records", optarg, 0, UINT64_C(100000000000));
			counted = true;
			break;
		case 's':
			request->world.seed = number("--seed", optarg, 0, UINT64_MAX);
			break;
		case 'T':
			request->world.teams =
			    (unsigned)number("--teams", optarg, 1, WORLD_TEAMS_MAX);
			break;
		case 'm':
			request->world.months =
			    (unsigned)number("--months", optarg, 1, WORLD_MONTHS_MAX);
			break;
		case 'u':
			last = optarg;
			break;
		case 'f':
			request->faults = true;
			break;
		case 'U':
			request->unclosed = true;
			break;
		case 'h':
			fputs(usage, stdout);
			list_types(stdout);
			exit(fflush(stdout) == 0 ? 0 : 2);
		default:
			fputs("generate: try --help\n", stderr);
			exit(2);
		}
	}
	if (optind < argc)
		fail(argv[optind], "no operand is expected; try --help");
	request->type = type_of(type);
	if ((request->faults || request->unclosed) && !request->type->flawed)
		fail(request->faults ? "--faults" : "--unclosed", "is for feedback only");
	if (!counted)
		fail("--records", "is needed");
	until(&request->world, last);
}

int
main(int argc, char **argv)
{
	struct request request = { .world = { .seed = 1, .teams = 6, .months = 18 } };

	/* a parent that ignores SIGPIPE would leave it writing to nobody */
	signal(SIGPIPE, SIG_DFL);
	parse(&request, argc, argv);
	world_init(&request.world);
	sink_bytes(request.type->header, strlen(request.type->header));
	for (uint64_t at = 0; at < request.records + request.unclosed; at++) {
		request.type->compose(&record, &request.world, at);
		line.length = 0;
		if (at == request.records)
			flaw_unclosed(&record, &line);
		else if (request.faults && flaw_due(at))
			flaw_write(&record, at, &line);
		else
			record_write(&record, &line);
		sink_bytes(line.data, line.length);
	}
	sink_flush();
	return 0;
}
