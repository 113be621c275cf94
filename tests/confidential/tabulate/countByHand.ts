import {stated, type CellAddress, type Coordinates} from "../../../src/publication/index.ts";

/** Answers of one form as the extract holds them, all of them sound or plainly missing. */
export type SmallForm = Readonly<
  Record<"CLIENT" | "DOB" | "SEX" | "SEEN" | "TRIAGED" | "AREA" | "DRUG1" | "DRUG2" | "WANTS", string>
>;

const names: Readonly<Record<string, string>> = {
  "1": "male",
  "2": "female",
  K: "kent",
  S: "surrey",
  H: "heroin",
  C: "cannabis",
};

function iso(date: string): string {
  const [day = "", month = "", year = ""] = date.split("/");
  return date === "" ? "" : `${year}-${month}-${day}`;
}

/** Latest triage, then latest contact, then later line; plain loops, so that it can be checked by eye. */
export function clientsOf(forms: readonly SmallForm[]): readonly SmallForm[] {
  const standing = new Map<string, SmallForm>();
  for (const form of forms) {
    const seen = iso(form.SEEN);
    if (form.CLIENT === "" || seen < "2007-04-01" || seen > "2008-03-31") continue;
    if (form.TRIAGED !== "" && iso(form.TRIAGED) < seen) continue;
    const best = standing.get(form.CLIENT);
    const rank = (one: SmallForm) => `${iso(one.TRIAGED).padEnd(10)}${iso(one.SEEN)}`;
    if (!best || rank(form) >= rank(best)) standing.set(form.CLIENT, form);
  }
  return [...standing.values()];
}

/** Age in years, or nothing where it is missing or not believed. */
export function ageOf({DOB, SEEN}: SmallForm): number | undefined {
  if (DOB === "") return undefined;
  const [born, seen] = [iso(DOB), iso(SEEN)];
  const years = Number(seen.slice(0, 4)) - Number(born.slice(0, 4)) - (seen.slice(5) < born.slice(5) ? 1 : 0);
  return years < 10 || years > 100 ? undefined : years;
}

function answers(form: SmallForm, variable: string): readonly string[] {
  const named = (code: string) => [names[code] ?? "not-stated"];
  const isProblem = [form.DRUG1, form.DRUG2].includes("H");
  const age = ageOf(form);
  switch (variable) {
    case "sex":
      return named(form.SEX);
    case "age":
      return [age === undefined ? "not-stated" : "some"];
    case "age-group":
      return [age === undefined ? "not-stated" : age < 30 ? "young" : "old"];
    case "area":
      return ["L", "X"].includes(form.AREA) ? ["outside"] : named(form.AREA);
    case "in-region":
      return [["K", "S"].includes(form.AREA) ? "inside" : "elsewhere"];
    case "drug":
      return named(form.DRUG1);
    case "drug-class":
      return [{H: "hard", C: "soft"}[form.DRUG1] ?? "not-stated"];
    case "problem":
      return [isProblem ? "yes" : [form.DRUG1, form.DRUG2].includes("C") ? "no" : "not-stated"];
    case "any-wants":
      return [/[AB]/.test(form.WANTS) ? "yes" : "no"];
    default: {
      const wanted = {A: "advice", B: "beds"};
      return form.WANTS.split(";").flatMap((code) => wanted[code as "A"] ?? []);
    }
  }
}

function isAt(form: SmallForm, at: Coordinates): boolean {
  return Object.entries(at).every(([variable, category]) => {
    const given = answers(form, variable).filter((answer) => answer !== "not-stated");
    if (category === stated) return given.length > 0;
    if (category === "not-stated") return given.length === 0;
    return given.includes(category);
  });
}

/** What a cell should hold, counted one client at a time. */
export function countByHand(clients: readonly SmallForm[], address: CellAddress): Readonly<Record<string, unknown>> {
  const there = clients.filter((client) => isAt(client, address.at));
  if (address.measure === "share") {
    return {count: there.length, of: clients.filter((client) => isAt(client, address.base)).length};
  }
  if (address.measure !== "mean") return {count: there.length};
  const ages = there.flatMap((client) => ageOf(client) ?? []);
  const [first = 0, second = 0] = ages.toSorted((one, other) => other - one);
  const sum = ages.reduce((all, age) => all + age, 0);
  return {
    ...{count: ages.length, sum, decimals: 0, aboveFloor: sum},
    ...{contributors: ages.filter((age) => age > 0).length, largest: [first, second]},
  };
}
