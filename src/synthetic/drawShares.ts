import {aimTotals} from "./aimTotals.ts";
import type {Answers} from "./client.ts";
import {readCondition, answerReader, type ClientCondition} from "./condition.ts";
import {dealCategories, type DealLimit} from "./dealCategories.ts";
import {codesNamed, columnNamed} from "./layout.ts";
import type {ColumnMargin, Lean, Rule, Share} from "./columnMarginSchema.ts";
import {oddsOf, pickCode, type ReadLean} from "./pickCodes.ts";
import type {Draw, ExtractRecipe, ColumnRecipe} from "./extractRecipe.ts";
import type {Random} from "./random.ts";
import {shareBounds} from "./shareBounds.ts";

type SharesMargin = Extract<ColumnMargin, {kind: "shares"}>;

/** A code for every client, blank where nothing is stated, so that the shares of the column hold. */
export function drawShares(
  recipe: ExtractRecipe,
  {name, margin, place}: ColumnRecipe & {margin: SharesMargin},
  {clients, random}: Draw,
): readonly string[] {
  const column = columnNamed(recipe.layout, name, place);
  const codes = new Map(
    Object.keys(margin.shares).map((key) => {
      const at = recipe.locate("columns", name, "shares", key);
      return [key, codesNamed(recipe.layout, column, {key, by: margin.by, place: at})];
    }),
  );
  const isTaken = (client: Answers, code: string) =>
    code !== "" && margin["differs-from"].some((other) => client[other] === code);
  const possible = (client: Answers, key: string) => (codes.get(key) ?? []).filter(({code}) => !isTaken(client, code));
  const leans = readLeans(recipe, name, margin.leans);
  const keys = dealShares(recipe, {
    name,
    clients,
    margin,
    forbids: (client, key) => possible(client, key).length === 0,
    alike: (client) => margin["differs-from"].map((other) => client[other] ?? "").join("|"),
    random,
  });
  return clients.map((client, index) => {
    const key = keys[index];
    if (key === undefined) return "";
    const odds = (code: string) => oddsOf(leans, client, code);
    return pickCode(possible(client, key), {weights: margin.weights, odds}, random);
  });
}

/** What dealing the categories of a column rests on. */
export interface SharesRequest {
  readonly name: string;
  readonly clients: readonly Answers[];
  readonly margin: {
    readonly shares: Readonly<Record<string, Share>>;
    readonly leans: readonly Lean[];
    readonly rules: readonly Rule[];
    readonly equal?: readonly (readonly [string, string])[];
    readonly "asked-when"?: string | undefined;
  };
  readonly forbids?: (client: Answers, key: string) => boolean;
  /** What tells clients apart beyond leans and rules. */
  readonly alike?: (client: Answers) => string;
  readonly random: Random;
}

/** A category of the margin for every client, none for those who are not asked. */
export function dealShares(recipe: ExtractRecipe, request: SharesRequest): readonly (string | undefined)[] {
  const {name, margin, clients, random} = request;
  const isAsked = readAsked(recipe, name, margin["asked-when"]);
  const members = clients.filter(isAsked);
  const leans = readLeans(recipe, name, margin.leans);
  const rules = margin.rules.map((rule, index) => readRule(recipe, {name, rule, index, members}));
  const odds = (client: Answers, key: string) => {
    const ruledOut = request.forbids?.(client, key) === true || rules.some(({excludes}) => excludes(client, key));
    return ruledOut ? 0 : oddsOf(leans, client, key);
  };
  const stratumOf = (client: Answers) =>
    [
      ...leans.map(({holds}) => (holds(client) ? 1 : 0)),
      ...rules.map(({group}) => group(client)),
      request.alike?.(client) ?? "",
    ].join("/");
  const dealt = dealCategories(
    {
      name,
      place: recipe.locate("columns", name),
      members,
      categories: aimTotals(margin.shares, members.length, random.fork("aims")),
      stratumOf,
      odds,
      limits: rules.flatMap(({limits}) => limits),
      equal: margin.equal ?? [],
    },
    random.fork("deal"),
  );
  let next = 0;
  return clients.map((client) => (isAsked(client) ? dealt[next++] : undefined));
}

/** Who is asked the question at all. */
export function readAsked(recipe: ExtractRecipe, name: string, text: string | undefined): ClientCondition {
  return text === undefined
    ? () => true
    : readCondition(recipe.layout, text, recipe.locate("columns", name, "asked-when"));
}

/** The associations of a column, ready to be asked of a client. */
export function readLeans(recipe: ExtractRecipe, name: string, leans: readonly Lean[]): readonly ReadLean[] {
  return leans.map(({when, more}, index) => ({
    holds: readCondition(recipe.layout, when, recipe.locate("columns", name, "leans", index)),
    more,
  }));
}

interface RuleRequest {
  readonly name: string;
  readonly rule: Rule;
  readonly index: number;
  readonly members: readonly Answers[];
}

function readRule(recipe: ExtractRecipe, {name, rule, index, members}: RuleRequest) {
  const place = recipe.locate("columns", name, "rules", index);
  const holds = readCondition(recipe.layout, rule.when, place);
  const valueOf = rule.each ? answerReader(recipe.layout, columnNamed(recipe.layout, rule.each, place)) : () => "all";
  const group = (client: Answers) => (holds(client) ? valueOf(client) : "");
  const sizes = new Map<string, number>();
  for (const client of members.filter(holds)) sizes.set(group(client), (sizes.get(group(client)) ?? 0) + 1);
  const limits = [...sizes].flatMap(([value, size]) =>
    Object.entries(rule.shares).map(([category, share]): DealLimit => {
      const {from, to} = shareBounds(share, size);
      const where = rule.each ? `${rule.when}, ${value}` : rule.when;
      const text = `${category} where ${where} (${from} to ${to} of ${size} clients)`;
      return {name: text, place, category, from, to, applies: (client) => group(client) === value};
    }),
  );
  const excludes = (client: Answers, key: string) =>
    rule.only !== undefined && !rule.only.includes(key) && holds(client);
  return {group, limits, excludes};
}
