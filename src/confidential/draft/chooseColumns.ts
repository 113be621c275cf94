import type {DateFinding} from "./findDates.ts";
import {partThatDiffers, type ColumnLook} from "./lookAt.ts";

/** More records without an answer than this part of them would be set aside as faulty, and stop the build. */
const mostBlank = 0.05;
/** References of fewer people than these are codes of something. */
const fewestPeople = 20;
/** And those that fewer than one in so many records differ by. */
const mostRecordsEach = 50;
/** A column that sounds like nothing is taken for a reference where next to no value stands twice. */
const unique = 0.98;

/** Headings that speak of a person score as much, and those of a number alone less. */
const ofPerson = 3;

/**
 * The column that seems to name the client, or nothing. Nothing too where it is a number of each record and another column may
 * name the client, for then what one client's many records say would be taken for what many say.
 */
export function chooseClient(looks: readonly ColumnLook[], dates: ReadonlySet<string>): string | undefined {
  const candidates = looks
    .filter((look) => isFilled(look) && !dates.has(look.name) && mayBeReference(look))
    .map((look) => ({name: look.name, score: look.heading.reference + (partThatDiffers(look) > unique ? 1 : 0)}));
  const best = looks.find(({name}) => name === highest(candidates)?.name);
  if (best === undefined) return undefined;
  const isOfRecord = best.heading.reference < ofPerson && partThatDiffers(best) > unique;
  return isOfRecord && looks.some((look) => !dates.has(look.name) && mayComeBack(look)) ? undefined : best.name;
}

/** Whether a column could hold references of people who come back: many of them, written with letters and digits or called so. */
function mayComeBack(look: ColumnLook): boolean {
  const {heading, counts, shapes} = look;
  if (!isFilled(look) || heading.personal !== undefined || heading.isCode || partThatDiffers(look) > unique)
    return false;
  const [usual] = shapes;
  const isMixed =
    usual !== undefined && /^[^ ]*$/.test(usual.shape) && usual.shape.includes("9") && usual.shape.includes("a");
  const areMany = counts.different >= fewestPeople && counts.different * mostRecordsEach >= counts.stated;
  return areMany && (heading.reference >= 2 || isMixed);
}

function mayBeReference(look: ColumnLook): boolean {
  const {heading, counts, shapes} = look;
  if (heading.personal !== undefined && !heading.isHealthNumber) return false;
  const [usual] = shapes;
  // Words between blanks are a text that somebody wrote, however seldom it stands twice.
  if (usual === undefined || !usual.shape.includes("9") || / .* /.test(usual.shape)) return false;
  if (heading.reference < 2) return !heading.isHealthNumber && partThatDiffers(look) > unique && !isAmount(look);
  return (
    counts.different >= Math.min(fewestPeople, counts.stated) && counts.different * mostRecordsEach >= counts.stated
  );
}

/** Amounts often differ from record to record as well. */
function isAmount({shapes}: ColumnLook): boolean {
  return shapes.some(({shape}) => /^-?9*[.,]9+$/.test(shape));
}

/** The column of dates that seems to say when a record happened, of those that have dates in the period. */
export function choosePeriod(dates: readonly DateFinding[], looks: readonly ColumnLook[]): string | undefined {
  const candidates = dates.flatMap(({name, usable, inPeriod}) => {
    const look = looks.find((one) => one.name === name);
    if (look === undefined || inPeriod === 0 || look.heading.personal !== undefined) return [];
    if (usable < (1 - mostBlank) * look.counts.records) return [];
    return [{name, score: look.heading.event}];
  });
  return highest(candidates)?.name;
}

function isFilled({counts: {records, stated}}: ColumnLook): boolean {
  return stated > 0 && stated >= (1 - mostBlank) * records;
}

/** The highest score; of several the first. */
function highest<T extends {readonly score: number}>(all: readonly T[]): T | undefined {
  return all.reduce<T | undefined>(
    (best, one) => (best === undefined || one.score > best.score ? one : best),
    undefined,
  );
}
