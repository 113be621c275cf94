import {columnCategory, wholeRecord} from "../../../dictionary/faultVariables.ts";
import type {CountAnswer, CountedGroup, CountRequest, FaultCount} from "../../RecordSource.ts";

/** Answers requests about faults, which the ingest has counted already, by rule and column. */
export function countFaultGroups(
  faults: readonly FaultCount[],
  requests: readonly CountRequest[],
): readonly CountAnswer[] {
  return requests.map(({by, of, counts}) => {
    if (of !== undefined || counts.some((tests) => tests.length > 0)) {
      throw new Error("a fault has no number and no question with several answers");
    }
    const groups = Map.groupBy(faults, (fault) => by.map((variable) => categoryOf(fault, variable)).join("|"));
    return [...groups.values()].map((group): CountedGroup => {
      const sum = group.reduce((all, {forms}) => all + forms, 0);
      const [first] = group;
      return {at: by.map((variable) => (first ? categoryOf(first, variable) : "")), counts: counts.map(() => sum)};
    });
  });
}

function categoryOf(fault: FaultCount, variable: string): string {
  switch (variable) {
    case "rule":
    case "severity":
      return fault[variable];
    case "column":
      return fault.column === wholeRecord ? wholeRecord : columnCategory(fault.column);
    default:
      throw new Error(`faults have no variable "${variable}"`);
  }
}
