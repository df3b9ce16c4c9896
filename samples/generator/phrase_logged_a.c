/* SPDX-License-Identifier: GPL-3.0-or-later */
/* phrase_logged_a: what a log might say of work on category A. */
#include "phrase_work.h"

#define LIST(array)                                                                                \
	{                                                                                          \
		array, sizeof(array) / sizeof *(array)                                             \
	}

static const char *const assess[] = {
	"Care Act assessment with client",
	"Completed assessment of needs and checked eligibility",
	"Finished writing up CAA and sent it to the client to agree",
	"Assessment visit after referral from the GP",
	"MHA assessment at the flat with two doctors",
	"Arranged home care to start on Monday following assessment",
	"Went through the outcomes of the assessment and what we can provide",
	"Reassessed needs after discharge from the ward",
};
static const char *const funding[] = {
	"Took funding request to panel",
	"Prepared case for resource allocation panel",
	"Argued for fair share of health funding for joint package",
	"Financial assessment explained and forms sent off",
	"Discussed section 117 funding split with ICB",
	"Appeal against panel decision on package",
};
static const char *const plan[] = {
	"Wrote support plan together with client",
	"Set up direct payment for a personal assistant",
	"Personal budget sums gone through with client and son",
	"Changed the care and support plan so that she can go swimming",
	"Looked at how the budget is being spent and what could work better",
	"Helped recruit a PA with the direct payment",
};
static const char *const safeguard[] = {
	"Safeguarding enquiry - visit to hear what he wants to happen",
	"Section 42 planning discussion with care home manager",
	"Raised safeguarding concern about money taken by neighbour",
	"Referral to children's services as worried about neglect",
	"Wrote protection plan after strategy meeting",
	"Case conference about neglect in supported housing",
};
static const char *const capacity[] = {
	"Capacity assessment re decision where to live",
	"Best interests meeting about move to nursing home",
	"DoLS assessment on the ward",
	"Prepared Court of Protection statement",
	"MCA advice to colleague on fluctuating capacity",
	"Recorded why he lacks capacity to manage his tenancy",
};
static const char *const advocate[] = {
	"Referred to IMHA",
	"Rang advocacy service as client has nobody to speak for him",
	"Asked for an IMCA before the serious treatment decision",
	"Care Act advocate briefed before the review",
	"Explained right to an independent advocate",
};
static const char *const review[] = {
	"Annual review of residential placement",
	"Visited out of area placement to review whether it still suits",
	"Section 117 aftercare review in supported living",
	"Reviewed nursing home placement with family",
	"Step down from residential to own flat planned at review",
	"Looked for specialist housing closer to home with the provider",
};
static const char *const carer[] = {
	"Carer's assessment with husband",
	"Carers assessment for daughter who gave up her job",
	"Sorted a carer's break and one-off payment",
	"Explained carer rights and gave carers centre number",
	"Young carer - linked with young carers worker",
	"Carer support plan reviewed",
};
static const char *const information[] = {
	"Advice to self-funder on paying for care",
	"Duty call - told caller what help there is and how to ask for it",
	"Information on care charges and savings limits given",
	"Signposted someone not open to us to the council's help line",
	"Drop-in - general advice on where to get support",
};
static const char *const social[] = {
	"Wrote social circumstances report",
	"Put the social side of things to the consultant at ward round",
	"Report for tribunal on home and family circumstances",
	"Challenged a purely medical view of why she stopped eating",
	"Explained at formulation meeting what losing the tenancy did to him",
};
static const char *const forum[] = {
	"Social work view given at CPA meeting with all agencies",
	"MAPPA level 2 meeting",
	"Attended discharge planning meeting with ward and housing for the council",
	"Spoke for social care at the hospital managers hearing",
	"Section 117 meeting with ICB and ward",
};

const struct phrases phrases_logged_a[] = { LIST(assess), LIST(funding), LIST(plan),
	LIST(safeguard), LIST(capacity), LIST(advocate), LIST(review), LIST(carer),
	LIST(information), LIST(social), LIST(forum) };
