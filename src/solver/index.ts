export type {SolverAnswer} from "./answer.ts";
export {usualLimits, type Limits} from "./Limits.ts";
export {loadSolver} from "./loadSolver.ts";
export {Program, type Manner} from "./Program.ts";
export type {ProgramData, Row} from "./programData.ts";
export type {Solver} from "./Solver.ts";
