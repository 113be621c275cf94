export {synthesise, type SynthesiseOptions, type SynthesisedExtract} from "./synthesise.ts";
