import {restsOn, type CellAddress, type Coordinates} from "../measures/index.ts";
import {
  countedDays,
  variablesNamed,
  type AskedCell,
  type DatedBreak,
  type Period,
  type Population,
  type Query,
} from "../publication/index.ts";

/**
 * What a reader must know of a number beside it. `provisional`: not all forms of its days are in yet. `break`: its period is the
 * first that is counted otherwise than those before it. `mixture`: it counts days before such a break and days from it on,
 * and is no one period.
 */
export interface Caveat {
  readonly kind: "provisional" | "break" | "mixture";
  /** The first day that is provisional, or that is counted otherwise, ISO; absent where all days of an edition are. */
  readonly from?: string;
  readonly because: string;
}

/** The caveats of a cell that a query asks, by what its release says of the days of its population; none of figures from elsewhere. */
export function caveatsOf({address, population}: AskedCell, query: Query, edition: Period): readonly Caveat[] {
  if (population === undefined) return [];
  const {breaks = []} = population;
  const known = {population, edition};
  const provisional = provisionalDaysOf(address, known);
  const counted = spanOf(ownPlaces(address).map((at) => daysAt(at, known)));
  const isDated = ownPlaces(address).every((at) => isOfPeriod(at, population));
  return [
    ...(provisional === undefined ? [] : [{kind: "provisional" as const, ...provisional}]),
    ...breaks.flatMap((one): readonly Caveat[] => {
      const {from, because} = one;
      if (!concerns(one, query) || from < counted.from || from > counted.to) return [];
      if (isDated) return [{kind: "break", from, because}];
      return from === counted.from ? [] : [{kind: "mixture", from, because}];
    }),
  ];
}

/**
 * The days that are provisional in what a cell counts; nothing where it rests on none of them. A form that comes late may take the
 * place of the one that stood for its client on any day, so that of clients who are counted once in all every number may change.
 */
export function provisionalDaysOf(address: CellAddress, known: CountedPopulation): Population["provisional"] {
  const {provisional, unit, each} = known.population;
  if (provisional === undefined) return undefined;
  if (unit === "clients" && each === undefined) return provisional;
  return placesOf(address).some((at) => daysAt(at, known).to >= provisional.from) ? provisional : undefined;
}

/** Every place whose records a number rests on. */
function placesOf(address: CellAddress): readonly Coordinates[] {
  return [address.at, ...restsOn(address).map(({at}) => at)];
}

/** The places of its own records, without those that it is a share of: of a rolling sum, one of each period. */
function ownPlaces(address: CellAddress): readonly Coordinates[] {
  return "over" in address && "periods" in address ? restsOn(address).map(({at}) => at) : [address.at];
}

/** A population of a release, and the days of its edition. */
interface CountedPopulation {
  readonly population: Population;
  readonly edition: Period;
}

/** The days whose records stand at a place: those that are counted, or the periods of the date that selects them. */
function daysAt(at: Coordinates, {population, edition}: CountedPopulation): Period {
  return selectingIn(at, population).reduce<Period>(
    (days, [from, to]) => ({from: from > days.from ? from : days.from, to: to < days.to ? to : days.to}),
    countedDays(population, edition),
  );
}

function isOfPeriod(at: Coordinates, population: Population): boolean {
  return selectingIn(at, population).length > 0;
}

/** The periods that a place names of the date by which forms are selected. */
function selectingIn(at: Coordinates, {variables}: Population): readonly (readonly [from: string, to: string])[] {
  return variables.flatMap(({name, reads}) => {
    const category = at[name];
    if (category === undefined || reads?.as !== "period" || reads.selects !== true) return [];
    const days = reads.categories[category];
    return days === undefined ? [] : [days];
  });
}

function spanOf(all: readonly Period[]): Period {
  const [from = "", to = ""] = [
    all.map((one) => one.from).toSorted()[0],
    all
      .map((one) => one.to)
      .toSorted()
      .at(-1),
  ];
  return {from, to};
}

/** Whether a query asks what changed: everything of the population, or a variable that it names. */
function concerns({variable}: DatedBreak, query: Query): boolean {
  return variable === undefined || variablesNamed(query).includes(variable);
}
