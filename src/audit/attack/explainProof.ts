import type {AuditModel} from "../model/auditModel.ts";
import type {Attack, AttackedComponent, Finding} from "./attack.ts";

/** Multiples tried to make the weights of a proof whole. */
const largestMultiple = 12;

/**
 * How several statements combine to give a count away: which totals to add and which to subtract, and what is left.
 * The weights are the dual solution of the linear program that bounds the count.
 */
export function explainProof(model: AuditModel, {components}: Attack, finding: Finding): readonly string[] {
  const attacked = components.find(({component}) => component.cells.includes(finding.cell));
  if (attacked === undefined) return [];
  const key = model.cells[finding.cell]?.key ?? "";
  const ends = (["least", "most"] as const).flatMap((sense) => explainEnd(model, attacked, {finding, sense}));
  const values = finding.least === finding.most ? `${finding.least}` : `${finding.least} to ${finding.most}`;
  return [...ends, `${key} is therefore ${values}; of these only ${finding.possible.join(", ")} fit in whole counts`];
}

function explainEnd(
  model: AuditModel,
  {component, knowledge}: AttackedComponent,
  {finding, sense}: {finding: Finding; sense: "least" | "most"},
): readonly string[] {
  const column = component.cells.indexOf(finding.cell);
  const {bound, weights = []} = knowledge.prove(column, sense);
  const multiple = wholeMultiple(weights);
  const used = component.rows.flatMap((row, at) => {
    const weight = Math.round((weights[at] ?? 0) * multiple);
    return weight === 0 ? [] : [{row, weight}];
  });
  const left = new Map<number, number>();
  for (const {row, weight} of used) {
    row.columns.forEach((one, at) => left.set(one, (left.get(one) ?? 0) + weight * (row.coefficients[at] ?? 0)));
  }
  const steps = used.map(({row, weight}) => `${verb(weight)} ${describeRow(model, row.constraint)}`);
  const rest = [...left]
    .filter(([, factor]) => factor !== 0)
    .map(([one, factor]) => nameTerm(model, component.cells[one] ?? 0, factor));
  const end = finding[sense];
  const whole = end === bound ? "" : `; in whole counts ${end}`;
  return [
    `At ${sense} ${bound}${whole}:`,
    ...steps.map((step) => `  ${step}`),
    `  what is left: ${rest.join(" ").replace(/^\+ /, "")}`,
  ];
}

function wholeMultiple(weights: readonly number[]): number {
  for (let multiple = 1; multiple <= largestMultiple; multiple += 1) {
    if (weights.every((weight) => Math.abs(weight * multiple - Math.round(weight * multiple)) < 1e-6)) return multiple;
  }
  return largestMultiple;
}

function verb(weight: number): string {
  const times = Math.abs(weight) === 1 ? "" : ` ${Math.abs(weight)} times`;
  return `${weight > 0 ? "add" : "subtract"}${times}`;
}

/** An equation by its total, because its parts may be many: "count prison [] (7,822) = its parts (21)". */
function describeRow(model: AuditModel, constraint: number): string {
  const {cells, because = ""} = model.constraints[constraint] ?? {cells: []};
  const [first = 0, ...parts] = cells;
  const {key = "", standing, lower} = model.cells[first] ?? {};
  const value = standing === "published" ? ` (${lower})` : "";
  if (parts.length === 0) return because;
  const sums = parts.map((cell) => model.cells[cell]).filter((one) => one?.standing === "published");
  const known = sums.reduce((sum, one) => sum + (one?.lower ?? 0), 0);
  return `the ${parts.length} parts of ${key}${value}, of which ${known} are printed (${because})`;
}

function nameTerm(model: AuditModel, cell: number, factor: number): string {
  const size = Math.abs(factor) === 1 ? "" : `${Math.abs(factor)} × `;
  return `${factor < 0 ? "−" : "+"} ${size}${model.cells[cell]?.key ?? ""}`;
}
