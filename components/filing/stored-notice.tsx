import type { Filing } from "@/lib/record/filing";
import { plural } from "@/lib/values/counts";

type StoredNoticeProps = {
  stored: { outcome: "stored" | "already there" | "new version"; differences: string[] };
  source: Filing["source"];
};

/** What happened to an uploaded form, on the page of its filing. */
export const StoredNotice = ({ stored: { outcome, differences }, source }: StoredNoticeProps) => (
  <div className="notice" role="status">
    <p>{happened(outcome, source, differences.length)}</p>
    {differences.length > 0 && (
      <ul>
        {differences.map((difference) => (
          <li key={difference}>{difference}</li>
        ))}
      </ul>
    )}
  </div>
);

function happened(outcome: StoredNoticeProps["stored"]["outcome"], source: Filing["source"], differences: number) {
  if (outcome === "stored") return <b>The filing is stored.</b>;
  if (outcome === "new version") {
    return (
      <>
        <b>The filing is stored as a new version.</b> The earlier version is kept.
      </>
    );
  }
  const had = source === "xml" ? "We already had the XML of this filing." : "This filing was already stored.";
  return (
    <>
      <b>{had}</b> Nothing was changed.
      {source === "xml" && differences === 0 && " We found no difference between the XML and your form."}
      {differences > 0 && ` Your form differs from the XML in ${plural(differences, "place")}:`}
    </>
  );
}
