/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The classes of the adult data set (UCI; 30,162 records as ARX has cleaned them),
 * whose figures ARX's own tests publish.  All nine attributes make 19,502 classes.  With
 * eight (occupation is sensitive) and k = 5 the classes have 29.1138996... records on
 * average: of 30,162, with the suppressed records as one class more.  Here they are
 * none: they are not there.
 */
#include "anonymise_classes_oracle.h"

#define QUASI 9
#define PATH  "%s/deidentify/arx/adult.csv"

/* sex, age, race, marital-status, education, native-country, workclass, salary-class,
 * occupation */
static const unsigned columns[QUASI] = { 0, 1, 2, 3, 4, 5, 6, 8, 7 };
static size_t quasi = 8;
static bool input;

static bool
give_line(struct classes *classes, char *line, const char *person, struct fault *fault)
{
	char *texts[16] = { NULL };
	struct field cells[QUASI];
	struct field occupation;
	size_t count = 0;
	char *rest = line;

	line[strcspn(line, "\r\n")] = '\0';
	while (count < 16 && (texts[count] = strsep(&rest, ";")) != NULL)
		count++;
	if (count != 9)
		return false;
	for (size_t i = 0; i < quasi; i++)
		cells[i] = field_of(texts[columns[i]]);
	if (classes_input(classes) != NULL
	    && !classes_add_input(classes, cells, field_of(person), fault))
		return false;
	if (classes_input(classes) != NULL)
		cells[1].length = 1; /* ages by tens */
	occupation = field_of(texts[7]);
	return classes_add(
	    classes, cells, field_of(person), &occupation, field_of(texts[0]), fault);
}

static bool
give_file(struct classes *classes, const char *path, struct fault *fault)
{
	FILE *file = fopen(path, "r");
	char line[512];
	char person[16];
	bool good = fgets(line, sizeof line, file) != NULL;

	for (unsigned number = 0; good && fgets(line, sizeof line, file) != NULL; number++) {
		snprintf(person, sizeof person, "%u", number);
		good = give_line(classes, line, person, fault);
	}
	fclose(file);
	return good;
}

/* Of 30162 records. */
static uint64_t
count_left(struct classes *classes)
{
	struct classes_record record;
	struct fault fault;
	enum classes_result result;
	uint64_t left = 0;

	while ((result = classes_next(classes, &record, &fault)) < CLASSES_END)
		left += result == CLASSES_RECORD;
	return result == CLASSES_END ? left : 0;
}

static struct classes *
settle(const char *path, enum privacy_act act, unsigned k, double t, size_t memory)
{
	static struct privacy privacy;
	struct classes_settings settings = {
		.privacy = &privacy, .memory = memory, .input = input
	};
	struct fault fault = { { 0 } };
	struct classes *classes;

	privacy = (struct privacy){ .k = k, .act = act, .quasi_count = quasi, .person = "person" };
	for (size_t i = 0; i < quasi; i++) {
		privacy.quasi[i] = "column";
		settings.forms[i] = 1;
	}
	privacy.sensitive_count = t < 1;
	privacy.sensitive[0] = (struct privacy_sensitive){ .column = "occupation", .t = t };
	classes = classes_new(&settings, &fault);
	if (!CHECK(classes != NULL && give_file(classes, path, &fault)
	        && classes_settle(classes, &fault)))
		printf("# %s\n", fault.message);
	return classes;
}

static void
test_published(const char *path)
{
	struct classes *classes = settle(path, PRIVACY_SUPPRESS_RECORDS, 5, 1, 1 << 24);
	const struct classes_picture *before = classes_before(classes);
	const struct classes_picture *after = classes_after(classes);

	CHECK(before->records == 30162 && before->people == 30162);
	CHECK_NUMBER(before->prosecutor_greatest, 1, 0);
	CHECK(before->classes - before->failing == after->classes);
	CHECK_NUMBER(30162 / (double)(after->classes + 1), 29.113899613899616, 1e-15);
	CHECK(after->smallest == 5 && after->failing == 0);
	CHECK(count_left(classes) == after->records);
	CHECK(before->people_in_failing == 30162 - after->records);
	classes_free(classes);
}

static void
test_all(const char *path)
{
	struct classes *classes;

	quasi = 9;
	classes = settle(path, PRIVACY_SUPPRESS_RECORDS, 5, 1, 1 << 24);
	CHECK(classes_before(classes)->classes == 19502);
	CHECK_NUMBER(classes_before(classes)->prosecutor_average, 19502.0 / 30162, 1e-15);
	classes_free(classes);
	/* as it came, beside ages by tens */
	input = true;
	classes = settle(path, PRIVACY_SUPPRESS_RECORDS, 5, 1, 100000);
	CHECK(classes_input(classes)->classes == 19502);
	CHECK(classes_input(classes)->people == 30162);
	CHECK_NUMBER(classes_input(classes)->prosecutor_average, 19502.0 / 30162, 1e-15);
	CHECK(classes_before(classes)->classes == 11091);
	classes_free(classes);
	input = false;
	quasi = 8;
}

/* Cells: the same whatever the memory, and nobody is left out who need not be. */
static void
test_cells(const char *path)
{
	struct classes *classes = settle(path, PRIVACY_SUPPRESS_CELLS, 5, 1, 1 << 24);
	struct classes *small = settle(path, PRIVACY_SUPPRESS_CELLS, 5, 1, 100000);

	CHECK(classes_after(classes)->smallest >= 5 && classes_after(classes)->failing == 0);
	CHECK(memcmp(classes_after(classes), classes_after(small), sizeof(struct classes_picture))
	    == 0);
	CHECK(classes_after(classes)->records > 30000);
	for (size_t i = 0; i < quasi; i++)
		CHECK(classes_suppressed_cells(classes, i) == classes_suppressed_cells(small, i));
	CHECK(count_left(classes) == count_left(small));
	printf("# %lu records left in %lu classes\n",
	    (unsigned long)classes_after(classes)->records,
	    (unsigned long)classes_after(classes)->classes);
	classes_free(classes);
	classes_free(small);
}

static void
test_close(const char *path)
{
	struct classes *classes = settle(path, PRIVACY_SUPPRESS_CELLS, 5, 0.5, 1 << 24);
	struct classes *small = settle(path, PRIVACY_SUPPRESS_CELLS, 5, 0.5, 100000);

	CHECK(classes_before(classes)->short_of_t > 0);
	CHECK(classes_after(classes)->failing == 0 && classes_after(classes)->records > 10000);
	CHECK(memcmp(classes_after(classes), classes_after(small), sizeof(struct classes_picture))
	    == 0);
	printf("# %lu records left in %lu classes\n",
	    (unsigned long)classes_after(classes)->records,
	    (unsigned long)classes_after(classes)->classes);
	classes_free(classes);
	classes_free(small);
}

int
main(void)
{
	const char *folder = getenv("MHSW_SHARED_DATA");
	char path[512];
	FILE *file;

	snprintf(path, sizeof path, PATH, folder != NULL ? folder : "../shared/data");
	file = fopen(path, "r");
	if (file == NULL) {
		unit_skip("the adult data set is not here");
		return unit_done();
	}
	fclose(file);
	test_published(path);
	test_all(path);
	test_cells(path);
	test_close(path);
	return unit_done();
}
