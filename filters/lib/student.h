/* SPDX-License-Identifier: GPL-3.0-or-later */
/* student: what is asked of Student's t distribution, beside its intervals. */
#ifndef MHSW_STUDENT_H
#define MHSW_STUDENT_H

/* The chance of a t at least so far from 0, to either side (Student 1908). */
double student_two_sided(double t, double degrees);
/* What a standardised mean is multiplied by so that it is unbiased in small samples: J =
 * gamma(m/2) / (sqrt(m/2) gamma((m-1)/2)), m the degrees of freedom, at least 2
 * (Hedges 1981). */
double student_correction(double degrees);

#endif
