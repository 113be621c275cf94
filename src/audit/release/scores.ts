import type {Attack, AttackedComponent, Finding} from "../attack/attack.ts";
import {targetValues, type AuditCell, type AuditModel} from "../model/auditModel.ts";
import {smallestUnsafe} from "../tells/smallestUnsafe.ts";
import type {GroupDisclosure, PrimaryLevels, SmallSum} from "./AuditReport.ts";

/** The levels that cells which are unsafe by themselves reach. */
export function primaryLevels(model: AuditModel, attack: Attack, primaries: ReadonlySet<string>): PrimaryLevels {
  const findings = attack.withheld.filter(({cell}) => primaries.has(model.cells[cell]?.key ?? ""));
  const {threshold} = model.policy;
  const least = smallestUnsafe(model.policy);
  const unsafe = Array.from({length: threshold - least}, (_, at) => least + at);
  const isFull = ({possible}: Finding): boolean => unsafe.every((value) => possible.includes(value));
  const isAtLevel = (finding: Finding): boolean =>
    model.policy.level === "full" ? isFull(finding) : finding.possible.length >= targetValues(model.policy);
  return {
    primaries: findings.length,
    notExact: findings.filter(({possible}) => possible.length > 1).length,
    atLevel: findings.filter(isAtLevel).length,
    full: findings.filter(isFull).length,
  };
}

/** Pairs of withheld cells of one line that together are surely below the threshold. */
export function smallSums(model: AuditModel, {components}: Attack): readonly SmallSum[] {
  const found = new Map<string, SmallSum>();
  for (const attacked of components) {
    for (const pair of pairsOf(model, attacked)) {
      const cells = pair.map((column) => model.cells[attacked.component.cells[column] ?? 0]?.key ?? "");
      const name = cells.join(" + ");
      const most = found.has(name) ? undefined : attacked.knowledge.mostBelow(model.policy.threshold, pair);
      if (most !== undefined) found.set(name, {cells, most});
    }
  }
  return [...found.values()];
}

/** Pairs of withheld cells that stand on the same side of an equation; only those that no table found so far clears. */
function pairsOf(model: AuditModel, {component, witnesses}: AttackedComponent): readonly (readonly [number, number])[] {
  const isWithheld = (column: number) => model.cells[component.cells[column] ?? -1]?.standing === "withheld";
  const isSmall = (a: number, b: number) =>
    witnesses.every((table) => (table[a] ?? 0) + (table[b] ?? 0) < model.policy.threshold);
  return component.rows
    .filter(({lower, upper}) => lower === upper)
    .flatMap(({columns, coefficients}) =>
      columns.flatMap((a, i) =>
        columns
          .slice(i + 1)
          .filter(
            (b, j) => coefficients[i] === coefficients[i + 1 + j] && isWithheld(a) && isWithheld(b) && isSmall(a, b),
          )
          .map((b) => [Math.min(a, b), Math.max(a, b)] as const),
      ),
    );
}

/** Printed groups of fewer than `size` in which everybody is in one printed category. */
export function groupDisclosures({cells, constraints}: AuditModel, size: number): readonly GroupDisclosure[] {
  return constraints
    .filter(
      ({lower, upper, cells: [total = 0]}) => lower === 0 && upper === 0 && cells[total]?.standing === "published",
    )
    .flatMap(({cells: [total = 0, ...parts]}) => {
      const group = cells[total];
      if (group === undefined || parts.length < 2 || group.lower < 1 || group.lower >= size) return [];
      const category = parts
        .map((part) => cells[part])
        .find((part) => part?.standing === "published" && part.lower === group.lower && isWithin(part, group));
      return category === undefined ? [] : [{group: group.key, category: category.key, people: group.lower}];
    });
}

/** Whether a place says more than another, not the same in other words. */
function isWithin(part: AuditCell, group: AuditCell): boolean {
  return Object.entries(group.at).every(([variable, category]) => part.at[variable] === category);
}
