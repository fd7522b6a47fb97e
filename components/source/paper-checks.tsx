import { Icon } from "@/components/ui/icon";
import type { PaperCheck } from "@/paper/form/paper-reading";

/** Sums and rules of the form that confirm or contradict what was read on paper. Contradictions come first. */
export const PaperChecks = ({ checks }: { checks: PaperCheck[] }) => {
  const [contradicted, confirmed] = (["contradicted", "confirmed"] as const).map((outcome) =>
    checks.filter((check) => check.outcome === outcome),
  );
  if (checks.length === 0) return null;
  return (
    <div className="reconciliation paper-checks">
      <b>Checks of our reading</b>
      {contradicted?.map(({ message, pointers }) => (
        <span className="sum" key={`${pointers.join()} ${message}`}>
          <span>{message}</span>
          <b>contradicted</b>
        </span>
      ))}
      {confirmed?.map(({ message, pointers }) => (
        <span className="sum" key={`${pointers.join()} ${message}`}>
          {message}
          <Icon name="check" size={12} />
          <span className="visually-hidden">confirmed</span>
        </span>
      ))}
    </div>
  );
};
