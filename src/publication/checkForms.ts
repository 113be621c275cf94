import type {Publication} from "./document/publication.ts";
import {clashOfForms, formsTold} from "./formsTold.ts";
import {publicationFault} from "./PublicationError.ts";
import {questionNamed, variablesNamed, type Query} from "./query/query.ts";
import type {Population, Vocabulary} from "./vocabulary.ts";

/**
 * Checks that nothing is asked over all forms of a client beside what the proof on people cannot hold against it. Throws
 * PublicationError at the query that asks it.
 */
export function checkForms({plan}: Publication, vocabulary: Vocabulary): void {
  const asked = plan
    .filter(({edition}) => edition === "this")
    .flatMap((query) => populationsAsked(query, vocabulary).map((population) => ({query, population})));
  for (const told of formsTold(asked.map(({population}) => population))) {
    const clash = clashOfForms([told]);
    if (clash === undefined) continue;
    const names = [...told.overForms.keys()];
    const place = asked.find(({population}) => population.variables.some(({name}) => names.includes(name)));
    throw publicationFault(clash.what, clash.remedy, place?.query.position);
  }
}

/** The populations of a query with the variables that it names, those that make a part of another one among them. */
function populationsAsked(query: Query, {populations}: Vocabulary): readonly Population[] {
  const named = variablesNamed(query).map((name) => questionNamed(query, name));
  return populations
    .filter(({name}) => query.populations.includes(name))
    .map((population) => {
      const whole = populations.find(({name}) => name === population.partOf?.population) ?? population;
      const names = new Set([...named, ...Object.keys(population.partOf?.at ?? {})]);
      return {...population, variables: whole.variables.filter(({name}) => names.has(name))};
    });
}
