import {availableParallelism} from "node:os";
import {defineConfig} from "vitest/config";

/** Tests of a built site share one build, which goes on while the other tests run. */
const built = "tests/**/*.built.test.ts";

/** `vitest --mode long` tries random cases in their thousands instead of a few hundred. */
export default defineConfig(({mode}) => ({
  test: {
    reporters: ["default", ["json", {outputFile: ".cache/test-results.json"}]],
    testTimeout: mode === "long" ? 3_600_000 : 240_000,
    hookTimeout: 60_000,
    // One more than there are cores: browsers and builds keep a worker waiting.
    maxWorkers: availableParallelism() + 1,
    env: mode === "long" ? {SMALLPRINT_LONG: "1"} : {},
    projects: [
      {
        extends: true,
        test: {
          name: "source",
          globalSetup: ["tests/temporaryFolder.ts"],
          setupFiles: ["tests/seed.ts"],
          // Files share what they load: DuckDB and the solver anew for each take longer than most tests.
          isolate: false,
          sequence: {groupOrder: 0},
          include: ["tests/**/*.test.ts"],
          exclude: [built],
        },
      },
      {
        extends: true,
        test: {
          name: "built",
          sequence: {groupOrder: 1},
          include: [built],
          globalSetup: ["tests/temporaryFolder.ts", "tests/builtSite.ts"],
          setupFiles: ["tests/seed.ts", "tests/awaitBuiltSite.ts"],
        },
      },
    ],
  },
}));
