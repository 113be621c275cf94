import type {AuditModel} from "../model/auditModel.ts";
import {componentsOf} from "./components.ts";
import {ComponentSolver, loadSolver} from "./ComponentSolver.ts";
import {propagate} from "./propagate.ts";

/** Makes a test of whether some whole counts satisfy all statements of a model; undecided programs count as possible. */
export async function possibilityCheck(): Promise<(model: AuditModel) => boolean> {
  const highs = await loadSolver();
  return (model) => {
    const bounds = propagate(model);
    if (bounds.broken !== undefined) return false;
    return componentsOf(model, bounds).every((component) => {
      const solver = new ComponentSolver(component, highs);
      try {
        return solver.findAny().status !== "impossible";
      } finally {
        solver.dispose();
      }
    });
  };
}
