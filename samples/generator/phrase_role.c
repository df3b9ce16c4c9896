/* SPDX-License-Identifier: GPL-3.0-or-later */
/* phrase_role: sentences in which one of the role categories A to E is heard. */
#include "phrase.h"

/* A: statutory access and entitlement. */
static const char *const a_good[] = {
	"%S did the Care Act assessment with %m and not to %m",
	"%S assessed %y needs and sorted out care within %w",
	"%S explained who is eligible for social care and why",
	"%S got the funding agreed for %y support",
	"%S set up a personal budget so %i could choose who helps",
	"The direct payment lets %m pay for a support worker",
	"%S wrote the support plan together with %m",
	"%S raised a safeguarding concern and kept %m safe",
	"%S took the safeguarding enquiry seriously",
	"%S explained the Mental Capacity Act in words %i understood",
	"The capacity assessment was done with care and a best interests meeting followed",
	"%S found %m an advocate for the meeting",
	"%S told %m about the right to an independent advocate",
	"%S reviewed the care home placement and made it better",
	"I was offered a carer's assessment for the first time",
	"The carer's assessment led to a break for me each month",
	"%S helped with the move to supported living and the review after it",
	"%S knew the law and what %i was entitled to",
	"%S arranged respite so that I could rest",
	"%S looked at social needs, not only the medical side",
};

static const char *const a_bad[] = {
	"We waited %w for a Care Act assessment",
	"The needs assessment was done over the phone in ten minutes",
	"%I was told %i was not eligible for social care and nobody said why",
	"The funding panel said no without meeting %m",
	"The personal budget took %w to set up",
	"The direct payment was stopped without a review",
	"The support plan was written without %m",
	"A safeguarding concern was raised and we heard nothing more",
	"Nobody did a capacity assessment before the decision",
	"%I was never told about an advocate",
	"I asked for a carer's assessment and am still waiting",
	"The care home placement has not been reviewed for over a year",
	"No respite was offered to me as a carer",
	"The care package was cut with no new assessment",
};

/* B: recovery and social inclusion. */
static const char *const b_good[] = {
	"%S helped %m get back into work",
	"%S helped %m join a local art class and make friends",
	"%S believed in %y recovery when nobody else did",
	"%S gave %m hope",
	"%S helped %m set goals and reach them one by one",
	"%S helped %m to live independently again",
	"%S helped %m with housing and benefits so that the stress went down",
	"%S challenged the stigma at %y workplace",
	"%S stood up for %m when the landlord discriminated",
	"%I am not so isolated now",
	"%I joined the walking group and feel part of the community again",
	"%I started volunteering at %p with %y worker's support",
	"%I now have a recovery plan that %i wrote",
	"%S understood how racism had affected %m",
	"The recovery college gave %m confidence",
	"%S encouraged %m to take control of %y own life",
	"Getting out of debt was the start of %y recovery",
	"%S helped %m back to college",
};

static const char *const b_bad[] = {
	"Nobody talked about recovery or what comes after",
	"%I was still lonely and isolated after %w",
	"%I wanted help to get back to work and got none",
	"The housing problem was never looked at",
	"%I felt the stigma even from staff",
	"There was no help with benefits when the money stopped",
	"Nobody asked about %y goals",
	"%I lost hope while waiting",
	"%S made decisions for %m and took away %y independence",
	"The discrimination %i faced was brushed aside",
};

/* C: leadership in complexity, risk and ambiguity. */
static const char *const c_good[] = {
	"%S worked with the whole family and thought about the children too",
	"%S managed the risk calmly and told us the plan",
	"%S kept us safe when there was domestic abuse at home",
	"%S dealt with housing, debt and illness all at once when others would not",
	"%S understood the trauma from %y childhood",
	"%S brought the doctor, the school and the police together at one meeting",
	"%S was not afraid of a complicated situation",
	"%S helped with both the drinking and the mental health",
	"%S took a lead when several agencies disagreed about the risk",
	"%S helped with the immigration papers while %i was unwell",
	"%S made a clear crisis plan with the family",
	"%S listened to three generations of us in one room",
};

static const char *const c_bad[] = {
	"Nobody thought about the children at home",
	"Nobody took charge although the risk was high",
	"Mental health said it was the drink and the drink team said it was mental health",
	"The domestic abuse was not asked about",
	"Every agency thought another one was dealing with it",
	"It was too complex for them and we were left with the risk",
	"The family was not part of the risk plan",
};

/* D: co-production with local communities. */
static const char *const d_good[] = {
	"%S linked %m with a community group near %p",
	"%S knew every charity and club around here",
	"%I helped to design the new service with the team",
	"Service users and carers planned the peer group together with staff",
	"The peer support group at %p was set up with us and not for us",
	"%S worked with the school to spot the problem early",
	"The link with the GP surgery meant help came earlier",
	"Being on the co-production panel showed that our views count",
	"%S told the young carers project about my daughter",
	"The drop-in at %p is run by local volunteers and it works",
	"The community allotment project brought people together",
	"%S used the local directory to find what was on offer",
};

static const char *const d_bad[] = {
	"Nobody knew what was on offer in the community",
	"The local drop-in at %p was closed without asking the people who use it",
	"We were consulted after it had all been decided",
	"The school and the GP were never brought in early",
	"There is no peer support group around here any more",
	"Local groups could do more if the service worked with them",
};

/* E: leading the AMHP workforce. */
static const char *const e_good[] = {
	"The AMHP was calm and fair during the Mental Health Act assessment",
	"The approved mental health professional explained every step of the section",
	"The AMHP looked for another way before a hospital admission",
	"The AMHP service made sure somebody came the same night",
	"The AMHP made sure the police and the ambulance knew what to do",
	"The AMHP asked me as nearest relative what I thought",
	"The AMHP team was well organised and one manager took the lead",
};

static const char *const e_bad[] = {
	"We waited %w for an AMHP because there were not enough of them",
	"There was no AMHP on duty at night",
	"The AMHP was exhausted and said there was no cover",
	"The ambulance did not come and the AMHP had to wait with us for hours",
	"The Mental Health Act assessment was held up because there was no bed",
	"The police and the AMHP did not seem to talk to each other",
};

#define PHRASES(array)                                                                             \
	{                                                                                          \
		array, sizeof(array) / sizeof *(array)                                             \
	}

const struct phrases phrases_role_good[5] = { PHRASES(a_good), PHRASES(b_good), PHRASES(c_good),
	PHRASES(d_good), PHRASES(e_good) };
const struct phrases phrases_role_bad[5] = { PHRASES(a_bad), PHRASES(b_bad), PHRASES(c_bad),
	PHRASES(d_bad), PHRASES(e_bad) };
