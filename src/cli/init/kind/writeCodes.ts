import {nameEach} from "./nameThings.ts";

/** Answers that say that there is none. */
const noAnswer =
  /^(not (known|stated|recorded|given|disclosed|applicable|specified|provided)|unknown|n\/?k|missing|declined|refused|prefer not to say|did not answer|no answer)\b.*$/i;

const order = new Intl.Collator("en", {numeric: true});

/** The text of a list of codes, each of which stands for itself until somebody gives it a better label. */
export function writeCodes(codes: readonly string[]): string {
  // What differs by capitals alone is one answer.
  const answers = [...Map.groupBy(codes, (code) => code.toLowerCase()).values()].toSorted(([one = ""], [other = ""]) =>
    order.compare(one, other),
  );
  const labels = answers.map(labelOf);
  const names = nameEach(labels, "answer");
  const rows = answers.flatMap((same, at) => {
    const label = labels[at] ?? "";
    const isNone = noAnswer.test(label);
    const said = isNone
      ? ["not-stated", "Not stated", "not stated", "not-stated"]
      : [names[at] ?? "", label, label, ""];
    return same.map((code) => [code, ...said]);
  });
  return [["code", "name", "label", "text", "role"], ...rows].map((row) => `${row.map(csvField).join(",")}\n`).join("");
}

/** Of several spellings the one that begins with a capital and goes on in small letters. */
function labelOf(same: readonly string[]): string {
  return same.find((code) => /^\p{Lu}\p{Ll}/u.test(code)) ?? same[0] ?? "";
}

function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
