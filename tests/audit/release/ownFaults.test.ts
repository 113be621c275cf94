import {readFileSync} from "node:fs";
import path from "node:path";
import fc from "fast-check";
import {describe, expect, test, vi} from "vitest";
import {ownFaults} from "../../../src/audit/index.ts";
import {tells} from "../../../src/audit/tells/registry.ts";
import {cellKey} from "../../../src/publication/index.ts";
import {readRelease, writeRelease, type ReleaseContent} from "../../../src/release/index.ts";

const file = path.resolve(import.meta.dirname, "../../../data/releases/south-east-2008-09/release.json");
const content = JSON.parse(readFileSync(file, "utf8")) as ReleaseContent;

type Entry = ReleaseContent["cells"][number];
type Published = Extract<Entry["cell"], {status: "published"}>;

function faultsWith(change: (content: ReleaseContent) => void): readonly string[] {
  const changed = structuredClone(content);
  change(changed);
  return ownFaults(readRelease(writeRelease(changed), "changed"));
}

const isPublished = ({cell}: Entry): boolean => cell.status === "published";
const find = (cells: readonly Entry[], isIt: (entry: Entry) => boolean): Entry => cells.find(isIt)!;
const countOf = ({address}: Entry, at: Readonly<Record<string, string>>): string =>
  cellKey({measure: "count", population: address.population, at});

test("a release as it was made has no faults", () => {
  expect(ownFaults(readRelease(JSON.stringify(content), file))).toEqual([]);
});

test("a number of people of which the audit knows nothing is a fault", () => {
  const means = content.cells.filter((entry) => entry.address.measure === "mean" && isPublished(entry));
  const silent = vi.spyOn(tells.mean, "says").mockReturnValue([]);
  const silentToo = vi.spyOn(tells.mean, "saysRounded").mockReturnValue([]);
  const faults = ownFaults(readRelease(JSON.stringify(content), file));
  silent.mockRestore();
  silentToo.mockRestore();
  expect(means.length).toBeGreaterThan(10);
  expect(faults).toHaveLength(means.length);
  expect(faults[0]).toMatch(/^mean age .* tells of people what the audit knows nothing of/);
});

describe("a release that was changed by hand is found out where", () => {
  test.each(["primary suppression only", "suppressed, not audited"] as const)("its stage is: %s", (stage) => {
    expect(faultsWith(({disclosure}) => (disclosure.stage = stage))).toEqual([`it is a draft: ${stage}`]);
  });

  test("a share is of 250%", () => {
    const faults = faultsWith(({cells}) => {
      const share = find(cells, (entry) => entry.address.measure === "share" && isPublished(entry));
      (share.cell as Published).value = 250;
    });
    expect(faults).toEqual([expect.stringMatching(/^share .* is not the share, or not the interval/)]);
  });

  test("a share prints the count of a withheld cell", () => {
    const keys = new Map(content.cells.map((entry) => [cellKey(entry.address), entry]));
    const faults = faultsWith(({cells}) => {
      const share = find(cells, (entry) => {
        const count = keys.get(countOf(entry, entry.address.at));
        return entry.address.measure === "share" && isPublished(entry) && count !== undefined;
      });
      find(cells, ({address}) => cellKey(address) === countOf(share, share.address.at)).cell = {status: "suppressed"};
    });
    expect(faults[0]).toMatch(/^share .* prints count .*, which is withheld$/);
  });

  test("a count is no whole number, or brings others with it", () => {
    for (const cell of [{value: 12.5}, {value: -1}, {value: 12, of: 20}]) {
      const faults = faultsWith(({cells}) => {
        const count = find(cells, (entry) => entry.address.measure === "count" && isPublished(entry));
        count.cell = {status: "published", ...cell};
      });
      expect(faults[0]).toMatch(/^count .* is no count that the policy lets be printed$/);
    }
  });

  test("a cell stands twice", () => {
    const [first] = content.cells;
    expect(faultsWith(({cells}) => cells.push(first!))).toEqual([`${cellKey(first!.address)} stands twice`]);
  });
});

test("any one number of a share, a rate or a count beside it that is changed is found", () => {
  const numbers = content.cells.flatMap(({address, cell}, index) => {
    if (cell.status !== "published" || !["share", "rate"].includes(address.measure)) return [];
    const names = (["value", "count", "of", "lower", "upper"] as const).filter((name) => cell[name] !== undefined);
    return names.map((name) => ({index, name, isRate: address.measure === "rate"}));
  });
  const proved = numbers.filter(({isRate, name}) => !(isRate && name === "value"));
  fc.assert(
    fc.property(fc.constantFrom(...proved), fc.integer({min: 1, max: 40}), ({index, name}, more) => {
      const faults = faultsWith(({cells}) => {
        const cell = cells[index]!.cell as Published;
        cell[name] = (cell[name] ?? 0) + more;
      });
      expect(faults).not.toEqual([]);
    }),
    {numRuns: 60},
  );
});
