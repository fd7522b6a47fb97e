"use client";

import {
  type ComponentType,
  type KeyboardEvent,
  lazy,
  type MouseEvent,
  type ReactNode,
  Suspense,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import type { BarsDrawing } from "./bars-drawing";
import { Readout, type ReadoutText, readoutSentence } from "./readout";
import { type Stop, stopAfter, stopUnder } from "./stops";
import type { TradesDrawing } from "./trades-drawing";

type Props = ({ view: "trades"; drawing: TradesDrawing } | { view: "bars"; drawing: BarsDrawing }) & {
  /** What one press of an arrow key moves by: "trade", "month". */
  stopName: string;
  /** The line over the chart while no stop is chosen. Without it, the last stop is shown. */
  idle?: ReactNode;
  /** The server's drawing. */
  children: ReactNode;
};

const Nothing = () => null;

/** If the chunk fails to load, as it does offline, the server's drawing and the readout still work. */
const orNothing = <P,>(load: Promise<{ default: ComponentType<P> }>) =>
  load.catch((): { default: ComponentType<P> } => ({ default: Nothing }));

const TradesView = lazy(() => orNothing(import("./trades-view")));
const BarsView = lazy(() => orNothing(import("./bars-view")));

const KeepHint = () => (
  <span className="key wide-only" aria-hidden="true">
    Click or press Enter to pin
  </span>
);

/** A hidden copy of it makes room for as many lines as any readout takes, so that the plots never move. */
const longestReadout = (stops: readonly { readout: ReadoutText }[]): ReadoutText | undefined => {
  const lengths = stops.map(({ readout }) => readoutSentence(readout).length);
  return stops[lengths.indexOf(Math.max(...lengths))]?.readout;
};

/**
 * Shows the server's drawing of a chart until the reader points at or focuses it. Then recharts draws the same with a
 * crosshair. The readout is a fixed line over the chart, stepped with the pointer or arrow keys. A click, a tap or Enter on a mark
 * pins it, so that its link can be reached.
 */
export function Reach({ stopName, idle, children, ...chart }: Props) {
  const [isReady, setReady] = useState(false);
  const [isReached, setReached] = useState(false);
  const [isDrawn, setDrawn] = useState(false);
  const [active, setActive] = useState<number | null>(null);
  const [isPinned, setPinned] = useState(false);
  const [readoutRef, areaRef] = [useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null)];
  const readoutId = useId();
  useEffect(() => setReady(true), []);
  // Arrow keys step through the bars, so Tab need not. A changed filter brings a new drawing.
  useEffect(() => {
    for (const link of areaRef.current?.querySelectorAll("svg a") ?? []) link.setAttribute("tabindex", "-1");
  });

  const stops: readonly (Stop & { readout: ReadoutText })[] = chart.drawing.stops;
  const last = stops.length - 1;
  const shown = active ?? (idle === undefined ? last : null);
  const readout = shown === null ? undefined : stops[shown]?.readout;
  const longest = useMemo(() => longestReadout(stops), [stops]);
  const isPinnable = chart.view === "trades";
  const reach = () => setReached(true);

  const pin = (stop: number) => {
    setPinned(!(isPinned && stop === active));
    setActive(stop);
  };
  const release = () => {
    if (isPinned) setPinned(false);
    else setActive(null);
    areaRef.current?.focus();
  };
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || last < 0) return;
    if (event.key === "Enter" && shown !== null) {
      if (isPinnable && !isPinned) pin(shown);
      else readoutRef.current?.querySelector("a")?.click();
    }
    const next = stopAfter(stops, shown ?? last + 1, event);
    if (next === null) return;
    event.preventDefault();
    setPinned(false);
    setActive(next);
  };
  const click = (event: MouseEvent) => {
    const stop = stopUnder(event.target) ?? active;
    if (isPinnable && stop !== null) pin(stop);
  };

  const shared = {
    active,
    onActive: (stop: number | null) => isPinned || setActive(stop),
    onDrawn: () => setDrawn(true),
  };
  const interactiveView =
    chart.view === "trades" ? (
      <TradesView drawing={chart.drawing} {...shared} />
    ) : (
      <BarsView drawing={chart.drawing} {...shared} />
    );
  const interactive = isReady
    ? {
        tabIndex: 0,
        "aria-label": `${chart.drawing.name} Left and right arrow keys move by ${stopName}, or with Shift by year${isPinnable ? "; up and down arrow keys move by lane" : ""}. Home and End go to the first and last. ${isPinnable ? "Press Enter to pin the line above, and again to open it" : "Press Enter to open the transactions"}.`,
        "aria-describedby": readoutId,
      }
    : {};
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape releases what is pinned, in the readout too
    <div className="reach" onKeyDown={(event) => event.key === "Escape" && release()}>
      <div className="readout-room">
        <div ref={readoutRef} id={readoutId} className={isPinned ? "readout is-pinned" : "readout"} aria-live="polite">
          {readout ? <Readout {...readout} /> : idle}
          {isPinned ? (
            <button type="button" className="link-button" onClick={release}>
              Unpin
            </button>
          ) : (
            isPinnable && active !== null && <KeepHint />
          )}
        </div>
        {longest && (
          <div className="readout is-longest" inert>
            <Readout {...longest} />
            {isPinnable && <KeepHint />}
          </div>
        )}
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it has a role, and handles keys once JavaScript runs */}
      <div
        ref={areaRef}
        className="reach-area"
        role={isReady ? "application" : "group"}
        {...interactive}
        onPointerEnter={reach}
        onPointerDown={reach}
        onFocus={reach}
        onKeyDown={press}
        onClick={click}
      >
        {!isDrawn && <div className="reach-drawing">{children}</div>}
        {isReached && (
          <Suspense fallback={null}>
            <div className={isDrawn ? "reach-drawing" : "reach-drawing is-waiting"}>{interactiveView}</div>
          </Suspense>
        )}
      </div>
    </div>
  );
}
