import type { IssuerHoldings, SeriesByIssuer } from "@/lib/series/series-by-issuer";
import { type TimeDomain, timePosition } from "@/lib/series/time-axis";
import { formatDate, formatMonth } from "@/lib/values/dates";
import { formatShares } from "@/lib/values/decimals";
import { formatTick } from "@/lib/values/ticks";
import { levelAxis } from "./level-axis";
import { shareOf } from "./plot-position";
import { StepLine } from "./step-line";
import { TimeGrid } from "./time-grid";

const HEIGHT = 64;

export type SmallMultiple = IssuerHoldings & {
  label: string;
  name: string | null;
  /** Address of the page with only this issuer. */
  href: string;
  /** The day on which the filer said that reporting had ended. */
  leftOn: string | null;
};

/** One line for each of several issuers: the same years, each on its own scale from 0. */
export const SmallMultiples = ({
  multiples,
  domain,
}: {
  multiples: SmallMultiple[];
  domain: SeriesByIssuer["others"]["domain"];
}) => (
  <ul className="small-multiples">
    {multiples.map((multiple) => (
      <li key={multiple.issuerCik ?? multiple.label} className="chart-figure">
        <Head {...multiple} />
        <div className="plot" style={{ height: HEIGHT }}>
          <Plot {...multiple} domain={domain} />
        </div>
      </li>
    ))}
  </ul>
);

const heldIn = ({ line }: SmallMultiple) =>
  line.tableNumber === "II" ? line.label : `${line.security}, ${line.label}`;

/** When the line ends: "last report May 28, 2025", "reporting ended May 2016". */
function endInWords({ line, leftOn }: SmallMultiple): string {
  if (leftOn !== null) return `reporting ended ${formatMonth(leftOn)}`;
  return `last report ${formatDate(line.points.at(-1)?.date ?? null, "short") ?? "earlier"}`;
}

const Head = (multiple: SmallMultiple) => (
  <>
    <p className="multiple-head">
      <a href={multiple.href}>
        <b className="ticker">{multiple.label}</b> {multiple.name !== multiple.label && multiple.name}
      </a>
      <b>{formatShares(multiple.line.endsAt.reported)}</b>
    </p>
    <p className="multiple-head muted">
      <span>{heldIn(multiple)}</span>
      <span>{endInWords(multiple)}</span>
    </p>
  </>
);

const Plot = ({ domain, ...multiple }: SmallMultiple & { domain: TimeDomain }) => {
  const { line, highest, leftOn } = multiple;
  const position = timePosition(domain);
  const { top, y } = levelAxis(highest, HEIGHT);
  const end = shareOf(position(line.endsAt.day));
  const name = `${multiple.label}: ${formatShares(line.endsAt.reported)} ${heldIn(multiple)}, ${endInWords(multiple)}`;
  return (
    <svg className="chart" width="100%" height="100%" role="img" aria-label={name}>
      <TimeGrid domain={domain} labels="below" />
      {[0, top].map((tick) => (
        <g key={tick}>
          <line className={tick === 0 ? "baseline" : "grid"} x1="0" x2="100%" y1={y(tick)} y2={y(tick)} />
          <text className="tick anchor-end" x="-6" y={y(tick) + 4}>
            {formatTick(tick, "shares")}
          </text>
        </g>
      ))}
      <StepLine line={line} order={0} x={(day) => shareOf(position(day))} y={y} />
      {leftOn !== null && line.endsAt.isLastReport && (
        <line className="baseline" x1={end} x2={end} y1={y(line.endsAt.balance) - 7} y2={y(line.endsAt.balance) + 7} />
      )}
    </svg>
  );
};
