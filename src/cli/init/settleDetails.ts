import type {Environment} from "../environment.ts";
import {UsageError} from "../UsageError.ts";
import type {EditionGuess} from "./guessEdition.ts";

/** What `init` was told on the command line, or what there is no choice about. */
export interface GivenDetails {
  readonly template?: string;
  readonly region?: string;
  readonly from?: string;
  readonly to?: string;
  readonly publisher?: string;
  readonly contact?: string;
}

/** What a new edition needs to know. */
export interface EditionDetails {
  readonly template: string;
  readonly region: string;
  readonly period: {readonly from: string; readonly to: string};
  readonly publisher: string;
  readonly contact: string;
}

/** What is asked for, with what its option takes. */
const questions = [
  {name: "template", takes: "<name>", question: "The kind of report, a folder below templates/"},
  {name: "region", takes: "<name>", question: "The region, a name of data/codelists/regions.csv"},
  {name: "from", takes: "2009-04-01", question: "The first day of the period"},
  {name: "to", takes: "2010-03-31", question: "The last day of the period"},
  {name: "publisher", takes: "<name>", question: "The publisher"},
  {name: "contact", takes: "<address>", question: "The contact address"},
] as const;

interface Detail {
  readonly name: string;
  readonly known: string | undefined;
  /** The option that gives it, with an example or what it takes. */
  readonly option: string;
  readonly question: string;
}

/**
 * Puts together what was given, guessed from the edition's name, and, where a person is there, asked. Throws UsageError
 * with every option to use for what nobody tells.
 */
export async function settleDetails(
  given: GivenDetails,
  guess: EditionGuess,
  {ask}: Pick<Environment, "ask">,
): Promise<EditionDetails> {
  const settled = new Map<string, string>();
  const missing: Detail[] = [];
  for (const detail of detailsOf(given, guess)) {
    const answer = detail.known ?? (ask === undefined ? "" : await ask(`${detail.question}: `));
    if (answer === "") missing.push(detail);
    else settled.set(detail.name, answer);
  }
  if (missing.length > 0) throw unknownDetails(missing);
  const of = (name: string): string => settled.get(name) ?? "";
  return {
    template: of("template"),
    region: of("region"),
    period: {from: of("from"), to: of("to")},
    publisher: of("publisher"),
    contact: of("contact"),
  };
}

function detailsOf(given: GivenDetails, {region, period}: EditionGuess): readonly Detail[] {
  const guessed: GivenDetails = {
    ...(region !== undefined && {region}),
    ...(period !== undefined && {from: period.from, to: period.to}),
  };
  return questions.map(({name, takes, question}) => ({
    name,
    known: given[name] ?? guessed[name],
    option: `--${name} ${takes}`,
    question,
  }));
}

function unknownDetails(missing: readonly Detail[]): UsageError {
  const lines = missing.map(({option, question}) => `  ${option.padEnd(24)} ${question}`);
  const what =
    missing.length === 1
      ? "This is not known. Give it with its option:"
      : "These are not known. Give each with its option:";
  return new UsageError([what, ...lines].join("\n"));
}
