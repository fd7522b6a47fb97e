import { useSyncExternalStore } from "react";

/** The name under which the browser keeps all views. */
export const STORED_VIEWS = "views";

/** Whether the browser keeps a view, without reading all that it keeps. False until script runs. */
export const useIsSaved = (url: string): boolean =>
  useSyncExternalStore(
    onStored,
    () => isKept(url),
    () => false,
  );

/** Calls back whenever this tab or another one has changed what is kept. Returns a function that ends this. */
export function onStored(changed: () => void) {
  window.addEventListener("storage", changed);
  return () => window.removeEventListener("storage", changed);
}

function isKept(url: string): boolean {
  try {
    return localStorage.getItem(STORED_VIEWS)?.includes(JSON.stringify(url)) ?? false;
  } catch {
    return false;
  }
}
