import {describe, expect, test} from "vitest";
import {cellKey} from "../../src/publication/index.ts";
import {released, type Group, type LeakyReport} from "./leakyReport.ts";

const figure = (show: string, more = ""): string =>
  `::: table clients-table\ntitle: Clients\nmeasure: Clients\nshow:\n${show.replace(/^/gm, "  - ")}\n${more}:::`;

/** Three women among men; two of the women live in Kent. */
const women: readonly Group[] = [
  {clients: 20, sex: "male", area: "kent"},
  {clients: 17, sex: "male", area: "surrey"},
  {clients: 2, sex: "female", area: "kent"},
  {clients: 1, sex: "female", area: "surrey"},
];

/** What a release withholds, without the words that all keys share. Throws what the analyst is told. */
async function withheld(leaky: LeakyReport): Promise<readonly string[]> {
  const {release, audit} = await released(leaky);
  expect(audit).toMatchObject({passes: true, reachesTarget: true, givenAway: [], derivable: []});
  return release.cells
    .filter(({cell}) => cell.status === "suppressed")
    .map(({address}) => cellKey(address).replace("clients ", ""));
}

describe("a leaky report is made safe:", () => {
  test("a total in the text that closes the gap of a table without one", async () => {
    const text = `Seen were {{ count clients }}.\n\n${figure("count clients by sex")}`;
    expect(await withheld({text, people: women})).toEqual(["count [sex=female]", "count [sex=male]"]);
  });

  test("everybody, and everybody but a few", async () => {
    const text = "{{ count clients }} in all, of whom {{ count clients sex=male }} were men.";
    expect(await withheld({text, people: women})).toEqual(["count [sex=male]"]);
  });

  test("a share with a decimal beside its published base", async () => {
    const text = "Of {{ count clients }} {{ share clients sex=female | decimals 1 }} were women.";
    expect(await withheld({text, people: women})).toEqual(["count [sex=female]", "share [sex=female] among []"]);
  });

  test("the complement's share", async () => {
    const text = "Of {{ count clients }} {{ share clients sex=male | decimals 1 }} were men.";
    expect(await withheld({text, people: women})).toEqual(["count [sex=male]", "share [sex=male] among []"]);
  });

  test("one group asked with its filters in either order", async () => {
    const text =
      "{{ count clients sex=female area=kent }}, {{ count clients area=kent sex=female }}, {{ count clients area=kent }}.";
    expect(await withheld({text, people: women})).toEqual(["count [area=kent,sex=female]"]);
  });

  test("a group of one drug and the drug", async () => {
    const people: Group[] = [{clients: 20, drug: "heroin"}, {clients: 3, drug: "cannabis"}, {clients: 8}];
    const text = `${figure("count clients by drug-class with totals")}\n\n{{ count clients drug=cannabis }} {{ count clients drug=heroin }}`;
    const hidden = await withheld({text, people});
    expect(hidden).toContain("count [drug-class=soft]");
    expect(hidden).toContain("count [drug=cannabis]");
    expect(hidden.some((key) => key.includes("hard")) && hidden.some((key) => key.includes("heroin"))).toBe(
      hidden.some((key) => key.includes("hard")) || hidden.some((key) => key.includes("heroin")),
    );
  });

  test("problem users beside users of problem drugs: those with a second drug are left over", async () => {
    const people: Group[] = [
      {clients: 20, drug: "heroin"},
      {clients: 3, drug: "cannabis", also: "heroin"},
      {clients: 9, drug: "cannabis"},
    ];
    const text =
      "{{ count clients problem=yes }} were problem users, and {{ count clients drug=heroin }} named heroin.";
    expect(await withheld({text, people})).not.toEqual([]);
  });

  test("everybody who wants something beside those who want one thing", async () => {
    const people: Group[] = [{clients: 20, wants: "A"}, {clients: 3, wants: "B"}, {clients: 9}];
    const text = "{{ count clients any-wants=yes }} wanted something; {{ count clients wants=advice }} advice.";
    expect(await withheld({text, people})).not.toEqual([]);
  });

  test("those of known age beside an age group", async () => {
    const people: Group[] = [{clients: 20, age: 20}, {clients: 3, age: 40}, {clients: 7}];
    const text =
      "{{ share clients age-group=young among stated }} of those of known age were young: {{ mean age clients }}.";
    expect(await withheld({text, people})).not.toEqual([]);
  });

  test("the mean of a few", async () => {
    const people: Group[] = [
      {clients: 20, sex: "male", age: 20},
      {clients: 3, sex: "female", age: 41},
    ];
    const text = figure("mean age clients by sex\nmean age clients");
    expect(await withheld({text, people})).toEqual(
      expect.arrayContaining([
        "mean age [sex=female]",
        "count [sex=female]",
        "count [sex=male]",
        "mean age [sex=male]",
      ]),
    );
  });

  test("forms and clients, which differ by the forms of a few", async () => {
    const people: Group[] = [
      {clients: 20, moreForms: 0},
      {clients: 3, moreForms: 1},
    ];
    const text = "{{ count forms usable=yes }} forms stood for {{ count clients }} clients.";
    expect(await withheld({text, people})).not.toEqual([]);
  });

  test("forms that count, by the answers of their clients", async () => {
    const text = `{{ count forms fate=counted sex=female }}\n\n{{ count clients }}, {{ count clients sex=male }}`;
    const hidden = await withheld({text, people: women});
    expect(hidden).toContain("count [sex=male]");
    expect(hidden.join()).toContain("fate=counted");
  });

  test("the same people under another name", async () => {
    const populations = [
      "everyone: {label: everyone, heading: Everyone, extract: people, dictionary: small, one: client}",
    ];
    const text = `{{ count everyone sex=male }}\n\n${figure("count clients by sex with totals")}`;
    const hidden = await withheld({text, people: women, populations});
    expect(hidden).toEqual(
      expect.arrayContaining(["count [sex=female]", "count [sex=male]", "count everyone [sex=male]"]),
    );
  });

  test("faults by rule beside faults by column, and the forms that they spoil", async () => {
    const lines = [
      "X1,,,1,1/6/2007,,K,,,",
      "X2,,,1,1/6/2007,,K,,,",
      ...Array.from({length: 7}, (_, i) => `Y${String(i)},CANARY-Y${String(i)},,1,1/6/2007,,Q,,,`),
    ];
    const text = `${figure("count faults by rule with totals")}\n\n{{ count faults column=client }} {{ count forms fate=quarantined }}`;
    const hidden = await withheld({text, people: women, lines});
    expect(hidden.join()).toMatch(/column=client/);
    expect(hidden.join()).toMatch(/fate=quarantined/);
    expect(hidden.join()).toMatch(/rule=blank-client/);
  });
});

describe("a leaky report is refused:", () => {
  const refused: readonly (readonly [leak: string, text: string, told: RegExp])[] = [
    ["a typed number", "There were 3 women.", /"3" is a typed number/],
    ["a typed number in words", "There were three women.", /"three women" is a typed count/],
    ["one in five of a known number", "One in five of the {{ count clients }} inject.", /typed count/],
    [
      "words for a withheld number that say it",
      '{{ count clients sex=female | otherwise "three women" }}',
      /typed number/,
    ],
    [
      "a sentence for a withheld paragraph that says it",
      '{{ count clients sex=female }} {{ otherwise "Only 3 were women." }}',
      /typed number/,
    ],
    [
      "a number in a figure's title",
      figure("count clients by sex").replace("title: Clients", "title: All but 3 were men"),
      /typed number/,
    ],
    [
      "a number in a figure's measure",
      figure("count clients by sex").replace("measure: Clients", "measure: Clients (3 women)"),
      /typed number/,
    ],
    [
      "a number in a figure's note",
      figure("count clients by sex", "note: Of these three women were in Kent.\n"),
      /typed count/,
    ],
    ["a number in a figure's source", figure("count clients by sex", "source: Own counts; 3 women\n"), /typed number/],
    ["a number in a footnote", "Few.[^a]\n\n[^a]: There were 3 women.", /typed count/],
    ["a number in code", "There were `3` women.", /typed number/],
    ["a picture", "![Three women](chart.png)", /picture/],
  ];

  test.each(refused)("%s", async (_, text, told) => {
    await expect(withheld({text, people: women})).rejects.toThrow(told);
  });

  test.each([
    ["3", "{{ fact few }} women were tested."],
    ["three", "Of the clients {{ fact few }} were women."],
    ["about 3 women", "There were {{ fact few }}."],
    ["2 of the", "Surrey had {{ fact few }} women."],
    ["1", "There was {{ fact few }} woman.[^a]\n\n[^a]: {{ fact few }} client of Kent."],
  ])("a fact of %s that counts people: %s", async (fact, text) => {
    const files = {"templates/leaky/facts.yaml": `few: {text: "${fact}", source: Own counts}\n`};
    await expect(withheld({text, people: women, files})).rejects.toThrow(/with its fact this line counts/);
  });

  test("a fact's source that counts people", async () => {
    const files = {"templates/leaky/facts.yaml": "few: {text: many, source: Own counts of 3 women}\n"};
    await expect(withheld({text: "{{ fact few }}", people: women, files})).rejects.toThrow(/source of the fact/);
  });

  test("but no fact of things, of many or of a share", async () => {
    const facts =
      'prisons: {text: four, source: A list}\nmany: {text: "1,300", source: A list}\nshare: {text: one in four, source: A survey}\n';
    const text = "The {{ fact prisons }} prisons held {{ fact many }} people; {{ fact share }} people smoked.";
    await withheld({text: `${text} {{ count clients }}`, people: women, files: {"templates/leaky/facts.yaml": facts}});
  });
});
