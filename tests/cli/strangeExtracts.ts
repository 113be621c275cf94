import {gzipSync} from "node:zlib";

/** An extract as some system might export it, of nobody. */
export interface StrangeExtract {
  readonly about: string;
  /** Its file below data/extracts/. */
  readonly file: string;
  readonly bytes: Buffer;
  /** Columns with the type that the drafted dictionary gives them. */
  readonly types: Readonly<Record<string, string>>;
  /** Columns that are left out. */
  readonly leftOut: readonly string[];
}

const records = Array.from({length: 900}, (_, at) => at);
const sites = ["Café Süd", "Harbour", "Mobile van"];
const drugs = ["heroin", "crack", "heroin|crack", "steroids", "crack|steroids"];

/** A day of 2024, by its number. */
function dayOf(at: number): {readonly day: string; readonly month: string; readonly name: string} {
  const date = new Date(Date.UTC(2024, 0, 1 + ((at * 7) % 366)));
  const name =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][date.getUTCMonth()] ?? "";
  const two = (number: number): string => String(number).padStart(2, "0");
  return {day: two(date.getUTCDate()), month: two(date.getUTCMonth() + 1), name};
}

function table(rows: readonly (readonly string[])[], delimiter: string): string {
  return rows.map((row) => `${row.join(delimiter)}\r\n`).join("");
}

/** What no file and no message may hold: names, references, what few people share. */
export const secrets = /ZZ\w+|4\d{9}|LS1 \d[A-Z]{2}|1971/;

/** A needle exchange's, by semicolons and in Windows-1252, with dates of three forms, and much that is personal. */
const visits: StrangeExtract = {
  about: "visits to a needle exchange",
  file: "needle visits.csv",
  bytes: Buffer.from(
    table(
      [
        [
          "Row",
          "Client Ref",
          "NHS No",
          "Client name",
          "DOB",
          "Visit date",
          "Next review",
          "Referred",
          "Sex",
          "Service site",
        ].concat(["", "Drugs", "Packs given", "Fare", "Postcode", "Notes", "Hostel", "Empty", "Ethnic code", "By"]),
        ...records.map((at) => {
          const who = (at * 11) % 300;
          const {day, month, name} = dayOf(at);
          const rare = at % 290 === 0;
          return [
            String(at + 1),
            `ZZREF${String(who)}`,
            String(4_000_000_000 + who * 7919),
            `ZZNAME Ann ${String(who)}`,
          ]
            .concat([
              `01/0${String(1 + (who % 9))}/1971`,
              `${day}/${month}/2024`,
              at % 3 === 0 ? `2024-${month}-${day}` : "",
              `${day}-${name}-2024`,
            ])
            .concat([
              rare ? "ZZRARE" : who % 2 === 0 ? "M" : "f",
              sites[who % 3] ?? "",
              "",
              rare ? "ZZDRUG|heroin" : (drugs[at % 5] ?? ""),
            ])
            .concat([
              String(1 + ((at * 37) % 78)),
              ((at % 2500) / 100).toFixed(2),
              `LS1 ${String(who % 9)}AB`,
              `spoke of ZZTEXT${String(at)}`,
            ])
            .concat([["Y", "N", ""][who % 3] ?? "", "", ["01", "02", "10"][who % 3] ?? "", `worker ${String(at % 3)}`]);
        }),
      ],
      ";",
    ).replaceAll("é", "\u00e9"),
    "latin1",
  ),
  types: {
    ...{"Client Ref": "text", "Visit date": "date", "Next review": "date", Referred: "date", Sex: "code"},
    ...{"Service site": "code", Drugs: "codes", "Packs given": "number", Fare: "number", Hostel: "code"},
    ...{"Ethnic code": "code", By: "code"},
  },
  leftOut: ["Row", "NHS No", "Client name", "DOB", "Postcode", "Notes", "Empty"],
};

/** A hospital's, by tabs and in UTF-16: one row a person, moments, labels with commas, three spellings of one answer. */
const stays: StrangeExtract = {
  about: "hospital stays",
  file: "stays.tsv",
  bytes: Buffer.from(
    `\ufeff${table(
      [
        ["spell_id", "AdmissionDate", "Discharged", "Method", "Spelling", "Nights", "Ethnicity"],
        ...records.map((at) => {
          const {day, month} = dayOf(at);
          return [
            String(100_000 + at),
            `2024-${month}-${day} 09:${String(10 + (at % 50))}:00`,
            `2024-${month}-${day}T10:00:00Z`,
          ]
            .concat([
              ["Elective", "Emergency", "Not known"][at % 3] ?? "",
              ["elective", "Elective", "ELECTIVE"][at % 3] ?? "",
            ])
            .concat([String(at % 31), at % 2 === 0 ? "White, British" : "Asian, Indian"]);
        }),
      ],
      "\t",
    )}`,
    "utf16le",
  ),
  types: {
    ...{
      spell_id: "text",
      AdmissionDate: "date",
      Discharged: "date",
      Method: "code",
      Spelling: "code",
      Nights: "number",
    },
    Ethnicity: "code",
  },
  leftOut: [],
};

/** Packed, with short years, numbers between quotation marks, and headings that mean something to queries and to YAML. */
const contacts: StrangeExtract = {
  about: "contacts with words of the language as headings",
  file: "contacts.csv.gz",
  bytes: gzipSync(
    table(
      [
        ["client", "date seen", "by", "true", "#: [x]", "£"],
        ...records.map((at) => {
          const {day, month} = dayOf(at);
          return [
            `C${String(at % 250)}`,
            `${day}/${month}/24`,
            `"${String(1 + (at % 3))}"`,
            at % 2 === 0 ? "total" : "stated",
          ].concat([at % 2 === 0 ? '"=1+1"' : '"two ""words"""', String(at % 40)]);
        }),
      ],
      ",",
    ),
  ),
  types: {client: "text", "date seen": "date", by: "code", true: "code", "#: [x]": "code", "£": "number"},
  leftOut: [],
};

/** Next to nothing: a reference, and dates as Americans write them. */
const bare: StrangeExtract = {
  about: "a reference and dates with the month first",
  file: "bare.csv",
  bytes: Buffer.from(
    table(
      [["id", "date"], ...records.map((at) => [`A${String(at)}`, `${dayOf(at).month}/${dayOf(at).day}/2024`])],
      ",",
    ),
  ),
  types: {id: "text", date: "date"},
  leftOut: [],
};

/** Three hundred columns. */
const wide: StrangeExtract = {
  about: "an extract of three hundred columns",
  file: "wide.csv",
  bytes: Buffer.from(
    table(
      [
        ["person", "contact date", ...Array.from({length: 298}, (_, at) => `Q${String(at)}`)],
        ...records.map((at) => [
          `P${String(at % 200)}`,
          `2024-${dayOf(at).month}-${dayOf(at).day}`,
          ...Array.from({length: 298}, (_, of) => (of % 3 === 0 ? String((at + of) % 90) : "abc"[(at + of) % 3]) ?? ""),
        ]),
      ],
      "|",
    ),
  ),
  types: {person: "text", "contact date": "date", Q0: "number", Q1: "code", Q297: "number"},
  leftOut: [],
};

/** Extracts that have nothing in common but to be of nobody. */
export const strangeExtracts = [visits, stays, contacts, bare, wide] as const;
