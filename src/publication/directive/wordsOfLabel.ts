import type {LabelDirective} from "../document/directive.ts";
import {findNamed} from "../findNamed.ts";
import {describePeriod} from "../period/describePeriod.ts";
import {namedSpans} from "../period/namedSpans.ts";
import {publicationFault} from "../PublicationError.ts";
import {categoryInTime, whyNone} from "../query/placeInTime.ts";
import {referenceKeys} from "../referenceKeys.ts";
import type {Variable, Vocabulary} from "../vocabulary.ts";

/**
 * What a category is called in a sentence: "heroin", and of months that end with a period "12 months ending March 2009".
 * Throws PublicationError where there is no such name.
 */
export function wordsOfLabel(label: LabelDirective, vocabulary: Vocabulary): string {
  const {population, at, position} = label;
  const variables = variablesOf(label, vocabulary);
  return Object.entries(at)
    .map(([name, category]) => {
      const variable = findNamed({sort: `variable of ${population}`, name}, variables, position);
      const placed = categoryInTime(variable, category);
      if (placed === undefined) {
        const {what, remedy} = whyNone(variable, category);
        throw publicationFault(what, remedy, position);
      }
      const {text} = findNamed({sort: `category of ${name}`, name: placed}, variable.categories, position);
      return label.months === undefined ? text : endingWords(label, label.months, {variable, placed});
    })
    .join(", ");
}

function variablesOf(
  {population, position}: LabelDirective,
  {populations, references}: Vocabulary,
): readonly Variable[] {
  const reference = references.find(({name}) => name === population);
  if (reference !== undefined) return referenceKeys(reference);
  return findNamed({sort: "population", name: population}, populations, position).variables;
}

function endingWords(
  {position}: LabelDirective,
  months: number,
  {variable, placed}: {readonly variable: Variable; readonly placed: string},
): string {
  const span = namedSpans(variable)?.find(({name}) => name === placed);
  if (span === undefined) {
    throw publicationFault(`no months end with "${placed}"`, "Name a month, quarter or year", position);
  }
  const last = describePeriod(`${span.to.slice(0, 7)}-01`, span.to).text;
  return `${String(months)} months ending ${last}`;
}
