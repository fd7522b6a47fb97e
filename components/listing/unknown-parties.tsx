import type { UnknownName } from "@/lib/views/nothing-found";

/** Names and CIKs in the filter that match nobody, each with the nearest known name. */
export const UnknownParties = ({ unknown }: { unknown: readonly UnknownName[] }) =>
  unknown.length === 0 ? null : (
    <div className="notice" role="status">
      <ul>
        {unknown.map(({ name, by, value, didYouMean }) => (
          <li key={`${name}=${value}`}>
            No {name} in this database {by === "cik" ? "has the" : "is called"} <b>{value}</b>.
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
