import {expandQuery, parseQuery, stated, type CellAddress, type Coordinates} from "../../../src/publication/index.ts";
import {
  readRelease,
  roundRatioHalfUp,
  writeRelease,
  type Cell,
  type Release,
  type ReleaseContent,
} from "../../../src/release/index.ts";
import {eventsInterval, measures, type FigurePlace} from "../../../src/measures/index.ts";
import {makePeople, type Person} from "./people.ts";
import {injuriesIn, offending, references} from "./sampleFigures.ts";
import {nameOf, quarters} from "./sampleNames.ts";
import {communityWeights, parts, populations, prisonWeights} from "./sampleVocabulary.ts";

const threshold = 5;

type People = Readonly<Record<string, readonly Person[]>>;

/** A release of made-up people that answers some queries; counts from 1 to 4 and what rests on them are withheld. */
export function sampleRelease(queries: readonly string[], edition = sampleEdition): Release {
  const people = peopleOf(edition.seed);
  const described = [...populations, ...parts.filter(({name}) => queries.some((text) => text.includes(` ${name}`)))];
  const vocabulary = {populations: described, references};
  const asked = queries.flatMap((text) => expandQuery(parseQuery(text), vocabulary));
  const addresses = asked.flatMap(({address, denominator, missing, group}) =>
    [address, denominator, missing, group].filter((one) => one !== undefined),
  );
  const unique = [...new Map(addresses.map((address) => [JSON.stringify(address), address])).values()];
  const {id, label, from, to, text} = edition;
  const content: ReleaseContent = {
    schema: "smallprint-release/1",
    edition: {id, title: "Report", region: "South East", period: {from, to, label, text}, published: "2009-05-29"},
    provenance: {synthetic: true, dictionaries: {}, policy: "00"},
    disclosure: {
      stage: "primary suppression only",
      policy: {threshold, zeros: "shown", mark: "[c]", level: "width-2", meanNeeds: 10, method: "withhold"},
    },
    populations: structuredClone(described) as ReleaseContent["populations"],
    references: structuredClone(references) as ReleaseContent["references"],
    cells: unique.map((address) => ({address, cell: cellOf(address, people)})),
    answers: [...queries],
  };
  return readRelease(writeRelease(content), "release.json");
}

const known = new Map<number, People>();

/** The made-up people of an edition; made once, because most tests ask for the same ones. */
function peopleOf(seed: number): People {
  const people = known.get(seed) ?? {
    prison: makePeople(1200, prisonWeights, seed).map((person, index) => ({
      ...person,
      // The first three quarters are twice as large as the others.
      quarter: quarters[(index % 19) % quarters.length]?.name ?? "",
    })),
    community: makePeople(700, communityWeights, seed + 1),
  };
  known.set(seed, people);
  return people;
}

export const sampleEdition = {
  id: "south-east-2007-08",
  label: "2007/08",
  from: "2007-04-01",
  to: "2008-03-31",
  text: "April 2007 to March 2008",
  seed: 7,
};

export const earlierEdition = {
  id: "south-east-2006-07",
  label: "2006/07",
  from: "2006-04-01",
  to: "2007-03-31",
  text: "April 2006 to March 2007",
  seed: 99,
};

function cellOf(address: CellAddress, people: People): Cell {
  const all = people[address.population] ?? [];
  const count = (at: Coordinates) => all.filter((person) => matches(person, at)).length;
  const isSmall = (number: number) => number > 0 && number < threshold;
  const clients = count(address.at);
  switch (address.measure) {
    case "count":
      return isSmall(clients) ? {status: "suppressed"} : {status: "published", value: clients};
    case "share":
      return shareOf(clients, count(address.base));
    case "similar-share": {
      const sum = (place: Coordinates) =>
        address.areas.reduce((all, area) => all + count({...place, [address.variable]: area}), 0);
      return shareOf(sum(address.at), sum(address.base));
    }
    case "mean":
      return meanOf(
        all.filter((person) => matches(person, address.at)).map(({age}) => Number(age)),
        Object.keys(address.at).length === 0,
      );
    case "estimated-mean": {
      const ages = all.filter((person) => matches(person, address.at)).map(({age}) => Number(age));
      const cell = meanOf(ages, Object.keys(address.at).length === 0);
      return cell.status === "published" ? {...cell, lower: cell.value - 1, upper: cell.value + 1} : cell;
    }
    case "quantile": {
      const ages = all.filter((person) => matches(person, address.at)).map(({age}) => Number(age));
      const value = ages.toSorted((a, b) => a - b)[Math.ceil((ages.length * address.percent) / 100) - 1];
      return value === undefined ? {status: "not-applicable"} : {status: "published", value};
    }
    case "sum": {
      const ages = all.filter((person) => matches(person, address.at)).map(({age}) => Number(age));
      if (isSmall(ages.length)) return {status: "suppressed"};
      return {status: "published", value: ages.reduce((sum, age) => sum + age, 0)};
    }
    case "rate": {
      if (measures.rate.restsOn(address).some(({at}) => isSmall(count(at)))) return {status: "suppressed"};
      const figure = ({at, column}: FigurePlace) => ({value: referenceValue({at, column})});
      const given = {count, figure, countsPeople: false, numbers: () => new Map(), decimals: () => 0};
      return measures.rate.publish(
        measures.rate.gather(address, {...given, mayBeBelowNought: () => false, floorOf: () => 0}),
        {},
      );
    }
    case "rolling-count": {
      const counts = address.periods.map((period) => count({...address.at, [address.over]: period}));
      const isWithheld = counts.some(isSmall);
      return isWithheld ? {status: "suppressed"} : {status: "published", value: counts.reduce((sum, one) => sum + one)};
    }
    case "value":
    case "rolling-value":
      return {status: "published", value: referenceValue(address)};
    case "crude-rate": {
      const [count, of] = injuriesIn(address.at.area ?? "");
      const {lower, upper} = eventsInterval(count);
      const per = (events: number) => Math.round((10_000 * events) / of) / 10;
      return {status: "published", value: per(count), count, of, lower: per(lower), upper: per(upper)};
    }
    case "proportion":
    case "observed-ratio":
    case "standardised-rate":
    case "standardised-ratio": {
      const value = Math.round(referenceValue(address) / 4);
      return {status: "published", value, lower: value - 2.5, upper: value + 3.5};
    }
  }
}

function referenceValue({at, column}: Pick<Extract<CellAddress, {measure: "value"}>, "at" | "column">): number {
  const letters = Object.values(at).join("").length;
  const [people, offences] = Object.entries(offending).find(([label]) => nameOf(label) === at.group)?.[1] ?? [];
  if (people !== undefined && offences !== undefined) return column === "offenders" ? people : offences;
  if (column === "received") return receivedIn(at.quarter ?? "");
  if (column === "change") return at.quarter === undefined ? 2.5 * (letters - 9) : receivedIn(at.quarter) - 220;
  return column === "target" ? 50 + letters : 100 + 7 * letters;
}

/** As many as usual in most quarters, far more in one, and fewer in the last nine. */
function receivedIn(quarter: string): number {
  const [, number = "", year = ""] = /^q(\d)-20(\d\d)/.exec(quarter) ?? [];
  const at = 4 * (Number(year) - 10) + Number(number);
  return 200 + ((at * 37) % 23) + (at === 5 ? 90 : 0) - (at > 7 ? 35 : 0);
}

function shareOf(count: number, of: number): Cell {
  if (of === 0) return {status: "not-applicable"};
  if ([count, of].some((number) => number > 0 && number < threshold)) return {status: "suppressed"};
  const value = roundRatioHalfUp(100 * count, of, 1);
  const margin = 196 * Math.sqrt(((count / of) * (1 - count / of)) / of);
  const round = (bound: number) => Math.round(bound * 10) / 10;
  return {
    status: "published",
    value,
    count,
    of,
    lower: Math.max(0, round(value - margin)),
    upper: Math.min(100, round(value + margin)),
  };
}

/** The number averaged stands beside a mean of everybody only: of groups it is not asked. */
function meanOf(ages: readonly number[], isOfEverybody: boolean): Cell {
  if (ages.length < 10) return {status: "suppressed"};
  return {
    status: "published",
    value: roundRatioHalfUp(
      ages.reduce((sum, age) => sum + age, 0),
      ages.length,
      1,
    ),
    ...(isOfEverybody && {of: ages.length}),
  };
}

function matches(person: Person, at: Coordinates): boolean {
  for (const variable in at) {
    const category = at[variable];
    const answer = person[variable] ?? "";
    if (variable === "age" && category !== stated) return false;
    const isGiven =
      variable === "treatment-required" ? answer.split(" ").includes(category ?? "") : answer === category;
    if (category === stated ? answer === "not-stated" : !isGiven) return false;
  }
  return true;
}
