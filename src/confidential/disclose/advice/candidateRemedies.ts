import type {ModelCell} from "../search/countModel.ts";
import {keyAfter, mergeSituation, type Merger} from "./mergeSituation.ts";
import type {Candidate, SituationPlace, Situation} from "./situation.ts";

/** Mergers tried for each variable of a count. */
const mostMergers = 3;

/** Counts that cannot be protected whose own categories are merged with others; more rarely call for other remedies. */
const mostCounts = 3;

/** What may help, the least change first: the policy, then a total left out, then categories merged. */
export function candidateRemedies(situation: Situation, unprotected: readonly number[]): readonly Candidate[] {
  return [...policyRemedies(situation), ...omissions(situation, unprotected), ...mergers(situation, unprotected)];
}

function policyRemedies(situation: Situation): readonly Candidate[] {
  const {policy} = situation;
  const candidates: Candidate[] = [];
  if (policy.marks === "two") {
    candidates.push({
      advice: 'use one mark for all that is withheld, in the policy (mark: "[c]")',
      situation: {...situation, policy: {...policy, marks: "one"}},
    });
  }
  if (policy.zeros === "shown") {
    candidates.push({
      advice: "hide zeros, in the policy (zeros: hidden)",
      situation: {...situation, policy: {...policy, zeros: "hidden"}},
    });
  }
  return candidates;
}

/** Leaves out the totals that add up a count over one of its variables: all of the same kind at once. */
function omissions(situation: Situation, unprotected: readonly number[]): readonly Candidate[] {
  const {model, placeOf} = situation;
  const kinds = new Map<string, string>();
  for (const {table, at} of placesOf(situation, unprotected)) {
    for (const left of Object.keys(at)) {
      const rest = Object.fromEntries(Object.entries(at).filter(([variable]) => variable !== left));
      kinds.set(kindOf({table, at: rest}), left);
    }
  }
  return [...kinds].flatMap(([kind, over]) => {
    const isOmitted = (cell: ModelCell): boolean => {
      const place = placeOf(cell);
      return place !== undefined && cell.shown && cell.fixed !== true && kindOf(place) === kind;
    };
    if (!model.cells.some(isOmitted)) return [];
    const cells = model.cells.map((cell) => (isOmitted(cell) ? {...cell, shown: false} : cell));
    return {
      advice: `do without the totals over ${over} (a table without "with totals", no sentence that prints one)`,
      situation: {...situation, model: {...model, cells}},
    };
  });
}

function mergers(situation: Situation, unprotected: readonly number[]): readonly Candidate[] {
  const tried = new Map<string, Merger>();
  for (const place of placesOf(situation, unprotected.slice(0, mostCounts))) {
    for (const [variable, category] of Object.entries(place.at)) {
      for (const other of siblingsOf(situation, place, variable)) {
        const [first = "", second = ""] = [category, other].sort();
        const merger = {table: place.table, variable, categories: [first, second] as const};
        tried.set(JSON.stringify(merger), merger);
      }
    }
  }
  return [...tried.values()].flatMap((merger) => {
    const merged = mergeSituation(situation, merger);
    const {variable, categories} = merger;
    const advice = `merge ${categories[0]} and ${categories[1]} of ${variable} into one category`;
    const become = (cell: ModelCell): string => keyAfter(cell, situation.placeOf(cell), merger);
    return merged === undefined ? [] : {advice, situation: merged, keyAfter: become};
  });
}

/** Other categories of a variable beside a count, the largest first: they hide it best. */
function siblingsOf({model, placeOf}: Situation, {table, at}: SituationPlace, variable: string): readonly string[] {
  const others = model.cells.flatMap((cell) => {
    const place = placeOf(cell);
    const category = place?.at[variable];
    if (place === undefined || category === undefined || category === at[variable]) return [];
    const isBeside = sameKey(place, {table, at: {...at, [variable]: category}});
    return isBeside ? {category, count: cell.count} : [];
  });
  const sorted = others.toSorted((a, b) => b.count - a.count || (a.category < b.category ? -1 : 1));
  return sorted.slice(0, mostMergers).map(({category}) => category);
}

function placesOf({model, placeOf}: Situation, cells: readonly number[]): readonly SituationPlace[] {
  return cells.flatMap((cell) => {
    const known = model.cells[cell];
    return known === undefined ? [] : (placeOf(known) ?? []);
  });
}

function kindOf({table, at}: SituationPlace): string {
  return JSON.stringify([table, ...Object.keys(at).sort()]);
}

function sameKey(a: SituationPlace, b: SituationPlace): boolean {
  const keyOf = ({table, at}: SituationPlace): string => JSON.stringify([table, ...Object.entries(at).sort()]);
  return keyOf(a) === keyOf(b);
}
