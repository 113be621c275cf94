import {restsOn, type CellAddress} from "../../measures/index.ts";
import type {Population} from "../vocabulary.ts";
import type {AskedCell} from "./askedCell.ts";
import {monthsAdded} from "./periodsEnding.ts";
import {questionNamed, type Query} from "./query.ts";
import {queryFault} from "./queryFault.ts";

/**
 * A cell of clients that are counted once in each month or quarter, without the counts beside it that would add up several of
 * these: who came in two quarters would be two of their sum. Throws PublicationError where the cell itself is such a sum.
 */
export function countedEach(asked: AskedCell, query: Query, population: Population): AskedCell {
  const {name, unit, each, variables} = population;
  if (each === undefined) return asked;
  if (unit !== "clients") return refuseSuperseded(asked, query, population);
  const own = variables.filter(({reads}) => reads?.as === "period" && reads.selects === true && reads.in === each);
  const isOfOne = (address: CellAddress): boolean =>
    [address.at, ...restsOn(address).map(({at}) => at)].every((at) => own.some((variable) => variable.name in at));
  if (monthsAdded(query) !== undefined || !isOfOne(asked.address)) {
    const names = own.map((variable) => variable.name);
    throw queryFault(query, {
      name,
      what: `"${name}" counts clients once each ${each}, and several ${each}s together count some of them twice`,
      remedy:
        names.length === 0
          ? `Give the dictionary a variable of the ${each} of the date that selects forms, and ask by it`
          : `Name one (${names.join(", ")}=latest), or spread over them: by ${names.join(", ")}, of shares within ${names.join(", ")}`,
    });
  }
  const {denominator, missing, averaged, group, ...cell} = asked;
  const beside = {denominator, missing, averaged, group};
  const kept = Object.entries(beside).filter(([, address]) => address !== undefined && isOfOne(address));
  return {...cell, ...Object.fromEntries(kept)};
}

/**
 * A form is superseded by another of its own month or quarter. That there is one where some are is known to readers and not to the proof,
 * so that superseded forms are not told by time.
 */
function refuseSuperseded(asked: AskedCell, query: Query, {variables}: Population): AskedCell {
  const {at} = asked.address;
  const places = {...query.among, ...query.at};
  const named = [...Object.keys(places), ...query.by, ...query.within];
  const isOfFate = named.some((one) => questionNamed(query, one) === "fate" && places[one] !== "counted");
  const isDated = variables.some(({name, reads}) => reads?.as === "period" && reads.selects === true && name in at);
  if (!isDated || !isOfFate) return asked;
  throw queryFault(query, {
    name: "fate",
    what: "what became of forms is asked by their time, and clients are counted in each stretch of it anew",
    remedy: "Ask clients by time, or what became of forms in all",
  });
}
