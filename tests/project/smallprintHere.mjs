// The command line on the project of the working directory, as if that held the program: whatever runs a copy of its own
// compiles it anew.
import {processEnvironment} from "../../src/cli/environment.ts";
import {smallprint} from "../../src/cli/smallprint.ts";

const here = process.cwd();
process.exitCode = await smallprint(process.argv.slice(2), {...processEnvironment(), root: here, cwd: here});
