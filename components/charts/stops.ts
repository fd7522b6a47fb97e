/** A stop of the crosshair: a mark in a lane, or a bar. */
export type Stop = { day: number; lane?: number };

/** What a drawing with a crosshair is given. */
export type ViewProps<Drawing> = {
  drawing: Drawing;
  /** The stop at the crosshair. */
  active: number | null;
  onActive: (stop: number | null) => void;
  /** Called when the chart is drawn, so that the server's drawing can be removed. */
  onDrawn: () => void;
};

const YEAR = 365;

/** The stop with the least distance; among equals, the first. */
const nearest = <S extends Stop>(stops: readonly S[], distance: (stop: S) => number): number | null => {
  let best: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  stops.forEach((stop, index) => {
    const away = distance(stop);
    if (away < least) [best, least] = [index, away];
  });
  return best;
};

/** The stop whose mark is under the pointer. */
export const stopUnder = (target: EventTarget): number | null => {
  const mark = target instanceof Element ? target.closest("[data-stop]") : null;
  return mark === null ? null : Number(mark.getAttribute("data-stop"));
};

/** The stop nearest to a point on the plot. A stop of another lane counts as farther away by `daysInGrasp`. */
export const stopAt = (stops: readonly Stop[], day: number, lane: number | null, daysInGrasp: number): number | null =>
  nearest(stops, (stop) => Math.abs(stop.day - day) + (lane !== null && stop.lane !== lane ? daysInGrasp : 0));

/** The nearest stop, in time, of the next lane that has any: above for -1, below for 1. */
const inNextLane = (stops: readonly Stop[], { day, lane = 0 }: Stop, way: 1 | -1): number | null => {
  const ahead = stops.flatMap((stop) => (((stop.lane ?? 0) - lane) * way > 0 ? [(stop.lane ?? 0) * way] : []));
  const next = Math.min(...ahead) * way;
  return nearest(stops, (stop) => (stop.lane === next ? Math.abs(stop.day - day) : Number.POSITIVE_INFINITY));
};

/**
 * The stop to which a key moves. Left and right go to the next stop in time, or with Shift to one at least a year away. Up and down go
 * from lane to lane. Null for other keys, and if there is no lane in that direction.
 */
export function stopAfter(
  stops: readonly Stop[],
  from: number,
  { key, shiftKey }: { key: string; shiftKey: boolean },
): number | null {
  const last = stops.length - 1;
  const at = stops[from];
  switch (key) {
    case "ArrowLeft":
      if (!shiftKey || !at) return Math.max(0, from - 1);
      return Math.max(
        0,
        stops.findLastIndex(({ day }) => day <= at.day - YEAR),
      );
    case "ArrowRight": {
      if (!shiftKey || !at) return Math.min(last, from + 1);
      const found = stops.findIndex(({ day }) => day >= at.day + YEAR);
      return found < 0 ? last : found;
    }
    case "ArrowUp":
    case "ArrowDown":
      return at ? inNextLane(stops, at, key === "ArrowUp" ? -1 : 1) : null;
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return null;
  }
}
