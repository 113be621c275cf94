import type {ColumnMargin, Share} from "./columnMarginSchema.ts";
import type {Margins} from "./marginsSchema.ts";
import type {ExtractRecipe} from "./extractRecipe.ts";

/** The README beside made-up extracts: that they are made up, from what, and what in them nobody published. */
export function describeExtracts(
  {title, source}: Margins,
  {margins, seed, recipes}: {margins: string; seed: string; recipes: readonly ExtractRecipe[]},
): string {
  return [
    `# ${title}: made-up extracts`,
    "",
    "Nobody in these files exists. References, dates of birth, initials and answers were drawn by `smallprint",
    `synthesise\` from \`data/reference/margins/${margins}.yaml\` with the seed \`${seed}\`; the same seed gives the same bytes.`,
    "Every client reference starts with `CANARY-`: references and dates of birth must never be seen in a release or a",
    "report, and the tests search for them.",
    "",
    `Where a figure was published, the extracts reproduce it (${source}). Everything else is illustrative: plausible,`,
    "never published, not to be quoted.",
    "",
    "Faults are planted on purpose: repeat forms, ties, forms outside the period, blanks, unlisted codes, impossible",
    "and unreadable dates, broken rows.",
    ...recipes.flatMap(describeExtract),
    "",
  ].join("\n");
}

function describeExtract(recipe: ExtractRecipe): readonly string[] {
  const {file, dictionary, forms, faults} = recipe.margins;
  const quarantined = faults.reduce((sum, fault) => sum + fault.forms, 0);
  const formCount = forms.reduce((sum, {count}) => sum + count, 0) || recipe.clients;
  return [
    "",
    `## ${file}`,
    "",
    `Dictionary \`${dictionary}\`. ${recipe.clients} clients with ${formCount} forms in the period; ` +
      `${recipe.margins["outside-period"].clients} more clients outside it; ${quarantined} forms with a planted fault.`,
    "",
    "| column | calibrated to published figures | illustrative |",
    "|---|---|---|",
    ...recipe.columns.map(({name, margin, isDefault}) => {
      const inTable = recipe.margins.table?.rows === name || recipe.margins.table?.columns === name;
      const {published, illustrative} = inTable ? tableWords(recipe, margin) : describeColumn(margin, isDefault);
      return `| ${name} | ${published} | ${illustrative} |`;
    }),
  ];
}

function tableWords({margins: {table}}: ExtractRecipe, margin: ColumnMargin) {
  const outsideWords =
    margin.kind === "spread" && Object.keys(margin.weights).length > 0 ? ", places outside the region" : "";
  if (table?.illustrative) return {published: "", illustrative: "all"};
  return {published: `every visible cell of \`${table?.file}\``, illustrative: `withheld cells${outsideWords}`};
}

function describeColumn(margin: ColumnMargin, isDefault: boolean) {
  if (isDefault) return {published: "", illustrative: "all (no margin)"};
  const shares = "shares" in margin ? margin.shares : "options" in margin ? margin.options : {};
  const names = (wanted: boolean) =>
    Object.entries(shares)
      .filter(([, share]) => isPublished(share) === wanted)
      .map(([name]) => name);
  const mean = margin.kind === "born" && margin.mean && !margin.mean.illustrative ? ["mean age"] : [];
  const published = [...names(true), ...mean].join(", ");
  const all = published === "" && names(false).length === 0;
  return {published, illustrative: all ? "all" : names(false).join(", ")};
}

function isPublished(share: Share): boolean {
  return typeof share === "object" && !share.illustrative && ("percent" in share || "clients" in share);
}
