/** What became of a published value in our report. */
export type Outcome = "reproduced" | "corrected" | "withheld";

/** A number that the report on 2007/08 printed, and the query by which ours answers for it. */
export interface PublishedValue {
  /** Number of the published figure; absent for a number that stood in the text alone. */
  readonly figure?: number;
  /** Line of the published report's plain text. */
  readonly line: number;
  readonly query: string;
  readonly published: number;
  readonly outcome: Outcome;
  /** For what was corrected: the number that we print, and why. */
  readonly ours?: number;
  readonly why?: string;
}

const shown = ([figure, line]: readonly [number, number], query: string, published: number): PublishedValue => ({
  figure,
  line,
  query,
  published,
  outcome: "reproduced",
});

/**
 * Every value of the 31 figures as far as the published text gives it. "Almost half" and "a quarter" are entered as
 * the whole percentage that they stand for.
 * Source: South East Public Health Observatory, Drug Interventions Programme in the South East 2007/08, May 2009.
 */
// prettier-ignore
export const publishedFigures: readonly PublishedValue[] = [
  shown([1, 138], "share prison prison-of-contact=high-down", 15),
  shown([1, 138], "share prison prison-of-contact=winchester", 13),
  shown([1, 138], "share prison prison-of-contact=bullingdon", 13),
  shown([2, 144], "share community area-of-contact=oxfordshire", 15),
  shown([2, 144], "share community area-of-contact=reading", 13),
  shown([2, 144], "share community area-of-contact=slough", 9),
  shown([2, 144], "share community area-of-contact=kent", 10),
  shown([2, 144], "share community area-of-contact=hampshire", 8),
  shown([2, 144], "share community area-of-contact=buckinghamshire", 6),
  shown([3, 158], "mean age prison", 31.4),
  shown([4, 166], "mean age community", 31),
  shown([5, 176], "share prison sex=female", 12),
  shown([5, 176], "share prison sex=male", 88),
  shown([5, 176], "share community sex=female", 17),
  shown([5, 176], "share community sex=male", 83),
  shown([9, 211], "share prison ethnic-group=white", 80),
  shown([9, 211], "share prison ethnic-group=bme", 19),
  shown([9, 211], "share community ethnic-group=white", 84),
  shown([9, 211], "share community ethnic-group=bme", 14),
  shown([10, 222], "share community accommodation=social-landlord", 22),
  shown([11, 235], "share prison parental-status=no-children", 50),
  shown([11, 235], "share community parental-status=no-children", 50),
  shown([13, 262], "share prison prompt=carat", 49),
  shown([13, 262], "share prison prompt=voluntary", 18),
  shown([14, 272], "share community prompt=voluntary", 74),
  shown([14, 272], "share community prompt=pre-sentence-report", 10),
  shown([15, 288], "share prison offence-group=acquisitive", 43),
  shown([15, 288], "share prison offence-group=violent", 22),
  shown([15, 288], "share prison offence-group=drug-related", 12),
  shown([15, 288], "share prison offence-group=other", 11),
  shown([15, 288], "share prison offence-group=driving", 5),
  shown([15, 288], "share community offence-group=acquisitive", 54),
  shown([15, 288], "share community offence-group=drug-related", 22),
  shown([15, 288], "share community offence-group=violent", 8),
  shown([15, 288], "share community offence-group=other", 7),
  shown([15, 288], "share community offence-group=driving", 2),
  shown([16, 296], "share prison sentence-length=not-stated", 46),
  shown([16, 296], "share prison sentence-length=under-1-year among stated", 27),
  shown([17, 304], "share prison ppo=yes", 11),
  shown([18, 313], "share prison misused-drugs=yes among ppo=yes", 96),
  shown([20, 332], "share prison main-drug=heroin", 31),
  shown([20, 332], "share community main-drug=heroin", 47),
  shown([20, 332], "share prison main-drug=not-stated", 5),
  shown([20, 332], "share community main-drug=not-stated", 5),
  shown([21, 343], "share prison misused-drugs=yes", 76),
  shown([21, 343], "share community misused-drugs=yes", 88),
  shown([22, 354], "share prison weekly-spend=0-to-50", 19),
  shown([22, 354], "share community weekly-spend=101-to-250", 23),
  shown([22, 354], "share community weekly-spend=0-to-50", 22),
  shown([23, 365], "share prison alcohol=daily", 37),
  shown([23, 365], "share community alcohol=never", 25),
  shown([24, 383], "share prison ever-injected=yes", 32),
  shown([24, 383], "share community ever-injected=yes", 43),
  shown([26, 406], "share prison treatment-last-2-years=no", 55),
  shown([28, 426], "share prison treatment-in-prison=no", 55),
  shown([28, 426], "share prison treatment-in-prison=yes", 36),
  shown([28, 426], "share prison treatment-in-prison=not-stated", 8),
  shown([28, 426], "share community treatment-in-prison=no", 58),
  shown([29, 437], "share prison care-plan=yes", 76),
  shown([29, 437], "share prison care-plan=not-stated", 24),
  shown([29, 437], "share prison care-plan=no", 0),
  shown([29, 437], "share community care-plan=yes", 70),
  shown([29, 437], "share community care-plan=no", 5),
  shown([29, 437], "share community care-plan=not-stated", 25),
  shown([30, 448], "share prison treatment-required=harm-reduction", 33),
  shown([30, 448], "share community treatment-required=harm-reduction", 27),
  shown([30, 448], "share prison treatment-required=overdose-management", 25),
  shown([30, 448], "share community treatment-required=one-to-one-work", 25),
  shown([31, 459], "share prison support-required=housing", 17),
  shown([31, 459], "share community support-required=housing", 19),
  shown([31, 459], "share community support-required=peer-support", 15),
  shown([31, 459], "share prison support-required=leisure-activities", 15),
];

/** Published figures that the text describes without a number: what is said of them is in inconsistencies.test.ts. */
export const figuresWithoutNumbers = [6, 7, 8, 12, 19, 25, 27] as const;

/** Counts of 1 to 4 that the published report printed although its own rule was to withhold them. */
// prettier-ignore
export const publishedUnsafeCounts: readonly {readonly line: number; readonly query: string}[] = [
  {line: 126, query: "count community residence-in-region=in-region contact-in-region=elsewhere"},
  {line: 497, query: "count prison prison-of-contact=not-stated residence=outside"},
  {line: 508, query: "count community area-of-contact=east-sussex residence=outside"},
  {line: 509, query: "count community area-of-contact=hampshire residence=outside"},
  {line: 510, query: "count community area-of-contact=isle-of-wight residence=outside"},
  {line: 511, query: "count community area-of-contact=kent residence=outside"},
  {line: 513, query: "count community area-of-contact=milton-keynes residence=outside"},
  {line: 515, query: "count community area-of-contact=portsmouth residence=outside"},
  {line: 521, query: "count community area-of-contact=west-sussex residence=outside"},
  {line: 522, query: "count community area-of-contact=windsor-and-maidenhead residence=outside"},
];

/**
 * The table of homes and places of contact, without the three community clients first seen elsewhere, whose count
 * should have been withheld, without the nobody beside them, which is withheld with the breakdown of so small a group,
 * without the 3,729 that would give them back, and without the 123 beside the same number in all, which would tell that
 * none of the three live elsewhere. Line 126.
 */
// prettier-ignore
export const publishedFourWayTable: readonly {readonly query: string; readonly published: number}[] = [
  {query: "count prison residence-in-region=in-region contact-in-region=in-region", published: 4872},
  {query: "count prison residence-in-region=elsewhere contact-in-region=in-region", published: 2924},
  {query: "count prison residence-in-region=in-region contact-in-region=elsewhere", published: 18},
  {query: "count prison residence-in-region=elsewhere contact-in-region=elsewhere", published: 8},
  {query: "count prison", published: 7822},
  {query: "count community", published: 3855},
];
