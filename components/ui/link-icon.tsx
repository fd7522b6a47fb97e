/** In its own file, because it is the only icon that is also drawn in the browser. */
export const LinkIcon = () => (
  <svg className="icon" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
    <path
      d="M6.8 9.2a2.6 2.6 0 0 0 3.7 0l2.3-2.3a2.6 2.6 0 1 0-3.7-3.7l-.9.9M9.2 6.8a2.6 2.6 0 0 0-3.7 0L3.2 9.1a2.6 2.6 0 1 0 3.7 3.7l.9-.9"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
    />
  </svg>
);
