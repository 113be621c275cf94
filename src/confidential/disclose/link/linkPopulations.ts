import {cellKey, type PopulationDeclaration} from "../../../publication/index.ts";
import type {Sum} from "./links.ts";

/** Each client is stood for by one counted form of the same extract: the two counts are one number. */
export function linkPopulations(declarations: readonly PopulationDeclaration[]): readonly Sum[] {
  const clients = declarations.filter(({one}) => one === "client");
  return clients.flatMap(({name, extract}) =>
    declarations
      .filter((other) => other.one === "form" && other.extract === extract)
      .map((forms) => ({
        total: cellKey({measure: "count", population: name, at: {}}),
        parts: [cellKey({measure: "count", population: forms.name, at: {fate: "counted"}})],
      })),
  );
}
