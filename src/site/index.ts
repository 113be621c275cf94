export {buildSite} from "./integration/buildSite.ts";
export {contentSecurityPolicy} from "./integration/contentSecurityPolicy.ts";
export {readEdition} from "./integration/readEdition.ts";
export {siteConfig} from "./integration/siteConfig.ts";
export {smallprint} from "./integration/smallprint.ts";
export type {SiteRequest} from "./integration/siteRequest.ts";
export {faultsOfPages, type CheckedPages} from "./check/faultsOfPages.ts";
export {checkClaims} from "./prose/checkClaims.ts";
