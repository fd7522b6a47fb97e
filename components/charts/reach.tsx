"use client";

import {
  type ComponentType,
  type KeyboardEvent,
  lazy,
  type ReactNode,
  Suspense,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import type { BarsDrawing } from "./bars-drawing";
import { BarsSvg } from "./bars-svg";
import { Readout, type ReadoutText } from "./readout";
import type { TradesDrawing } from "./trades-drawing";
import { TradesSvg } from "./trades-svg";

export type ViewProps<Drawing> = {
  drawing: Drawing;
  /** The stop at the crosshair. */
  active: number | null;
  onActive: (stop: number | null) => void;
  /** Called when the chart is drawn, so that the server's drawing can be removed. */
  onDrawn: () => void;
};

type Props = ({ view: "trades"; drawing: TradesDrawing } | { view: "bars"; drawing: BarsDrawing }) & {
  /** What one press of an arrow key moves by: "trade", "month". */
  stopName: string;
  /** The line over the chart while no stop is chosen. Without it, the last stop is shown. */
  idle?: ReactNode;
};

const Nothing = () => null;

/** If the chunk fails to load, as it does offline, the server's drawing and the readout still work. */
const orNothing = <P,>(load: Promise<{ default: ComponentType<P> }>) =>
  load.catch((): { default: ComponentType<P> } => ({ default: Nothing }));

const TradesView = lazy(() => orNothing(import("./trades-view")));
const BarsView = lazy(() => orNothing(import("./bars-view")));

const stepOf: Record<string, (active: number | null, last: number) => number> = {
  ArrowLeft: (active, last) => Math.max(0, (active ?? last + 1) - 1),
  ArrowRight: (active, last) => Math.min(last, (active ?? last) + 1),
  Home: () => 0,
  End: (_active, last) => last,
};

/**
 * Shows the server's drawing of a chart until the reader points at or focuses it. Then recharts draws the same with a
 * crosshair. The readout is a fixed line over the chart, stepped with the pointer or arrow keys. The page sends the data of
 * the drawing once, for both.
 */
export function Reach({ stopName, idle, ...chart }: Props) {
  const [isReady, setReady] = useState(false);
  const [isReached, setReached] = useState(false);
  const [isDrawn, setDrawn] = useState(false);
  const [active, setActive] = useState<number | null>(null);
  const readoutRef = useRef<HTMLDivElement>(null);
  const readoutId = useId();
  useEffect(() => setReady(true), []);

  const stops: readonly { readout: ReadoutText }[] = chart.drawing.stops;
  const last = stops.length - 1;
  const shown = stops[active ?? (idle === undefined ? last : -1)];
  const reach = () => setReached(true);

  const step = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || last < 0) return;
    if (event.key === "Enter") readoutRef.current?.querySelector("a")?.click();
    if (event.key === "Escape") setActive(null);
    const next = stepOf[event.key];
    if (!next) return;
    event.preventDefault();
    setActive(next(active, last));
  };

  const shared = { active, onActive: setActive, onDrawn: () => setDrawn(true) };
  const interactive = isReady
    ? {
        tabIndex: 0,
        "aria-label": `${chart.drawing.name} Arrow keys step by ${stopName}, Home and End go to the first and last.`,
        "aria-describedby": readoutId,
      }
    : {};
  return (
    <div className="reach">
      <div ref={readoutRef} id={readoutId} className="readout" aria-live="polite">
        {shown ? <Readout {...shown.readout} /> : idle}
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it has a role, and handles keys once JavaScript runs */}
      <div
        className="reach-area"
        role={isReady ? "application" : "group"}
        {...interactive}
        onPointerEnter={reach}
        onPointerDown={reach}
        onFocus={reach}
        onKeyDown={step}
      >
        {!isDrawn && (
          <div className="reach-drawing">
            {chart.view === "trades" ? <TradesSvg drawing={chart.drawing} /> : <BarsSvg drawing={chart.drawing} />}
          </div>
        )}
        {isReached && (
          <Suspense fallback={null}>
            <div className={isDrawn ? "reach-drawing" : "reach-drawing is-waiting"}>
              {chart.view === "trades" ? (
                <TradesView drawing={chart.drawing} {...shared} />
              ) : (
                <BarsView drawing={chart.drawing} {...shared} />
              )}
            </div>
          </Suspense>
        )}
      </div>
    </div>
  );
}
