import type {PrintedPdf} from "./printedPdf.ts";
import {allTags, asTag, kidsOf, roleOf, setKids, wrapKids} from "./tagTree.ts";

/** Puts what a list item says into a list body beside its label (PDF 1.7, 14.8.4.3.3), which Chromium leaves out. */
export function wrapListBodies({pdf}: PrintedPdf): void {
  const {context} = pdf;
  for (const item of allTags(pdf)) {
    if (roleOf(item) !== "LI") continue;
    const kids = kidsOf(context, item.dict);
    const kept = kids.filter((kid) => {
      const tag = asTag(context, kid);
      return tag && ["Lbl", "LBody"].includes(roleOf(tag));
    });
    const said = kids.filter((kid) => !kept.includes(kid));
    if (said.length > 0) setKids(context, item.dict, [...kept, wrapKids(context, item, {role: "LBody", kids: said})]);
  }
}
