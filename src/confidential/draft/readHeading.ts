/** What the words of a heading tell of a column. */
export interface HeadingWords {
  /** Names, addresses and numbers that say who somebody is, and dates of birth: how to do without; absent for others. */
  readonly personal?: string;
  /** Whether it speaks of the number that the health service gives everybody. */
  readonly isHealthNumber: boolean;
  /** How much it sounds like the reference of a person, from 0. */
  readonly reference: number;
  /** How much it sounds like the date that a form is of, from 0; below it for dates of something else. */
  readonly event: number;
  /** Whether it sounds like a code, whose digits are no number. */
  readonly isCode: boolean;
}

const names = "it may hold names. Reports count no names";
const contact = "it may say where or how to find somebody. Export an area in its place";
const born =
  'it may tell when somebody was born. For ages add it by hand, type: date, and a variable with "years: {from: …, to: …}"';

/** Words that speak of a person, each with what is said of the column. */
const personal: readonly (readonly [RegExp, string])[] = [
  [/^names?$|\b(forenames?|surnames?|initials?|maiden|alias)\b/, names],
  [/\b(first|last|full|middle|given|family|preferred|client|patient|person|carer|parent|user|worker) ?names?\b/, names],
  [/\b(key ?worker|worker|staff|clinician|consultant|practitioner|nurse|doctor|gp|officer|user ?name|author)\b/, names],
  [/\b(dob|birth|born|birthday|yob|date of birth|deceased|death|died|dod)\b/, born],
  [/\b(address|street|road|postcodes?|post ?code|zip|uprn|e ?mail|phone|telephone|mobile|tel)\b/, contact],
  [/\bnhs ?(no|num|number|id)?$/, "it may hold the numbers that the health service gives to people"],
  [/\b(nino|ni number|national insurance|passport|ip address)\b/, contact],
  [
    /\b(notes?|comments?|free ?text|remarks|narrative|description|details)\b/,
    "it may hold free text. Reports count no texts",
  ],
];

const whose =
  /\b(client|person|patient|customer|service ?user|svc user|user|member|resident|case|subject|offender|pas|hospital)(id|ref|no)?\b/;
const reference =
  /\b(id|ref|reference|identifier|number|num|no|key|urn|code|pseudonym|spell|(client|person|patient|user|form|record|visit)(id|ref|no))\b/;
const events =
  /\b(visit|visited|contact|seen|attend|attended|attendance|admi\w*|appointment|referr?\w*|event|exchange|encounter|arrival|start\w*|activity|transaction)\b/;
const later =
  /\b(discharge\w*|end\w*|exit\w*|clos\w*|next|review\w*|leav\w*|left|updated?|modified|created|expir\w*|complet\w*)\b/;
const codes = /\b(code|type|category|flag|status|group|band|class|ward|area|sex|gender|ethnic\w*|icd\w*)\b/;

/** Reads the words of a heading. */
export function readHeading(header: string): HeadingWords {
  const words = wordsOfHeading(header);
  const why = personal.find(([pattern]) => pattern.test(words))?.[1];
  return {
    ...(why !== undefined && {personal: why}),
    isHealthNumber: /\bnhs\b/.test(words),
    reference: (whose.test(words) ? 3 : 0) + (reference.test(words) ? 2 : 0),
    event: (events.test(words) ? 2 : 0) + (/\b(date|day|dt)\b/.test(words) ? 1 : 0) - (later.test(words) ? 3 : 0),
    isCode: codes.test(words),
  };
}

/** "DateOfBirth", "date_of_birth" and "Date of birth" have the same words, small and between blanks. */
export function wordsOfHeading(header: string): string {
  return header
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase()
    .replaceAll(/\b(\w) (?=\w\b)/g, "$1");
}
