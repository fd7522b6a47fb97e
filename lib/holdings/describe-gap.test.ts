import { expect, it } from "vitest";
import { describeGap } from "./describe-gap";

it("names the reason that a filing states, without the sign if it only adds", () => {
  const from = "0000000001-25-000001#F2";
  const words = "Includes 412 shares acquired under the Employee Stock Purchase Plan";
  expect(describeGap({ difference: "412", reason: { kind: "employee plan", words, from } })).toEqual({
    label: "412 from the employee plan",
    short: "from the employee plan",
    reason: "from an employee plan, exempt from reporting",
    words,
    from,
  });
  expect(describeGap({ difference: "-40000", reason: { kind: "transfer", words: null, from } })?.label).toBe(
    "−40,000 transferred",
  );
});

it("says that nothing explains a difference, and nothing if there is no difference", () => {
  expect(describeGap({ difference: "412", reason: null })).toMatchObject({ label: "+412 unexplained", reason: null });
  expect(describeGap({ difference: null, reason: null })).toBeNull();
});
