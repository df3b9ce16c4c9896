/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A figure against its target: z and p against sums at 40 digits. */
#include "../../filters/benchmark/peers/target.h"
#include "unit.h"

static void
check(struct figure figure, double target, enum target_way way, double z, double p)
{
	struct target_test test;

	figure.state = FIGURE_SHOWN;
	CHECK(target_test(&figure, target, 100, &test));
	CHECK(test.way == way);
	CHECK_NUMBER(test.z, z, 1e-12);
	CHECK_NUMBER(test.p, p, 1e-11);
}

static struct figure
share(double events, double n)
{
	return (struct figure){ .model = FIGURE_BINOMIAL, .published = 100 * events / n, .n = n };
}

/* 7.5 are expected. */
static struct figure
events(double count)
{
	return (struct figure){ .model = FIGURE_POISSON, .events = count, .n = 50 };
}

static struct figure
mean(double value, double error, double deviation, double n)
{
	return (struct figure){ .model = FIGURE_NORMAL,
		.published = value,
		.error = error,
		.deviation = deviation,
		.n = n };
}

static void
check_none(struct figure figure, double target)
{
	struct target_test test;

	CHECK(!target_test(&figure, target, 100, &test));
}

int
main(void)
{
	check(share(3, 20), 40, TARGET_BINOMIAL, -2.1453818935175293, 0.031922325580016517);
	check(share(8, 20), 40, TARGET_BINOMIAL, 0, 1);
	check(share(15, 20), 40, TARGET_BINOMIAL, 2.9456230422574122, 0.0032230492869125734);
	check(share(0, 20), 40, TARGET_BINOMIAL, -3.9658880856231621, 7.312316880125952e-5);
	check(share(14, 30), 60, TARGET_BINOMIAL, -1.2985054999033598, 0.19411368764149817);
	check(events(12), 15, TARGET_POISSON, 1.4101932820101029, 0.1584826189495784);
	check(events(2), 15, TARGET_POISSON, -2.0484755021686512, 0.04051343011332881);
	check(events(0), 15, TARGET_POISSON, -3.2620314410327236, 0.0011061687402956672);
	check(events(7), 15, TARGET_POISSON, 0, 1);
	/* the z of a p that is next to nothing */
	check(events(60), 15, TARGET_POISSON, 11.97451778586945, 4.8323906978556163e-33);
	check(mean(2.5, 0.2, 0.2 * sqrt(10), 10), 3, TARGET_STUDENT, -2.1217132212708783,
	    0.033861827682985739);
	check(mean(3.6, 0.5, 1, 5), 3, TARGET_STUDENT, 1.0442896643680634, 0.29635139331235346);
	check(mean(8, 0.5, NAN, 0), 9, TARGET_NORMAL, -2, 0.045500263896358417);

	/* nobody can be beyond what a share can be */
	check_none(share(20, 20), 100);
	check_none(share(0, 20), 0);
	check_none(share(0, 0), 40);
	check_none(events(3), 0);
	check_none(mean(3, 0, 0, 10), 3);
	check_none(mean(3, NAN, NAN, 1), 4);
	check_none(mean(3, 0.5, 0.5, 1), 4);
	return unit_done();
}
