/* SPDX-License-Identifier: GPL-3.0-or-later */
/* key_load: the keys read from the schema; key.c's own part. */
#ifndef VALIDATE_KEY_LOAD_H
#define VALIDATE_KEY_LOAD_H

#include "key.h"

bool keys_load(struct keys *keys, const struct key_options *options, struct fault *fault);

#endif
