import type { FilteredList } from "@/lib/views/lists";

/** Names in the filter that nobody has, each with the nearest that somebody has. */
export const UnknownParties = ({ unknown }: { unknown: FilteredList["unknown"] }) =>
  unknown.length === 0 ? null : (
    <div className="notice" role="status">
      <ul>
        {unknown.map(({ name, value, didYouMean }) => (
          <li key={`${name}=${value}`}>
            No {name} in this database is called <b>{value}</b>.
            {didYouMean && (
              <>
                {" "}
                Did you mean <a href={didYouMean.href}>{didYouMean.label}</a>?
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
