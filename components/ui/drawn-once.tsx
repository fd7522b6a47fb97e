import { keepMarkup } from "./kept-markup";
import { ServerMarkup } from "./server-markup";

/**
 * Markup that the server draws and the browser leaves as it is. React would send every element a second time, as data to render it
 * again; of a long table that is two thirds of the page. What is inside can hold no client component: what it does with script, an
 * enclosing one does by the DOM.
 */
export const DrawnOnce = ({ children }: { children: React.ReactNode }) => {
  const kept = keepMarkup(children);
  // What script asks for when it changes a filter is data alone: no markup is made that could hold this.
  return kept === null ? children : <ServerMarkup of={kept} />;
};
