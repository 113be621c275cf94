import type {ExtractTexts, ValueCount} from "../sources/files/ExtractTexts.ts";
import {sharedFloor} from "./draftedExtract.ts";
import {leaveOut, type Judgement} from "./judgement.ts";
import type {ColumnLook} from "./lookAt.ts";

/** Who shares values: the people of an extract. */
export interface Sharing {
  /** The column that names them. */
  readonly client: string;
  /** How many there are. */
  readonly people: number;
}

/** So many of the answers have to be shared ones: the reader lets a quarter of them be unlisted. */
const leastListed = 0.8;
const leastParts = 0.9;
/** More codes than this, or longer ones, are a text that somebody wrote. */
const mostCodes = 200;
const longestCode = 60;
/** A question with several answers has so many at most. */
const mostParts = 40;
/** Lists in which so many values look like streets, or like people with their titles, are of those, whatever their heading says. */
const mostOfOne = 0.2;
const ofOne: readonly (readonly [RegExp, string])[] = [
  [
    /\p{L}.* (road|rd|street|lane|avenue|ave|crescent|terrace|drive|close|gardens)\.?$/iu,
    "its values look like addresses. Export an area in their place",
  ],
  [/^(mr|mrs|ms|miss|dr|prof|sister|nurse)\b\.? \p{L}/iu, "its values look like names. Reports count no names"],
];
/** Signs that stand between several answers, and in how many answers one of them has to stand. */
const separators = [";", "|", ",", "/"] as const;
const leastSeparated = 0.02;

/** The codes of a column: values, or parts of values, that many people share. */
export async function findCodes(texts: ExtractTexts, look: ColumnLook, sharing: Sharing): Promise<Judgement> {
  const floor = {client: sharing.client, people: fewestSharing(sharing)};
  const whole = await texts.shared(look.name, floor);
  const several = await findSeveral(texts, look, {floor, whole: whole.values});
  if (several !== undefined) return several;
  if (texts.separatorOf(look.name) !== undefined)
    return leaveOut("its lists hold too many answers that few people give");
  const listed = recordsOf(whole.values);
  if (listed < leastListed * whole.given || whole.values.length === 0) {
    return leaveOut(
      "too many of its values are given by few people, as in free text. Group them before they are exported",
    );
  }
  if (whole.values.length > mostCodes || whole.values.some(({value}) => value.length > longestCode)) {
    return leaveOut(
      "it has too many values, or too long ones, for a list of codes. Group them before they are exported",
    );
  }
  const why = ofOne.find(([look]) => partOf(whole.values, look) >= mostOfOne)?.[1];
  if (why !== undefined) return leaveOut(why);
  return {type: "code", codes: whole.values.map(({value}) => value), hasOthers: listed < whole.given};
}

function partOf(values: readonly ValueCount[], look: RegExp): number {
  return values.filter(({value}) => look.test(value)).length / values.length;
}

/** How many people have to share a value for it to be written down. */
export function fewestSharing({people}: Sharing): number {
  return Math.max(sharedFloor.people, Math.ceil(people / sharedFloor.oneIn));
}

type Floor = Pick<Parameters<ExtractTexts["shared"]>[1], "client" | "people">;

/** Several answers to one question: by the column's type, or where the parts are shared and stand alone in other answers. */
async function findSeveral(
  texts: ExtractTexts,
  {name, counts, shapes}: ColumnLook,
  {floor, whole}: {readonly floor: Floor; readonly whole: readonly ValueCount[]},
): Promise<Judgement | undefined> {
  const known = texts.separatorOf(name);
  for (const separator of known === undefined ? separators : [known]) {
    const parted = shapes.filter(({shape}) => shape.includes(separator));
    if (known === undefined && recordsOf(parted) < leastSeparated * counts.stated) continue;
    const {values, given} = await texts.shared(name, {...floor, separator});
    const listed = recordsOf(values);
    const areShared = values.length > 0 && values.length <= mostParts && listed >= leastParts * given;
    const alone = values.filter(({value}) => whole.some((one) => one.value === value));
    const areAnswers = 2 * alone.length >= values.length && counts.different > values.length && values.length > 1;
    if (!areShared || (known === undefined && !areAnswers)) continue;
    return {type: "codes", codes: values.map(({value}) => value), separator, hasOthers: listed < given};
  }
  return undefined;
}

function recordsOf(counted: readonly {readonly records: number}[]): number {
  return counted.reduce((sum, {records}) => sum + records, 0);
}
