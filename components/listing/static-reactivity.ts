import type { TableFeatures } from "@tanstack/react-table";

type Reactivity = NonNullable<TableFeatures["coreReactivityFeature"]>;

const nothing = { unsubscribe: () => {} };

/**
 * What TanStack's core asks of a framework, for a table that is made for one answer on the server and thrown away: values
 * stay as they were given, and nobody is told of anything.
 */
export const staticReactivity: Reactivity = {
  createOptionsStore: false,
  wrapExternalAtoms: false,
  createWritableAtom: <T>(initial: T) => {
    let value = initial;
    return {
      get: () => value,
      set: (next: T | ((before: T) => T)) => {
        value = next instanceof Function ? next(value) : next;
      },
      subscribe: () => nothing,
    };
  },
  createReadonlyAtom: (read) => ({ get: read, subscribe: () => nothing }),
  addSubscription: () => {},
  untrack: (read) => read(),
  batch: (run) => run(),
  schedule: (run) => run(),
};
