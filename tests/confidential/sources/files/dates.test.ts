import {describe, expect, test} from "vitest";
import type {ExtractReading} from "../../../../src/publication/index.ts";
import {parquetOf} from "./parquetOf.ts";
import {dictionary, extract, failure, form, reading} from "./smallProject.ts";

/** The date of birth that is read, or the rule that it breaks. */
function bornIn(file: string | Buffer, how: ExtractReading): Promise<string> {
  return reading(
    file,
    async ({forms, faultCounts}, {connection}) => {
      const fault = faultCounts.find(({column}) => column === "DOB");
      if (fault) return fault.rule;
      const result = await connection.runAndReadAll(`SELECT ${forms.columnOf("DOB")}::VARCHAR FROM ${forms.table}`);
      return String(result.getRows()[0]?.[0]);
    },
    {reading: how},
  );
}

const formBorn = (DOB: string): string => extract(form({DOB, SEEN: "2007-05-10", TRIAGED: ""}));
const century = {DOB: 1930, SEEN: 2000, TRIAGED: 2000};
const born = (written: string, format: string): Promise<string> =>
  bornIn(formBorn(written), {dates: [format, "yyyy-mm-dd"], century});

describe("a date is read in the format that is named", () => {
  test.each([
    ["dd/mm/yyyy", "18/8/1954"],
    ["yyyy-mm-dd", "1954-08-18"],
    ["dd-mon-yyyy", "18-Aug-1954"],
    ["dd-Mon-yyyy", "18-AUG-1954"],
    ["dd mon yyyy", "18 August 1954"],
    ["dd.mm.yyyy", "18.08.1954"],
    ["yyyymmdd", "19540818"],
    ["mm/dd/yyyy", "8/18/1954"],
    ["dd/mm/yy", "18/08/54"],
    ["dd-mon-yy", "18-Aug-54"],
    ["dd/mm/yyyy hh:mm", "18/08/1954 13:45"],
    ["yyyy-mm-ddThh:mm:ss", "1954-08-18T13:45:07.250Z"],
    ["excel", "19954"],
    ["excel-1904", "18492"],
  ])("%s", async (format, written) => {
    expect(await born(written, format)).toBe("1954-08-18");
  });

  test("years of two digits lie in the hundred years that are stated", async () => {
    expect(await born("18/08/29", "dd/mm/yy")).toBe("born-first");
    expect(await born("18/08/30", "dd/mm/yy")).toBe("1930-08-18");
  });

  test.each(["18-Aug-1954", "18/08/54", "19954", "18.08.1954", "18/08/1954 25:00", "18 Foo 1954"])(
    "%s is unreadable where only dd/mm/yyyy is",
    async (written) => {
      expect(await born(written, "dd/mm/yyyy")).toBe("unreadable-date");
    },
  );
});

describe("a time of day", () => {
  const midnights = ["00:00", "0:00", "00:00:00", "00:00:00.000", "12:00:00 AM"];

  test.each(midnights)("is no part of the date at midnight: %s", async (time) => {
    expect(await born(`18/08/1954 ${time}`, "dd/mm/yyyy")).toBe("1954-08-18");
  });
  test.each(["1954-08-18T00:00:00", "1954-08-18T00:00:00Z", "1954-08-18 00:00:00+01:00"])(
    "nor in %s",
    async (written) => {
      expect(await born(written, "dd/mm/yyyy")).toBe("1954-08-18");
    },
  );
  test.each(["10:30", "23:59:59", "12:00", "12:00 PM"])("is a fault at another time: %s", async (time) => {
    expect(await born(`18/08/1954 ${time}`, "dd/mm/yyyy")).toBe("time-of-day");
  });
  test("is none where the format has a time", async () => {
    expect(await bornIn(formBorn("1954-08-18 10:30"), {dates: ["yyyy-mm-dd", "yyyy-mm-dd hh:mm"]})).toBe("1954-08-18");
  });
  test("that follows no date of the calendar is not blamed", async () => {
    expect(await born("31/02/1954 10:30", "dd/mm/yyyy")).toBe("impossible-date");
  });
});

describe("a Parquet file", () => {
  const text = extract(form({DOB: "1954-08-18", SEEN: "2007-05-10", TRIAGED: ""}));
  const bornAs = async (type: string, how: ExtractReading = {}, zone?: string): Promise<string> =>
    bornIn(await parquetOf(text, `${type} AS DOB`, zone), how);

  test.each(["DOB::DATE", "DOB::TIMESTAMP", "DOB::TIMESTAMP_MS", "DOB::TIMESTAMP_NS", "DOB"])(
    "%s is a day",
    async (type) => {
      expect(await bornAs(type)).toBe("1954-08-18");
    },
  );
  test("another time than midnight is a fault", async () => {
    expect(await bornAs("(DOB || ' 10:30')::TIMESTAMP")).toBe("time-of-day");
  });
  test("moments in a zone are refused where none is stated", async () => {
    const parquet = await parquetOf(text, "DOB::TIMESTAMPTZ AS DOB");
    expect((await failure(parquet)).message).toContain('column "DOB" holds moments in a time zone');
  });
  test("moments become the days of the zone that is stated, wherever the machine stands", async () => {
    // Midnight in Berlin is eleven at night in London, a day before.
    const berlin = await bornAs("DOB::TIMESTAMPTZ", {timeZone: "Europe/Berlin"}, "Europe/Berlin");
    expect(berlin).toBe("1954-08-18");
    const timed = {timeZone: "Europe/London", dates: ["yyyy-mm-dd hh:mm"]};
    expect(await bornAs("DOB::TIMESTAMPTZ", timed, "Pacific/Auckland")).toBe("1954-08-17");
  });
});

describe("dates that can be read in two ways are refused before a form is read", () => {
  const sound = extract(form());
  test.each<[string, ExtractReading, string]>([
    ["two orders of day and month", {dates: ["dd/mm/yyyy", "mm/dd/yyyy"]}, "cannot be told apart"],
    ["two digits for years without a century", {dates: ["dd/mm/yy"]}, 'column "DOB" does not say which century'],
    ["a format that is none", {dates: ["dd/mm"]}, 'there is no date format "dd/mm". Formats are: dd/mm/yyyy'],
    ["a zone that is none", {timeZone: "Europe/Lundon"}, 'there is no time zone "Europe/Lundon"'],
  ])("%s", async (_, how, message) => {
    expect(await failure(sound, {reading: how})).toMatchObject({
      exitCode: 11,
      message: expect.stringContaining(message) as string,
    });
  });
  test("in a dictionary too, with the line", async () => {
    const files = {
      "data/dictionaries/small.yaml": dictionary.replace("[dd/mm/yyyy,", "[mm/dd/yyyy, dd/mm/yyyy,"),
    } as const;
    expect((await failure(sound, files)).message).toMatch(/small\.yaml, line 5, .* cannot be told apart/);
  });
});

describe("months before days", () => {
  const monthFirst = (days: readonly number[]): string =>
    extract(...days.map((day) => form({SEEN: `5/${day}/2007`, TRIAGED: ""})));

  test("are told by their pattern, also where most dates could be read either way", async () => {
    const error = await failure(monthFirst([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]));
    expect(error.message).toContain(
      'the dates of column "SEEN" seem to have day and month in the other order than dd/mm/yyyy',
    );
    expect(error.message).toContain("They look like mm/dd/yyyy");
    expect(error.message).not.toMatch(/\b3\b/);
    expect(error).toMatchObject({exitCode: 10, findings: expect.stringContaining("3 dates of SEEN") as string});
  });
  test("are faults like others where more dates have the day first", async () => {
    const text = extract(
      ...[13, 14, 15, 16].map((day) => form({SEEN: `${day}/5/2007`, TRIAGED: ""})),
      form({DOB: "5/13/1975"}),
    );
    const faults = await reading(text, ({faultCounts}) => faultCounts);
    expect(faults).toMatchObject([{rule: "impossible-date", column: "DOB", forms: 1}]);
  });
});
