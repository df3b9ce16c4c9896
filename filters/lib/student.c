/* SPDX-License-Identifier: GPL-3.0-or-later */
/* student: Student's t distribution (libRmath). */
#include "student.h"

#include <Rmath.h>
#include <math.h>

#define LOWER_TAIL 1
#define NO_LOG     0

double
student_two_sided(double t, double degrees)
{
	return 2 * pt(-fabs(t), degrees, LOWER_TAIL, NO_LOG);
}

double
student_correction(double degrees)
{
	/* the quotient of two gammas is one beta, which loses no digits where m is large */
	return sqrt(M_PI) / (sqrt(degrees / 2) * beta((degrees - 1) / 2, 0.5));
}
