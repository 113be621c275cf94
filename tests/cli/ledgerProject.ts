import {mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import path from "node:path";
import {onTestFinished} from "vitest";
import {rmSync} from "node:fs";
import {readRelease, type Release} from "../../src/release/index.ts";
import {extract, form, smallProject} from "../confidential/sources/files/smallProject.ts";
import {runCommand, type Run} from "./runCommand.ts";

/** Clients by drug and month; the month is of 2007, 5 unless it is said. */
export interface Seen {
  readonly drug: "H" | "C" | "O";
  readonly clients: number;
  readonly month?: number;
}

/** An edition of a small project: what its one chapter asks, and how its `report.yaml` differs from the usual. */
export interface SmallEdition {
  readonly asks: readonly string[];
  readonly report?: Readonly<Record<string, string | undefined>>;
  readonly policy?: string;
  /** How far its records may be from those of before, as the template says. */
  readonly expect?: string;
  readonly seen?: readonly Seen[];
  /** What client references begin with: `CANARY-` makes records synthetic. */
  readonly client?: string;
}

/** Three heroin users, nine of cannabis, eight of the old drug. */
export const usual: readonly Seen[] = [
  {drug: "H", clients: 3},
  {drug: "C", clients: 9},
  {drug: "O", clients: 8},
];

/** A project without any edition that is gone when the test is over. */
export function ledgerProject(): string {
  const root = smallProject();
  onTestFinished(() => {
    rmSync(root, {recursive: true, force: true});
  });
  return root;
}

/** Writes an edition, each with a template and extract of its own, over what stood there. */
export function writeEdition(
  root: string,
  id: string,
  {asks, report, policy, expect, seen = usual, client}: SmallEdition,
): void {
  const synthetic = String(client?.startsWith("CANARY-") ?? true);
  const extracts = `{people: data/extracts/${id}.csv}`;
  const fields = {...usualReport, template: id, title: id, synthetic, extracts, ...report};
  const files: Readonly<Record<string, string>> = {
    [`reports/${id}/report.yaml`]: lines(
      Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : `${name}: ${value}`)),
    ),
    [`reports/${id}/policy.yaml`]: lines([policy ?? "zeros: shown"]),
    [`templates/${id}/template.yaml`]: lines([
      "populations:",
      "  clients: {label: clients, heading: Clients, extract: people, dictionary: small, one: client}",
      ...(expect === undefined ? [] : [`expect: ${expect}`]),
    ]),
    [`templates/${id}/10-one.md`]: lines(["# One", "", ...asks.flatMap((query) => [`There were {{ ${query} }}.`, ""])]),
    [`data/extracts/${id}.csv`]: extract(...seen.flatMap((group) => formsOf(group, client))),
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), {recursive: true});
    writeFileSync(path.join(root, file), text);
  }
}

const usualReport = {
  summary: "Small",
  region: "south",
  period: "{from: 2007-04-01, to: 2008-03-31}",
  published: "2008-12-01",
  publisher: "Nobody",
  contact: "nobody@example.org",
};

let clients = 0;

function formsOf({drug, clients: count, month = 5}: Seen, client = "CANARY-"): readonly string[] {
  const day = `10/${String(month).padStart(2, "0")}/2007`;
  return Array.from({length: count}, () => {
    clients += 1;
    return form({CLIENT: `${client}${clients}`, DRUG1: drug, SEEN: day, TRIAGED: day});
  });
}

function lines(all: readonly string[]): string {
  return `${all.join("\n")}\n`;
}

/** Runs a command of the command line in a project. */
export function run(root: string, ...argv: readonly string[]): Promise<Run> {
  return runCommand(argv, {root, cwd: root});
}

/** The files that the ledger keeps of an edition. */
export function kept(root: string, id: string): readonly string[] {
  return readdirSync(path.join(root, "data/releases", id), {recursive: true, encoding: "utf8"})
    .filter((name) => name.endsWith(".json"))
    .sort();
}

/** A release of an edition: the latest, or one that it replaced. */
export function released(root: string, id: string, file = "release.json"): Release {
  const whole = path.join(root, "data/releases", id, file);
  return readRelease(readFileSync(whole, "utf8"), whole);
}

/** What releases print of the clients of each drug, and of all; nothing where it is withheld or not asked. */
export function printedIn(...releases: readonly Release[]): Readonly<Record<string, number>> {
  return Object.fromEntries(
    releases.flatMap(({cells}) =>
      cells.flatMap(({address, cell}) =>
        address.measure === "count" && cell.status === "published" ? [[address.at.drug ?? "all", cell.value]] : [],
      ),
    ),
  );
}
