import { visibleControls } from "@/lib/values/visible-controls";

type IgnoredValue = {
  name: string;
  value: string;
  /** Why it could not be read: "June has 30 days". */
  reason?: string;
  /** The address without this value. */
  hrefWithout: string;
};

/** Values of the address that could not be read. The rest of the address still applies, and the reader sees what was ignored. */
export const IgnoredValues = ({ ignored }: { ignored: IgnoredValue[] }) =>
  ignored.length === 0 ? null : (
    <div className="notice" role="status">
      <ul>
        {ignored.map(({ name, value, reason, hrefWithout }) => (
          <li key={`${name}=${value}`}>
            Ignored:{" "}
            <span className="id">
              {visibleControls(name)}={visibleControls(value)}
            </span>
            {reason && <span className="secondary"> ({reason})</span>} <a href={hrefWithout}>Link without it</a>
          </li>
        ))}
      </ul>
    </div>
  );
