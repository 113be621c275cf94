import {expect, test} from "vitest";
import type {Release} from "../../../src/release/index.ts";
import {releasesFor} from "../../site/sample/sampleFigure.ts";
import {drawn, found, shownFigure} from "./shownFigure.ts";

const areas = ["share community sex=male within area-of-contact", "share community sex=male"];
const {wide} = drawn({chart: "funnel", show: areas});
const figure = shownFigure(areas);

test("a funnel passes with its four limits", () => {
  expect(wide.match(/data-formula="[^"]*"/g)?.length).toBe(4);
  expect(found(wide, figure)).toEqual([]);
});

test("a limit that is no limit is found: moved, without its formula, or under another one", () => {
  const limit = "<path> a limit is not drawn as its formula says";
  const moved = wide.replace(
    /( d="M[\d.]+,)([\d.]+)/,
    (_, start: string, y: string) => `${start}${String(Number(y) + 0.2)}`,
  );
  expect(found(moved, figure)).toContain(limit);
  expect(found(wide.replace(/ data-formula="95% upper"/, ""), figure)).toContain(limit);
  expect(found(wide.replace("95% upper", "99.8% upper"), figure)).toContain(limit);
});

test.each(["cx", "cy"])("a dot that is moved along %s is found", (name) => {
  const moved = wide.replace(
    new RegExp(`( ${name}=")([\\d.]+)`),
    (_, start: string, at: string) => `${start}${String(Number(at) + 0.2)}`,
  );
  expect(found(moved, figure)).toContain("<circle> a shape stands elsewhere than its released value is");
});

test("a dot at its whole percent is found: beside limits that is not where its number is", () => {
  const data = /data-scales="y linear (\S+) (\S+) \| (\S+) (\S+);/.exec(wide)?.slice(1).map(Number) ?? [];
  const [from = NaN, to = NaN, foot = NaN, top = NaN] = data;
  const at = (percent: number) => foot + ((percent - from) / (to - from)) * (top - foot);
  const dot = figure.cells.flatMap(({cell}) => (cell.status === "published" && cell.value % 1 !== 0 ? cell.value : []));
  const [value = NaN] = dot;
  const rounded = wide.replace(
    `cy="${String(Number(at(value).toFixed(2)))}"`,
    `cy="${at(Math.round(value)).toFixed(2)}"`,
  );
  expect(rounded).not.toBe(wide);
  expect(found(rounded, figure)).not.toEqual([]);
});

test("a line of comparison that names no cell is found, at a tick too", () => {
  const tick = /<line x1="\S+" x2="\S+" y1="\S+" y2="\S+" stroke="var\(--figure-grid[^/]*\/>/.exec(wide)?.[0] ?? "";
  const line = tick.replace(/stroke="[^"]*"/, 'stroke="var(--figure-region, #5B6169)" stroke-width="2"');
  expect(found(wide.replace(tick, tick + line), figure)).not.toEqual([]);
  expect(found(wide.replace(tick, tick + tick), figure)).toEqual([]);
});

const rates = [
  "crude-rate injuries.treated per residents by area",
  "crude-rate injuries.treated per residents area=region",
];
const ofRates = drawn({chart: "funnel", show: rates}).wide;

test("a funnel of rates passes with its limits, and a limit that is moved or called another is found", () => {
  const shown = shownFigure(rates);
  const limit = "<path> a limit is not drawn as its formula says";
  expect(ofRates.match(/data-formula="Poisson [^"]*"/g)?.length).toBe(4);
  expect(found(ofRates, shown)).toEqual([]);
  const moved = ofRates.replace(
    /( d="M[\d.]+,)([\d.]+)/,
    (_, start: string, y: string) => `${start}${String(Number(y) + 0.3)}`,
  );
  expect(found(moved, shown)).toContain(limit);
  expect(found(ofRates.replace("Poisson 95% upper", "Poisson 99.8% upper"), shown)).toContain(limit);
  expect(found(ofRates.replace("Poisson 95% upper", "95% upper"), shown)).toContain(limit);
});

test("limits of events around an estimate are found", () => {
  const release = releasesFor(rates).get("this")!;
  const references = release.vocabulary.references.map((reference) => ({
    ...reference,
    columns: reference.columns.map((column) => ({...column, isEstimate: true})),
  }));
  const estimated: Release = {
    ...release,
    vocabulary: {...release.vocabulary, references},
    answer: (query) => release.answer(query).map((answer) => ({...answer, release: estimated})),
  };
  expect(found(ofRates, shownFigure(rates, new Map([["this", estimated]])))).toContain(
    "<path> a limit is not drawn as its formula says",
  );
});

test("a rate whose interval is wider than that of its count rests on an estimate and is refused", () => {
  const release = releasesFor(rates).get("this")!;
  const widened: Release = {
    ...release,
    answer: (query) =>
      release.answer(query).map((answer) => {
        const {cell} = answer;
        if (cell.status !== "published" || cell.upper === undefined) return answer;
        return {...answer, cell: {...cell, upper: cell.upper + 0.3}};
      }),
  };
  expect(() => drawn({chart: "funnel", show: rates}, {releases: new Map([["this", widened]])})).toThrow(
    /rest on an estimate/,
  );
});

const records = [
  "rate community by residence per 10,000 prevalence.estimate",
  "rate community residence=region per 10,000 prevalence.estimate",
];

test("a funnel of rates of records passes, withheld areas have no dot, and a limit that is moved is found", () => {
  const {wide} = drawn({chart: "funnel", show: records});
  expect(wide.match(/data-formula="Poisson [^"]*"/g)?.length).toBe(4);
  expect(found(wide, shownFigure(records))).toEqual([]);
  const moved = wide.replace(
    /( d="M[\d.]+,)([\d.]+)/,
    (_, start: string, y: string) => `${start}${String(Number(y) + 0.3)}`,
  );
  expect(found(moved, shownFigure(records))).toContain("<path> a limit is not drawn as its formula says");
});
