import {vocabularyFor} from "../../../src/confidential/dictionary/vocabularyFor.ts";
import {ingest} from "../../../src/confidential/sources/files/ingest.ts";
import {modelOfExtract} from "../../../src/confidential/sources/modelOfExtract.ts";
import {openProject} from "../../../src/publication/index.ts";
import {extract, overForms, projectWith, smallProject, smallReport} from "./files/smallProject.ts";
import {contractFaults, contractForms} from "./contractForms.ts";
import {memorySource} from "./memorySource.ts";
import {recordSourceContract} from "./recordSourceContract.ts";

recordSourceContract("files", (forms = contractForms) => {
  const root = projectWith(extract(...forms.map(({line}) => line)), overForms);
  return ingest({project: openProject(root), report: smallReport()});
});

recordSourceContract("a source in memory", (forms = contractForms) => {
  const [project, report] = [openProject(smallProject(overForms)), smallReport()];
  const {populations} = vocabularyFor(project, report);
  const model = modelOfExtract(project, report, "people");
  return Promise.resolve(memorySource({forms, faults: contractFaults, populations, model}));
});
