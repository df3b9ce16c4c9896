/* SPDX-License-Identifier: GPL-3.0-or-later */
/* options: the command line of benchmark, and its help. */
#include "options.h"

#include "control/control_options.h"

const char options_synopsis[] =
    "[-m FILE] [--mean COLUMN] [--proportion COLUMN=VALUE|VALUE] "
    "[--proportion NUM/DEN] [--rate NUM/DEN[:PER]] "
    "[--ratio NUM/DEN] "
    "[--median COLUMN] "
    "[--dsr NUM/DEN[:PER]] [--stratum COLUMN] "
    "[--standard COLUMN|FILE.csv] [--given COLUMN] "
    "[--measure-column COLUMN] [--polarity WAY] "
    "[--decimals NUMBER] [--interval KIND=METHOD] "
    "[--target NUMBER|MEASURE=NUMBER] "
    "[--missing CODE] [-u COLUMN] "
    "[-p COLUMN[:LENGTH]] [--period-end COLUMN] [-b COLUMN] [--changes FILE] [--total NAME] "
    "[--national UNIT] [-c LIST] [--ties WAY] "
    "[--peers FILE] [--peer-group COLUMN] [--bands FILE] [--funnel LIST] [--funnel-centre CENTRE] "
    "[--funnel-z Z95,Z998] [--overdispersion FORM] "
    "[--outliers WAY[:PERCENT]] [--reference VALUE] "
    "[--chart NAME] [--rules NAME] [--shift N] [--trend N] "
    "[--two-of-three WAY] [--baseline N|PERIOD] "
    "[--rebase [UNIT=]PERIOD] [--screen] [--disclosure RULE] [--attack] [--partial ID/COUNT] "
    "[--merge] [FILE...]";

const char options_examples[] =
    "  benchmark -m schemas/feedback/measures.json -u team -c quartile,rank scored.csv\n"
    "  benchmark --mean listened --missing -9 -u team -p date:month -c control "
    "scored.csv\n"
    "  benchmark --proportion 'respondent=carer|family' -u team scored.csv\n"
    "  benchmark --ratio role_a/role_all -u team -p date:month coded.csv\n";

const char options_notes[] =
    "memory: one entry for each group and measure, at most 1,000,000 groups and\n"
    "16,000,000 entries, and 8 bytes for each column that a comparison adds to one;\n"
    "of a median its different values, at most 16,000,000.\n"
    "counts under 5 are suppressed unless --disclosure none.\n";

struct options options;

static const char *const polarities[] = { "higher", "lower", "neutral", NULL };
static const char *const ties[] = { "minimum", "average", NULL };
static const char *const centres[] = { "units", "target", NULL };
static const char *const forms[] = { "none", "multiplicative", "additive", NULL };
static const char *const outliers[] = { "winsorise", "trim", "keep", NULL };
static const char *const rules[] = { "mhsds", "hes", "ascs", "none", NULL };
static const char *const comparisons[] = { "quartile", "mad", "rank", "funnel", "target", "control",
	"ratio", "change", NULL };

const struct filter_option option_table[] = {
	/* what is measured */
	{ "measures", 'm', "FILE", "measures from a configuration file (may be repeated)",
	    .list = &options.files },
	{ "mean", 0, "COLUMN", "the mean of a column (may be repeated)", .list = &options.means },
	{ "proportion", 0, "COLUMN=VALUE|VALUE",
	    "the share of values in a column, or NUM/DEN, of one column of counts in another (may "
	    "be repeated)",
	    .list = &options.proportions },
	{ "rate", 0, "NUM/DEN[:PER]",
	    "events for each 100,000, or PER, people in columns (may be repeated)",
	    .list = &options.rates },
	{ "ratio", 0, "NUM/DEN", "the sum of a column over that of another (may be repeated)",
	    .list = &options.ratios },
	{ "median", 0, "COLUMN", "the median of a column (may be repeated)",
	    .list = &options.medians },
	{ "dsr", 0, "NUM/DEN[:PER]",
	    "a directly standardised rate, with --stratum and --standard (may be repeated)",
	    .list = &options.standardised },
	{ "stratum", 0, "COLUMN", "of a dsr: the age band, or what else is standardised",
	    .text = &options.stratum },
	{ "standard", 0, "COLUMN|FILE.csv",
	    "of a dsr: people of each stratum in the standard population",
	    .text = &options.standard },
	{ "given", 0, "COLUMN", "figures that are published already (may be repeated)",
	    .list = &options.given },
	{ "measure-column", 0, "COLUMN", "each of its values is a measure of its own",
	    .text = &options.measure_column },
	{ "polarity", 0, "WAY", "higher, lower or neutral: what is good (higher)",
	    .text = &options.polarity, .choices = polarities },
	{ "decimals", 0, "NUMBER", "decimals of measures that are options",
	    .text = &options.decimals },
	{ "interval", 0, "KIND=METHOD",
	    "limits by another method, such as proportion=exact (may be repeated)",
	    .list = &options.intervals },
	{ "target", 0, "NUMBER|MEASURE=NUMBER", "what is to be reached (may be repeated)",
	    .list = &options.targets },
	{ "missing", 0, "CODE", "a value that means: no answer (may be repeated)",
	    .list = &options.missing },
	/* the groups */
	{ "unit", 'u', "COLUMN", "one group for each team, organisation, ...",
	    .text = &options.unit },
	{ "period", 'p', "COLUMN[:LENGTH]", "and each day, month, quarter, year, fquarter or fyear",
	    .text = &options.period },
	{ "period-end", 0, "COLUMN", "the last day of a period that --period begins",
	    .text = &options.period_end },
	{ "by", 'b', "COLUMN", "and each value of a further column (may be repeated)",
	    .list = &options.by },
	{ "changes", 0, "FILE", "units that were replaced or merged (old,new,from) are joined",
	    .text = &options.changes },
	{ "total", 0, "NAME", "and a group over all units, of that name", .text = &options.total },
	{ "national", 0, "UNIT", "the unit that is the nation: exact, and no unit's peer",
	    .text = &options.national },
	/* comparisons */
	{ "compare", 'c', "LIST",
	    "one or more of quartile, mad, rank, funnel, target, control, ratio, change",
	    .text = &options.compare, .choices = comparisons },
	{ "ties", 0, "WAY", "minimum or average: the rank that equal values share (minimum)",
	    .text = &options.ties, .choices = ties },
	{ "peers", 0, "FILE", "with whom each unit is compared (unit,peer or unit,group)",
	    .text = &options.peers },
	{ "peer-group", 0, "COLUMN", "units are compared within the groups of a column",
	    .text = &options.peer_group },
	{ "bands", 0, "FILE", "words for distances (the program has its own)",
	    .text = &options.bands },
	{ "funnel", 0, "LIST",
	    "normal, arcsine, sqrt, log, counts, exact, chisq, events: how limits are drawn "
	    "(arcsine,sqrt)",
	    .text = &options.funnel },
	{ "funnel-centre", 0, "CENTRE", "units or target: what limits are drawn about (units)",
	    .text = &options.funnel_centre, .choices = centres },
	{ "funnel-z", 0, "Z95,Z998", "errors from the centre to each limit (the quantiles)",
	    .text = &options.funnel_z },
	{ "overdispersion", 0, "FORM",
	    "none, multiplicative or additive: wider limits where units differ more than by "
	    "chance (additive)",
	    .text = &options.overdispersion, .choices = forms },
	{ "outliers", 0, "WAY[:PERCENT]",
	    "winsorise, trim or keep: the outermost units in overdispersion (winsorise:10)",
	    .text = &options.outliers, .choices = outliers },
	{ "reference", 0, "VALUE", "the group that others of the last --by column are set against",
	    .text = &options.reference },
	{ "chart", 0, "NAME", "xmr, p, u, p-prime, u-prime or run: the control chart (xmr)",
	    .text = &options.chart, .choices = control_chart_names },
	{ "rules", 0, "NAME", "the rules of a control chart (making-data-count)",
	    .text = &options.rules, .choices = control_rule_names },
	{ "shift", 0, "N", "points in a row on one side of the centre", .text = &options.shift },
	{ "trend", 0, "N", "points in a row that rise, or fall", .text = &options.trend },
	{ "two-of-three", 0, "WAY", "beyond 2 sigma or between 2 and 3: points that count",
	    .text = &options.two_of_three, .choices = control_zone_names },
	{ "baseline", 0, "N|PERIOD", "limits are of the first N points, or of those until PERIOD",
	    .text = &options.baseline },
	{ "rebase", 0, "[UNIT=]PERIOD", "and begin anew with that period (may be repeated)",
	    .list = &options.rebase },
	{ "screen", 0, NULL, "outlying steps from point to point do not count for limits",
	    .flag = &options.screen },
	/* what is shown */
	{ "disclosure", 0, "RULE", "mhsds, hes, ascs, none or a FILE with a rule (mhsds)",
	    .text = &options.disclosure, .choices = rules },
	{ "attack", 0, NULL, "try to undo outputs: what each count in the FILEs can be",
	    .flag = &options.attack },
	/* partitions */
	{ "partial", 0, "ID/COUNT", "writes what one partition of the records counts, for --merge",
	    .text = &options.partial },
	{ "merge", 0, NULL, "the FILEs are what all partitions have counted",
	    .flag = &options.merge },
	{ 0 },
};
