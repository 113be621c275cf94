import {readQuantity, type Variable} from "../../publication/index.ts";

/**
 * Whether a variable of another release has the categories of one of today. Bands are what their labels say: the same name may
 * stand for other numbers.
 */
export function isAlike(today: Variable, then: Variable): boolean {
  const withLabels = today.reads !== undefined && readQuantity(today.reads)?.bands !== undefined;
  return told(today, withLabels) === told(then, withLabels);
}

function told({kind, categories}: Variable, withLabels: boolean): string {
  const each = categories.map(({name, role, label}) => [name, role, ...(withLabels ? [label] : [])].join(" "));
  return [kind, ...each.sort()].join();
}
