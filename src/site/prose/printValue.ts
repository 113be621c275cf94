import {measureOf} from "../../measures/index.ts";
import {decimalsOf, PublicationError, type ValueDirective, type ValueFormat} from "../../publication/index.ts";
import {askCell} from "../../release/index.ts";
import {capitalise} from "../words/letterCase.ts";
import {formatCell, formatNumber} from "../words/formatCell.ts";
import {fractionInWords} from "../words/fractionInWords.ts";
import {roundToNearest, spellNumber} from "../words/countInWords.ts";
import {isPublicCell, type PublishedAnswer} from "./compareCells.ts";
import {FormatError} from "../words/FormatError.ts";
import {printMark} from "./printMark.ts";
import {printWords, type Printed} from "./printed.ts";
import type {Reading} from "./Reading.ts";

/** A number of the text in the way its directive asks for. */
export function printValue(directive: ValueDirective, reading: Reading): Printed {
  const answer = askCell(directive.query, reading.releases);
  const {cell} = answer;
  if (!isPublicCell(cell)) {
    return directive.otherwise === undefined ? printMark(cell, reading) : printWords(directive.otherwise);
  }
  const found = {...answer, cell};
  const interval = directive.format.withInterval === true ? writeInterval(found, directive.format.decimals) : "";
  const words = `${writeValue(found, directive)}${interval}`;
  return printWords(directive.format.capital === true ? capitalise(words) : words);
}

/** A published cell as its indicator or measure is usually printed, or with the decimals given: "19%", "7,822", "31.4". */
export function writeCell({query, asked, cell, release}: PublishedAnswer, wish?: number): string {
  const decimals = wish ?? query.decimals;
  const {measure} = asked.address;
  const column = "column" in asked.address ? asked.address.column : undefined;
  const reference = release.vocabulary.references.find(({name}) => name === asked.address.population);
  const described = reference?.columns.find(({name}) => name === column);
  const {print, unit, numberOf} = measureOf(asked.address);
  const own = unit === "of the number" ? decimalsOf(asked.population, numberOf(asked.address)) : 0;
  const usual = print.as === "column" ? (described?.decimals ?? 0) : print.decimals + own;
  if (print.isFixed && decimals !== undefined && decimals !== usual) throw notReleased(measure, usual, decimals);
  const {mark} = release.disclosure.policy;
  return formatCell(cell, {measure, unit: described?.unit, decimals: decimals ?? usual, mark}).text;
}

function notReleased(measure: string, usual: number, asked: number): FormatError {
  const precision = ["in whole units", "with one decimal", "with two decimals", "with three decimals"][usual] ?? "";
  return new FormatError(`a ${measure} is released and printed ${precision}: leave "decimals ${String(asked)}" out`);
}

function writeValue(answer: PublishedAnswer, {format, position}: ValueDirective): string {
  const {cell} = answer;
  const number = writeCell(answer, format.decimals);
  if (format.nearest !== undefined) return `around ${formatNumber(roundToNearest(cell.value, format.nearest), 0)}`;
  if (format.style === "spelt") return spellNumber(cell.value) ?? number;
  if (format.style === "number") {
    return format.withCount === true ? `${number} (${countedUnits(answer, position)})` : number;
  }
  if (cell.count === undefined || cell.of === undefined) throw notAShare(format, position);
  const words = fractionInWords(cell.count, cell.of)?.words;
  if (words === undefined) return format.withCount === true ? `${number} (${countedUnits(answer, position)})` : number;
  if (format.style === "as-words") return words;
  return format.withCount === true ? `${words} (${number}, ${countedUnits(answer, position)})` : `${words} (${number})`;
}

/** " (95% interval 5.1% to 9.4%)": the bounds as they are released; nothing where nobody gives any. */
function writeInterval(answer: PublishedAnswer, decimals: number | undefined): string {
  const {lower, upper} = answer.cell;
  if (lower === undefined || upper === undefined) return " (no interval can be given)";
  // An end of an interval is no share of a base, so that it is written from its own number.
  const write = (value: number): string => writeCell({...answer, cell: {status: "published", value}}, decimals);
  return ` (95% interval ${write(lower)} to ${write(upper)})`;
}

function countedUnits({asked, cell}: PublishedAnswer, position: ValueDirective["position"]): string {
  const {population} = asked;
  if (cell.count === undefined || population === undefined) {
    const fault = {position, what: '"with count" needs a share', remedy: "Leave it out, or ask for a share"};
    throw new PublicationError([fault]);
  }
  const [number, {unit, label}] = [formatNumber(cell.count, 0), population];
  // Records are called what the template calls them: contacts, tests, and not forms.
  if (unit !== "clients") return cell.count === 1 ? `${number} of the ${label}` : `${number} ${label}`;
  return `${number} ${cell.count === 1 ? "client" : unit}`;
}

function notAShare({style}: ValueFormat, position: ValueDirective["position"]): Error {
  const written = style === "in-words" ? "in words" : "as words";
  const remedy = 'Ask for a share, or write "spelt" for a count';
  return new PublicationError([{position, what: `"${written}" needs a share`, remedy}]);
}
