/* SPDX-License-Identifier: GPL-3.0-or-later */
/* append: the scores as further columns, or as further lines. */
#ifndef SCORE_APPEND_H
#define SCORE_APPEND_H

#include "../way.h"

/* Every record with "scale", "scale_band" where it has bands, and "scale_answered". */
extern const struct way append_wide;
/* Every record once for each scale: scale, value, band, answered. */
extern const struct way append_long;

#endif
