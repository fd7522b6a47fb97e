import type { CoverageState } from "@/lib/coverage/coverage";

const WIDE = { width: 20, height: 14 };
const SMALL = { width: 12, height: 12 };

const idOf = (state: CoverageState, size: "day" | "quarter") => `coverage-${size}-${state.replaceAll(" ", "-")}`;

/** Defines the marks of days and quarters once. Render it before the first mark. Each state has its own shape and colour. */
export const CoverageMarks = () => (
  <svg className="coverage-marks" width="0" height="0" aria-hidden="true">
    {(
      [
        ["day", WIDE],
        ["quarter", SMALL],
      ] as const
    ).map(([size, { width, height }]) => {
      const outline = { x: 0.75, y: 0.75, width: width - 1.5, height: height - 1.5 };
      return (
        <g key={size}>
          <symbol id={idOf("complete", size)} viewBox={`0 0 ${width} ${height}`}>
            <rect width={width} height={height} className="coverage-fill" />
          </symbol>
          <symbol id={idOf("partly stored", size)} viewBox={`0 0 ${width} ${height}`}>
            <rect {...outline} className="coverage-outline" />
            <rect y={height / 2} width={width} height={height / 2} className="coverage-fill" />
          </symbol>
          <symbol id={idOf("missing", size)} viewBox={`0 0 ${width} ${height}`}>
            <rect {...outline} className="coverage-dashed" />
          </symbol>
          <symbol id={idOf("being read", size)} viewBox={`0 0 ${width} ${height}`}>
            <rect {...outline} className="coverage-outline" />
            <rect width={width / 2} height={height} className="coverage-fill" />
          </symbol>
          <symbol id={idOf("closed", size)} viewBox={`0 0 ${width} ${height}`}>
            <circle cx={width / 2} cy={height / 2} r="1.75" className="coverage-dot" />
          </symbol>
        </g>
      );
    })}
  </svg>
);

type CoverageMarkProps = {
  state: CoverageState;
  size: "day" | "quarter";
  /** Accessible name. Omit it where the text beside the mark says the same. */
  label?: string;
};

export const CoverageMark = ({ state, size, label }: CoverageMarkProps) => {
  const use = <use href={`#${idOf(state, size)}`} />;
  const { width, height } = size === "day" ? WIDE : SMALL;
  return label ? (
    <svg className="coverage-mark" width={width} height={height} role="img" aria-label={label}>
      {use}
    </svg>
  ) : (
    <svg className="coverage-mark" width={width} height={height} aria-hidden="true">
      {use}
    </svg>
  );
};

type Legend = { state: CoverageState; words?: string };

/** Legend of the coverage marks. */
export const CoverageLegend = ({ marks }: { marks: readonly Legend[] }) => (
  <span className="coverage-legend">
    {marks.map(({ state, words = state }) => (
      <span key={state}>
        <CoverageMark state={state} size="quarter" />
        {words}
      </span>
    ))}
  </span>
);
