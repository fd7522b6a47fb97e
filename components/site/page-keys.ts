import { addressOnScreen } from "@/components/ui/address-on-screen";
import { searchUrl } from "@/lib/urls";

/** What the cursor moves over. A filing in a list is one group of rows. */
const ROWS = [
  ".screener > tbody",
  "table.stack:not(.screener) > tbody > tr:not(.note-row)",
  ".form-table tr[id]",
  ".results > li",
  ".found-notes > li",
].join();
const CURSOR = '[aria-current="true"]';
const FOCUSABLE = ":is(summary, input:not([type='hidden']), select, button)";

const firstVisible = (...selectors: string[]): HTMLElement | null => {
  for (const selector of selectors) {
    for (const element of document.querySelectorAll<HTMLElement>(selector)) {
      if (element.checkVisibility()) return element;
    }
  }
  return null;
};

/** Goes to the search field of the bar, of the page, or of the search page. */
export function goToSearch() {
  const field = firstVisible(".find input", "main input[type='search']");
  if (!field) return window.location.assign(searchUrl());
  field.focus();
  if (field instanceof HTMLInputElement) field.select();
}

export function goToFilters() {
  firstVisible(`main .filters ${FOCUSABLE}`, `main form[method='get'] ${FOCUSABLE}`)?.focus();
}

/** The link that leads from a row to what it is about. */
const linkOf = (row: Element) => row.querySelector<HTMLElement>("a[href]:not(.marker)");

const cursorRow = (): HTMLElement | null => document.querySelector<HTMLElement>(`main :is(${ROWS})${CURSOR}`);

/** Moves the cursor to the next or previous row, with the focus on its link. It begins at the first row in the window. */
export function moveCursor(by: 1 | -1) {
  const rows = [...document.querySelectorAll<HTMLElement>(`main :is(${ROWS})`)].filter((row) => row.checkVisibility());
  const before = cursorRow();
  const at = before ? rows.indexOf(before) + by : rows.findIndex((row) => row.getBoundingClientRect().top >= 0);
  const row = rows[Math.min(at, rows.length - 1)];
  if (!row || at < 0) return;
  before?.removeAttribute("aria-current");
  row.setAttribute("aria-current", "true");
  const link = linkOf(row);
  if (!link) row.tabIndex = -1;
  (link ?? row).focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

export const openCursorRow = () => {
  const row = cursorRow();
  if (row) linkOf(row)?.click();
};

/** Copies the address of the view. Returns whether the browser allowed it. */
export async function copyThisView(): Promise<boolean> {
  const { pathname, search, href } = window.location;
  const view = [...document.querySelectorAll<HTMLElement>("main [data-copies]")]
    .map((button) => button.dataset.copies ?? "")
    .find((address) => address.split("?")[0] === pathname);
  try {
    await navigator.clipboard.writeText(addressOnScreen(view ?? pathname + search, href));
    return true;
  } catch {
    return false;
  }
}
