import {writeFileSync} from "node:fs";
import path from "node:path";
import {describe, expect, test} from "vitest";
import {draftExtract} from "../../../src/confidential/draft/draftExtract.ts";
import {temporaryFolder} from "../../cli/runCommand.ts";

const period = {from: "2024-01-01", to: "2024-12-31"};

/** What a column is drafted as whose answers are these, over and over, each of another person. */
async function drafted(answers: readonly string[], header = "Answer") {
  const rows = Array.from(
    {length: 600},
    (_, at) => `P${String(at)};2024-05-0${String(1 + (at % 9))};${answers[at % answers.length] ?? ""}`,
  );
  const file = path.join(temporaryFolder(), "extract.csv");
  writeFileSync(file, [`client;visit date;${header}`, ...rows].join("\n"));
  const {columns, leftOut, dates} = await draftExtract({file, period});
  return {holds: columns[2]?.holds, why: leftOut[0]?.why, dates};
}

const upTo = (number: number): readonly string[] => Array.from({length: number}, (_, at) => String(at));

describe("answers are drafted as", () => {
  test("numbers where there are many of them", async () => {
    expect(await drafted(upTo(40))).toMatchObject({holds: {type: "number", decimals: 0, from: 0, to: 50}});
  });

  test("numbers with limits that ten people reach, whatever one person's are", async () => {
    const usual = Array.from({length: 299}, (_, at) => String(1 + (at % 40)));
    expect((await drafted([...usual, "-8000"])).holds).toMatchObject({from: 0, to: 50});
    expect((await drafted([...usual, "731000"])).holds).toMatchObject({from: 0, to: 50});
    const reached = [...usual.slice(0, 290), ...Array.from({length: 10}, (_, at) => String(300 + at))];
    expect((await drafted(reached)).holds).toMatchObject({from: 0, to: 500});
  });

  test("codes where there are few numbers, or one begins with nought", async () => {
    expect(await drafted(upTo(4))).toMatchObject({holds: {type: "code", codes: ["0", "1", "2", "3"]}});
    expect((await drafted(["01", ...upTo(20).slice(10)])).holds).toMatchObject({type: "code"});
  });

  test("numbers with as few decimals as they need", async () => {
    expect(await drafted(["1.50", "2", "3.5", "4.5", "5", "6", "7", "8"])).toMatchObject({
      holds: {decimals: 1, to: 10},
    });
    expect((await drafted(["1.501", "2.113", "3.517", "4.571", "5.777", "6.123", "7.333"])).why).toMatch(
      /two decimals/,
    );
  });

  test("codes that leave out what few people gave", async () => {
    const answers = [...Array.from({length: 299}, (_, at) => (at % 2 === 0 ? "yes" : "no")), "rare"];
    expect(await drafted(answers)).toMatchObject({holds: {type: "code", codes: ["no", "yes"], hasOthers: true}});
  });

  test("several codes where the parts stand alone too, and one code where they do not", async () => {
    expect(await drafted(["a", "b", "a,b", "b,a", "c"])).toMatchObject({
      holds: {type: "codes", separator: ",", codes: ["a", "b", "c"]},
    });
    expect(await drafted(["White, British", "Asian, Indian", "Asian, other"])).toMatchObject({holds: {type: "code"}});
  });

  test("dates, with the month first only where it has to be", async () => {
    expect(await drafted(["01/02/2024", "13/02/2024"], "Review")).toMatchObject({
      holds: {type: "date", formats: ["dd/mm/yyyy"], isDoubtful: false},
    });
    expect(await drafted(["01/02/2024", "02/13/2024"], "Review")).toMatchObject({holds: {formats: ["mm/dd/yyyy"]}});
    expect(await drafted(["01/02/2024", "02/03/2024"], "Review")).toMatchObject({
      holds: {formats: ["dd/mm/yyyy"], isDoubtful: true},
    });
  });

  test("nothing, where they look like addresses or people, whatever the heading says", async () => {
    expect((await drafted(["Mill Road", "12 High Street", "Elm Close", "Abbey", "Orchard"])).why).toMatch(/addresses/);
    expect((await drafted(["Mrs Abel", "Dr. Baker", "J Cole"])).why).toMatch(/names/);
    expect((await drafted(["Mill Road surgery", "Miss", "2 weeks", "Drive", "Street outreach"])).holds).toMatchObject({
      type: "code",
    });
  });

  test("nothing, where they are free text, telephone numbers or too many", async () => {
    expect((await drafted(upTo(590).map((at) => `said ${at}`))).why).toMatch(/few people/);
    expect((await drafted(upTo(590).map((at) => `07700${at.padStart(6, "0")}`))).why).toMatch(/belong to somebody/);
    expect((await drafted(["", ""])).why).toBe("it is empty");
  });
});

describe("who a record is of is asked", () => {
  /** Records with numbers of their own, of sixty people who come back, one of them ten times as often. */
  const file = (headings: readonly [string, string], who: (one: number) => string): string => {
    const rows = Array.from({length: 900}, (_, at) => {
      const person = at < 150 ? 0 : 1 + (at % 60);
      return `${String(100_000 + at)};2024-05-0${String(1 + (at % 9))};${who(person)};${person === 0 ? "secret" : "usual"}`;
    });
    const path_ = path.join(temporaryFolder(), "extract.csv");
    writeFileSync(path_, [`${headings[0]};seen;${headings[1]};condition`, ...rows].join("\n"));
    return path_;
  };

  test.each<[readonly [string, string], (one: number) => string]>([
    [["ID", "Client"], (one) => `P${String(one)}`],
    [["Form ID", "Person"], (one) => `P${String(one)}`],
    [["Visit ID", "who"], (one) => `P${String(one)}`],
    [["Visit ID", "person id"], (one) => String(5000 + one)],
  ])("where %j may be a number of the record and another column the client", async (headings, who) => {
    const made = await draftExtract({file: file(headings, who), period}).then(
      ({client}) => client,
      (error: unknown) => String(error),
    );
    // The one that names people may be chosen; what one of them says often never is a code.
    expect(made === headings[1] || made.includes("it is not plain which column names the client")).toBe(true);
  });
});
