import {answersMeant, type Population, type PopulationDeclaration} from "../../publication/index.ts";
import {DictionaryError} from "./DictionaryError.ts";

/**
 * Throws DictionaryError where two parts are the same records by what their conditions say, whatever words they use: a
 * report would print one number under two names, as if it told of two groups.
 */
export function refuseSameParts(populations: readonly Population[], declared: readonly PopulationDeclaration[]): void {
  const first = new Map<string, string>();
  for (const part of populations) {
    const whole = populations.find(({name}) => name === part.partOf?.population);
    if (whole === undefined) continue;
    const records = recordsOf(part, whole);
    const same = first.get(records);
    if (same !== undefined) throw refusal(part.name, same, declared);
    first.set(records, part.name);
  }
}

function refusal(name: string, same: string, declared: readonly PopulationDeclaration[]): DictionaryError {
  const position = declared.find((one) => one.name === name)?.where?.[0]?.position;
  if (position === undefined) throw new Error(`the template let "${name}" pass`);
  return new DictionaryError(
    position,
    `"${name}" is the same part as "${same}". Leave one of them out, or correct it.`,
  );
}

/** One text for the records of a part: of each question the answers that all of them gave. */
function recordsOf({partOf}: Population, whole: Population): string {
  const asked = new Map<string, readonly string[]>();
  for (const [name, category] of Object.entries(partOf?.at ?? {})) {
    const variable = whole.variables.find((one) => one.name === name);
    const {question, answers} = (variable && answersMeant(variable, [category])) ?? {
      question: `${name}=${category}`,
      answers: [""],
    };
    const known = asked.get(question);
    asked.set(question, known === undefined ? answers : known.filter((one) => answers.includes(one)));
  }
  return JSON.stringify([whole.name, [...asked].sort(([one], [other]) => (one < other ? -1 : 1))]);
}
