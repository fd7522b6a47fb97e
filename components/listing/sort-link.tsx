import { Icon } from "@/components/ui/icon";
import type { SortOrder } from "@/lib/filters/sort-order";

type SortLinkProps = {
  column: string;
  label: string;
  sort: SortOrder;
  href: (sort: SortOrder) => string;
  isName?: boolean;
};

/**
 * The heading of a sortable column. The first click sorts by largest or latest, or names from A to Z; the second reverses the order.
 */
export const SortLink = ({ column, label, sort, href, isName = false }: SortLinkProps) => {
  const isSorted = sort.column === column;
  return (
    <a href={href({ column, descending: isSorted ? !sort.descending : !isName })}>
      {label}
      {isSorted ? (
        <Icon name={sort.descending ? "down" : "up"} size={10} />
      ) : (
        <span className="sort-mark" aria-hidden="true" />
      )}
    </a>
  );
};
