import type {Refuse} from "../../intake/index.ts";
import {publicationFault} from "../PublicationError.ts";

/** How a file of the publication is refused: "what is wrong. What to do about it." as a fault that stands there. */
export function refuseIn(file: string): Refuse {
  return ({line = 1, column = 1}, message) => {
    const [what = "", ...remedy] = message.replace(/\.$/, "").split(". ");
    return publicationFault(what, remedy.join(". "), {file, line, column});
  };
}
