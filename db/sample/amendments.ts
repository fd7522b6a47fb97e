import { dayText, longDate, onOrAfter } from "@/db/sample/calendar";
import { isHolding, isTransaction } from "@/db/sample/desk";
import type { DocumentType, Filing, Row, TransactionRow } from "@/db/sample/filing";
import { additionRemark, correctionRemark, holdingsRemark } from "@/db/sample/notes/filing-notes";
import type { Random } from "@/db/sample/random";

const AMENDED: Partial<Record<DocumentType, DocumentType>> = { "3": "3/A", "4": "4/A", "5": "5/A" };

/** Puts mistakes into some of a company's filings, and adds the amendments that set them right. */
export function withAmendments(filings: Filing[], random: Random): Filing[] {
  return filings.flatMap((original) => {
    // A form that is one of several is left alone: its rows go on in the next.
    const isPart = original.remarks.startsWith("Filing ");
    const amendment =
      !isPart && random.chance(original.documentType === "4" ? 0.019 : 0.05) ? amend(original, random) : null;
    return amendment ? [original, amendment] : [original];
  });
}

function amend(original: Filing, random: Random): Filing | null {
  const kind = random.next();
  if (kind < 0.2) return addedHoldings(original, random) ?? restated(original, random);
  if (kind < 0.45) return addedRow(original, random) ?? restated(original, random);
  return restated(original, random);
}

function amendmentOf(original: Filing, random: Random, remarks: string): Filing {
  const filed = onOrAfter(original.filed + random.int(1, 6) * random.int(1, 12));
  return {
    ...original,
    documentType: AMENDED[original.documentType] ?? "4/A",
    filed,
    acceptedAt: random.int(16 * 3600, 19 * 3600),
    dateOfOriginal: original.filed,
    signatures: original.signatures.map(({ name }) => ({ name, date: dayText(filed) })),
    remarks,
  };
}

type Mistake = { what: string; fits: (row: TransactionRow) => boolean; make: (row: TransactionRow) => TransactionRow };

/** Two digits change places: 161889 becomes 168189. */
function swapDigits(value: string | null): string | null {
  const at = value?.match(/^(\d+)(\d)(\d)(\d\d.*)$/);
  return at && at[2] !== at[3] ? `${at[1]}${at[3]}${at[2]}${at[4]}` : value;
}

const MISTAKES: readonly Mistake[] = [
  {
    what: "the number of shares owned following the reported transactions",
    fits: (row) => swapDigits(row.following.value) !== row.following.value,
    make: (row) => ({ ...row, following: { ...row.following, value: swapDigits(row.following.value) } }),
  },
  {
    what: "the price of one transaction",
    fits: (row) => /^\d\d\./.test(row.price.value ?? ""),
    make: (row) => ({
      ...row,
      price: { ...row.price, value: (row.price.value ?? "").replace(/^(\d)(\d)/, "$2$1").replace(/^0/, "") },
    }),
  },
  {
    what: "the number of shares in one transaction",
    fits: (row) => swapDigits(row.amount.value) !== row.amount.value,
    make: (row) => ({ ...row, amount: { ...row.amount, value: swapDigits(row.amount.value) } }),
  },
  {
    what: "a transaction code",
    fits: (row) => row.code === "F",
    make: (row) => ({ ...row, code: "S" }),
  },
];

/** The whole form once more, with the one entry put right that the original had wrong. */
function restated(original: Filing, random: Random): Filing | null {
  const filedOn = longDate(original.filed);
  if (original.documentType === "3") return restatedForm3(original, random);
  for (const mistake of random.sample(MISTAKES, MISTAKES.length)) {
    const index = original.tableI.findIndex((row) => isTransaction(row) && row.gap === null && mistake.fits(row));
    const row = original.tableI[index];
    if (!row || !isTransaction(row)) continue;
    const amendment = amendmentOf(original, random, correctionRemark(random, filedOn, mistake.what));
    original.tableI = original.tableI.with(index, { ...mistake.make(row), gap: "filer's mistake" });
    original.superseded = true;
    return amendment;
  }
  return null;
}

/** A Form 3 that had left out a holding. */
function restatedForm3(original: Filing, random: Random): Filing | null {
  if (original.tableI.length + original.tableII.length < 2) return null;
  const amendment = amendmentOf(
    original,
    random,
    `This amendment restates the Form 3 filed on ${longDate(original.filed)}, which omitted one holding.`,
  );
  if (original.tableII.length > 0) original.tableII = original.tableII.slice(0, -1);
  else original.tableI = original.tableI.slice(0, -1);
  original.superseded = true;
  return amendment;
}

/** The last trade of a form, forgotten there and reported alone. */
function addedRow(original: Filing, random: Random): Filing | null {
  const row = original.tableI.at(-1);
  const count = original.tableI.filter(isTransaction).length;
  if (original.documentType !== "4" || !row || !isTransaction(row) || count < 2 || !"SFPG".includes(row.code))
    return null;
  const amendment = amendmentOf(original, random, additionRemark(random, longDate(original.filed)));
  original.tableI = original.tableI.slice(0, -1);
  return { ...amendment, tableI: [row], tableII: [], period: row.date.value ?? amendment.period };
}

/** Holdings alone, which the original had left out. It takes nothing away from what that one reported. */
function addedHoldings(original: Filing, random: Random): Filing | null {
  const holdings: Row[] = original.tableI.filter(isHolding);
  if (original.documentType !== "4" || holdings.length === 0 || holdings.length === original.tableI.length) return null;
  const amendment = amendmentOf(original, random, holdingsRemark(random, longDate(original.filed)));
  original.tableI = original.tableI.filter(isTransaction);
  return { ...amendment, tableI: holdings, tableII: [], underPlan: false };
}
