/* SPDX-License-Identifier: GPL-3.0-or-later */
/* settings: the options that decide what is counted. */
#include "settings.h"

#include "../../lib/digest.h"
#include "../../lib/memory.h"
#include "../measure/standard.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Those that decide what is made of the counts; any other decides what is counted. */
static const char *const later[] = { "polarity", "decimals", "interval", "target", "total",
	"national", "compare", "ties", "peers", "funnel", "funnel-centre", "funnel-z",
	"overdispersion", "outliers", "bands", "reference", "chart", "rules", "shift", "trend",
	"two-of-three", "baseline", "rebase", "screen", "disclosure", "attack", "partial", "merge",
	NULL };

static bool
is_later(const char *option)
{
	for (size_t i = 0; later[i] != NULL; i++)
		if (strcmp(later[i], option) == 0)
			return true;
	return false;
}

static void
add(struct settings *settings, const char *option, bool file, const char *value)
{
	settings->items = xgrow(settings->items, settings->count, sizeof(*settings->items));
	settings->items[settings->count++] = (struct setting){ option, file, xstrdup(value) };
}

static bool
add_file(struct settings *settings, const char *option, const char *path, struct fault *fault)
{
	char digest[DIGEST_HEX_SIZE];
	struct stat status;

	if (stat(path, &status) == 0 && !S_ISREG(status.st_mode))
		return fault_at(fault, path, 0, 0,
		    "is a pipe, and partitions need the digest of what is in it: give --%s a file",
		    option);
	if (!digest_file(path, digest, fault))
		return false;
	add(settings, option, true, digest);
	return true;
}

static bool
add_value(struct settings *settings, const struct filter_option *option, const char *value,
    struct fault *fault)
{
	if (strstr(option->argument, "FILE") != NULL && access(value, F_OK) == 0)
		return add_file(settings, option->name, value, fault);
	add(settings, option->name, false, value);
	return true;
}

static bool
add_option(struct settings *settings, const struct filter_option *option, struct fault *fault)
{
	if (option->flag != NULL && *option->flag)
		add(settings, option->name, false, "");
	if (option->text != NULL && *option->text != NULL
	    && !add_value(settings, option, *option->text, fault))
		return false;
	for (size_t i = 0; option->list != NULL && i < option->list->count; i++)
		if (!add_value(settings, option, option->list->values[i], fault))
			return false;
	return true;
}

bool
settings_make(struct settings *settings, const struct filter_option *options,
    const struct measures *measures, struct fault *fault)
{
	*settings = (struct settings){ 0 };
	for (const struct filter_option *option = options; option->name != NULL; option++)
		if (!is_later(option->name) && !add_option(settings, option, fault))
			return false;
	/* a file of measures may name further ones */
	for (size_t i = 0; i < measures->count; i++)
		if (measures->items[i].standard != NULL
		    && !add_file(
		        settings, "standard", standard_path(measures->items[i].standard), fault))
			return false;
	return true;
}

void
settings_release(struct settings *settings)
{
	for (size_t i = 0; i < settings->count; i++)
		free(settings->items[i].value);
	free(settings->items);
	*settings = (struct settings){ 0 };
}
