import {ageOf, readCodes, type CodeRow, type Row} from "./countedExtract.ts";
import {halfUp, type ColumnMargin, type ExtractMargins, type Item, type Share} from "./editionMargins.ts";

// prettier-ignore
const listOf: Readonly<Record<string, string>> = {
  SEX: "sex", ETHNIC: "ethnicity", OFFENCE: "offences", SENTENCE: "sentence-lengths", DRUG1: "drugs", SPEND: "weekly-spend",
  ALCFREQ: "alcohol-frequency", INJSTAT: "injecting", PRNTSTAT: "parental-status", ACCMTYPE: "accommodation", SUPPREQ: "support",
};

function listFor(extract: string, column: string): string {
  if (column === "PROMPT") return `prompts-${extract}`;
  if (column === "TREATREQ") return `treatments-${extract}`;
  return listOf[column] ?? "yes-no";
}

/** Every share and mean of the columns that was published. */
export function columnItems(name: string, extract: ExtractMargins, clients: readonly Row[]): readonly Item[] {
  return Object.entries(extract.columns).flatMap(([column, margin]) => {
    const shares = margin.shares ?? margin.options ?? {};
    const published = Object.entries(shares).flatMap(([key, share]): [string, Share][] =>
      typeof share === "object" && "percent" in share ? [[key, share]] : [],
    );
    const has = answers(margin, {extract: name, column});
    const stated = published.length > 0 ? clients.filter((client) => !has(client, "not-stated")) : [];
    return [
      ...published.map(([key, share]): Item => {
        const base = share.of === "stated" ? stated : clients;
        const count = clients.filter((client) => has(client, key)).length;
        const percent = (100 * count) / base.length;
        if (share.below !== undefined) {
          const near = percent >= share.from! && percent < share.below;
          return {
            item: `${name} ${column} ${key}: ${share.source}`,
            counted: near ? share.percent : percent,
            published: share.percent,
          };
        }
        return {
          item: `${name} ${column} ${key}: ${share.source ?? "illustrative"}`,
          counted: halfUp(count, base.length),
          published: share.percent,
        };
      }),
      ...meanItems(`${name} mean age`, margin, clients),
    ];
  });
}

function answers(
  margin: ColumnMargin,
  {extract, column}: {extract: string; column: string},
): (client: Row, key: string) => boolean {
  if (margin.kind === "born") {
    return (client, key) => {
      const age = ageOf(client);
      const band = margin.bands?.[key];
      return band ? age !== undefined && age >= band[0] && age <= band[1] : age === undefined;
    };
  }
  const codes = new Map(readCodes(listFor(extract, column)).map((code) => [code.code!, code]));
  const nameOf = (code: CodeRow | undefined) =>
    code === undefined || code.role === "not-stated" ? "not-stated" : margin.by ? code[margin.by]! : code.name!;
  return (client, key) => {
    const given = client[column]!.split(";").map((text) => nameOf(codes.get(text)));
    return given.includes(key);
  };
}

function meanItems(item: string, {mean}: ColumnMargin, clients: readonly Row[]): readonly Item[] {
  if (!mean) return [];
  const ages = clients.map(ageOf).filter((age) => age !== undefined);
  const sum = ages.reduce((total, age) => total + age, 0);
  return [
    {
      item: `${item}: ${mean.source ?? "illustrative"}`,
      counted: halfUp(sum, 10 * ages.length) / 10,
      published: mean.years,
    },
  ];
}
