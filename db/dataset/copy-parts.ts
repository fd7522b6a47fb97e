import { copyInto } from "@/db/dataset/copy-into";
import type { RowTarget } from "@/db/dataset/copy-rows";
import { CellEncoder, targetsOf } from "@/db/dataset/encode-cells";
import { sayOddCells } from "@/db/dataset/odd-cells";
import {
  FILING_STATE,
  type GroupedRows,
  groupRowsByFiling,
  NUMBER_LENGTH,
  noteNumberAt,
  type QuarterFilings,
  wrongWidth,
} from "@/db/dataset/quarter";
import { type NamesSeen, noteName } from "@/db/dataset/store-names-seen";
import type { TableRows } from "@/db/dataset/table-rows";
import { filingOwner, footnote, signature } from "@/db/schema";
import { readCell } from "@/lib/dataset/data-set-cell";
import type { DataSetMember } from "@/lib/dataset/data-set-columns";

type PartMember = Extract<DataSetMember, "REPORTINGOWNER" | "FOOTNOTES" | "OWNER_SIGNATURE">;

const TARGETS = {
  REPORTINGOWNER: { table: filingOwner, pointer: "reportingOwner" },
  FOOTNOTES: { table: footnote, pointer: "footnotes" },
  OWNER_SIGNATURE: { table: signature, pointer: "ownerSignature" },
} as const;

export const isPart = (member: DataSetMember): member is PartMember => member in TARGETS;

/** Footnotes are ordered by number, as on the form; owners and signatures as in the file. */
export function groupParts(quarter: QuarterFilings, table: TableRows): GroupedRows {
  const id = positionOf(table, "footnoteId");
  if (table.member !== "FOOTNOTES" || id < 0) return groupRowsByFiling(quarter, table, () => 0);
  return groupRowsByFiling(quarter, table, (row) => {
    const start = table.cellStart(row, id);
    const number = noteNumberAt(table.bytes, start, table.cellEnd(row, start));
    return number === 0 ? Number.POSITIVE_INFINITY : number;
  });
}

/** Copies a member whose rows are numbered within a filing: owners, footnotes, signatures. */
export async function copyParts(
  { client, quarter, onRows }: RowTarget,
  table: TableRows,
  { rows, first }: GroupedRows,
  owners: NamesSeen,
) {
  const member = table.member as PartMember;
  const target = TARGETS[member];
  const cells = new CellEncoder(quarter, table);
  const takeNote = NOTED[member](quarter, table, owners);
  const copy = copyInto(client, target.table, [
    "accessionNumber",
    "position",
    ...targetsOf(table),
    "spelling",
    "extra",
  ]);
  const { out } = copy;
  let copied = 0;
  for (let filing = 0; filing < quarter.count; filing++) {
    if (quarter.state[filing] !== FILING_STATE.load) continue;
    let position = 0;
    const end = first[filing + 1] as number;
    for (let index = first[filing] as number; index < end; index++) {
      const row = rows[index] as number;
      if (!table.split(row)) {
        quarter.refuse(table, row, wrongWidth(table, row));
        continue;
      }
      position += 1;
      out.beginRow((table.ends[row] as number) - (table.starts[row] as number));
      out.escaped(quarter.numberBytes, filing * NUMBER_LENGTH, (filing + 1) * NUMBER_LENGTH);
      out.tab();
      out.number(position);
      cells.write(out, filing);
      out.endRow();
      copied += 1;

      const messages = takeNote(filing, position);
      if (messages !== null || cells.odd.length > 0 || table.mended.size > 0) {
        const pointer = `/${target.pointer}/${position - 1}`;
        sayOddCells(quarter, table, filing, row, cells, () => pointer);
        for (const message of messages ?? []) quarter.say(filing, table, table.lines[row] ?? 0, pointer, message);
      }
      if (copy.isDue) {
        await copy.send();
        onRows(copied);
      }
    }
  }
  await copy.send(0);
  return { copied, end: () => copy.end() };
}

/** Records the split row as the `position`th of its table in the filing. @returns the rule that it breaks, if any. */
type TakeNote = (filing: number, position: number) => string[] | null;

const NOTED: Record<PartMember, (quarter: QuarterFilings, table: TableRows, owners: NamesSeen) => TakeNote> = {
  FOOTNOTES(quarter, table) {
    const [idAt, textAt] = [positionOf(table, "footnoteId"), positionOf(table, "text")];
    const messagesOf = (filing: number, position: number, number: number): string[] | null => {
      const messages: string[] = [];
      const id = readCell(table.cell(idAt), "text").value;
      if (typeof id !== "string") messages.push("a footnote has no id");
      else if (!(number > 0 ? quarter.addNumberedNote(filing, number) : quarter.addNote(filing, id))) {
        messages.push(`the footnote id ${id} is used twice`);
      }
      if (table.isEmpty(textAt)) messages.push(`footnote ${typeof id === "string" ? id : position} has no text`);
      return messages.length > 0 ? messages : null;
    };
    return (filing, position) => {
      const number =
        idAt < 0 ? 0 : noteNumberAt(table.bytes, table.cellStarts[idAt] as number, table.cellEnds[idAt] as number);
      const isPlain = number > 0 && !quarter.hasNumberedNote(filing, number) && !table.isEmpty(textAt);
      if (!isPlain) return messagesOf(filing, position, number);
      quarter.addNumberedNote(filing, number);
      return null;
    };
  },
  REPORTINGOWNER(quarter, table, owners) {
    const [cikAt, nameAt] = [positionOf(table, "cik"), positionOf(table, "name")];
    return (filing, position) => {
      quarter.owners[filing] = position;
      noteName(quarter, owners, filing, `${table.cell(cikAt)}\t${table.cell(nameAt)}`);
      if (!table.isEmpty(cikAt) && !table.isEmpty(nameAt)) return null;
      return [
        ...(table.isEmpty(cikAt) ? ["<rptOwnerCik> is missing"] : []),
        ...(table.isEmpty(nameAt) ? ["<rptOwnerName> is missing"] : []),
      ];
    };
  },
  OWNER_SIGNATURE: (quarter) => (filing, position) => {
    quarter.signatures[filing] = position;
    return null;
  },
};

const positionOf = (table: TableRows, column: string) =>
  table.header.places.findIndex((place) => place?.column === column);
