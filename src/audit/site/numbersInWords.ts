import {numberKey, type PrintedNumber} from "../tells/printedNumbers.ts";

const units =
  "none one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
/** "One client may need several" is no count. */
const single = "(?:only|just|exactly|but) one|a single|a lone";
const number = `${single}|(?:${tens.join("|")})(?:[- ](?:${units.slice(1, 10).join("|")}))?|${units.slice(2).join("|")}|a dozen|a couple of|a pair of|(?:a|one) hundred`;
const between =
  "(?:(?:more|other|further|fewer|male|female|young|younger|old|older|adult|prison|community|new|such|white|known|of|the|these|those|our|them) )*";
const counted =
  "(?:people|persons?|men|women|man|woman|boys?|girls?|clients?|prisoners?|inmates?|offenders?|patients?|users?|residents?|individuals?|adults?|children|forms?|records?|were|was)(?![’'\\w-])";
const wording = new RegExp(`\\b(${number}) ${between}${counted}`, "giu");

/** Counts of people and forms that a text gives in words: "three clients", "only one woman", "twenty-two were". */
export function numbersInWords(text: string): readonly PrintedNumber[] {
  return [...text.matchAll(wording)].map(({0: found, 1: said = "", index}) => ({
    text: `"${found}"`,
    key: numberKey(valueOf(said.toLowerCase())),
    index,
  }));
}

/** A number from 2 to 19, or a round one below 100, in words: what a policy is written in. Nothing for others. */
export function inWords(value: number): string | undefined {
  return value < units.length ? units[value] : value % 10 === 0 ? tens[value / 10 - 2] : undefined;
}

function valueOf(said: string): number {
  if (/\bone$|single|lone/.test(said) && !/^(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)/.test(said))
    return 1;
  if (said === "a dozen") return 12;
  if (said.startsWith("a couple") || said.startsWith("a pair")) return 2;
  if (said.endsWith("hundred")) return 100;
  const [first = "", second = ""] = said.split(/[- ]/);
  const ten = tens.indexOf(first);
  return ten === -1 ? units.indexOf(first) : 20 + 10 * ten + Math.max(0, units.indexOf(second));
}
