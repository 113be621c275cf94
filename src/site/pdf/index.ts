export {BrowserError} from "./BrowserError.ts";
export {findBrowser} from "./findBrowser.ts";
export type {BrowserProgram} from "./findBrowser.ts";
export {launchBrowser} from "./launchBrowser.ts";
export {PrintError} from "./PrintError.ts";
export {printReport} from "./printReport.ts";
export type {PrintedReport, PrintJob} from "./printReport.ts";
