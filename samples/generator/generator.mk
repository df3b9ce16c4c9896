# SPDX-License-Identifier: GPL-3.0-or-later
# The generator of invented records: samples/generate. The main Makefile includes
# this; the generator uses nothing of filters/.

GENERATE ?= samples/generate
GENERATOR_OBJECTS = $(patsubst %.c,$(BUILD)/%.o,$(wildcard samples/generator/*.c))

$(GENERATE): $(GENERATOR_OBJECTS)
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^
