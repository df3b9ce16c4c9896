/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fuzzes the tables beside the rules of map-to-role: the input is a crosswalk, a list of
 * capability statements, one of outcomes and the words of languages in turn.  What is
 * refused is refused with words; a code that is known has as many categories as it says;
 * and each text has a language or none, twice the same.
 */
#include "../../filters/map-to-role/crosswalk/crosswalk.h"
#include "../../filters/map-to-role/framework/belonging.h"
#include "../../filters/map-to-role/language/language.h"

#include "../../filters/lib/text.h"

#include "fuzz_file.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char framework_text[] =
    "code,category,item,ordinal,label\nA,A,,0,a\nA.i,A,i,1,b\nA.ii,A,ii,2,c\n"
    "B,B,,0,d\nB.i,B,i,1,e\n";

static void
try_code(struct crosswalk *crosswalk, struct field code)
{
	struct decision decision;
	bool known = crosswalk_decide(crosswalk, code, &decision);

	if ((!known && decision.named_count != 0) || decision.candidate_count > decision.named_count
	    || (decision.mapping == MAPPING_MAPPED) != (decision.candidate_count == 1))
		abort();
}

static void
try_crosswalk(const struct framework *framework, const char *path, struct field text)
{
	struct crosswalk crosswalk = { 0 };
	struct fault fault = { 0 };
	char *file;
	size_t start = 0;

	if (crosswalk_add(&crosswalk, framework, path, &file, &fault)) {
		for (size_t i = 0; i <= text.length; i++) {
			if (i != text.length && text.data[i] != ',' && text.data[i] != '\n')
				continue;
			try_code(&crosswalk, (struct field){ text.data + start, i - start });
			start = i + 1;
		}
	} else if (fault.message[0] == '\0') {
		abort();
	}
	free(file);
	crosswalk_release(&crosswalk);
}

static void
try_belonging(const struct framework *framework, const char *path,
    bool (*load)(struct belonging *, const struct framework *, const char *, struct fault *))
{
	struct belonging belonging = { 0 };
	struct fault fault = { 0 };

	if (!load(&belonging, framework, path, &fault) && fault.message[0] == '\0')
		abort();
	if (fault.message[0] == '\0')
		for (size_t i = 0; i < framework->count; i++)
			(void)belonging_of(&belonging, i);
	belonging_release(&belonging);
}

static void
try_languages(const char *path, struct field original)
{
	struct fault fault = { 0 };
	struct text text = { 0 };
	struct languages *languages = languages_load(path, "en", &fault);

	if (languages == NULL && fault.message[0] == '\0')
		abort();
	if (languages != NULL && text_invalid_at(original.data, original.length) == original.length
	    && text_normalise(&text, original, &fault)) {
		struct field normal = { text.data, text.length };

		if (languages_foreign(languages, normal) != languages_foreign(languages, normal))
			abort();
	}
	text_release(&text);
	languages_free(languages);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct field text = { (const char *)data, size };
	struct framework framework;
	struct fault fault = { 0 };
	char roles_path[64], path[64];
	int roles = fuzz_file(framework_text, sizeof framework_text - 1, roles_path);
	int file = fuzz_file(data, size, path);

	if (!framework_load(&framework, roles_path, &fault))
		abort();
	try_crosswalk(&framework, path, text);
	try_belonging(&framework, path, belonging_load_statements);
	try_belonging(&framework, path, belonging_load_outcomes);
	try_languages(path, text);
	framework_release(&framework);
	close(roles);
	close(file);
	return 0;
}
