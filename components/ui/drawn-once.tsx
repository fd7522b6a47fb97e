import { keepMarkup } from "./kept-markup";
import { ServerMarkup } from "./server-markup";

/**
 * Markup that the server renders and the browser leaves alone. React would also send every element as data to render again,
 * which for a long table is two thirds of the page. It cannot contain client components; an enclosing one can work on its DOM.
 */
export const DrawnOnce = ({ children }: { children: React.ReactNode }) => {
  const kept = keepMarkup(children);
  // If JavaScript requests a page after a filter changes, it gets only data. No markup is made, so there is none to keep.
  return kept === null ? children : <ServerMarkup of={kept} />;
};
