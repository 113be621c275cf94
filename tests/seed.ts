import fc from "fast-check";

/**
 * `npm test` tries the same random cases every time, so that one commit has one verdict; `npm run test:long` draws new
 * ones. A case that fails there prints its seed: mend what it found, and keep the case as a test of its own.
 */
if (process.env.SMALLPRINT_LONG !== "1") fc.configureGlobal({...fc.readConfigureGlobal(), seed: 20080331});
