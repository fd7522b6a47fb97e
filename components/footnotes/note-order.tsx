import type { NoteOrder } from "@/lib/note-search/note-search";

type NoteOrderLinksProps = { order: NoteOrder; hrefOf: (order: NoteOrder) => string };

const ORDERS: readonly { order: NoteOrder; label: string }[] = [
  { order: "newest", label: "Newest first" },
  { order: "best", label: "Best first" },
];

/** The order of what was found, as links. */
export const NoteOrderLinks = ({ order, hrefOf }: NoteOrderLinksProps) => (
  <nav className="segments" aria-label="Order">
    {ORDERS.map(({ order: other, label }) => (
      <a key={other} href={hrefOf(other)} aria-current={other === order ? "true" : undefined}>
        {label}
      </a>
    ))}
  </nav>
);
