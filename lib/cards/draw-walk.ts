import type { WalkSeries } from "@/lib/series/holding-walk";
import { formatShares, formatSigned } from "@/lib/values/decimals";
import { COLOURS, HUES } from "./card-colours";
import { fitText, type Measure } from "./fit-text";
import { drawLine, drawText } from "./shapes";

type Frame = { left: number; top: number; width: number; bottom: number };

/** The balances of one filing, level by level, as `components/charts/holding-walk.tsx` draws them on the page. */
export function drawWalk(
  { security, directOrIndirect, opening, steps, axis }: WalkSeries,
  frame: Frame,
  measure: Measure,
): string {
  const floor = frame.bottom - 78;
  const top = frame.top + 58;
  const column = frame.width / (steps.length + 1);
  const x = (index: number) => frame.left + index * column;
  const y = (level: string) => floor - ((Number(level) - axis.from) / (axis.to - axis.from || 1)) * (floor - top);
  const levels = [opening, ...steps.map(({ balance }) => balance)];
  const held = directOrIndirect === "I" ? "held indirectly" : "held directly";
  const [caption = ""] = fitText(
    `${security}, ${held}${axis.from > 0 ? "; the axis does not start at 0" : ""}`,
    { font: "text", size: 20, width: frame.width, lines: 1 },
    measure,
  );
  const parts = [
    drawText(frame.left, frame.top + 14, caption, { size: 20, fill: COLOURS.ink3 }),
    drawLine(frame.left, floor, frame.left + frame.width, floor, COLOURS.rule, 1),
  ];
  levels.forEach((level, index) => {
    const indent = index === 0 ? 0 : 13;
    const label = index === 0 ? "before" : (steps[index - 1]?.label ?? "");
    const captions = fitText(label, { font: "text", size: 20, width: column - indent - 8, lines: 2 }, measure);
    parts.push(
      drawLine(x(index), y(level), x(index + 1), y(level), COLOURS.ink, 3),
      drawText(x(index) + indent, y(level) - 12, formatShares(level) ?? "", { font: "strong", size: 23 }),
      ...captions.map((text, row) =>
        drawText(x(index) + indent, floor + 30 + row * 25, text, { size: 20, fill: COLOURS.ink3 }),
      ),
    );
  });
  steps.forEach(({ balance, change, group, unexplained }, index) => {
    const before = levels[index] ?? opening;
    const start = String(Number(before) + Number(unexplained ?? 0));
    const beside = [
      ...(unexplained === null ? [] : [`${formatSigned(unexplained)} not reported`]),
      formatSigned(change) ?? "",
    ];
    const hasRoomBelow = y(before) + 28 + beside.length * 26 < floor;
    beside.forEach((text, row) => {
      const under = hasRoomBelow ? y(before) + 32 + row * 26 : y(before) - 46 - (beside.length - 1 - row) * 26;
      parts.push(drawText(x(index + 1) - 13, under, text, { size: 22, fill: COLOURS.ink2, end: true }));
    });
    if (unexplained !== null)
      parts.push(drawLine(x(index + 1), y(before), x(index + 1), y(start), COLOURS.ink3, 2, "4 4"));
    parts.push(drawLine(x(index + 1), y(start), x(index + 1), y(balance), HUES[group], 5));
  });
  return parts.join("");
}
