import {expect, test} from "vitest";
import {released} from "../leaky/leakyReport.ts";

const text = "{{ count clients }}";
const people = [{clients: 40, sex: "male", area: "kent"}] as const;

test("an extract is synthetic where every reference of a client says so", async () => {
  const {release} = await released({text, people});
  expect(release.provenance.synthetic).toBe(true);
});

test("a report that calls real references synthetic is refused, with what makes an extract synthetic", async () => {
  const lines = ["F-X,CLIENT-X,,1,1/6/2007,,K,,,"];
  const made = released({text, people, lines});
  await expect(made).rejects.toThrow(
    /reports\/leaky\/report\.yaml says "synthetic: true", and not every client reference of people starts with CANARY-/,
  );
  await expect(made).rejects.toMatchObject({exitCode: 11});
  await expect(made).rejects.not.toThrow("CLIENT-X");
});

test("real references of a report that calls them real stay real", async () => {
  const lines = ["F-X,CLIENT-X,,1,1/6/2007,,K,,,"];
  const {release} = await released({text, people, lines, synthetic: false});
  expect(release.provenance.synthetic).toBe(false);
});
