/**
 * An object for keys that come from a filing, such as footnote ids or element names. It has no prototype, so that `constructor`
 * and `__proto__` are ordinary keys.
 */
export const emptyRecord = <Value>(): Record<string, Value> => Object.create(null);
