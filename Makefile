# mhsw: filters for mental health social work data.
# The two commands to know: make demo, make test.

CC ?= gcc
BUILD ?= build
BIN ?= bin
CFLAGS ?= -O2 -g
WARN = -std=c17 -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes \
	-Wmissing-prototypes -Wwrite-strings -Wvla -Werror
CPPFLAGS += -D_GNU_SOURCE -DPCRE2_CODE_UNIT_WIDTH=8 -DMATHLIB_STANDALONE=1 -MMD -MP
HARDEN = -fstack-protector-strong -D_FORTIFY_SOURCE=2 -fPIE
LDFLAGS += -pie -Wl,-z,relro,-z,now -Wl,--as-needed
LDLIBS = -lcsv -lpcre2-8 -ljansson -lsodium -lutf8proc -lseccomp -lRmath -lm

# A folder below filters/ is a filter of that name; lib is what they share.
FILTERS = $(filter-out lib,$(notdir $(patsubst %/,%,$(wildcard filters/*/))))
LIB_OBJECTS = $(patsubst %.c,$(BUILD)/%.o,$(wildcard filters/lib/*.c))
UNITS = $(patsubst tests/unit/%.c,$(BUILD)/unit/%,$(filter-out tests/unit/unit.c,$(wildcard tests/unit/*.c)))

.PHONY: all unit clean
all: $(addprefix $(BIN)/,$(FILTERS))

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(WARN) $(HARDEN) $(CFLAGS) -c -o $@ $<

$(BUILD)/libmhsw.a: $(LIB_OBJECTS)
	@rm -f $@
	$(AR) rcs $@ $^

define filter_rule
$(BIN)/$(1): $(patsubst %.c,$(BUILD)/%.o,$(wildcard filters/$(1)/*.c)) $(BUILD)/libmhsw.a
	@mkdir -p $$(@D)
	$$(CC) $$(CFLAGS) $$(LDFLAGS) -o $$@ $$^ $$(LDLIBS)
endef
$(foreach filter,$(FILTERS),$(eval $(call filter_rule,$(filter))))

$(BUILD)/unit/%: $(BUILD)/tests/unit/%.o $(BUILD)/libmhsw.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

unit: $(UNITS)
	@for unit in $(UNITS); do $$unit || exit 1; done

clean:
	rm -rf $(BUILD) $(addprefix $(BIN)/,$(FILTERS))

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
