const STORED = "shortcuts";

/** Used if the browser does not let us store the choice. It then lasts as long as the page. */
let chosen: boolean | null = null;

/** Whether keyboard shortcuts are on. Speech input, for example, types words that would trigger them. */
export function shortcutsAreOn(): boolean {
  try {
    return localStorage.getItem(STORED) !== "off";
  } catch {
    return chosen ?? true;
  }
}

export function switchShortcuts(on: boolean) {
  chosen = on;
  try {
    if (on) localStorage.removeItem(STORED);
    else localStorage.setItem(STORED, "off");
  } catch {
    // See `chosen`.
  }
}

const FIELDS = "input:not([type='checkbox'], [type='radio']), textarea, select, [contenteditable='true']";

/** Whether a key press can be a shortcut: they are on, nothing else has handled it, and the reader is not typing. */
export const canBeShortcut = (event: KeyboardEvent): boolean =>
  shortcutsAreOn() &&
  !event.defaultPrevented &&
  !event.isComposing &&
  !(event.target instanceof Element && event.target.closest(FIELDS));

/** The same for shortcuts of a single key. A dialog or panel that is open over the page has the keyboard to itself. */
export const canBeSingleKey = (event: KeyboardEvent): boolean =>
  canBeShortcut(event) &&
  !event.ctrlKey &&
  !event.metaKey &&
  !event.altKey &&
  document.querySelector("dialog:modal, :popover-open") === null;
