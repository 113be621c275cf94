import {z} from "zod";
import type {Cell} from "./cell.ts";
import type {Coordinates} from "./coordinates.ts";
import {eventsInterval} from "./eventsInterval.ts";
import type {SubjectReader} from "./grammar.ts";
import type {Counted, Given, Wanted} from "./ingredients.ts";
import {coordinates} from "./layout.ts";
import {defineMeasure} from "./measure.ts";
import {ofFigures} from "./ofFigures.ts";
import {
  acrossAt,
  acrossKey,
  acrossLayout,
  areCounted,
  asStandardised,
  decimals,
  figureAt,
  gatherStrata,
  grammarAcross,
  readAcross,
  standInFigures,
  sumOver,
  type AcrossKey,
  type FigureOf,
} from "./standardised.ts";

const address = z.strictObject({measure: z.literal("standardised-ratio"), ...acrossLayout, against: coordinates});
type Address = Readonly<z.output<typeof address>>;

/** What as many events as expected are printed as. */
const asExpected = 100;

/** A ratio across a key, and the place whose rates say how many events are expected. */
export interface RatioAcross extends AcrossKey {
  readonly against: Coordinates;
}

/**
 * An indirectly standardised ratio of published figures: the events of a place over those that its people would have seen
 * at the rates of another place, age group by age group; 100 where as many were seen. Its interval is Byar's, exact below
 * ten events, over the events expected, which are taken as known.
 *
 * X / Σ(n·x'/n'), where x' and n' are the events and people of the place that it is held against.
 *
 * Source: Breslow NE, Day NE, 1987, Statistical methods in cancer research II, IARC, section 2.3; Association of Public
 * Health Observatories, 2008, Technical briefing 3.
 */
export const standardisedRatio = defineMeasure({
  ...ofFigures,
  ...asStandardised,
  name: "standardised-ratio",
  grammar: grammarAcross("standardised-ratio", readRatioAcross),
  address,
  key: (own) => acrossKey(own, `against ${placesIn(own.against)}`),
  addressAt: (asked) => ({
    measure: "standardised-ratio" as const,
    ...acrossAt(asked),
    against: {...asked.subject.against},
  }),
  named: ({column, over, across, against}) =>
    `standardised ratio ${column} per ${over} across ${across} against ${placesIn(against)}`,
  wants: (own) =>
    own.strata.flatMap((stratum) =>
      [{}, own.against].flatMap((where): readonly Wanted[] =>
        [own.column, own.over].map((column) => ({kind: "figure", at: figureAt(own, {column, stratum, where})})),
      ),
    ),
  gather: (own, given) => gather(own, given.figure),
  publish: publishRatio,
  standIn: (own, made) => publishRatio(gather(own, standInFigures(made))),
  column: {heading: () => "Standardised ratio", beside: []},
  unit: "of 100",
});

function readRatioAcross(reader: SubjectReader): RatioAcross {
  const across = readAcross(reader);
  const remedy = "Write against and a place of the same reference, e.g. against area=england";
  if (!reader.takeWord("against")) throw reader.faultAt(reader.offset, "what it is held against is missing", remedy);
  const {offset} = reader;
  const token = reader.takePlace();
  if (token === undefined) throw reader.faultAt(offset, "the place that it is held against is missing", remedy);
  const [key = "", category = ""] = token.text.split("=");
  reader.checkName(key, token.offset);
  return {...across, against: {[key]: reader.checkName(category, token.offset + key.length + 1)}};
}

function placesIn(against: Coordinates): string {
  return Object.entries(against)
    .map(([key, category]) => `${key}=${category}`)
    .join(",");
}

/** Every stratum weighs as many events as are expected of one person. */
function gather(own: Address, figure: Given["figure"] | FigureOf): Counted {
  const rateAgainst = (stratum: string): number | undefined => {
    const [events, people] = [own.column, own.over].map(
      (column) => figure(figureAt(own, {column, stratum, where: own.against}))?.value,
    );
    return events === undefined || people === undefined || people <= 0 ? undefined : events / people;
  };
  const strata = gatherStrata(own, figure, rateAgainst);
  return {count: 0, ...(strata && {strata})};
}

function publishRatio({strata}: Counted): Cell {
  if (strata === undefined) return {status: "not-available"};
  const expected = sumOver(strata, ({people, weight}) => people * weight);
  if (!areCounted(strata) || expected <= 0) return {status: "not-applicable"};
  const events = sumOver(strata, (one) => one.events);
  const {lower, upper} = eventsInterval(events);
  const ratioOf = (observed: number): number =>
    Math.round((asExpected * observed * 10 ** decimals) / expected) / 10 ** decimals;
  return {status: "published", value: ratioOf(events), count: events, lower: ratioOf(lower), upper: ratioOf(upper)};
}
