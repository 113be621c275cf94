import {faultVariables} from "../dictionary/faultVariables.ts";
import {columnCategory, wholeRecord} from "../dictionary/faultVariables.ts";
import type {FaultCount, Ingested} from "../ingest/ingested.ts";
import type {Dimension, GroupRow, TabulationEngine} from "./engine.ts";

/** Counts faults: the ingest has counted them already, by rule and column. */
export function faultEngine({report, extracts}: Ingested): TabulationEngine {
  const countGroups: TabulationEngine["countGroups"] = (population, requests) => {
    const declaration = report.populations.find(({name}) => name === population);
    const extract = declaration && extracts.get(declaration.extract);
    if (!extract) throw new Error(`the population "${population}" was not ingested`);
    const variables = faultVariables(extract.forms.model.dictionary);
    const numberOf = (fault: FaultCount, dimension: Dimension) => {
      if (dimension.kind !== "fault") throw new Error("faults have no answers to group by");
      const categories = variables.find(({name}) => name === dimension.field)?.categories ?? [];
      return categories.findIndex(({name}) => name === categoryOf(fault, dimension.field));
    };
    return Promise.resolve(
      requests.map(({by}) => {
        const rows = extract.faultCounts.map((fault): GroupRow => {
          return {keys: by.map((dimension) => numberOf(fault, dimension)), counts: [fault.forms]};
        });
        return rows;
      }),
    );
  };
  return {countGroups};
}

function categoryOf(fault: FaultCount, field: "rule" | "column" | "severity"): string {
  if (field !== "column") return fault[field];
  return fault.column === wholeRecord ? wholeRecord : columnCategory(fault.column);
}
