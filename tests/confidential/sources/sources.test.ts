import {vocabularyFor} from "../../../src/confidential/dictionary/vocabularyFor.ts";
import {ingest} from "../../../src/confidential/sources/files/ingest.ts";
import {openProject} from "../../../src/publication/index.ts";
import {extract, projectWith, smallProject, smallReport} from "./files/smallProject.ts";
import {contractFaults, contractForms} from "./contractForms.ts";
import {memorySource} from "./memorySource.ts";
import {recordSourceContract} from "./recordSourceContract.ts";

recordSourceContract("files", () => {
  const root = projectWith(extract(...contractForms.map(({line}) => line)));
  return ingest({project: openProject(root), report: smallReport()});
});

recordSourceContract("a source in memory", () => {
  const {populations} = vocabularyFor(openProject(smallProject()), smallReport());
  return Promise.resolve(memorySource({forms: contractForms, faults: contractFaults, populations}));
});
