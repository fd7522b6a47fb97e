const paths = {
  search: "M10.5 10.5L14 14M11.5 7a4.5 4.5 0 1 1-9 0a4.5 4.5 0 0 1 9 0",
  close: "M3.5 3.5l9 9M12.5 3.5l-9 9",
  down: "M3 6l5 5 5-5",
  up: "M3 11l5-5 5 5",
  check: "M3 8.5l3.2 3.2L13 4.8",
  outward: "M5 3h8v8M13 3L4 12",
  filters: "M2 4h12M4.5 8h7M6.5 12h3",
} as const;

/** A small icon beside a word that says the same, so it is hidden from assistive technology. */
export const Icon = ({ name, size = 14 }: { name: keyof typeof paths; size?: number }) => (
  <svg className="icon" viewBox="0 0 16 16" width={size} height={size} aria-hidden="true">
    <path d={paths[name]} fill="none" stroke="currentColor" strokeWidth="1.5" />
  </svg>
);
