/* SPDX-License-Identifier: GPL-3.0-or-later */
/* number: numbers of the instrument, as the exact decimals that stand in the file. */
#ifndef SCORE_NUMBER_H
#define SCORE_NUMBER_H

#include "../../lib/config.h"
#include "../../lib/decimal.h"

/* Ranges end at a thousand million, so that exact sums fit. */
#define NUMBER_LIMIT 1000000000
/* Decimals that a number of the instrument may have. */
#define NUMBER_PLACES 9
/* "1" and "12.5", with its NUL. */
#define NUMBER_TEXT_MAX DECIMAL_TEXT_MAX

/* A number as the decimal with the fewest places; an absent node is a fault. */
bool number_read(const struct config_node *node, struct decimal *out, struct fault *fault);
/* The decimal as a text. */
void number_write(struct decimal decimal, char out[NUMBER_TEXT_MAX]);

/* The digits of a decimal at a scale that is not below its own. */
decimal_wide number_digits(struct decimal decimal, unsigned scale);

#endif
