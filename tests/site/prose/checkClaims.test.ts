import {describe, expect, test} from "vitest";
import type {Publication} from "../../../src/publication/index.ts";
import {checkClaims} from "../../../src/site/prose/checkClaims.ts";
import {publication, readMarkdown, releases} from "./smallReport.ts";

function check(text: string): void {
  const chapter = {id: "sex", kind: "body", number: "1", title: "Sex", sections: [], file: "10-sex.md"} as const;
  const report: Publication = {...publication, chapters: [{...chapter, blocks: readMarkdown(text)}]};
  checkClaims(report, releases);
}

describe("a claim passes", () => {
  test.each([
    "share prison sex=male > 50%",
    "share prison sex=male > share community sex=male",
    "share prison sex=female < share community sex=female",
    "share prison drug=crack >= share prison drug=cannabis",
    "share prison sex=male = 88%",
    "share prison sex=male = 88.0%",
    "mean age prison = 31.4",
    "count prison > 7,000",
    "highest share prison by drug is heroin",
    "share prison sex=male > 50% | clearly",
    "share prison sex=female < 50% | clearly | by at least 37.5",
    "share prison drug=heroin > share prison drug=crack | by at least 32",
    "count prison > 7,000 | by at least 822",
  ])("when it is true: %s", (claim) => {
    expect(() => check(`{{ claim ${claim} }}`)).not.toThrow();
  });

  test("on a cell that is not published where it says so", () => {
    expect(() => check("{{ claim share prison drug=alcohol > 1% | if published }}")).not.toThrow();
  });
});

describe("a claim stops the build", () => {
  test("with file, line, column, the claim and the released numbers", () => {
    expect(() => check("Most were women.\n\nText {{ claim share prison sex=female > 50% }}")).toThrow(
      '10-sex.md:3:6: the claim "share prison sex=female > 50%" is not true: the left side is 12% (939 of 7,822). ' +
        "Change the sentence that rests on it, and the claim with it.",
    );
  });

  test("when what is printed does not bear it out", () => {
    // 87.995% prints as 88%.
    expect(() => check("{{ claim share prison sex=male < 88% }}")).toThrow("is not true: the left side is 88%");
    expect(() => check("{{ claim share prison sex=male < 88.0% }}")).toThrow("is not true");
  });

  test("when chance may be all that parts it from a number, and it says clearly", () => {
    expect(() => check("{{ claim share prison sex=male > 87% | clearly }}")).not.toThrow();
    expect(() => check("{{ claim share prison drug=heroin > 50.9% }}")).not.toThrow();
    expect(() => check("{{ claim share prison drug=heroin > 50.9% | clearly }}")).toThrow(
      "chance may be all that parts 51% (4,000 of 7,822) and 50.9",
    );
    expect(() => check("{{ claim share prison drug=heroin >= 50.9% | clearly }}")).toThrow("chance may be all");
    expect(() => check("{{ claim count prison > 7,000 | clearly }}")).toThrow("chance may be all");
  });

  test("when the sides are not as far apart as it says, in print or in truth", () => {
    expect(() => check("{{ claim share prison drug=heroin > share prison drug=crack | by at least 32.2 }}")).toThrow(
      "the sides are 51% (4,000 of 7,822) and 19% (1,486 of 7,822)",
    );
  });

  test("when the exact share is on the bound, though no rounding shows it", () => {
    expect(() => check("{{ claim share prison drug=crack > share prison drug=cannabis }}")).toThrow(
      "the sides are 19% (1,486 of 7,822) and 19% (1,486 of 7,822)",
    );
  });

  test("when chance may be all that parts the two", () => {
    expect(() => check("{{ claim share prison sex=male > share prison sex=male in previous }}")).toThrow(
      "the sides are 88% (6,883 of 7,822) and 87% (870 of 1,000), which cannot be told apart",
    );
  });

  test("when categories that print alike rank first together", () => {
    expect(() => check("{{ claim lowest share prison by drug is crack }}")).toThrow("not published");
    expect(() => check("{{ claim highest share community by sex is female }}")).toThrow("the highest is male");
  });

  test("when another category ranks first", () => {
    expect(() => check("{{ claim highest share prison by drug is crack }}")).toThrow(
      "the highest is heroin (51% (4,000 of 7,822))",
    );
  });

  test("when it rests on a cell that readers cannot see", () => {
    expect(() => check("{{ claim share prison drug=alcohol > 1% }}")).toThrow("rests on a cell that is not published");
  });

  test("when a withheld cell could change the rank", () => {
    expect(() => check("{{ claim lowest share prison by drug is crack }}")).toThrow("not published");
  });

  test("together with every other that is not true", () => {
    expect(() => check("{{ claim count prison < 1 }} {{ claim count community < 1 }}")).toThrow(
      /prison < 1[^]*community < 1/,
    );
  });
});
