import {describe, expect, test} from "vitest";
import {unclaimedWords} from "../../../src/publication/index.ts";
import {chapterFaults, chapterOf, edition, publish, template} from "../project.ts";

const wordsIn = (markdown: string) => unclaimedWords({chapters: [chapterOf(markdown)]});

describe("words that compare and rest on nothing that is judged are told, with their line", () => {
  test.each<[string, readonly string[]]>([
    ["Most clients were women, and positive results fell. Positivity doubled.", ["most", "fell", "doubled"]],
    ["It was higher than in any year, and twice as many came.", ["higher", "twice as"]],
    ["More than half came\nback, the largest group.", ["more than", "largest"]],
    ["- a list\n- of what declined", ["declined"]],
    ["> The majority said so.", ["majority"]],
    ["| a |\n|---|\n| rose |", ["rose"]],
    ["*Fewer* came, and {{ count prison sex=male }} were less likely to.", ["less likely"]],
  ])("%s", (text, words) => {
    expect(wordsIn(text).map((one) => one.words)).toEqual([words]);
  });

  test("in titles and notes of figures without claims, and on cards", () => {
    const figure = (more: string) =>
      `::: table a\ntitle: Most were men\nmeasure: Number\nshow: count prison by sex\n${more}:::\n`;
    expect(wordsIn(figure(""))).toMatchObject([{position: {line: 4}, words: ["most"]}]);
    expect(wordsIn(figure("claims:\n  - share prison sex=male > 50%\n"))).toEqual([]);
    const card = "::: cards\n- heading: Sex\n  number: count prison\n  sentence: came, more than before\n:::\n";
    expect(wordsIn(card)).toMatchObject([{words: ["more than"]}]);
  });

  test("at the file where they stand, which may be one that an edition adds", () => {
    const files = {
      [`${template}/10-one.md`]: "# One\n\nText.\n\nIt\nfell.\n",
      [`${edition}/10-one.md`]: "Most came.\n",
    };
    expect(unclaimedWords(publish(files)).map(({position: {file, line}}) => [file, line])).toEqual([
      [`${template}/10-one.md`, 5],
      [`${edition}/10-one.md`, 1],
    ]);
  });
});

describe("nothing is told", () => {
  test.each([
    "Most were men. {{ claim share prison sex=male > 50% }}",
    "It was {{ compare share prison sex=male with share prison sex=female }} the other, the highest of all.",
    'Most would do better anyway. {{ unclaimed "what ranking does" }}',
    "Crime fell, as studies found.[^a]\n\n[^a]: A study, 2004.",
    "At most one form stands, the most recent one, of those who declined to say more than one thing.",
    "Almost everybody, foremost, came mostly.",
  ])("of %s", (text) => {
    expect(wordsIn(text)).toEqual([]);
  });

  test("of appendices, which define", () => {
    const text = "---\nkind: appendix\n---\n# One\n\nMost fell.\n";
    expect(unclaimedWords(publish({[`${template}/10-one.md`]: text}))).toEqual([]);
  });
});

test("a reason is given in words", () => {
  expect(chapterFaults("Most fell. {{ unclaimed }}").join()).toContain("words are missing");
  expect(chapterFaults('Most fell. {{ unclaimed "as 12 did" }}').join()).toContain('"12" is a typed number');
});
