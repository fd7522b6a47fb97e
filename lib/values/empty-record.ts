/**
 * An object for keys that a filing chooses, such as footnote ids or element names. It has no prototype, so that
 * `constructor` and `__proto__` are keys like any other.
 */
export const emptyRecord = <Value>(): Record<string, Value> => Object.create(null);
