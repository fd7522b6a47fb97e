import { z } from "zod";
import { ROW_PATTERNS, TRADE_LABELS } from "@/lib/record/derived-filing";
import { ROLES } from "@/lib/record/role";
import {
  type Answer,
  accessionNumber,
  address,
  cik,
  count,
  day,
  decimal,
  instant,
  named,
  noteKey,
  rowId,
  rowKey,
} from "./values";

export const filingIssuer = named("FilingIssuer", "The issuer as a filing names it.", {
  cik: cik.nullable(),
  name: z.string().nullable(),
  tradingSymbol: z.string().nullable(),
  foreignTradingSymbol: z.string().nullable(),
});

export const reportingOwner = named(
  "ReportingOwner",
  "A reporting owner and the relationship to the issuer, as a filing states them.",
  {
    cik: cik.nullable(),
    name: z.string().nullable(),
    isDirector: z.boolean().nullable(),
    isOfficer: z.boolean().nullable(),
    isTenPercentOwner: z.boolean().nullable(),
    isOther: z.boolean().nullable(),
    officerTitle: z.string().nullable(),
    otherText: z.string().nullable(),
  },
);

const field = named("Field", "A value as filed, and the footnotes that it cites.", {
  value: z.string().nullable().describe("Numbers are decimal text. Null if nothing is reported, which is not zero."),
  footnotes: z.array(z.string()).describe("Footnote ids of the filing, such as `F1`."),
});

export const implausible = named(
  "Implausible",
  "A figure that evidence contradicts. The row is shown as filed, and left out of totals.",
  {
    field: z.enum(["pricePerShare", "transactionShares"]),
    reason: z.enum([
      "stated total",
      "stated price",
      "stated range",
      "exercise price",
      "balances",
      "other trades",
      "another report",
    ]),
    cause: z.enum(["total", "decimal point", "swapped"]).nullable().describe("What the filer probably did."),
    comparedWith: z.strictObject({
      amount: decimal.describe("A price in US dollars, or a number of shares."),
      times: decimal.nullable().describe("How many times this amount the figure is; null if the two are swapped."),
      trades: count
        .nullable()
        .describe("How many other trades the price was compared with; the amount is their median."),
      footnoteId: z.string().nullable(),
    }),
  },
);

const latenessShape = {
  days: z.int().describe("Business days from the trade to the filing date."),
  due: day.describe("The last day on which it was on time."),
  late: z.boolean(),
};
export const lateness = named("Lateness", "How late a filing is, by its row that was due first.", latenessShape);
const rowLateness = named("RowLateness", "How late a row is.", {
  ...latenessShape,
  countedFrom: z.enum(["transactionDate", "deemedExecutionDate"]),
});

const gapReasons = [
  "employee plan",
  "dividend reinvestment",
  "split",
  "transfer",
  "amendment",
  "missing filing",
  "reported later",
  "next balance makes good",
  "one balance for several rows",
  "stated in a note",
] as const;
export const gapReason = z.enum(gapReasons).describe("Why a balance does not follow from the previous one.");

const balanceCheck = named(
  "BalanceCheck",
  "Whether the balance of a row follows from the previous one on its holding line.",
  {
    state: z.enum(["first", "consistent", "gap", "not_comparable"]),
    expected: decimal.nullable().describe("The previous balance plus the row's own change."),
    reported: decimal.nullable(),
    difference: decimal.nullable().describe("Reported minus expected."),
    reason: z
      .enum([...gapReasons, "balance", "shares", "acquiredDisposedCode", "rows between", "superseded"])
      .nullable()
      .describe("The explanation of a gap, or what is missing for a balance that is not comparable."),
    reasonWords: z.string().nullable(),
    reasonFrom: noteKey.nullable(),
    prior: z.strictObject({ balance: decimal, row: rowKey }).nullable(),
  },
);

export const planStates = z
  .enum(["box", "note", "not indicated", "no box"])
  .describe(
    "Whether a purchase or sale was under a 10b5-1 plan: according to the box on the form, or a footnote; not indicated; or the form is older than the box.",
  );

export const priceRange = named("PriceRange", "The lowest and highest price, as a footnote states them.", {
  low: z.string(),
  high: z.string(),
  currency: z.string().describe("ISO 4217."),
});

export const disclaimer = z.enum(["full", "except_pecuniary_interest", "no_admission"]);

const derivedShape = {
  counted: z
    .boolean()
    .describe(
      "Whether it is the report by which its trade counts. Totals leave out some of these rows for other reasons, such as `implausible`.",
    ),
  supersededBy: rowKey.nullable().describe("The row of an amendment that replaced this one."),
  event: z
    .strictObject({
      filings: z.array(accessionNumber),
      owners: z.array(cik),
      counted: rowKey,
    })
    .nullable()
    .describe("All reports of the same trade, if there are several; `counted` is the row that counts."),
  holdingLine: rowKey.nullable().describe("The row at which its holding line begins."),
  check: balanceCheck,
  holder: z
    .strictObject({
      names: z.array(z.string()).describe("Empty if the filing names none, several if it does not say which."),
      nature: z.string().nullable(),
      disclaimer: disclaimer.nullable(),
    })
    .nullable()
    .describe("Who holds the securities of an indirect row; null for any other row."),
  underwritten: z
    .boolean()
    .describe("Whether the footnotes of a sale say that it was part of an underwritten offering."),
  plan: z
    .strictObject({
      state: planStates,
      adoptedOn: z
        .string()
        .nullable()
        .describe(
          "The day on which the plan was adopted, according to a footnote; `YYYY-MM` if it names only the month.",
        ),
      footnoteId: z.string().nullable(),
      words: z.string().nullable(),
      daysSinceAdoption: z.int().nullable().describe("Whole days from the adoption to the trade."),
    })
    .nullable()
    .describe("For purchases and sales."),
  currency: z.string().nullable().describe("ISO 4217, if a footnote says that the price is not in US dollars."),
  price: z
    .strictObject({
      isAverage: z.boolean(),
      range: priceRange.nullable(),
      isWiderThanOneDollar: z.boolean().nullable(),
      footnote: z.string(),
    })
    .nullable()
    .describe("What a footnote says about the price."),
  covers: z.array(z.enum(["exercise_price", "tax"])).describe("What the shares were sold to pay."),
  label: z
    .enum(TRADE_LABELS)
    .nullable()
    .describe("After Cohen, Malloy and Pomorski; null unless it is a current purchase or sale."),
  labelMonths: z.array(z.string()).describe("The months that made a trade routine, `YYYY-MM`."),
  first: z
    .boolean()
    .nullable()
    .describe("Whether it is the first purchase of the issuer's shares by its owners in this database."),
  firstInTwoYears: z.boolean().nullable(),
  pattern: z.enum(ROW_PATTERNS).nullable().describe("What it forms with other rows of its owners."),
  clusterInsiders: count.nullable().describe("How many insiders bought, or sold, in the cluster that it is part of."),
  implausible: implausible.nullable(),
};

const derivedSchema = z.strictObject(derivedShape);
export type DerivedRowAnswer = Answer<typeof derivedSchema>;

/** What a row of a list says about its filing. A footnote says it once, for all rows that cite it. */
export const rowsFilingShape = {
  accessionNumber,
  documentType: z.string().nullable().describe("`3`, `3/A`, `4` … as filed."),
  filedAt: instant.nullable().describe("When EDGAR accepted it."),
  filingDate: day.nullable(),
  periodOfReport: z.string().nullable(),
  aff10b5One: z.boolean().nullable().describe("The 10b5-1 box; null if the form has none."),
  issuer: filingIssuer,
  owners: z.array(reportingOwner),
};

/** What is in the columns of a row, in the order of the form. */
const filedShape = {
  tableNumber: z.enum(["I", "II"]),
  line: z.int().positive().describe("From 1 in its table."),
  lineIsFiled: z.boolean().describe("False if the source does not order transactions and holdings together."),
  kind: z.enum(["transaction", "holding"]),
  securityTitle: field,
  conversionOrExercisePrice: field,
  transactionDate: field,
  deemedExecutionDate: field,
  transactionFormType: z.string().nullable(),
  transactionCode: field,
  equitySwapInvolved: z.boolean().nullable(),
  timeliness: field,
  transactionShares: field,
  transactionTotalValue: field,
  pricePerShare: field,
  acquiredDisposedCode: field,
  exerciseDate: field,
  expirationDate: field,
  underlyingSecurityTitle: field,
  underlyingSecurityShares: field,
  underlyingSecurityValue: field,
  sharesOwnedFollowing: field,
  valueOwnedFollowing: field,
  directOrIndirect: field,
  natureOfOwnership: field,
};
const filedSchema = z.strictObject(filedShape);
export type FiledRowAnswer = Answer<typeof filedSchema>;

const ownShape = {
  id: rowId,
  url: address,
  ...filedShape,
  rowFootnotes: z.array(z.string()),
  unread: z.array(z.string()).describe("For a row from paper: the keys whose value could not be read."),
  uncertain: z.array(z.string()).describe("For a row from paper: the keys whose value may be wrong."),
  ...derivedShape,
  role: z.array(z.enum(ROLES)).describe("What the owners are, by the boxes of the form and their titles."),
  value: decimal.nullable().describe("US dollars, of Table I. Null if it is not known with certainty, or implausible."),
  change: decimal.nullable().describe("In percent of the holding before."),
  position: z.enum(["new", "closed"]).nullable().describe("Whether the row begins or ends its holding."),
  lateness: rowLateness.nullable(),
  delayBusinessDays: z.int().nullable(),
  late: z.boolean().nullable(),
};

const rowShape = { ...rowsFilingShape, ...ownShape };

const transactionValue = decimal.nullable().describe("Shares times price.");

export const rowAnswer = named("Row", "A row of Table I or II as filed, its filing, and what we conclude about it.", {
  ...rowShape,
  derived: z.strictObject({ transactionValue }),
});
export type RowAnswer = Answer<typeof rowAnswer>;

const underPlan = z.boolean();

export const insiderRow = named("InsiderRow", "A row on the page of an insider.", {
  ...rowShape,
  derived: z.strictObject({ transactionValue, underPlan }),
});

export const lastTrade = named("LastTrade", "The last trade of an insider at an issuer.", {
  ...rowShape,
  derived: z.strictObject({ transactionValue }),
  underPlan,
});

export const rowOfFiling = named("RowOfFiling", "A row in its filing.", {
  ...rowShape,
  derived: z.strictObject({ transactionValue }),
  otherSide: z
    .strictObject({ kind: z.string(), rows: z.array(rowId) })
    .nullable()
    .describe("The rows of this filing that report the other side of an exercise, conversion or transfer."),
});

export const citingRow = named("CitingRow", "A row that cites a footnote, without its filing.", {
  ...ownShape,
  derived: z.strictObject({ transactionValue }),
});
export type CitingRowAnswer = Answer<typeof citingRow>;
