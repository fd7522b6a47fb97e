import { dayText } from "@/db/sample/calendar";
import type { Address, Cell, FilerStyle, Filing, OwnerOnFiling, Row, TransactionRow } from "@/db/sample/filing";
import { Footnotes } from "@/db/sample/footnotes";
import { schemaVersion } from "@/db/sample/span";

/** Elements are written in the order in which the ownership schema of the filing's day has them. */
export function ownershipXml(filing: Filing): string {
  return new OwnershipXml(filing).text();
}

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** What XML reserves is escaped, and what ASCII lacks is written as a number, as EDGAR has it. */
const escaped = (text: string) =>
  text.replace(/[&<>"]|[^\t\n\x20-\x7e]/gu, (mark) => escapes[mark] ?? `&#${mark.codePointAt(0)};`);

class OwnershipXml {
  readonly #lines: string[] = [];
  readonly #footnotes = new Footnotes();
  readonly #version: ReturnType<typeof schemaVersion>;
  #depth = 1;

  constructor(private readonly filing: Filing) {
    this.#version = schemaVersion(filing.filed);
  }

  get #style(): FilerStyle {
    return this.filing.style;
  }

  text(): string {
    this.#head();
    this.#issuer();
    for (const owner of this.filing.owners) this.#owner(owner);
    if (this.#version !== "X0306" && !this.filing.documentType.startsWith("3")) {
      this.#flag("aff10b5One", this.filing.underPlan);
      this.#gap();
    }
    this.#table("nonDerivative", this.filing.tableI);
    this.#table("derivative", this.filing.tableII);
    this.#notes();
    if (this.filing.remarks !== "" || this.#style.keepsEmpty) {
      this.#leaf("remarks", this.filing.remarks);
      this.#gap();
    }
    this.#signatures();
    const comment = this.filing.comment === null ? [] : [`<!-- ${this.filing.comment} -->`];
    const lines = [
      '<?xml version="1.0"?>',
      ...comment,
      "<ownershipDocument>",
      "",
      ...this.#lines,
      "</ownershipDocument>",
    ];
    return this.#style.oneLine ? lines.map((line) => line.trim()).join("") : lines.join("\n");
  }

  #gap() {
    this.#lines.push("");
  }

  #line(text: string) {
    this.#lines.push("    ".repeat(this.#depth) + text);
  }

  #leaf(name: string, text: string) {
    this.#line(`<${name}>${escaped(text)}</${name}>`);
  }

  #flag(name: string, set: boolean) {
    this.#leaf(name, this.#style.booleans[set ? 1 : 0]);
  }

  #group(name: string, inside: () => void) {
    this.#line(`<${name}>`);
    this.#depth += 1;
    inside();
    this.#depth -= 1;
    this.#line(`</${name}>`);
  }

  #footnoteIds(notes: readonly string[]) {
    for (const id of this.#footnotes.idsOf(notes)) this.#line(`<footnoteId id="${id}"/>`);
  }

  #field(name: string, { value, notes }: Cell) {
    this.#group(name, () => {
      if (value !== null) this.#leaf("value", value);
      this.#footnoteIds(notes);
    });
  }

  #head() {
    const { documentType, period, dateOfOriginal, exit, noSecuritiesOwned } = this.filing;
    const leaf = (name: string, text: string) => {
      this.#leaf(name, text);
      this.#gap();
    };
    leaf("schemaVersion", this.#version);
    leaf("documentType", documentType);
    leaf("periodOfReport", period);
    if (dateOfOriginal !== null) leaf("dateOfOriginalSubmission", dayText(dateOfOriginal));
    const flag = (name: string, set: boolean) => {
      if (set || !this.#style.omitsFalse) leaf(name, this.#style.booleans[set ? 1 : 0]);
    };
    if (documentType.startsWith("3")) flag("noSecuritiesOwned", noSecuritiesOwned);
    else flag("notSubjectToSection16", exit);
    if (documentType.startsWith("5")) {
      flag("form3HoldingsReported", this.filing.form3HoldingsReported);
      flag("form4TransactionsReported", this.filing.form4TransactionsReported);
    }
  }

  #issuer() {
    const { cik, name, symbol, foreignSymbol } = this.filing.issuer;
    this.#group("issuer", () => {
      this.#leaf("issuerCik", cik);
      this.#leaf("issuerName", name);
      this.#leaf("issuerTradingSymbol", symbol);
      if (this.#version !== "X0609") return;
      if (foreignSymbol !== null || this.#style.keepsEmpty)
        this.#leaf("issuerForeignTradingSymbol", foreignSymbol ?? "");
    });
    this.#gap();
  }

  #owner({ cik, name, address, role }: OwnerOnFiling) {
    this.#group("reportingOwner", () => {
      this.#group("reportingOwnerId", () => {
        this.#leaf("rptOwnerCik", cik);
        this.#leaf("rptOwnerName", name);
      });
      this.#group("reportingOwnerAddress", () => this.#address(address));
      this.#group("reportingOwnerRelationship", () => {
        const flag = (element: string, set: boolean) => {
          if (set || !this.#style.omitsFalse) this.#flag(element, set);
        };
        flag("isDirector", role.director);
        flag("isOfficer", role.officerTitle !== null);
        flag("isTenPercentOwner", role.tenPercent);
        flag("isOther", role.other !== null);
        if (role.officerTitle !== null || this.#style.keepsEmpty) this.#leaf("officerTitle", role.officerTitle ?? "");
        if (role.other !== null || this.#style.keepsEmpty) this.#leaf("otherText", role.other ?? "");
      });
    });
    this.#gap();
  }

  /** Until 2026 a foreign address stood in the state's element; since then it has a flag and elements of its own. */
  #address({ street1, street2, city, state, zip, foreign }: Address) {
    const isForeign = foreign !== null;
    if (this.#version === "X0609") this.#flag("rptOwnerNonUSAddressFlag", isForeign);
    this.#leaf("rptOwnerStreet1", street1);
    this.#leaf("rptOwnerStreet2", street2);
    this.#leaf("rptOwnerCity", city);
    if (this.#version === "X0609" && isForeign) {
      this.#leaf("rptOwnerNonUSStateTerritory", "");
      this.#leaf("rptOwnerCountry", state);
    } else {
      this.#leaf("rptOwnerState", state);
    }
    this.#leaf("rptOwnerZipCode", zip);
    this.#leaf("rptOwnerStateDescription", foreign ?? "");
  }

  #table(prefix: "nonDerivative" | "derivative", rows: Row[]) {
    const name = `${prefix}Table`;
    if (rows.length === 0) {
      if (this.#style.keepsEmpty) {
        this.#line(`<${name}></${name}>`);
        this.#gap();
      }
      return;
    }
    this.#group(name, () => {
      for (const row of rows) {
        this.#group(`${prefix}${row.kind === "transaction" ? "Transaction" : "Holding"}`, () => this.#row(row));
      }
    });
    this.#gap();
  }

  #row(row: Row) {
    this.#field("securityTitle", row.title);
    if (row.terms) this.#field("conversionOrExercisePrice", row.terms.exercisePrice);
    if (row.kind === "transaction") this.#transaction(row);
    else if (row.lateForm3) this.#group("transactionCoding", () => this.#leaf("transactionFormType", "3"));
    if (row.terms) {
      this.#field("exerciseDate", row.terms.exerciseDate);
      this.#field("expirationDate", row.terms.expirationDate);
      this.#underlying(row, row.terms.underlyingTitle);
    }
    // Table II of a Form 3 has no column for what is owned: the title's row is the amount.
    if (!(this.filing.documentType.startsWith("3") && row.terms)) {
      this.#group("postTransactionAmounts", () => {
        this.#field(
          row.inDollars ? "valueOwnedFollowingTransaction" : "sharesOwnedFollowingTransaction",
          row.following,
        );
      });
    }
    this.#group("ownershipNature", () => {
      this.#field("directOrIndirectOwnership", row.directOrIndirect);
      if (row.nature) this.#field("natureOfOwnership", row.nature);
      else if (this.#style.emptyNature) this.#field("natureOfOwnership", { value: "", notes: [] });
    });
  }

  #transaction(row: TransactionRow) {
    this.#field("transactionDate", row.date);
    if (row.deemedDate) this.#field("deemedExecutionDate", row.deemedDate);
    else if (this.#style.keepsEmpty) this.#leaf("deemedExecutionDate", "");
    this.#group("transactionCoding", () => {
      this.#leaf("transactionFormType", row.formType);
      this.#leaf("transactionCode", row.code);
      this.#flag("equitySwapInvolved", row.equitySwap);
      this.#footnoteIds(row.codeNotes);
    });
    if (row.timeliness) this.#field("transactionTimeliness", { value: row.timeliness, notes: [] });
    else if (this.#style.emptyNature) this.#field("transactionTimeliness", { value: "", notes: [] });
    else if (this.#style.keepsEmpty) this.#leaf("transactionTimeliness", "");
    this.#group("transactionAmounts", () => {
      this.#field(row.inDollars ? "transactionTotalValue" : "transactionShares", row.amount);
      this.#field("transactionPricePerShare", row.price);
      this.#field("transactionAcquiredDisposedCode", row.acquiredDisposed);
    });
  }

  #underlying(row: Row, title: string) {
    this.#group("underlyingSecurity", () => {
      this.#field("underlyingSecurityTitle", { value: title, notes: [] });
      if (row.underlying && "shares" in row.underlying) this.#field("underlyingSecurityShares", row.underlying.shares);
      else if (row.underlying) this.#field("underlyingSecurityValue", row.underlying.value);
    });
  }

  #notes() {
    this.#footnotes.idsOf(this.filing.looseNotes);
    const footnotes = this.#footnotes.all();
    if (footnotes.length === 0) {
      if (this.#style.keepsEmpty) {
        this.#line("<footnotes></footnotes>");
        this.#gap();
      }
      return;
    }
    this.#group("footnotes", () => {
      for (const { id, text } of footnotes) this.#line(`<footnote id="${id}">${escaped(text)}</footnote>`);
    });
    this.#gap();
  }

  #signatures() {
    this.filing.signatures.forEach(({ name, date }, index) => {
      if (index > 0) this.#gap();
      this.#group("ownerSignature", () => {
        this.#leaf("signatureName", name);
        this.#leaf("signatureDate", date);
      });
    });
  }
}
