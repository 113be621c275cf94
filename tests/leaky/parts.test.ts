import {expect, test} from "vitest";
import {DisclosureError} from "../../src/audit/index.ts";
import {cellKey} from "../../src/publication/index.ts";
import {released} from "./leakyReport.ts";
import {releaseSmall, table, type SmallReport} from "./peopleProject.ts";

/** The template with a part of the clients: those whose main drug is heroin, and those of heroin or crack. */
const withParts: SmallReport["changed"] = {
  "templates/small/template.yaml": (text) =>
    text.replace(
      "references: []",
      [
        "  opiate: {label: opiate users, heading: Opiate users, extract: people, dictionary: small, one: client, where: {main: [heroin]}}",
        "  problem: {label: problem users, heading: Problem users, extract: people, dictionary: small, one: client, where: {main: [heroin, crack]}}",
        "references: []",
      ].join("\n"),
    ),
};

test("tries", async () => {
  const made = await releaseSmall({
    text: table("count clients by sex with totals") + table("count opiate by sex with totals")+ table("share problem by sex, main"),
    people: [
      {people: 40, sex: "M", area: "K", d1: "H"},
      {people: 3, sex: "M", area: "K", d1: "G"},
      {people: 30, sex: "F", area: "K", d1: "H"},
      {people: 25, sex: "F", area: "K", d1: "C"},
      {people: 25, sex: "M", area: "K", d1: "C"},
      {people: 25, sex: "F", area: "S", d1: "L"},
    ],
    changed: withParts ?? {},
  });
  if (made instanceof DisclosureError) throw made;
  console.log(made.release.cells.map(({address, cell}) => `${cellKey(address)} ${JSON.stringify(cell)}`).join("\n"));
  console.log(JSON.stringify(made.release.vocabulary, undefined, 1));
  expect(made.check.holds).toBe(true);
  void released;
});
