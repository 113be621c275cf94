import {afterEach, expect, test, vi} from "vitest";
import {auditRelease, describeReport} from "../../src/audit/index.ts";
import {loadSolver, Program} from "../../src/solver/index.ts";
import {tinyRelease} from "../audit/tinyRelease.ts";

const data = {lower: [0], upper: [5], costs: [1], rows: []};

afterEach(() => {
  vi.restoreAllMocks();
});

test("a solver that breaks down is not believed any more, and the next one is a new one", async () => {
  const solver = await loadSolver();
  using program = new Program(solver, data);
  expect(program.solve("most")).toMatchObject({objective: 5});
  solver.attempt(() => {
    throw new WebAssembly.RuntimeError("memory access out of bounds");
  });
  expect(program.solve("most")).toEqual({status: "undecided"});
  using another = new Program(await loadSolver(), data);
  expect(another.solve("most")).toMatchObject({objective: 5});
});

test("a failure that the solver tells of leaves it sound", async () => {
  const solver = await loadSolver();
  expect(
    solver.attempt((highs) => {
      throw new highs.errors.HighsError("passModel failed", "passModel");
    }),
  ).toBeUndefined();
  using program = new Program(solver, data);
  expect(program.solve("most")).toMatchObject({objective: 5});
});

test("a program is not asked after its end", async () => {
  const program = new Program(await loadSolver(), data);
  program[Symbol.dispose]();
  program[Symbol.dispose]();
  expect(() => program.solve()).toThrow("disposal");
});

test("withheld counts of which nothing is decided fail the audit, and are named", async () => {
  const counts = {"": 90, "sex=f,area=n": "c", "sex=f,area=s": "c", "sex=m,area=n": "c", "sex=m,area=s": "c"} as const;
  const release = tinyRelease({variables: {sex: ["f", "m"], area: ["n", "s"]}, counts});
  expect((await auditRelease(release)).report).toMatchObject({passes: true, undecided: []});
  vi.spyOn(Program.prototype, "solve").mockReturnValue({status: "undecided"});
  const {report} = await auditRelease(release);
  expect(report).toMatchObject({passes: false, givenAway: []});
  expect(report.undecided).toContain("count people [area=n,sex=f]");
  expect(describeReport(report)).toContain("Not decided within the limit of work");
});

test("small counts that no page prints and that could not be excluded fail it too", async () => {
  const variables = {sex: ["f", "m"], area: ["n", "s"], drug: ["h", "c"]};
  const counts = {"": 90, "sex=f": 40, "sex=m": 50, "area=n": 45, "area=s": 45, "sex=f,area=n": 20} as const;
  const open = {"drug=h": 50, "drug=c": 40, "sex=f,drug=h": 20, "area=n,drug=h": 25} as const;
  const release = tinyRelease({variables, counts: {...counts, ...open}});
  expect((await auditRelease(release)).report).toMatchObject({passes: true, undecided: []});
  vi.spyOn(Program.prototype, "solve").mockReturnValue({status: "undecided"});
  expect((await auditRelease(release)).report).toMatchObject({passes: false});
});
