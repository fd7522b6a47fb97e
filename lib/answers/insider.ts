import { z } from "zod";
import { amendmentBasis } from "./filing";
import { filedIssuer, lateFilingShape, latenessShape, partyPageShape, partyShape, split, sumsShape } from "./party";
import { gapReason, insiderRow, planStates } from "./row";
import {
  type Answer,
  accessionNumber,
  cik,
  count,
  day,
  decimal,
  instant,
  leftOut,
  named,
  next,
  noteKey,
  rowId,
  rowKey,
} from "./values";

const insiderIssuer = named("InsiderIssuer", "An issuer of an insider.", {
  ...filedIssuer.shape,
  filings: count,
  lastAt: instant,
});

const ownership = z.enum(["D", "I"]).nullable();

const laterReport = z.strictObject({ filing: accessionNumber, row: rowId, isUncertain: z.boolean() });

const lineShape = {
  holdingLine: rowKey,
  owners: z.array(z.string()),
  security: z.string().nullable(),
  ownership,
  vehicle: z.string().nullable().describe("Through whom or what, as filed; null for direct ownership."),
  vehicleName: z.string().nullable(),
  balance: decimal,
  asOf: z.string().nullable(),
  filing: accessionNumber,
  row: rowId,
  laterReport: laterReport
    .nullable()
    .describe(
      "Where a later filing reports the same holding, or perhaps the same, on another line. If it does, this balance is in no total.",
    ),
};

const lastBalance = named("LastBalance", "The last reported balance of a holding line.", {
  ...lineShape,
  issuer: cik.nullable(),
  table: z.enum(["I", "II"]),
  gaps: z.array(
    z.strictObject({
      filing: accessionNumber,
      row: rowId,
      expected: decimal.nullable(),
      reported: decimal,
      difference: decimal,
      reason: gapReason.nullable(),
      reasonWords: z.string().nullable(),
      reasonFrom: noteKey.nullable(),
    }),
  ),
});

const heldPart = z.strictObject({
  ...lineShape,
  gaps: z.strictObject({ explained: count, unexplained: count }),
  jointOwners: count.describe("How many others reported it with this insider. It may be theirs."),
  mayBeSame: z.boolean().describe("Another part may be the same shares."),
  since: z.strictObject({ splits: z.array(split), balance: decimal }).nullable(),
});

const heldSecurity = named("HeldSecurity", "Holdings of a security of Table I, by the last report of each line.", {
  issuer: cik.nullable(),
  title: z.string().nullable(),
  total: decimal.nullable(),
  direct: decimal,
  indirect: decimal,
  from: z.string().nullable(),
  to: z.string().nullable(),
  parts: z.array(heldPart),
  restated: z
    .array(heldPart)
    .describe("Lines whose holding a later filing reports on another line. They are in no total."),
  ended: z.array(heldPart).describe("Lines that fell to zero."),
  values: z
    .array(
      z.strictObject({
        ownership,
        vehicle: z.string().nullable(),
        asOf: z.string().nullable(),
        filing: accessionNumber,
        row: rowId,
        value: z.string(),
      }),
    )
    .describe("Holdings reported by value in dollars, which are in no total."),
});

const derivativeShape = {
  issuer: cik.nullable(),
  title: z.string().nullable(),
  exercisePrice: z.string().nullable(),
  exercisable: z.string().nullable(),
  expires: z.string().nullable(),
  underlyingTitle: z.string().nullable(),
  ownership,
  vehicle: z.string().nullable(),
  asOf: z.string().nullable(),
  filing: accessionNumber,
  row: rowId,
  jointOwners: count,
};

const heldDerivativeShape = {
  ...derivativeShape,
  holdingLine: rowKey,
  underlyingShares: z.string().nullable(),
  balance: decimal,
  splitsSince: z.array(split).describe("Splits since its report. Numbers and price are from before them."),
};

const heldDerivative = named("HeldDerivative", "A line of derivatives with a balance.", heldDerivativeShape);

const planTotals = z.strictObject({ rows: count, shares: decimal, value: decimal, valueMissing: count });

const insiderPlan = named(
  "InsiderPlan",
  "A 10b5-1 plan: all trades at an issuer under plans with one day of adoption.",
  {
    issuerCik: cik.nullable(),
    adoptedOn: z.string().nullable(),
    basis: z.array(planStates),
    filings: z.array(accessionNumber),
    rows: z.array(rowKey),
    purchases: planTotals,
    sales: planTotals,
    derivatives: count,
    notCounted: count,
    firstTrade: z.string().nullable(),
    lastTrade: z.string().nullable(),
    daysToFirstTrade: z.int().nullable(),
    words: z.string().nullable(),
    from: noteKey.nullable(),
  },
);

const namedShape = { filing: accessionNumber, form: z.string().nullable(), on: day.nullable(), isFiled: z.boolean() };

const missingBalance = z.strictObject({
  difference: decimal,
  table: z.enum(["I", "II"]),
  security: z.string().nullable(),
  ownership: z.string().nullable(),
  before: rowKey.nullable(),
  row: rowKey,
  reason: z.strictObject({ kind: gapReason, words: z.string().nullable(), from: z.string() }).nullable(),
});

const step = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("form 3"), ...namedShape }),
  z.strictObject({ kind: z.literal("no form 3") }),
  z.strictObject({
    kind: z.literal("reports"),
    forms: z.array(z.strictObject({ form: z.string(), count })),
    amendments: count,
    first: z.strictObject(namedShape),
    last: z.strictObject(namedShape),
  }),
  z.strictObject({ kind: z.literal("original not held"), basis: amendmentBasis, ...namedShape }),
  z.strictObject({
    kind: z.literal("missing"),
    from: z.string().nullable(),
    to: z.string().nullable(),
    balances: z.array(missingBalance),
    jointOwners: count,
  }),
  z.strictObject({ kind: z.literal("exit"), ...namedShape }),
  z.strictObject({ kind: z.literal("no exit") }),
]);

export const insiderAnswer = named(
  "InsiderAnswer",
  "An insider. Balances do not depend on the dates and codes in the filter.",
  {
    ...partyPageShape,
    sort: z.string(),
    filingsRead: count.nullable().describe("How many of the insider's filings were read, if there are more."),
    withoutFilingDate: count.nullable(),
    insider: z.strictObject({
      ...partyShape,
      names: z.array(z.string()),
      amendments: count,
      amended: count,
      issuers: z.array(insiderIssuer),
      nameInReadingOrder: z.string().nullable().describe("Given name first, if a signature confirms it."),
    }),
    sums: z.strictObject(sumsShape),
    leftOut,
    roles: z.array(
      z.strictObject({
        issuer: insiderIssuer,
        current: z.strictObject({ words: z.string(), since: day.nullable(), lastStated: day.nullable() }).nullable(),
        before: z.array(z.strictObject({ words: z.string(), from: day.nullable(), to: day.nullable() })),
        leftOn: day.nullable(),
        inWords: z.strictObject({
          role: z.string(),
          since: z.string().nullable(),
          left: z.string().nullable(),
          before: z.string().nullable(),
        }),
      }),
    ),
    lines: z.array(lastBalance),
    holdings: z.array(heldSecurity),
    derivatives: z.strictObject({
      open: z.array(heldDerivative),
      expired: z.array(heldDerivative),
      restated: z
        .array(z.strictObject({ ...heldDerivativeShape, laterReport }))
        .describe("Lines whose holding a later filing reports on another line. They are in no total."),
      totals: z.array(
        z.strictObject({ issuer: cik.nullable(), title: z.string().nullable(), total: decimal, lines: count }),
      ),
      values: z.array(z.strictObject({ ...derivativeShape, value: z.string() })),
      replaced: z.array(z.strictObject({ holdingLine: rowKey, by: rowKey })),
      ended: count,
    }),
    plans: z.array(insiderPlan),
    reporting: z.array(z.strictObject({ issuer: insiderIssuer, steps: z.array(step), missing: count })),
    lateness: z.strictObject({
      ...latenessShape,
      filings: z.array(z.strictObject({ ...lateFilingShape, issuer: filedIssuer })),
    }),
    rowsReplacedByAmendments: count,
    rows: z.array(insiderRow),
    next,
  },
);
export type InsiderAnswer = Answer<typeof insiderAnswer>;
export type InsiderRowAnswer = Answer<typeof insiderRow>;
