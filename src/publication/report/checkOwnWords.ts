import type {Report} from "../document/publication.ts";
import type {FaultCollector} from "../PublicationError.ts";
import {typedCounts} from "../typedCounts.ts";
import {typedNumbers} from "../typedNumbers.ts";

/**
 * Finds numbers that `report.yaml` and `template.yaml` would print as they stand: counts of people in any of their words,
 * and any number where words are all that is needed.
 */
export function checkOwnWords(
  {id, title, summary, publisher, contact, revisions, populations, ...reasons}: Report,
  faults: FaultCollector,
): void {
  const file = `reports/${id}/report.yaml`;
  const add = (typed: string, what: string): void => {
    faults.add({what: `${what} holds "${typed}", a typed number`, remedy: "Ask for it with a query in a chapter"});
  };
  for (const text of [title, summary, publisher, contact].filter((one) => one.includes("{{"))) {
    const [query = ""] = /\{\{.*/.exec(text) ?? [];
    faults.add({what: `${file} holds "${query}", which is filled in nowhere`, remedy: "Put it into a chapter"});
  }
  for (const typed of typedNumbers(summary)) add(typed, `the summary of ${file}`);
  for (const text of [title, summary, publisher, contact]) for (const typed of typedCounts(text)) add(typed, file);
  for (const {reason, position} of revisions) {
    for (const typed of [...typedNumbers(reason), ...typedCounts(reason)]) {
      const what = `the reason of this revision holds "${typed}", a typed number`;
      faults.add({position, what, remedy: "Say it in words that count nobody"});
    }
  }
  const {expected, breaks, provisional = {}} = reasons;
  for (const [field, said] of Object.entries({expected, breaks, provisional: Object.values(provisional)}))
    for (const {because} of said)
      for (const typed of [...typedNumbers(because), ...typedCounts(because)])
        add(typed, `a reason under ${field} in ${file}`);
  for (const {name, label, heading} of populations)
    for (const typed of [label, heading].flatMap(typedNumbers)) add(typed, `the population "${name}"`);
}
