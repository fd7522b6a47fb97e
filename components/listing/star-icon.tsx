/** Not among the icons of `components/ui`, which every page loads. A word beside it says the same. */
export const StarIcon = () => (
  <svg className="icon" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
    <path
      d="M8 1.8l1.9 4 4.3.5-3.2 3 .9 4.3L8 11.5l-3.9 2.1.9-4.3-3.2-3 4.3-.5z"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
    />
  </svg>
);
