import { Icon } from "@/components/ui/icon";
import type { SortOrder } from "@/lib/filters/sort-order";

type SortLinkProps = { column: string; label: string; sort: SortOrder; href: (sort: SortOrder) => string };

/** The head of a column that can be sorted by: largest or latest first, and a second time the other way round. */
export const SortLink = ({ column, label, sort, href }: SortLinkProps) => {
  const isSorted = sort.column === column;
  return (
    <a href={href({ column, descending: !(isSorted && sort.descending) })}>
      {label}
      {isSorted && <Icon name={sort.descending ? "down" : "up"} size={10} />}
    </a>
  );
};
