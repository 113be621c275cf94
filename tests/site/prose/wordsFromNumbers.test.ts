import {describe, expect, test} from "vitest";
import {findTargets} from "../../../src/site/prose/findTargets.ts";
import {Reading} from "../../../src/site/prose/Reading.ts";
import {publication, releases, renderLine} from "./smallReport.ts";

describe("a comparison", () => {
  test.each([
    ["share prison sex=male", "share community sex=male", "higher than"],
    ["share prison drug=crack", "share prison drug=cannabis", "about the same as"],
    ["share prison drug=crack", "share prison drug=heroin", "lower than"],
    ["count prison sex=male", "count community sex=male", "higher than"],
    ["mean age prison", "mean age community", "about the same as"],
  ])("of %s with %s says %s", (left, right, words) => {
    expect(renderLine(`{{ compare ${left} with ${right} }}`)).toBe(words);
  });

  test("says neither where chance may be all that parts the two, although they print differently", () => {
    expect(renderLine("{{ compare share prison sex=male with share prison sex=male in previous }}")).toBe(
      "about the same as",
    );
  });

  test("speaks in the words of its directive", () => {
    const words = '| words "more likely", "less likely", "about as likely"';
    expect(renderLine(`{{ compare share prison sex=male with share community sex=male ${words} }}`)).toBe(
      "more likely",
    );
  });
});

describe("a change", () => {
  test("is said where the interval of the difference leaves out nought", () => {
    expect(renderLine("{{ change share prison drug=heroin }}")).toBe("rose from 47% to 51%");
  });

  test("is little where it does not, however the two print", () => {
    expect(renderLine("{{ change share prison sex=male }}")).toBe("changed little (87%, then 88%)");
    expect(renderLine("{{ change share prison sex=female }}")).toBe("changed little (12% both times)");
  });

  test("is printed with the decimals that it takes to see it", () => {
    expect(renderLine("{{ change share visits sex=male }}")).toBe("rose from 18.6% to 19.0%");
  });

  test("of a count is a fact", () => {
    expect(renderLine("{{ change count prison }}")).toBe("rose from 1,000 to 7,822");
    expect(renderLine("{{ change count prison sex=not-stated }}")).toBe("stayed at 0");
  });

  test("is one of those who answered where only the answers not given explain it, and says how many they are", () => {
    expect(renderLine("{{ change share visits drug=heroin }}")).toBe(
      "changed little among those who answered (30%, then 33% of all; not stated: 15%, then 8%)",
    );
  });

  test("of several populations says a verb once", () => {
    expect(renderLine("{{ change share prison, community sex=female }}")).toBe(
      "changed little among prison clients (12% both times) and community clients (18% both times)",
    );
    expect(renderLine("{{ change count prison, community }}")).toBe(
      "rose from 1,000 to 7,822 among prison clients and from 3,500 to 3,855 among community clients",
    );
    expect(renderLine("{{ change share prison, community sex=male }}")).toBe(
      "changed little among prison clients (87%, then 88%) and rose from 74% to 82% among community clients",
    );
    expect(renderLine("{{ change share prison, visits drug=heroin }}")).toBe(
      "rose from 47% to 51% among prison clients and changed little among visits clients who answered " +
        "(30%, then 33% of all; not stated: 15%, then 8%)",
    );
  });

  test("of several populations is a mark where a number of one of them is withheld", () => {
    expect(renderLine("{{ change share prison, community drug=heroin }}")).toContain("[c]");
  });

  test("of a mean is said beyond the rounding of both", () => {
    expect(renderLine("{{ change mean age prison }}")).toBe("changed little (31.4 both times)");
  });
});

describe("a difference", () => {
  test("is given in points with its interval", () => {
    expect(renderLine("{{ difference share prison sex=female with share community sex=female }}")).toBe(
      "−6.2 points, 95% interval −7.6\u00a0to\u00a0−4.8",
    );
  });

  test("stands beside that of those who answered where some did not", () => {
    expect(renderLine("{{ difference share visits drug=heroin with share visits drug=heroin in previous }}")).toBe(
      "+2.5 points, 95% interval +2.3\u00a0to\u00a0+2.7; among those who answered 0.0, −0.2\u00a0to\u00a0+0.3",
    );
  });

  test("of two means is given in the unit of their number", () => {
    const [prison, community] = ["prison", "community"].map((name) => `estimated-mean age ${name}`);
    expect(renderLine(`{{ difference ${prison!} with ${community!} }}`)).toBe(
      "−1.2 years, 95% interval −2.0\u00a0to\u00a0−0.4",
    );
  });

  test("is a mark where one of the two is withheld", () => {
    expect(renderLine("{{ difference estimated-mean age prison with estimated-mean age visits }}")).toContain("[c]");
    expect(renderLine("{{ difference share prison drug=heroin with share community drug=heroin }}")).toContain("[c]");
  });
});

describe("what lies apart from a number", () => {
  const among = "share prison by drug than share prison drug=crack";

  test("is named with the farthest first, and what cannot be told apart is not", () => {
    expect(renderLine(`{{ higher ${among} | with value }}`)).toBe("heroin (51%)");
  });

  test("gives way to words where there is nothing", () => {
    expect(renderLine(`{{ lower ${among} | otherwise "no drug that is shown" }}`)).toBe("no drug that is shown");
  });
});

describe("the fractions of a sentence", () => {
  const half = "{{ share prison drug=heroin | in words }}";
  const ninth = "{{ share prison drug=not-stated | in words }}";
  const eighth = "{{ share prison sex=female | in words }}";

  test("have one denominator, the commonest or the first", () => {
    expect(renderLine(`${ninth} and ${eighth}.`)).toBe("about one in nine (11%) and 12%.");
    expect(renderLine(`${ninth}, ${eighth} and ${eighth}.`)).toBe(
      "11%, about one in eight (12%) and about one in eight (12%).",
    );
  });

  test("are those of that sentence alone", () => {
    expect(renderLine(`${ninth}. Or ${eighth}.`)).toBe("about one in nine (11%). Or about one in eight (12%).");
  });

  test("leave a share that is near none as it is", () => {
    expect(renderLine(`${half} and ${eighth}.`)).toBe("51% and about one in eight (12%).");
  });
});

describe("where counts are rounded", () => {
  const rounded = new Map(
    [...releases].map(([name, release]) => {
      const policy = {...release.disclosure.policy, method: "round", base: 500, within: 499} as const;
      return [name, {...release, disclosure: {...release.disclosure, policy}}] as const;
    }),
  );
  const reading = new Reading({publication, releases: rounded, targets: findTargets(publication)}, "margin");

  test("those tie whom the rounding may have parted, each with its own number", () => {
    expect(renderLine("{{ highest count prison by drug | among shown | with value }}", reading)).toBe("heroin (4,000)");
    expect(
      renderLine("{{ lowest count prison by drug | among shown | including not-stated | with value }}", reading),
    ).toBe("not-stated (848), crack (1,486) and cannabis (1,486) jointly");
  });

  test("nothing is said of what the rounding may have moved", () => {
    expect(renderLine("{{ compare count prison drug=crack with count prison drug=not-stated }}", reading)).toBe(
      "about the same as",
    );
    expect(renderLine("{{ change count visits }}", reading)).toBe("changed little (400,000 both times)");
    expect(renderLine("{{ change count prison }}", reading)).toBe("rose from 1,000 to 7,822");
  });
});
