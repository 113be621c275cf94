import {describe, expect, test} from "vitest";
import {readHeading, wordsOfHeading} from "../../../src/confidential/draft/readHeading.ts";

test.each([
  ["DateOfBirth", "date of birth"],
  ["date_of_birth", "date of birth"],
  ["D.O.B.", "dob"],
  ["NHSNumber", "nhs number"],
])("%s has the words %s", (header, words) => {
  expect(wordsOfHeading(header)).toBe(words);
});

describe("a heading", () => {
  test.each([
    "Name",
    "Client name",
    "SURNAME",
    "Key worker",
    "DOB",
    "Birth date",
    "Post code",
    "NHS No",
    "E-mail",
    "Notes",
  ])("%s speaks of a person", (header) => {
    expect(readHeading(header).personal).toBeDefined();
  });

  test.each(["Sex", "Drug name", "Ward name", "Visit date", "Client ID", "Hospital number", "Packs given", "Nights"])(
    "%s does not",
    (header) => {
      expect(readHeading(header).personal).toBeUndefined();
    },
  );

  test("of a client's reference sounds like one more than that of a visit", () => {
    expect(readHeading("client_id").reference).toBeGreaterThan(readHeading("visit_id").reference);
  });

  test("of the day on which a visit was sounds like it more than that of its end", () => {
    const [visit, end] = [readHeading("Visit date"), readHeading("Discharge date")];
    expect(visit.event).toBeGreaterThan(end.event);
  });
});
