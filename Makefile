# mhsw: filters for mental health social work data.
# The two commands to know: make demo, make test.

BUILD ?= build
BIN ?= bin
JOBS ?= $(shell nproc 2>/dev/null || echo 1)
CFLAGS ?= -O2 -g
WARN = -std=c17 -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes \
	-Wmissing-prototypes -Wwrite-strings -Wvla -Werror
CPPFLAGS += -D_GNU_SOURCE -D_FILE_OFFSET_BITS=64 -DPCRE2_CODE_UNIT_WIDTH=8 -DMATHLIB_STANDALONE=1 -MMD -MP
HARDEN = -fstack-protector-strong -D_FORTIFY_SOURCE=2 -fPIE
LDFLAGS += -pie -Wl,-z,relro,-z,now -Wl,--as-needed
LDLIBS = -lcsv -lpcre2-8 -ljansson -lnettle -lsodium -lutf8proc -lseccomp -lRmath -lm

# A folder below filters/ is a filter of that name; lib is what they share.
FILTERS = $(filter-out lib,$(notdir $(patsubst %/,%,$(wildcard filters/*/))))
LIB_OBJECTS = $(patsubst %.c,$(BUILD)/%.o,$(wildcard filters/lib/*.c))
UNITS = $(patsubst tests/unit/%.c,$(BUILD)/unit/%,$(filter-out tests/unit/unit.c,$(wildcard tests/unit/*.c)))

all: $(addprefix $(BIN)/,$(FILTERS))

# Data that a filter carries within it: each line of the table as a C string, which the
# source of the same folder includes as "filters/NAME/.../TABLE.inc".
EMBEDDED = $(patsubst %.csv,$(BUILD)/%.inc,$(wildcard filters/*/*/*.csv)) \
	$(patsubst %.css,$(BUILD)/%.css.inc,$(wildcard filters/*/*/*.css))
CPPFLAGS += -I$(BUILD)
EMBED = mkdir -p $(@D) && sed 's/[\\"?]/\\&/g; s/.*/"&\\n",/' $< >$@.new && mv $@.new $@
$(BUILD)/%.inc: %.csv
	@$(EMBED)
$(BUILD)/%.css.inc: %.css
	@$(EMBED)

embedded: $(EMBEDDED)

$(BUILD)/%.o: %.c | $(EMBEDDED)
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(WARN) $(HARDEN) $(CFLAGS) -c -o $@ $<

$(BUILD)/libmhsw.a: $(LIB_OBJECTS)
	@rm -f $@
	$(AR) rcs $@ $^

define filter_rule
$(BIN)/$(1): $(patsubst %.c,$(BUILD)/%.o,$(wildcard filters/$(1)/*.c filters/$(1)/*/*.c)) $(BUILD)/libmhsw.a
	@mkdir -p $$(@D)
	$$(CC) $$(CFLAGS) $$(LDFLAGS) -o $$@ $$^ $$(LDLIBS)
endef
$(foreach filter,$(FILTERS),$(eval $(call filter_rule,$(filter))))

# All parts of a filter but its main file, so that unit tests and fuzzers reach them.
define parts_rule
$(BUILD)/parts/$(1).a: $(patsubst %.c,$(BUILD)/%.o,$(filter-out filters/$(1)/$(1).c,$(wildcard filters/$(1)/*.c filters/$(1)/*/*.c)))
	@mkdir -p $$(@D)
	@rm -f $$@
	$$(AR) rcs $$@ $$^
endef
$(foreach filter,$(FILTERS),$(eval $(call parts_rule,$(filter))))
PARTS = $(foreach filter,$(FILTERS),$(BUILD)/parts/$(filter).a)

# The parts of the filter whose headers the object was made with, and no others: two
# filters may call different things by one name.
parts_of = $(foreach filter,$(FILTERS),$(if $(findstring /filters/$(filter)/,$(file < $(1:.o=.d))),$(BUILD)/parts/$(filter).a))

$(BUILD)/unit/%: $(BUILD)/tests/unit/%.o $(PARTS) $(BUILD)/libmhsw.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $< $(call parts_of,$<) $(BUILD)/libmhsw.a $(LDLIBS)

units: $(UNITS)

# What tests load into a filter to make it go wrong; never instrumented itself.
FAULTS = $(patsubst tests/faults/%.c,$(BUILD)/faults/%.so,$(wildcard tests/faults/*.c))
$(BUILD)/faults/%.so: tests/faults/%.c
	@mkdir -p $(@D)
	$(CC) -D_GNU_SOURCE $(WARN) -O2 -shared -fPIC -o $@ $<

faults: $(FAULTS)

# Fuzzers: built by tests/fuzz/run with clang's own flags.
FUZZERS = $(patsubst tests/fuzz/fuzz_%.c,$(BUILD)/fuzzers/%,$(wildcard tests/fuzz/fuzz_*.c))
$(BUILD)/fuzzers/%: $(BUILD)/tests/fuzz/fuzz_%.o $(PARTS) $(BUILD)/libmhsw.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -fsanitize=fuzzer $(LDFLAGS) -o $@ $< $(call parts_of,$<) $(BUILD)/libmhsw.a $(LDLIBS)

fuzzers: $(FUZZERS)

include samples/generator/generator.mk

# --- what people run ---------------------------------------------------------

demo:
	@.ci/setup build
	@$(MAKE) --no-print-directory -s -j$(JOBS) all $(GENERATE)
	@pipelines/demo

# One chart of each type, with its command: samples/charts/README.md.
gallery:
	@.ci/setup build
	@$(MAKE) --no-print-directory -s -j$(JOBS) all $(GENERATE)
	@samples/charts/draw

test:
	@.ci/setup build test
	@$(MAKE) --no-print-directory -s -j$(JOBS) all units faults $(GENERATE)
	@tests/run --units $(BUILD)/unit

# The whole suite again, on programs that watch their own memory and arithmetic.
SANITIZE = BUILD=build/sanitize BIN=build/sanitize/bin GENERATE=build/sanitize/bin/generate \
	CFLAGS="-O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all"
sanitize:
	@.ci/setup build test
	@$(MAKE) --no-print-directory -s -j$(JOBS) $(SANITIZE) all units build/sanitize/bin/generate
	@MHSW_BIN=$(CURDIR)/build/sanitize/bin ASAN_OPTIONS=detect_leaks=1:allocator_may_return_null=1 \
		UBSAN_OPTIONS=print_stacktrace=1 tests/run --units build/sanitize/unit

# Pages in a real browser: Chromium, and what judges them, below build/.
browser:
	@.ci/setup build test browser
	@command -v node >/dev/null && command -v npm >/dev/null || .ci/setup node
	@mkdir -p $(BUILD)/browser && cp tests/browser/package*.json $(BUILD)/browser/
	@cd $(BUILD)/browser && { [ -d node_modules/axe-core ] || npm ci --silent --no-audit --no-fund; }
	@$(MAKE) --no-print-directory -s -j$(JOBS) all $(GENERATE)
	@MHSW_BROWSER=$(abspath $(BUILD))/browser tests/run tests/browser.bats

# The reads and writes that the sanitizers' own allocator may hide.
valgrind:
	@.ci/setup build valgrind
	@$(MAKE) --no-print-directory -s -j$(JOBS) BUILD=build/valgrind BIN=build/valgrind/bin \
		CFLAGS="-O1 -g -DMHSW_NO_SANDBOX -DPATTERN_JIT=false" all
	@tests/valgrind $(CURDIR)/build/valgrind/bin

fuzz:
	@.ci/setup build fuzz
	@tests/fuzz/run

bench:
	@.ci/setup build bench
	@$(MAKE) --no-print-directory -s -j$(JOBS) all $(GENERATE)
	@tests/perf/bench

# --- lint --------------------------------------------------------------------

SOURCES = $(wildcard filters/*/*.c filters/*/*/*.c samples/generator/*.c tests/unit/*.c tests/fuzz/*.c tests/faults/*.c tests/perf/*.c)
HEADERS = $(wildcard filters/*/*.h filters/*/*/*.h samples/generator/*.h tests/unit/*.h tests/fuzz/*.h)
SCRIPTS = .ci/run .ci/setup tests/run tests/valgrind tests/fuzz/run tests/perf/bench $(wildcard pipelines/*) samples/charts/draw

lint: lint-format lint-scripts lint-man lint-cppcheck lint-tidy lint-clang

lint-setup:
	@.ci/setup build test lint
lint-format: lint-setup
	@clang-format --dry-run --Werror $(SOURCES) $(HEADERS)
lint-scripts: lint-setup
	@shellcheck $(SCRIPTS)
	@shellcheck --shell=bash tests/helper.bash
	@shellcheck --shell=bats --exclude=SC2154,SC2314,SC2030,SC2031 $(wildcard tests/*.bats)
	@# it is not in .ci/packages, so a test asks for it and skips in words
	@! grep -L 'command -v python3' $$(grep -l python3 $(wildcard tests/*.bats)) | grep .
lint-man: lint-setup
	@mandoc -Tlint -Wwarning $(wildcard filters/*/*.1)
lint-cppcheck: lint-setup embedded
	@cppcheck -q --std=c11 --error-exitcode=1 --inline-suppr --enable=warning,performance,portability \
		--suppressions-list=.ci/cppcheck -D__x86_64__ $(CPPFLAGS:-M%=) filters samples/generator
lint-tidy: lint-setup embedded
	@printf '%s\n' $(wildcard filters/*/*.c filters/*/*/*.c) | xargs -P $(JOBS) -n 16 sh -c \
		'clang-tidy --quiet --warnings-as-errors="*" "$$@" -- -std=c17 $(CPPFLAGS:-M%=)' tidy
lint-clang: lint-setup # clang's own warnings are errors too
	@$(MAKE) --no-print-directory -s -j$(JOBS) CC=clang BUILD=build/clang BIN=build/clang/bin \
		GENERATE=build/clang/bin/generate all units build/clang/bin/generate

clean:
	rm -rf build out $(addprefix $(BIN)/,$(FILTERS)) $(GENERATE)

.PHONY: all embedded units faults fuzzers demo gallery test sanitize browser valgrind fuzz bench lint lint-setup lint-format lint-scripts lint-man \
	lint-cppcheck lint-tidy lint-clang clean

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
