export {addressSchema, cellKey, restsOn} from "./address.ts";
export type {Cell, CellStatus} from "./cell.ts";
export {stated, type Coordinates} from "./coordinates.ts";
export {readColumn, type Grammar, type NamedColumn, type SubjectReader, type ValueFilter} from "./grammar.ts";
export {
  knownIn,
  type Counted,
  type Figure,
  type FigurePlace,
  type Given,
  type Histogram,
  type Stratum,
  type Wanted,
} from "./ingredients.ts";
export {readEnding} from "./rolling.ts";
export {eventsInterval, exactInterval, exactLimits} from "./eventsInterval.ts";
export {z95, type Estimate, type Interval} from "./interval.ts";
export {
  defineMeasure,
  type AddressFrame,
  type BaseKind,
  type Comparison,
  type CountAddress,
  type FewestPolicy,
  type Measure,
  type Print,
  type StandIn,
} from "./measure.ts";
export {
  measureByWord,
  measureNames,
  measureOf,
  measures,
  scaleOf,
  type AddressOf,
  type CellAddress,
  type MeasureName,
  type SubjectOf,
} from "./measures.ts";
export {baseOfUnit, isOfPeople, noCount, readEvery, unitAsked, type AskedUnit} from "./rateUnit.ts";
export {studentQuantile} from "./studentQuantile.ts";
export {roundRatioHalfUp} from "./roundRatioHalfUp.ts";
export {wilsonInterval} from "./wilsonInterval.ts";
