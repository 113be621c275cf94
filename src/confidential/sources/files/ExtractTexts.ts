import {parseDateFormat, type DateFormat} from "../../dictionary/dateFormat.ts";
import type {DateColumn, Dictionary} from "../../dictionary/dictionary.ts";
import type {Period} from "../../../publication/index.ts";
import {isUsable} from "./dateSql.ts";
import {checkedSelect, nameForms, type FormsTable} from "./formsTable.ts";
import {isNumber, numberSql} from "./numberSql.ts";
import {sqlText} from "./sql.ts";
import {tidyLabelSql} from "./tidySql.ts";
import type {Workspace} from "./workspace.ts";

/** How much stands in a column. */
export interface ColumnCounts {
  readonly records: number;
  /** Records with an answer. */
  readonly stated: number;
  readonly different: number;
}

/** What the texts of a column look like: "9" for every digit, "a" for every letter, other signs as they are; "0" where digits alone begin so. */
export interface TextShape {
  readonly shape: string;
  readonly records: number;
}

/** How often a value was given, and by how many people. */
export interface ValueCount {
  readonly value: string;
  readonly records: number;
  readonly people: number;
}

/** Shapes that are looked at: what is left over is no form that a column has. */
const mostShapes = 100;
/** Signs of a text that its shape has. */
const longestShape = 40;
/** No number that a column may hold has more digits. */
const widest = 1_999_999_999;

/** The columns of an extract as texts, blanks as empty ones, to ask what they seem to hold. Confidential like the extract. */
export class ExtractTexts implements AsyncDisposable {
  readonly #workspace: Workspace;
  readonly #forms: FormsTable;
  /** Columns whose values are no answers, by name. */
  readonly unreadable: readonly string[];

  constructor({
    workspace,
    forms,
    unreadable,
  }: {
    workspace: Workspace;
    forms: FormsTable;
    unreadable: readonly string[];
  }) {
    this.#workspace = workspace;
    this.#forms = forms;
    this.unreadable = unreadable;
  }

  /** The dictionary by which they were read. */
  get dictionary(): Dictionary {
    return this.#forms.model.dictionary;
  }

  /** Names of the columns that can be read, in the order of the file. */
  get headers(): readonly string[] {
    return this.dictionary.columns.map(({name}) => name);
  }

  /** The sign between the answers of a column that is a list by its type; nothing for any other. */
  separatorOf(header: string): string | undefined {
    const column = this.dictionary.columns.find(({name}) => name === header);
    return column?.type === "codes" ? column.separator : undefined;
  }

  async counts(header: string): Promise<ColumnCounts> {
    const [row = []] = await this.#rows(
      `SELECT count(*), count(*) FILTER (text <> ''), count(DISTINCT text) FILTER (text <> '') FROM (${this.#texts(header)})`,
    );
    const [records = 0, stated = 0, different = 0] = row.map(Number);
    return {records, stated, different};
  }

  /** The shapes of the answers to a question, the most frequent first. */
  async shapes(header: string): Promise<readonly TextShape[]> {
    const short = `substr(text, 1, ${String(longestShape)})`;
    const digits = `regexp_replace(regexp_replace(${short}, '\\p{L}', 'a', 'g'), '\\p{N}', '9', 'g')`;
    const shape = `CASE WHEN regexp_full_match(text, '0[0-9]+') THEN '0' || substr(${digits}, 2) ELSE ${digits} END`;
    const rows = await this.#rows(
      `SELECT ${shape} AS shape, count(*) AS records FROM (${this.#texts(header)}) WHERE text <> ''
       GROUP BY shape ORDER BY records DESC, shape LIMIT ${String(mostShapes)}`,
    );
    return rows.map(([shape, records]) => ({shape: String(shape), records: Number(records)}));
  }

  /** How many answers are dates by the formats named, and how many of these lie in a period. */
  async dates(
    header: string,
    {formats, century, period}: {formats: readonly string[]; century: number; period: Period},
  ): Promise<{readonly usable: number; readonly inPeriod: number}> {
    const dates = formats.map(parseDateFormat).filter((format): format is DateFormat => format !== undefined);
    const column: DateColumn = {name: header, title: header, required: false, type: "date", century, dates};
    const dictionary = {...this.dictionary, client: header, period: header, columns: [column]};
    const forms = nameForms("dates", {...this.#forms.model, dictionary});
    const day = forms.columnOf(header);
    const select = checkedSelect(forms, `SELECT text AS ${day} FROM (${this.#texts(header)})`);
    const within = `${day} BETWEEN DATE '${period.from}' AND DATE '${period.to}'`;
    const [row = []] = await this.#rows(
      `SELECT count(*) FILTER (${isUsable(day)}), count(*) FILTER (${isUsable(day)} AND ${within}) FROM (${select})`,
    );
    const [usable = 0, inPeriod = 0] = row.map(Number);
    return {usable, inPeriod};
  }

  /**
   * How many answers are numbers with so many decimals at most, and from what to what they go, in steps, but for numbers that
   * fewer than `people` reach: as many go as low as the least or lower, and as high as the most or higher. Nothing but their
   * number where fewer people have any.
   */
  async numbers(
    header: string,
    decimals: 0 | 1 | 2,
    {client, people}: {readonly client: string; readonly people: number},
  ): Promise<{readonly read: number; readonly reached?: {readonly least: number; readonly most: number}}> {
    const limits = {from: -widest, to: widest, decimals};
    const column = {name: header, title: header, required: false, type: "number", ...limits} as const;
    const number = numberSql(tidyLabelSql("text"), column, this.dictionary);
    const {columnOf} = this.#forms;
    const read = `SELECT who, number FROM (SELECT ${columnOf(client)} AS who, ${number} AS number
      FROM (SELECT *, ${columnOf(header)} AS text FROM texts WHERE NOT broken)) WHERE ${isNumber("number")}`;
    const each = `SELECT min(number) AS lowest, max(number) AS highest FROM (${read}) WHERE who <> '' GROUP BY who`;
    const [row = []] = await this.#rows(
      `SELECT (SELECT count(*) FROM (${read})),
         list_sort(list(lowest))[${String(people)}], list_reverse_sort(list(highest))[${String(people)}]
       FROM (${each})`,
    );
    const [answers, least, most] = row;
    const isReached = least !== null && least !== undefined;
    return {read: Number(answers), ...(isReached && {reached: {least: Number(least), most: Number(most)}})};
  }

  /** How many people a column of references names. */
  async people(client: string): Promise<number> {
    const {different} = await this.counts(client);
    return different;
  }

  /**
   * The values of a column, or their parts between separators, that at least so many people gave, in the order of their
   * letters; and how many records gave any value, or part.
   */
  async shared(
    header: string,
    {client, people, separator}: {client: string; people: number; separator?: string},
  ): Promise<{readonly values: readonly ValueCount[]; readonly given: number}> {
    const parts = separator === undefined ? "text" : `unnest(string_split(text, ${sqlText(separator)}))`;
    const {columnOf} = this.#forms;
    const given = `SELECT ${tidyLabelSql("part")} AS value, who
      FROM (SELECT who, ${parts} AS part FROM (SELECT ${columnOf(header)} AS text, ${columnOf(client)} AS who FROM texts
      WHERE NOT broken AND ${columnOf(header)} <> ''))`;
    const counted = `SELECT value, count(*) AS records, count(DISTINCT who) FILTER (who <> '') AS people
      FROM (${given}) WHERE value <> '' GROUP BY value`;
    const rows = await this.#rows(
      `SELECT value, records, people, given FROM (SELECT *, sum(records) OVER () AS given FROM (${counted}))
       WHERE people >= ${String(people)} ORDER BY value`,
    );
    const values = rows.map(([value, records, by]) => ({
      value: String(value),
      records: Number(records),
      people: Number(by),
    }));
    return {values, given: Number(rows[0]?.[3] ?? 0)};
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#workspace[Symbol.asyncDispose]();
  }

  #texts(header: string): string {
    return `SELECT ${this.#forms.columnOf(header)} AS text FROM texts WHERE NOT broken`;
  }

  async #rows(sql: string): Promise<readonly (readonly unknown[])[]> {
    const read = await this.#workspace.connection.runAndReadAll(sql);
    return read.getRows();
  }
}
