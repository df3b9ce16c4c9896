# The small programs of the benchmark: make -f Makefile -f tests/perf/perf.mk perf-programs

PERF_PROGRAMS = $(patsubst tests/perf/%.c,$(BUILD)/perf/%,$(wildcard tests/perf/*.c))

$(BUILD)/perf/%: $(BUILD)/tests/perf/%.o $(BUILD)/libmhsw.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

perf-programs: $(PERF_PROGRAMS)

.PHONY: perf-programs
