import {stated, type Category, type Report} from "../../publication/index.ts";

/** The last category of every question: blank, unlisted and impossible answers. */
export const notStatedCategory: Category = {
  name: "not-stated",
  code: "",
  label: "Not stated",
  text: "not stated",
  role: "not-stated",
};

/** Whether a category parts all records in two, whatever the answers: stated, and not stated. */
export function isStatement(category: string): boolean {
  return category === stated || category === notStatedCategory.name;
}

/** Yes and no, for questions that no code list asks. */
export const yesNoCategories: readonly Category[] = [
  {name: "yes", code: "", label: "Yes", text: "yes", role: "value"},
  {name: "no", code: "", label: "No", text: "no", role: "value"},
];

/** Every place beyond the report's region, as one category. */
export function outsideCategory({label, text}: Report["region"]): Category {
  return {name: "outside", code: "", label: `Outside ${label}`, text: `outside ${text}`, role: "outside"};
}
