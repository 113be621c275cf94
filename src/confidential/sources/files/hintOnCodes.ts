import {tidyLabel} from "../../../intake/index.ts";
import type {CodeList} from "../../dictionary/codeList.ts";
import type {Column, Dictionary} from "../../dictionary/dictionary.ts";
import type {FaultCount, FormCounts} from "../RecordSource.ts";
import {nameForms, type FormsTable} from "./formsTable.ts";
import {loadForms} from "./loadForms.ts";
import type {OpenedExtract} from "./openExtract.ts";
import {plainDictionary} from "./plainDictionary.ts";
import type {Workspace} from "./workspace.ts";

/** Fewer unlisted codes than these, or a smaller part of the forms, are slips of the pen. */
const fewest = 5;
const least = 0.01;

/** A reason is told where it explains so many of them. */
const most = 0.9;

/** Texts that are looked at: more different ones are free text. */
const mostTexts = 1000;

/** A text that is in no list, and how many forms have it. Confidential. */
interface UnlistedText {
  readonly text: string;
  readonly forms: number;
}

/**
 * The faults of an extract, with a hint on those of columns in which many codes are in no list: what nearly all of these
 * have in common, where it is one of the ways in which files are spoiled. A hint holds no value.
 */
export async function hintOnCodes(
  {opened, forms, counts}: {readonly opened: OpenedExtract; readonly forms: FormsTable; readonly counts: FormCounts},
  faultCounts: readonly FaultCount[],
  workspace: Workspace,
): Promise<readonly FaultCount[]> {
  const hinted: FaultCount[] = [];
  for (const fault of faultCounts) {
    const column = forms.model.dictionary.columns.find(({name}) => name === fault.column);
    const isMany = fault.forms >= fewest && fault.forms > least * counts.read;
    const list = column?.type === "code" ? forms.model.lists.get(column.list) : undefined;
    if (fault.rule !== "unlisted-code" || !isMany || column?.type !== "code" || list === undefined) {
      hinted.push(fault);
      continue;
    }
    const texts = await textsOf(column, opened, workspace);
    const hint = hintFor(unlistedOf(texts, {column, list, dictionary: forms.model.dictionary}), list);
    hinted.push({...fault, ...(hint !== undefined && {hint})});
  }
  return hinted;
}

/** The texts of a column as they stand in the file. What was read of it before holds none. */
async function textsOf(column: Column, opened: OpenedExtract, workspace: Workspace): Promise<readonly UnlistedText[]> {
  const {name, title, header, also} = column;
  const text = {name, title, ...(header && {header}), ...(also && {also}), required: true, type: "text", unique: false};
  const {file, blank} = opened.model.dictionary;
  const plain = plainDictionary([{...text, type: "text"}], name, {...file, blank});
  const model = {...opened.model, dictionary: plain, lists: new Map<string, CodeList>(), variables: []};
  const forms = nameForms("texts_of_codes", model);
  await loadForms({...opened, model}, forms, workspace);
  const {connection} = workspace;
  const counted = await connection.runAndReadAll(
    `SELECT ${forms.columnOf(name)}, count(*) FROM ${forms.table} WHERE NOT broken GROUP BY ALL`,
  );
  await connection.run(`DROP TABLE ${forms.table}`);
  return counted.getRows().map(([found, times]) => ({text: tidyLabel(String(found)), forms: Number(times)}));
}

interface Listing {
  readonly column: Extract<Column, {type: "code"}>;
  readonly list: CodeList;
  readonly dictionary: Dictionary;
}

function unlistedOf(
  texts: readonly UnlistedText[],
  {column, list, dictionary}: Listing,
): readonly UnlistedText[] | undefined {
  const known = new Set([...dictionary.blank, ...list.rows.map(({code}) => code)]);
  const unlisted = texts.filter(({text}) => !known.has(column.values?.get(text) ?? text));
  return unlisted.length > mostTexts ? undefined : unlisted;
}

/** Ways in which codes are spoiled on their way, each with what a text would have to be to be a code again. */
const ways: readonly (readonly [
  hint: string,
  mended: (text: string, codes: readonly string[]) => readonly string[],
])[] = [
  [
    "noughts before them are missing, as where a program took them for numbers",
    (text, codes) => codes.filter((code) => code.replace(/^0+/, "") === text && /^\d+$/.test(code)),
  ],
  [
    "they have noughts before them that the list's have not",
    (text, codes) => codes.filter((code) => /^0+$/.test(text.slice(0, -code.length)) && text.endsWith(code)),
  ],
  ["they end in decimals, as where a program took them for numbers", (text) => [text.replace(/[.,]0+$/, "")]],
  [
    "they differ from codes of the list in capitals alone",
    (text, codes) => codes.filter((code) => code.toLowerCase() === text.toLowerCase()),
  ],
  ["they have other signs around them", (text) => [text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "")]],
];

/** What nearly all texts that are in no list have in common; nothing where no one way explains them. */
export function hintFor(unlisted: readonly UnlistedText[] | undefined, {rows}: CodeList): string | undefined {
  if (unlisted === undefined) return undefined;
  const codes = rows.map(({code}) => code);
  const known = new Set(codes);
  const all = unlisted.reduce((sum, {forms}) => sum + forms, 0);
  // None of them is unlisted by itself: the list has dates.
  if (all === 0) return "they are in the list, and were not in force on the day of their form";
  const explains = (isSo: (text: string) => boolean): boolean =>
    unlisted.reduce((sum, {text, forms}) => sum + (isSo(text) ? forms : 0), 0) >= most * all;
  const way = ways.find(([, mended]) => explains((text) => mended(text, codes).some((code) => known.has(code))));
  if (way !== undefined) return way[0];
  const words = new Set(rows.flatMap(({name, label, text}) => [name, label, text]).map((word) => word.toLowerCase()));
  if (explains((text) => words.has(text.toLowerCase())))
    return "they are what the list calls its codes, and not the codes";
  if (unlisted.some(({forms}) => forms >= most * all)) {
    return "nearly all are one and the same text, as one that means no answer";
  }
  const isCutOff = (text: string): boolean => text !== "" && codes.some((code) => code.startsWith(text));
  return explains(isCutOff) ? "they are cut off after some signs" : undefined;
}
