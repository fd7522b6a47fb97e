/** A rectangle in points; `top` is smaller than `bottom`. */
export type Box = { left: number; right: number; top: number; bottom: number };

export const centreOf = ({ left, right, top, bottom }: Box) => ({ x: (left + right) / 2, y: (top + bottom) / 2 });
