/** A rectangle in points; `top` is smaller than `bottom`. */
export type Rectangle = { left: number; right: number; top: number; bottom: number };

export const centreOf = ({ left, right, top, bottom }: Rectangle) => ({ x: (left + right) / 2, y: (top + bottom) / 2 });
