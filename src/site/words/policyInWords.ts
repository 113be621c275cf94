import type {Release} from "../../release/index.ts";
import {spellNumber} from "./spellNumber.ts";

const stages: Readonly<Record<Release["disclosure"]["stage"], string>> = {
  audited:
    "Further numbers are withheld so that none of these can be worked out from others. An independent audit has tried to work them out from everything that is published, and could not.",
  "suppressed, not audited":
    "Further numbers are withheld so that none of these can be worked out from others. No audit has tested that yet, so this is a draft.",
  "primary suppression only":
    "Only the small numbers themselves have been withheld so far. Whether they can be worked out from other numbers has not been checked, so this is a draft.",
};

/** The rules that decide which numbers are withheld, one sentence each. */
export function policyInWords({policy, stage}: Release["disclosure"]): readonly string[] {
  const {threshold, zeros, mark, meanNeeds} = policy;
  const smallest = spell(threshold);
  return [
    `A count from one to ${spell(threshold - 1)} is withheld, wherever it would stand: fewer than ${smallest} people could be recognised.`,
    zeros === "shown"
      ? "A count of none is shown, because an empty cell names nobody."
      : "A count of none is withheld as well, because it tells something of everybody in its row.",
    "A percentage, a rate or a mean is withheld with the counts that it rests on.",
    `A mean is given for at least ${spell(meanNeeds)} people.`,
    `A withheld number is marked ${mark}, the same in every table, figure, sentence and file.`,
    stages[stage],
  ];
}

function spell(count: number): string {
  return spellNumber(count) ?? count.toLocaleString("en-GB");
}
