import {describe, expect, test} from "vitest";
import {leafBlocks, type Block, type Chapter} from "../../../src/publication/index.ts";
import {chapterOf, edition, faultsOf, publish, template, type Files} from "../project.ts";

const table = (id: string) =>
  `::: table ${id}\ntitle: Clients\nmeasure: Clients by sex\nshow: count prison by sex\n:::\n`;
const figure = (id: string) =>
  `::: figure ${id}\ntitle: Clients\nmeasure: Clients\nchart: bars\nshow: count prison by sex\n:::\n`;
const appendix = (title: string) => `---\nkind: appendix\n---\n# ${title}\n\n`;

const numbersOf = (files: Files) =>
  publish(files)
    .chapters.flatMap(({blocks}) => leafBlocks(blocks))
    .flatMap((block) => (block.kind === "figure" || block.kind === "table" ? [`${block.kind} ${block.number}`] : []));

function textOf(blocks: readonly Block[]): string {
  const tokens = leafBlocks(blocks).flatMap((block) => (block.kind === "prose" ? block.tokens : []));
  return tokens
    .filter(({type}) => type === "inline")
    .map(({content}) => content)
    .join(" / ");
}

const notes = ({blocks}: Chapter) =>
  leafBlocks(blocks)
    .flatMap((block) => (block.kind === "prose" ? block.tokens : []))
    .filter(({type}) => type === "footnote_open")
    .map(({meta}) => meta);

describe("chapters", () => {
  test("stand in the order of their file names, the edition's own among the template's", () => {
    const {chapters} = publish({
      [`${template}/10-a.md`]: "# First\n",
      [`${template}/30-c.md`]: "# Third\n",
      [`${edition}/20-b.md`]: "# Second of 2008\n",
    });
    expect(chapters.map(({id, number}) => [id, number])).toEqual([
      ["first", "1"],
      ["second-of-2008", "2"],
      ["third", "3"],
    ]);
  });

  test("are numbered when they are body, lettered when they are appendices", () => {
    const {chapters} = publish({
      [`${template}/00-a.md`]: "---\nkind: key-messages\n---\n# Key messages\n",
      [`${template}/10-b.md`]: "# Body\n",
      [`${template}/90-c.md`]: appendix("One"),
      [`${template}/91-d.md`]: appendix("Two"),
    });
    expect(chapters.map(({kind, number}) => `${kind} ${number}`)).toEqual([
      "key-messages ",
      "body 1",
      "appendix A",
      "appendix B",
    ]);
  });

  test("end with what the edition adds in a file of the same name", () => {
    const {blocks, sections} = chapterOf("Template.\n", {[`${edition}/10-one.md`]: "## Here\n\nEdition.\n"});
    expect(textOf(blocks)).toBe("Template. / Here / Edition.");
    expect(sections).toEqual([{id: "here", title: "Here"}]);
  });

  test("have sections whose ids are used once in the report", () => {
    const {chapters} = publish({
      [`${template}/10-a.md`]: "# A\n\n## Sex\n",
      [`${template}/20-b.md`]: "# B\n\n## Sex\n",
    });
    expect(chapters.flatMap(({sections}) => sections.map(({id}) => id))).toEqual(["sex", "b-sex"]);
  });
});

describe("a faulty chapter is refused", () => {
  test.each<[Files, string]>([
    [
      {[`${template}/10-a.md`]: "No heading.\n"},
      "templates/annual/10-a.md:1:1: this chapter has no first-level heading",
    ],
    [{[`${template}/10-a.md`]: "# A\n\n# B\n"}, "templates/annual/10-a.md:3:1: a file has one first-level heading"],
    [{[`${template}/10-a.md`]: "---\nkind: apendix\n---\n# A\n"}, "templates/annual/10-a.md:2:7: "],
    [
      {[`${template}/10-a.md`]: "# A\n\n## {{ count prison }} clients\n"},
      "10-a.md:3:1: a heading cannot hold a number",
    ],
    [
      {[`${template}/10-a.md`]: "# A\n", [`${edition}/10-a.md`]: "# A again\n"},
      "reports/kent-2007-08/10-a.md:1:1: this file adds to templates/annual/10-a.md",
    ],
    [
      {[`${template}/10-a.md`]: `# A\n\n${figure("one")}\n${table("one")}`},
      'templates/annual/10-a.md:10:1: the name "one" is used twice',
    ],
  ])("%j", (files, message) => {
    expect(faultsOf(() => publish(files)).join("\n")).toContain(message);
  });
});

test("figures and tables are numbered through the body, tables of appendices by letter", () => {
  const files = {
    [`${template}/10-a.md`]: `# A\n\n${figure("f1")}\n${table("t1")}\n`,
    [`${template}/20-b.md`]: `# B\n\n${table("t2")}\n${figure("f2")}\n`,
    [`${template}/90-c.md`]: `${appendix("C")}${table("t3")}\n${figure("f3")}\n`,
    [`${template}/91-d.md`]: `${appendix("D")}${table("t4")}\n${table("t5")}\n`,
  };
  const expected = ["figure 1", "table 1", "table 2", "figure 2", "table A", "figure 3", "table B1", "table B2"];
  expect(numbersOf(files)).toEqual(expected);
});

describe("footnotes", () => {
  test("of template and edition are numbered through at the end of the chapter", () => {
    const chapter = chapterOf("One.[^a]\n\n[^a]: A.\n", {[`${edition}/10-one.md`]: "Two.[^a]\n\n[^a]: B.\n"});
    expect(notes(chapter)).toMatchObject([{id: 0}, {id: 1}]);
    expect(textOf(chapter.blocks)).toBe("One.[^a] / Two.[^a] / A. / B.");
  });

  test("of text that is left out are left out", () => {
    const chapter = chapterOf("::: when previous\nOne.[^a]\n:::\n\nTwo.[^b]\n\n[^a]: A.\n[^b]: B.\n");
    expect(textOf(chapter.blocks)).toBe("Two.[^b] / B.");
    expect(notes(chapter)).toMatchObject([{id: 0, label: "b"}]);
  });
});

describe("what cannot be a name on every disk, or an address, is refused:", () => {
  const of = (text: string, file = "10-one.md") => faultsOf(() => publish({[`${template}/${file}`]: text})).join("\n");

  test.each([
    ["a device of Windows", `# One\n\n${figure("con")}`, '"con" is what a device of Windows'],
    ["the file of differences", `# One\n\n${figure("kent-2007-08-differences")}`, "the edition's own name"],
    ["a name too long for files", `# One\n\n${table("a".repeat(101))}`, "the name of this table is too long"],
    ["a chapter without a letter", "# –\n\nText.\n", "has no letter or digit that its address could be made of"],
    ["a section without a letter", "# One\n\n## 日本\n\nText.\n", "has no letter or digit"],
    ["front matter that is not closed", "---\nkind: back\n# One\n", "10-one.md:1:1: the front matter is not closed"],
    [
      "a figure without a title",
      `# One\n\n${figure("sex").replace("title: Clients", "title: ''")}`,
      '"title": this is blank',
    ],
  ])("%s", (_, text, words) => {
    expect(of(text)).toContain(words);
  });

  test("a chapter whose ending another machine would not find", () => {
    expect(of("# Two\n", "20-two.MD")).toContain(`${template}/20-two.MD: the ending is not .md`);
  });

  test("not what editors and systems leave beside a chapter", () => {
    expect(
      publish({[`${template}/._10-one.md`]: "\u0001", [`${template}/10-one.md`]: "# One\n"}).chapters,
    ).toHaveLength(1);
  });
});
