import {dateInWords, type Recommendation, type RecommendationState} from "../../publication/index.ts";
import {escapeHtml} from "../prose/escapeHtml.ts";
import type {Reading} from "../prose/Reading.ts";
import {listInWords} from "../words/listInWords.ts";

const states: Readonly<Record<RecommendationState, string>> = {
  done: "Done",
  "under-way": "Under way",
  "not-begun": "Not begun",
  dropped: "Dropped",
};

/** What was recommended, to whom, by when, and what has become of it: a table that says of which day it is. */
export function recommendationsHtml({publication, targets}: Pick<Reading, "publication" | "targets">): string {
  const list = publication.recommendations;
  if (list === undefined) throw new Error("recommendations are asked that no file names");
  const rows = list.recommendations.map((one) => rowHtml(one, {asOf: list.asOf, targets}));
  const heads = ["What is asked for", "Owner", "Due", "State"];
  return (
    `<p>The states are those of ${dateInWords(list.asOf)}.</p>` +
    '<div class="scroll" tabindex="0" role="region" aria-label="Recommendations, and what has become of them">' +
    `<table class="recommendations"><thead><tr>${heads.map((head) => `<th scope="col" class="text">${head}</th>`).join("")}</tr></thead>` +
    `<tbody>${rows.join("\n")}</tbody></table></div>`
  );
}

function rowHtml(one: Recommendation, {asOf, targets}: {asOf: string; targets: Reading["targets"]}): string {
  const links = one.see.map((name) => {
    const target = targets.get(name);
    if (target === undefined) throw new Error(`a recommendation names ${name}, which is not there`);
    return `<a class="see" href="#${escapeHtml(target.id)}">${escapeHtml(target.words)}</a>`;
  });
  const note = one.note === undefined ? "" : ` ${escapeHtml(sentence(one.note))}`;
  const see = links.length === 0 ? "" : ` See ${listInWords(links)}.`;
  return (
    `<tr><th scope="row"><b>Recommendation ${escapeHtml(one.number)}.</b> ${escapeHtml(sentence(one.what))}</th>` +
    `<td class="text">${escapeHtml(one.owner)}</td><td class="text">${escapeHtml(one.dueText)}</td>` +
    `<td class="text">${stateInWords(one, asOf)}.${note}${see}</td></tr>`
  );
}

/** "Under way", and that it is late where the day is past and nothing came of it yet. */
function stateInWords({state, due}: Recommendation, asOf: string): string {
  const isOpen = state === "under-way" || state === "not-begun";
  return isOpen && due < asOf ? `${states[state]}, and overdue` : states[state];
}

const sentence = (text: string): string => text.trim().replace(/\.?$/, ".");
