import {loadSolver} from "../../solver/index.ts";
import type {AuditModel} from "../model/auditModel.ts";
import {componentsOf} from "./components.ts";
import {ComponentSolver} from "./ComponentSolver.ts";
import {propagate} from "../model/propagate.ts";

/** Makes a test of whether some whole counts satisfy all statements of a model; undecided programs count as possible. */
export async function possibilityCheck(): Promise<(model: AuditModel) => boolean> {
  const solver = await loadSolver();
  return (model) => {
    const bounds = propagate(model);
    if (bounds.broken !== undefined) return false;
    return componentsOf(model, bounds).every((component) => {
      using program = new ComponentSolver(component, solver);
      return program.findAny().status !== "impossible";
    });
  };
}
