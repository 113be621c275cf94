import fc from "fast-check";
import type {Group, LeakyReport} from "../leaky/leakyReport.ts";
import {dictionary} from "../confidential/sources/files/smallProject.ts";

/** A report, and perhaps another one of the same people that is published after it. */
export interface RandomReport {
  readonly first: LeakyReport;
  readonly second?: LeakyReport;
}

const maybe = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(one, {nil: undefined});

const group: fc.Arbitrary<Group> = fc
  .record({
    clients: fc.oneof({weight: 2, arbitrary: fc.integer({min: 1, max: 6})}, fc.integer({min: 7, max: 40})),
    sex: maybe(fc.constantFrom("male" as const, "female" as const)),
    area: maybe(fc.constantFrom("kent" as const, "surrey" as const)),
    drug: maybe(fc.constantFrom("heroin" as const, "cannabis" as const)),
    also: maybe(fc.constantFrom("heroin" as const, "cannabis" as const)),
    wants: maybe(fc.constantFrom("A", "B", "A;B")),
    age: maybe(fc.constantFrom(15, 22, 27, 35, 50, 66)),
    moreForms: maybe(fc.constantFrom(1, 2)),
  })
  .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as unknown as Group);

/** Forms with faults: without a client, with an unknown area, triaged too early, born too late. */
const faulty = fc.constantFrom(
  (form: string) => `${form},,,1,1/6/2007,,K,,,`,
  (form: string) => `${form},CANARY-${form},,2,1/6/2007,,Q,,,`,
  (form: string) => `${form},CANARY-${form},,1,1/6/2007,1/5/2007,K,H,,A`,
  (form: string) => `${form},CANARY-${form},1/1/2030,2,1/6/2007,,S,C,,B`,
);
const lines = fc
  .array(fc.tuple(faulty, fc.integer({min: 1, max: 7})), {maxLength: 3})
  .map((kinds) =>
    kinds.flatMap(([line, times], kind) =>
      Array.from({length: times}, (_, at) => line(`X${String(kind)}-${String(at)}`)),
    ),
  );

const variables = ["sex", "area", "in-region", "drug", "drug-class", "problem", "wants", "any-wants", "age-group"];

/** What a table shows: a cross-table, shares, means, forms or faults. */
const shown = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.uniqueArray(fc.constantFrom(...variables), {minLength: 1, maxLength: 3}), fc.boolean())
      .map(([by, withTotals]) => `count clients by ${by.join(", ")}${withTotals ? " with totals" : ""}`),
  },
  fc
    .uniqueArray(fc.constantFrom(...variables), {minLength: 2, maxLength: 2})
    .map(([share = "", within = ""]) => `share clients by ${share} within ${within}`),
  fc.constantFrom("mean age clients by sex", "mean age clients by area", "mean age clients by drug, sex with totals"),
  fc.constantFrom("count forms by fate with totals", "count forms by sex", "count forms by fate, area"),
  fc.constantFrom("count faults by rule with totals", "count faults by column", "count faults by severity"),
);

const sentence = fc.constantFrom(
  "{{ count clients }}",
  "{{ mean age clients }}",
  "{{ count clients wants=advice }} {{ count clients any-wants=yes }}",
  "{{ share clients age-group=young among stated }}",
  "{{ share clients sex=female | decimals 1 }}",
  "{{ count clients sex=stated }} {{ count clients age-group=not-stated }}",
  "{{ count forms fate=quarantined }}",
  "{{ count forms usable=yes }} {{ count clients problem=yes }}",
);

const text = fc
  .tuple(fc.uniqueArray(shown, {minLength: 1, maxLength: 3}), fc.uniqueArray(sentence, {maxLength: 2}))
  .map(([tables, sentences]) =>
    [...sentences.map((one) => `${one} of them.`), ...tables.map((show, index) => tableOf(show, index))].join("\n\n"),
  );

function tableOf(show: string, index: number): string {
  const name = `${["first", "second", "third"][index] ?? "last"}-table`;
  return `::: table ${name}\ntitle: Clients\nmeasure: Clients\nshow:\n  - ${show}\n:::`;
}

const threshold = fc.constantFrom(2, 3, 5, 5, 5, 8);
const withholding = fc.record({
  threshold,
  zeros: fc.constantFrom("shown", "shown", "hidden"),
  mark: fc.constantFrom('"[c]"', '"[c]"', '{small: "*", further: "†"}'),
  level: fc.constantFrom("exact", "width-2", "width-2", "full"),
  method: fc.constant("withhold"),
});
const rounding = fc
  .record({threshold, method: fc.constant("round"), more: fc.constantFrom(0, 2)})
  .map(({more, ...policy}) => ({...policy, base: policy.threshold + more}));
const policy = fc
  .oneof({weight: 4, arbitrary: withholding}, rounding)
  .map((rules) =>
    [...Object.entries({...rules, "mean-needs": 10}).map(([rule, value]) => `${rule}: ${String(value)}`), ""].join(
      "\n",
    ),
  );

/** Bands of the age as other editions have them. */
const bands = fc.constantFrom(
  dictionary,
  dictionary
    .replace("text: young, to: 29", "text: young, to: 24")
    .replace("text: old, from: 30", "text: old, from: 25"),
  dictionary.replace(
    "- {name: old, label: Old, text: old, from: 30}",
    "- {name: middle, label: Middle, text: middle, from: 30, to: 44}\n        - {name: old, label: Old, text: old, from: 45}",
  ),
);

const report = fc.record({text, policy, bands}).map(({text: written, policy: rules, bands: small}) => ({
  text: written,
  files: {"templates/leaky/policy.yaml": rules, "data/dictionaries/small.yaml": small},
}));

/** Reports of up to a dozen groups of people, with faults, under every policy; half of them have a second edition. */
export const randomReport: fc.Arbitrary<RandomReport> = fc
  .record({
    people: fc.array(group, {minLength: 1, maxLength: 12}),
    later: maybe(fc.array(group, {minLength: 1, maxLength: 2})),
    lines,
    first: report,
    second: maybe(report),
  })
  .map(({people, later = [], lines: broken, first, second}) => ({
    first: {...first, people, lines: broken},
    ...(second && {second: {...second, people: [...people, ...later], lines: broken}}),
  }));
