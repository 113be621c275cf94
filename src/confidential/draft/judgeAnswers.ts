import {mostSteps} from "../dictionary/steps.ts";
import type {ExtractTexts} from "../sources/files/ExtractTexts.ts";
import {fewestSharing, findCodes, type Sharing} from "./findCodes.ts";
import {leaveOut, type Judgement} from "./judgement.ts";
import {partThatDiffers, partThatLooks, type ColumnLook} from "./lookAt.ts";
import {roundOutward} from "./roundOutward.ts";

const number = /^-?9+(\.9+)?$/;
const healthNumber = /^([09]9{9}|999[ -]999[ -]9999)$/;
const postcode = /^a{1,2}9[9a]? ?9aa$/;
/** As many digits as telephone numbers and numbers of accounts have, and no amount that people are given. */
const longNumber = /^[09]9{7,}$/;
/** So many answers have to look alike to say what they are. */
const most = 0.8;
/** Numbers with fewer different values than this are codes. */
const fewestNumbers = 7;
/** Columns of fewer answers than this tell by chance whether their values differ. */
const fewestAnswers = 20;

/** Judges what is neither the client nor a date. */
export async function judgeAnswers(texts: ExtractTexts, look: ColumnLook, sharing: Sharing): Promise<Judgement> {
  const {heading, counts} = look;
  if (counts.stated === 0) return leaveOut("it is empty");
  if (heading.personal !== undefined) return leaveOut(heading.personal);
  const personal = personalByLook(look);
  if (personal !== undefined) return leaveOut(personal);
  const isNumber = partThatLooks(look, number) >= most;
  const isCode =
    heading.isCode || counts.different < fewestNumbers || look.shapes.some(({shape}) => shape.startsWith("09"));
  if (isNumber && !isCode && texts.separatorOf(look.name) === undefined) return judgeNumber(texts, look, sharing);
  return findCodes(texts, look, sharing);
}

function personalByLook(look: ColumnLook): string | undefined {
  if (partThatLooks(look, healthNumber) >= most) return "it looks like numbers that the health service gives to people";
  if (partThatLooks(look, postcode) >= most) return "it looks like postcodes. Export an area in their place";
  if (partThatLooks(look, longNumber) >= most) return "it looks like numbers that belong to somebody or something";
  if (partThatLooks(look, /@/) >= most) return "it looks like addresses of e-mail";
  const isWhole = partThatLooks(look, /^9+$/) >= most;
  const isReference = look.counts.stated >= fewestAnswers && partThatDiffers(look) > 0.9;
  return isReference && isWhole ? "hardly a number in it stands twice, as in a reference" : undefined;
}

async function judgeNumber(texts: ExtractTexts, {name, counts}: ColumnLook, sharing: Sharing): Promise<Judgement> {
  const floor = {client: sharing.client, people: fewestSharing(sharing)};
  const readings: (Awaited<ReturnType<ExtractTexts["numbers"]>> & {readonly decimals: 0 | 1 | 2})[] = [];
  for (const decimals of [0, 1, 2] as const) readings.push({decimals, ...(await texts.numbers(name, decimals, floor))});
  const all = Math.max(...readings.map(({read}) => read));
  // As few decimals as read what more of them read.
  const found = readings.find(({read}) => read === all);
  if (found === undefined || found.read < most * counts.stated) {
    return leaveOut("its numbers have more than two decimals. Round them before they are exported");
  }
  if (found.reached === undefined) return leaveOut("too few people have a number in it to say how far it reaches");
  const {from, to} = roundOutward(found.reached);
  if (to - from > mostSteps) {
    return leaveOut(
      "its numbers reach too far to be kept apart. Export them in larger units, as pounds in place of pence",
    );
  }
  const unit = 10 ** found.decimals;
  return {type: "number", decimals: found.decimals, from: from / unit, to: to / unit};
}
