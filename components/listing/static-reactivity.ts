import type { TableFeatures } from "@tanstack/react-table";

type Reactivity = NonNullable<TableFeatures["coreReactivityFeature"]>;

const nothing = { unsubscribe: () => {} };

/**
 * The reactivity that TanStack's core needs from a framework. The table is built once for each response on the server, so values
 * never change and nobody is notified.
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
