/** The parameter that every list has for its page. */
const PAGE = "after";
const NOTES = "#notes=";

/** The fragment for footnotes that are open in place, or an empty string if none are. */
export const openNotesFragment = (notes: readonly string[]): string =>
  notes.length === 0 ? "" : `${NOTES}${notes.map(encodeURIComponent).join()}`;

/** The footnotes that a fragment opens. */
export function notesInFragment(fragment: string): string[] {
  if (!fragment.startsWith(NOTES)) return [];
  try {
    return fragment.slice(NOTES.length).split(",").map(decodeURIComponent);
  } catch {
    return [];
  }
}

/**
 * The full address of what is on the screen. `view` is the address of the view as we write it, which the address bar may spell
 * differently. The page of a list and the footnotes that are open come from the address bar.
 */
export function addressOnScreen(view: string, addressBar: string): string {
  const here = new URL(addressBar);
  const address = new URL(view, here);
  if (address.pathname !== here.pathname) return address.href;
  const page = here.searchParams.get(PAGE);
  if (page && !address.searchParams.has(PAGE)) address.searchParams.set(PAGE, page);
  if (address.hash === "" && notesInFragment(here.hash).length > 0) address.hash = here.hash;
  return address.href;
}
