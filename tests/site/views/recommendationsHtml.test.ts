import {expect, test} from "vitest";
import type {Publication, Recommendation} from "../../../src/publication/index.ts";
import {recommendationsHtml} from "../../../src/site/views/recommendationsHtml.ts";

const one: Recommendation = {
  ...{number: "2.1", what: "Ask <others>", owner: "Police & districts", due: "2014-08-31", dueText: "August 2014"},
  ...{state: "not-begun", see: ["tests"], note: "Waits for money.", position: {file: "r.yaml", line: 3, column: 3}},
};

function htmlOf(...recommendations: readonly Recommendation[]): string {
  const publication = {recommendations: {asOf: "2014-09-01", recommendations}} as unknown as Publication;
  return recommendationsHtml({publication, targets: new Map([["tests", {id: "tests", words: "Table 5"}]])});
}

test("a row tells what is asked of whom, by when, what became of it and where the report bears on it", () => {
  const html = htmlOf(one);
  expect(html).toContain("The states are those of 1 September 2014.");
  expect(html).toContain('<th scope="row"><b>Recommendation 2.1.</b> Ask &lt;others&gt;.</th>');
  expect(html).toContain('<td class="text">Police &amp; districts</td><td class="text">August 2014</td>');
  expect(html).toContain('Not begun, and overdue. Waits for money. See <a class="see" href="#tests">Table 5</a>.');
});

test.each<[Partial<Recommendation>, string]>([
  [{due: "2014-09-01", state: "under-way"}, "Under way."],
  [{due: "2014-08-31", state: "under-way"}, "Under way, and overdue."],
  [{state: "done"}, "Done."],
  [{state: "dropped"}, "Dropped."],
])("only what is open once its day is past is overdue", (part, words) => {
  const bare = {...one, see: [], note: undefined} as unknown as Recommendation;
  expect(htmlOf({...bare, ...part})).toContain(`<td class="text">${words}</td></tr>`);
});
