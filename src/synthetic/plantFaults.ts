import {dayOf, isoOf} from "./calendar.ts";
import type {Answers} from "./client.ts";
import {drawReferences} from "./drawClients.ts";
import type {Form} from "./form.ts";
import {itemAt} from "./itemAt.ts";
import {columnNamed, type CodedColumn} from "./layout.ts";
import {impossible, type MarginsPlace} from "./marginsFile.ts";
import type {PlantedFault} from "./marginsSchema.ts";
import type {ExtractRecipe} from "./extractRecipe.ts";
import {shuffle, type Random} from "./random.ts";

/**
 * Adds the faults that real extracts carry. A fault that costs a form its place is planted in a form of its own; a
 * fault in an answer takes the place of a blank one, so that what was calibrated stays.
 */
export function plantFaults(recipe: ExtractRecipe, forms: readonly Form[], random: Random): readonly Form[] {
  const planted = [...forms];
  const spoilt = new Set<number>();
  for (const [index, fault] of recipe.margins.faults.entries()) {
    const place = recipe.locate("faults", index);
    const stream = random.fork(String(index));
    if (costsTheForm(recipe, fault)) {
      planted.push(...spareForms(recipe, {forms, fault, place, random: stream}));
      continue;
    }
    for (const at of formsWithoutAnswer(recipe, {forms, fault, place, spoilt, random: stream})) {
      const form = itemAt(planted, at);
      planted[at] = {
        ...form,
        answers: {...form.answers, ...spoil(recipe, {fault, place, answers: form.answers, random: stream})},
      };
      spoilt.add(at);
    }
  }
  return planted;
}

/** Clients whose contact lies outside the period: one form each, somewhat before or after it. */
export function drawOutsiders(recipe: ExtractRecipe, clients: readonly Answers[], random: Random): readonly Form[] {
  const {client: clientColumn, period} = recipe.layout.dictionary;
  const count = recipe.margins["outside-period"].clients;
  const taken = new Set(clients.map((client) => client[clientColumn]));
  // As many spare references as clients outside, in case one is taken.
  const spare = drawReferences("CANARY-", 2 * count, random.fork("references"));
  const references = spare.filter((reference) => !taken.has(reference)).slice(0, count);
  return references.map((reference, index) => {
    const donor = clients[random.below(clients.length)] ?? {};
    const day =
      random.next() < 0.75
        ? dayOf(recipe.period.from) - 1 - random.below(240)
        : dayOf(recipe.period.to) + 1 + random.below(60);
    const shift = day - dayOf(donor[period] ?? recipe.period.from);
    const dates = recipe.columns.filter(({margin}) => ["in-period", "days-after", "born"].includes(margin.kind));
    const answers: Answers = {...donor, [clientColumn]: reference};
    for (const {name} of dates) answers[name] = donor[name] ? isoOf(dayOf(donor[name]) + shift) : "";
    return {answers, received: isoOf(day), order: [clients.length + index, 0]};
  });
}

function costsTheForm({layout: {dictionary, columns}}: ExtractRecipe, {kind, column = ""}: PlantedFault): boolean {
  const isNeeded = column === dictionary.client || column === dictionary.period || columns.get(column)?.required;
  return kind === "ragged" || isNeeded === true;
}

interface FaultRequest {
  readonly forms: readonly Form[];
  readonly fault: PlantedFault;
  readonly place: MarginsPlace;
  readonly random: Random;
}

function spareForms(recipe: ExtractRecipe, {forms, fault, place, random}: FaultRequest): readonly Form[] {
  return Array.from({length: fault.forms}, (_, index) => {
    const donor = itemAt(forms, random.below(forms.length));
    const order = [donor.order[0], -1 - index] as const;
    if (fault.kind === "ragged") return {...donor, order, extraFields: index % 2 === 0 ? -1 : 1};
    return {
      ...donor,
      order,
      answers: {...donor.answers, ...spoil(recipe, {fault, place, answers: donor.answers, random})},
    };
  });
}

function formsWithoutAnswer(
  recipe: ExtractRecipe,
  {forms, fault, place, spoilt, random}: FaultRequest & {spoilt: ReadonlySet<number>},
): readonly number[] {
  const {name} = columnOf(recipe, fault, place);
  const blank = forms.flatMap(({answers}, index) => (answers[name] === "" && !spoilt.has(index) ? [index] : []));
  if (blank.length >= fault.forms) return shuffle(random, blank).slice(0, fault.forms);
  throw impossible(place, `${name} is blank in ${blank.length} forms only, too few for ${fault.forms} faults.`);
}

function columnOf(recipe: ExtractRecipe, {column}: PlantedFault, place: MarginsPlace): CodedColumn {
  if (column === undefined) throw impossible(place, "this kind of fault needs a column.");
  return columnNamed(recipe.layout, column, place);
}

interface SpoilRequest {
  readonly fault: PlantedFault;
  readonly place: MarginsPlace;
  readonly answers: Answers;
  readonly random: Random;
}

const unreadableDates = ["not known", "??/??/????", "Jan-08", "0/0/0"];
const impossibleDates = ["31/02/2008", "31/06/2007", "30/02/1975", "14/13/2007", "12/11/1807"];

function spoil(recipe: ExtractRecipe, {fault, place, answers, random}: SpoilRequest): Answers {
  const column = columnOf(recipe, fault, place);
  const one = (texts: readonly string[]) => ({[column.name]: texts[random.below(texts.length)] ?? ""});
  switch (fault.kind) {
    case "blank":
      return {[column.name]: ""};
    case "unreadable":
      return one(unreadableDates);
    case "impossible":
      return one(impossibleDates);
    case "too-early":
      return {[column.name]: isoOf(dayOf(answers[recipe.layout.dictionary.period] ?? "") - 1 - random.below(40))};
    case "unlisted":
      return one(["?", "99X", "XX"].filter((text) => column.codes.every(({code}) => code !== text)));
    case "ragged":
      return {};
  }
}
