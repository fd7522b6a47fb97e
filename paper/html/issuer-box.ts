import { emptyCell, type PrintedForm } from "@/paper/form/printed-form";
import { cikIn } from "./page-links";
import { cellOfPagePieces, charactersOf, type PagePiece, pageCell, piecesOf, restOf } from "./printed-text";
import type { Chunk, VisiblePage } from "./visible-page";

export const ISSUER_LABEL = /^(?:\d\.\s*)?Issuer Name and Ticker or Trading Symbol/i;

const FOREIGN_LABEL = /^(?:\da\.\s*)?Foreign Trading Symbol$/i;
const BRACKETED = /^\[\s*(.*?)\s*\]$/;

type Issuer = Pick<PrintedForm, "issuerName" | "tradingSymbol" | "foreignTradingSymbol" | "issuerCik">;

/** The issuer's name, followed by its symbol in square brackets. */
export function issuerOnPage(page: VisiblePage, pieces: PagePiece[]): Issuer {
  const label = pieces.find(({ text }) => ISSUER_LABEL.test(text));
  if (!label?.cell) return { issuerName: null, tradingSymbol: null };
  const [first, ...others] = piecesOf(page.chunksOf(label.cell)).filter(({ cell }) => cell === label.cell);
  const rest = first && restOf(first, ISSUER_LABEL.exec(first.text)?.[0].length ?? 0);
  const chunks = [...(rest ? [rest] : []), ...others].flatMap((piece) => piece.chunks);
  const cik = cikIn([label.cell]);
  return { ...nameAndSymbol(chunks), ...foreignSymbol(pieces), ...(cik === null ? {} : { issuerCik: cik }) };
}

/** The foreign symbol, in brackets below its label; empty if the text after the label is not in brackets. */
function foreignSymbol(pieces: PagePiece[]): Pick<Issuer, "foreignTradingSymbol"> {
  const label = pieces.findIndex(({ text }) => FOREIGN_LABEL.test(text));
  if (label < 0) return {};
  const below = pieces[label + 1];
  const [, symbol] = (below && BRACKETED.exec(below.text)) ?? [];
  if (!below || symbol === undefined) return { foreignTradingSymbol: emptyCell() };
  return { foreignTradingSymbol: { ...cellOfPagePieces([below]), text: symbol } };
}

function nameAndSymbol(chunks: Chunk[]): Pick<Issuer, "issuerName" | "tradingSymbol"> {
  const cell = pageCell(chunks);
  const bracket = symbolBracket(cell.text);
  if (bracket === null) return { issuerName: cell, tradingSymbol: null };
  return {
    issuerName: pageCell(charactersOf(chunks, 0, bracket)),
    tradingSymbol: pageCell(charactersOf(chunks, bracket + 1, cell.text.length - 1)),
  };
}

/** Where the symbol's bracket opens: the first of the brackets that close at the end, so the second in `Name [DE] [[SYM]]`. */
function symbolBracket(text: string): number | null {
  if (!text.endsWith("]")) return null;
  const lastName = text.lastIndexOf("] [");
  const at = text.indexOf("[", lastName < 0 ? 0 : lastName + 1);
  return at < 0 ? null : at;
}
