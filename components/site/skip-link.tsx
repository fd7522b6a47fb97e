/** First in the tab order; the page's `<main>` has the id `main`. */
export const SkipLink = () => (
  <a className="skip-link" href="#main">
    Skip to content
  </a>
);
