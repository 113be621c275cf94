import {createMarkdown} from "../../../src/publication/markdown/createMarkdown.ts";
import {cutFootnotes, footnoteBlock} from "../../../src/publication/markdown/footnotes.ts";
import {readTokens} from "../../../src/publication/markdown/readTokens.ts";
import {SourceFile} from "../../../src/publication/source/SourceFile.ts";
import {FaultCollector} from "../../../src/publication/PublicationError.ts";
import type {Block, Category, Population, Publication} from "../../../src/publication/index.ts";
import {
  readRelease,
  writeRelease,
  type Cell,
  type Release,
  type ReleaseContent,
  wilsonInterval,
} from "../../../src/release/index.ts";
import {findTargets} from "../../../src/site/prose/findTargets.ts";
import {findFootnotes, renderProse, type ProsePart} from "../../../src/site/prose/renderProse.ts";
import {Reading} from "../../../src/site/prose/Reading.ts";

const category = (name: string, role: Category["role"] = "value"): Category => ({
  name,
  code: "",
  label: name.slice(0, 1).toUpperCase() + name.slice(1),
  text: name,
  role,
});

const notStated = category("not-stated", "not-stated");

const age = {as: "years", from: "DOB", to: "SEEN", between: [10, 100]} as const;

const population = (name: string, heading: string): Population => ({
  name,
  label: `${name} clients`,
  heading,
  unit: "clients",
  variables: [
    {name: "sex", label: "Sex", kind: "category", categories: [category("male"), category("female"), notStated]},
    {
      name: "drug",
      label: "Main drug",
      kind: "category",
      categories: [category("heroin"), category("crack"), category("cannabis"), category("alcohol"), notStated],
    },
    {name: "age", label: "Age", kind: "number", unit: "years", reads: age, categories: []},
  ],
});

type Counts = Readonly<Record<string, number | "withheld" | "of too few">>;

/** Cells of one population: counts and shares of its categories, a mean age. */
/** Wilson's limits of a share, as a release has them. */
function percentLimits(count: number, of: number) {
  const {lower, upper} = wilsonInterval(count, of);
  return {lower: 100 * lower, upper: 100 * upper};
}

const estimates: Readonly<Record<string, {value: number; lower: number; upper: number}>> = {
  prison: {value: 31.4, lower: 31, upper: 31.8},
  community: {value: 32.6, lower: 32.2, upper: 33},
};

function cellsOf(name: string, all: number, counts: Counts): ReleaseContent["cells"] {
  const total = {
    address: {measure: "count", population: name, at: {}},
    cell: {status: "published", value: all},
  } as const;
  const mean = {
    address: {measure: "mean", population: name, at: {}, variable: "age"},
    cell: {status: "published", value: 31.4, of: all},
  } as const;
  const estimate = estimates[name];
  const ofAge: Cell = estimate === undefined ? {status: "suppressed"} : {...estimate, status: "published", of: all};
  const estimated = {
    address: {measure: "estimated-mean", population: name, at: {}, variable: "age"} as const,
    cell: ofAge,
  };
  const places = Object.entries(counts).flatMap(([place, count]) => {
    const [variable = "", value = ""] = place.split("=");
    const at = {[variable]: value};
    const withheld: Cell = {status: "suppressed"};
    const ofTooFew: Cell = {status: "unreliable", count: 8, of: 9};
    const share = typeof count === "number" ? Math.round((1000 * count) / all) / 10 : 0;
    return [
      {
        address: {measure: "count", population: name, at} as const,
        cell: typeof count === "number" ? ({status: "published", value: count} as const) : withheld,
      },
      {
        address: {measure: "share", population: name, at, base: {}} as const,
        cell:
          typeof count === "number"
            ? ({status: "published", value: share, count, of: all, ...percentLimits(count, all)} as const)
            : {withheld, "of too few": ofTooFew}[count],
      },
    ];
  });
  return [total, mean, estimated, ...places];
}

function release(period: {label: string; text: string}, cells: ReleaseContent["cells"]): Release {
  const content: ReleaseContent = {
    schema: "smallprint-release/1",
    edition: {
      id: `south-east-${period.label.replace("/", "-")}`,
      title: "Report",
      region: "South East",
      period: {from: "2007-04-01", to: "2008-03-31", ...period},
      published: "2009-06-18",
    },
    provenance: {synthetic: true, dictionaries: {}, policy: "00"},
    disclosure: {
      stage: "primary suppression only",
      policy: {threshold: 5, zeros: "shown", mark: "[c]", level: "width-2", meanNeeds: 10, method: "withhold"},
    },
    populations: [
      population("prison", "Prison"),
      population("community", "Community"),
      population("visits", "Visits"),
    ] as ReleaseContent["populations"],
    references: [],
    cells,
    answers: [],
  };
  return readRelease(writeRelease(content), "release.json");
}

export const releases = new Map([
  [
    "this",
    release({label: "2007/08", text: "April 2007 to March 2008"}, [
      ...cellsOf("prison", 7822, {
        "sex=male": 6883,
        "sex=female": 939,
        "sex=not-stated": 0,
        "drug=heroin": 4000,
        "drug=crack": 1486,
        "drug=cannabis": 1486,
        "drug=alcohol": "withheld",
        "drug=not-stated": 848,
      }),
      ...cellsOf("visits", 400_000, {"sex=male": 76_000, "drug=heroin": 130_000, "drug=not-stated": 30_000}),
      ...cellsOf("community", 3855, {
        "sex=male": 3855 - 700,
        "sex=female": 700,
        "sex=not-stated": 0,
        "drug=heroin": "withheld",
        "drug=crack": "of too few",
      }),
    ]),
  ],
  [
    "previous",
    release({label: "2006/07", text: "April 2006 to March 2007"}, [
      ...cellsOf("visits", 400_000, {"sex=male": 74_400, "drug=heroin": 120_000, "drug=not-stated": 58_000}),
      ...cellsOf("community", 3500, {"sex=male": 2600, "sex=female": 640, "sex=not-stated": 0, "drug=heroin": 100}),
      ...cellsOf("prison", 1000, {
        "sex=male": 870,
        "sex=female": 120,
        "sex=not-stated": 0,
        "drug=heroin": 470,
        "drug=crack": 186,
      }),
    ]),
  ],
]);

export const publication = {
  report: {
    id: "south-east-2007-08",
    title: "Drug interventions in the South East",
    region: {name: "south-east", label: "South East", text: "the South East"},
    period: {from: "2007-04-01", to: "2008-03-31", label: "2007/08", text: "April 2007 to March 2008"},
    published: "2009-06-18",
    publisher: "The Observatory",
    contact: "observatory@example.org",
    policy: {threshold: 5, zeros: "shown", mark: "[c]", level: "width-2", meanNeeds: 10, method: "withhold"},
  },
  chapters: [],
  glossary: [
    {name: "PDU", long: "problematic drug user", definition: "Somebody who uses <em>heroin</em> or crack."},
    {name: "care plan", long: "care plan", definition: "What was agreed."},
  ],
  facts: {"prison-population": {text: "80,000", source: "Ministry of Justice, 2008"}},
  indicators: new Map(),
  plan: [],
} as unknown as Publication;

/** The blocks of some Markdown, read as a chapter is. */
export function readMarkdown(text: string): readonly Block[] {
  const faults = new FaultCollector();
  const md = createMarkdown();
  const tokens = md.parse(text, {});
  const {body, footnotes} = cutFootnotes(tokens);
  readTokens(tokens, {faults, source: new SourceFile("10-sex.md", text), indicators: new Map()});
  faults.throwIfAny();
  const blocks: readonly Block[] = [{kind: "prose", tokens: body}];
  return [...blocks, ...footnoteBlock([{blocks, footnotes}])];
}

/** A reader at the start of the report. */
export function startReading(chapters: Publication["chapters"] = []): Reading {
  const held = {...publication, chapters};
  const reading = new Reading({publication: held, releases, targets: findTargets(held)}, "margin");
  reading.openChapter("sex");
  return reading;
}

/** Some Markdown as HTML with the notes beside it. */
export function renderParts(text: string, reading: Reading = startReading()): readonly ProsePart[] {
  const tokens = readMarkdown(text).flatMap((block) => (block.kind === "prose" ? [...block.tokens] : []));
  return renderProse(tokens, {reading, footnotes: findFootnotes(tokens), headingShift: 1});
}

/** The HTML of one paragraph of Markdown, without its tags. */
export function renderLine(text: string, reading?: Reading): string {
  return renderParts(text, reading)
    .map(({html}) => html.trim())
    .join("\n")
    .replace(/^<p>|<\/p>$/g, "");
}
