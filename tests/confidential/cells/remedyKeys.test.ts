import {expect, test} from "vitest";
import {parseQuery, PublicationError, type CellAddress} from "../../../src/publication/index.ts";
import {remedyKeys} from "../../../src/confidential/cells/remedyKeys.ts";
import {vocabulary} from "../../publication/vocabulary.ts";

const men: CellAddress = {measure: "count", population: "prison", at: {sex: "male"}};
const position = {file: "reports/kent-2007-08/policy.yaml", line: 3, column: 7};
const withhold = (query: string) => remedyKeys({withhold: [parseQuery(query, position)]}, [men], vocabulary);

test("a count that the report prints can be withheld by choice", () => {
  expect([...withhold("count prison sex=male")]).toEqual(["count prison [sex=male]"]);
});

test.each([
  ["count prison sex=female", 'policy.yaml:3:7: the report prints no "count prison sex=female"'],
  ["count prison sex=mail", 'policy.yaml:3:24: there is no category of sex "mail"'],
])("%s is refused at its place", (query, message) => {
  const refuse = () => {
    try {
      return withhold(query);
    } catch (error) {
      return error instanceof PublicationError ? error.message : "";
    }
  };
  expect(refuse()).toContain(message);
});
