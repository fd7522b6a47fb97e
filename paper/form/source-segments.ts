import type { PaperReading } from "./paper-reading";
import type { Place, SourceText } from "./printed-form";

/** A part of a line: from one boundary of a value to the next. */
type Segment = { from: number; text: string; isRead: boolean };
type SourceLine = { line: number; segments: Segment[] };
export type SourcePage = { page: number; lines: SourceLine[] };

/** The text of a source, with lines cut where a value begins or ends. Pages and lines count from 1. */
export function sourceSegments(text: SourceText, places: PaperReading["places"]): SourcePage[] {
  const byLine = new Map<string, Place[]>();
  for (const place of Object.values(places).flat()) {
    const key = lineKey(place);
    byLine.set(key, [...(byLine.get(key) ?? []), place]);
  }
  return text.map((lines, pageIndex) => ({
    page: pageIndex + 1,
    lines: lines.map((line, lineIndex) => {
      const at = { page: pageIndex + 1, line: lineIndex + 1 };
      return { line: at.line, segments: cut(line, byLine.get(lineKey(at)) ?? []) };
    }),
  }));
}

const lineKey = ({ page, line }: Pick<Place, "page" | "line">) => `${page} ${line}`;

function cut(line: string, places: readonly Place[]): Segment[] {
  const bounds = [0, line.length, ...places.flatMap(({ from, to }) => [from, to])];
  const inLine = [...new Set(bounds)].filter((at) => at >= 0 && at <= line.length).sort((a, b) => a - b);
  return inLine.slice(0, -1).map((from, index) => ({
    from,
    text: line.slice(from, inLine[index + 1]),
    isRead: places.some((place) => place.from <= from && from < place.to),
  }));
}

/** The anchor of a place in the source as shown. */
export const placeAnchor = ({ page, line, from }: Place): string => `at-${page}-${line}-${from}`;
