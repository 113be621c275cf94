import {describe, expect, test} from "vitest";
import type {Release} from "../../../src/release/index.ts";
import {findTargets} from "../../../src/site/prose/findTargets.ts";
import {Reading} from "../../../src/site/prose/Reading.ts";
import {publication, releases, renderLine, renderParts, startReading} from "./smallReport.ts";

describe("a number in the text", () => {
  test.each([
    ["share prison sex=male", "88%"],
    ["share prison sex=male | decimals 1", "88.0%"],
    ["share prison sex=female | in words", "about one in eight (12%)"],
    ["share prison drug=heroin | in words", "51%"],
    ["share prison drug=crack | as words", "19%"],
    ["share prison drug=not-stated | as words", "about one in nine"],
    ["share prison sex=female | with count", "12% (939 clients)"],
    ["count prison", "7,822"],
    ["count prison | nearest 100", "around 7,800"],
    ["count community | nearest 100", "around 3,900"],
    ["share prison sex=female | in words | capital", "About one in eight (12%)"],
    ["mean age prison", "31.4"],
    ["label prison drug=heroin", "heroin"],
    ["report period", "April 2007 to March 2008"],
    ["report previous-period-label", "2006/07"],
    ["report published", "18 June 2009"],
  ])("{{ %s }} is printed as %s", (directive, printed) => {
    expect(renderLine(`{{ ${directive} }}`)).toBe(printed);
  });
});

test("records are called what the template calls them, and not forms", () => {
  const release = releases.get("this")!;
  const ofRecords: Release = {
    ...release,
    answer: (query) =>
      release.answer(query).map(({asked, ...answer}) => {
        const population = {...asked.population!, label: "contacts", unit: "forms" as const};
        return {...answer, asked: {...asked, population}};
      }),
  };
  const of = {publication, releases: new Map([["this", ofRecords]]), targets: findTargets(publication)};
  const reading = new Reading(of, "margin");
  expect(renderLine("{{ share prison sex=female | with count }}", reading)).toBe("12% (939 contacts)");
  expect(renderLine("{{ share prison sex=female | in words | with count }}", reading)).toBe(
    "about one in eight (12%, 939 contacts)",
  );
});

describe("a ranking", () => {
  test("names the category with the highest value", () => {
    expect(renderLine("{{ highest share prison by drug }}")).toBe("heroin");
  });

  test("gives equal categories one place between them", () => {
    expect(renderLine("{{ highest share prison by drug | skip 1 | take 2 | with value }}")).toBe(
      "crack (19%) and cannabis (19%)",
    );
  });

  test("calls those joint who print alike, whatever leads by a rounding", () => {
    expect(renderLine("{{ highest share prison by drug | skip 1 | take 1 | with value }}")).toBe(
      "crack and cannabis jointly (19%)",
    );
    expect(renderLine("{{ highest share community by sex | with value }}")).toBe("male (82%)");
  });

  test("of what is shown needs no cell that is not", () => {
    expect(renderLine("{{ lowest share prison by drug | among shown | with value }}")).toBe(
      "crack and cannabis jointly (19%)",
    );
  });

  test("is withheld where a withheld cell could take a place", () => {
    expect(renderLine('{{ lowest share prison by drug | otherwise "one of them" }}')).toBe("one of them");
  });

  test("with nobody left to rank is not applicable, and hides nothing", () => {
    expect(renderLine("{{ highest share prison by sex | skip 9 }}")).toContain("[z]");
  });

  test("of everything leaves out what is withheld and what nobody stated", () => {
    expect(renderLine("{{ all share prison by drug }}")).toBe("heroin, crack and cannabis");
  });
});

describe("a share of too few", () => {
  test("is a mark that says so, in print and aloud", () => {
    expect(renderLine("{{ share community drug=crack }}")).toBe(
      '<span class="withheld">[u]<span class="spoken"> (too few to be useful)</span></span>',
    );
  });

  test("makes room for the words that the text has instead", () => {
    expect(renderLine('{{ share community drug=crack | otherwise "too few to say" }}')).toBe("too few to say");
  });
});

describe("a withheld number", () => {
  test("leaves a mark, and says why to those who hear it", () => {
    expect(renderLine("{{ share prison drug=alcohol }}")).toBe(
      '<span class="withheld">[c]<span class="spoken"> (withheld to protect confidentiality)</span></span>',
    );
  });

  test("explains its mark beside the text at first use", () => {
    const [part] = renderParts("{{ share prison drug=alcohol }} and {{ count prison drug=alcohol }}");
    expect(part?.notes.map(({html}) => html)).toEqual(["<b>[c]</b> withheld to protect confidentiality"]);
  });

  test("gives way to words of its own", () => {
    expect(renderLine('{{ share prison drug=alcohol | otherwise "few" }}')).toBe("few");
  });

  test("lets the words for a paragraph stand for all of it", () => {
    const text = 'Only {{ share prison drug=alcohol }} used alcohol. {{ otherwise "Few people used alcohol." }}';
    expect(renderLine(text)).toBe("Few people used alcohol.");
  });

  test("is told from another by an otherwise of its own", () => {
    const fallbacks =
      '{{ otherwise "The first is withheld." when share prison drug=alcohol }} {{ otherwise "One is withheld." }}';
    expect(renderLine(`{{ share prison drug=alcohol }} ${fallbacks}`)).toBe("The first is withheld.");
    expect(renderLine(`{{ share community drug=heroin }} ${fallbacks}`)).toBe("The first is withheld.");
  });

  test("leaves the next paragraph alone", () => {
    const text =
      'Only {{ share prison drug=alcohol }}. {{ otherwise "Few." }}\n\nMen were {{ share prison sex=male }}.';
    expect(renderLine(text)).toContain("Men were 88%.");
  });

  test("in a claim replaces the paragraph that rests on it", () => {
    const text =
      'Some. {{ claim share prison drug=alcohol > share prison drug=crack | if published }}{{ otherwise "Not known." }}';
    expect(renderLine(text)).toBe("Not known.");
  });
});

describe("a term", () => {
  const text = "{{ term PDU }} and {{ term PDU }}";

  test("is written in full at first use and short afterwards", () => {
    expect(renderLine(text)).toBe(
      '<dfn aria-describedby="definition-pdu">problematic drug user</dfn> (PDU) and <abbr title="problematic drug user">PDU</abbr>',
    );
  });

  test("is defined once in the report, beside its first use", () => {
    const reading = startReading();
    const notes = [...renderParts(text, reading), ...renderParts(text, reading)].flatMap((part) => part.notes);
    expect(notes.map(({id}) => id)).toEqual(["definition-pdu"]);
  });
});

test("a fact carries its source as a numbered note", () => {
  const [part] = renderParts("There were {{ fact prison-population }} prisoners.");
  expect(part?.html).toContain('80,000<sup class="note-mark"><a href="#sex-note-1">');
  expect(part?.notes).toEqual([
    {kind: "source", id: "sex-note-1", number: 1, html: "Source: Ministry of Justice, 2008"},
  ]);
});

test("a footnote stands beside the paragraph that calls it, numbers filled in", () => {
  const [part] = renderParts("Text.[^one]\n\n[^one]: There were {{ count prison }}.");
  expect(part?.notes).toEqual([{kind: "footnote", id: "sex-note-1", number: 1, html: "There were 7,822."}]);
});

test("a cross-reference is a link with the number of its target", () => {
  const chapter = {id: "who", kind: "body", number: "2", title: "Who", blocks: [], sections: [], file: ""} as const;
  expect(renderLine("{{ see who }}", startReading([chapter]))).toBe('<a class="see" href="#who">Chapter 2</a>');
});

test("a row of a table is headed by what it is about", () => {
  const table = "| Share | Prison |\n|---|---|\n| Women | {{ share prison sex=female }} |";
  expect(renderLine(table)).toMatch(/<tr>\s*<th scope="row">Women<\/th>\s*<td>12%<\/td>\s*<\/tr>/);
});

test("headings of a chapter move below the title of the page", () => {
  expect(renderLine("## Sex")).toMatch(/^<h3.*>Sex<\/h3>$/);
});
