/* SPDX-License-Identifier: GPL-3.0-or-later */
/* phrase_logged_others: what a log might say of work on categories B to E, and of work
 * outside of the framework. */
#include "phrase_work.h"

#define LIST(array)                                                                                \
	{                                                                                          \
		array, sizeof(array) / sizeof *(array)                                             \
	}

static const char *const shut_out[] = {
	"Went with client to the benefits appeal",
	"PIP form filled in together",
	"Rang housing officer about eviction notice",
	"Debt - wrote to creditors and set up breathing space",
	"Talked about being lonely since the day centre closed and what could change it",
	"Met employment adviser with client about going back to work",
};
static const char *const goals[] = {
	"Worked on her own recovery goals",
	"Practised taking the bus to college",
	"Went through what keeps him well and what he wants to do next year",
	"Enrolled at recovery college together",
	"Planned how to step back from our service over the summer",
	"Walked to the library to join the reading group",
};
static const char *const stigma[] = {
	"Challenged receptionist at the surgery about how he was spoken to",
	"Talk on stigma for sixth formers",
	"Supported complaint about discrimination at work",
	"Wrote to landlord who will not let to people with mental illness",
	"Anti-stigma stall at the market with two people who use the service",
};
static const char *const hope[] = {
	"Brought strengths and hopes into the team's risk discussion",
	"Asked at handover what she wants for herself rather than what is wrong",
	"Positive risk taking plan agreed with the team",
	"Peer worker and I looked at how the team talks about recovery",
	"Reminded MDT of his right to make an unwise choice",
};
static const char *const families[] = {
	"Joint visit with children and families social worker",
	"Think Family meeting - mother unwell with two under fives",
	"Family meeting with parents and three children about what mum needs",
	"Pre-birth planning with midwife and children's services",
	"Parenting and mental health assessment feedback",
};
static const char *const violence[] = {
	"MARAC - domestic abuse and self neglect",
	"Safety plan after partner was released from custody",
	"Chaired complex safeguarding meeting about sexual exploitation",
	"Cuckooing - visit with police",
	"Hoarding and fire risk - large multi-agency meeting chaired",
	"Home visit to man with history of violence with colleague",
};
static const char *const tangled[] = {
	"Client facing prison and eviction and very unwell - whole day sorting it out",
	"Social supervision visit - conditionally discharged patient",
	"Report to Ministry of Justice",
	"No recourse to public funds and psychosis - solicitor and housing",
	"Immigration solicitor and debt adviser together with client in crisis",
	"Court diversion - met probation and solicitor",
};
static const char *const life_story[] = {
	"Went over three generations of family history with client",
	"Genogram with client to see what repeats in the family",
	"Long talk on childhood in care and what it means for her as a mother",
	"Life story session",
	"Looked at trauma over the whole life before planning next steps",
};
static const char *const supervise[] = {
	"Supervised two social workers on their most difficult cases",
	"Case consultation for nurse colleague on very complex case",
	"Reflective supervision with ASYE",
	"Chaired complex case panel",
	"Held the lead for a case nobody else would take and directed the team's work on it",
};
static const char *const special[] = {
	"AMHP training day",
	"Best interests assessor course",
	"Family therapy training module",
	"Reading for the practice educator award",
	"Taught approach for personality disorder pathway to the team",
};
static const char *const doors[] = {
	"Went with client to the men's shed for the first time",
	"Introduced her to the allotment group",
	"Found volunteering at the charity shop",
	"Met walking group leader about people joining from our team",
	"Talked to leisure centre about passes for our clients",
};
static const char *const early[] = {
	"School - talk with pastoral lead about a pupil getting worse",
	"GP surgery meeting on people they worry about",
	"Early help huddle at the family hub",
	"Advice to college welfare officer about student not coming to class",
	"Drop-in at the food bank to pick up problems early",
};
static const char *const together[] = {
	"Co-production group on the new crisis cafe",
	"Service users and carers forum - planned the new day offer",
	"Interview panel with two experts by experience",
	"Wrote the new leaflet with people who use the service",
	"Met residents about what a neighbourhood hub should be",
};
static const char *const local[] = {
	"Updated our list of local groups",
	"Asset mapping walk round the estate",
	"Visited new community centre to see what they run",
	"Checked what the mosque and churches offer",
	"Found out about befriending schemes in the area",
};
static const char *const lead[] = {
	"AMHP supervision group",
	"Arranged legal advice for AMHPs",
	"AMHP re-approval paperwork and portfolio read",
	"One to one with AMHP after a hard assessment",
	"Planned refresher training for AMHPs",
};
static const char *const enough[] = {
	"AMHP rota for next month",
	"Looked for cover as three AMHPs are off",
	"Workforce plan - how many AMHPs retire in five years",
	"Spoke to two social workers who may train as AMHPs",
	"Workload of daytime AMHPs gone through with head of service",
};
static const char *const settle[] = {
	"Meeting with police and ambulance on section 136",
	"Conveyance problems - met ambulance manager",
	"Escalated no bed available to the trust on behalf of AMHPs",
	"Crisis concordat group",
	"Agreed with police who stays at the place of safety",
};
static const char *const data[] = {
	"AMHP activity figures for the quarter",
	"Counted delays to MHA assessments for the report",
	"Checked AMHP returns before they go off",
	"Looked at who we detain by ethnicity with the analyst",
};
static const char *const joint[] = {
	"Joint commissioning meeting with director of adult social care",
	"Section 75 agreement meeting with trust",
	"Briefed assistant director for integrated care partnership",
	"Mental health strategy board with the council lead member",
};

static const char *const administration[] = {
	"Typed up notes",
	"Emails",
	"Caught up with recording on the system",
	"Booked rooms and sent out letters",
	"Chased missing paperwork",
	"Computer down - waited for IT",
	"Photocopying and scanning",
	"Timesheet and mileage claim",
	"Covered reception",
};
static const char *const travel[] = {
	"Travel",
	"Drove between two sites",
	"Took client to dentist by car",
	"Collected prescription and dropped it off",
	"Nobody in - came back to office",
	"Picked up furniture with the van",
};
static const char *const clinical[] = {
	"Depot clinic",
	"Medication delivered and taken under observation",
	"Blood pressure and weight check",
	"Monitored side effects of new tablets",
	"Bloods for clozapine",
	"CBT session 4",
	"Care coordination cover for nurse on leave - dosette boxes",
	"Symptom rating scale done",
};
static const char *const meetings[] = {
	"Team business meeting",
	"Mandatory training - fire safety",
	"Trust performance dashboard meeting",
	"Waiting list meeting",
	"Manual handling update",
	"Office move",
	"Staff away day planning",
};

const struct phrases phrases_logged_others[] = { LIST(shut_out), LIST(goals), LIST(stigma),
	LIST(hope), LIST(families), LIST(violence), LIST(tangled), LIST(life_story),
	LIST(supervise), LIST(special), LIST(doors), LIST(early), LIST(together), LIST(local),
	LIST(lead), LIST(enough), LIST(settle), LIST(data), LIST(joint), LIST(administration),
	LIST(travel), LIST(clinical), LIST(meetings) };
