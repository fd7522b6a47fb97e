import { filedOn, namesInSentence, ownerNames } from "@/lib/record/filing-names";
import type { FilingView } from "./filing-view";

/**
 * On phones: whose filing it is, in one line at the top of the window once the headline is out of sight. A link to a row can land
 * far below it.
 */
export const RunningHead = ({ view: { entry, form } }: { view: FilingView }) => {
  const { filing } = entry;
  const day = filedOn(filing);
  const about = [
    filing.issuer.tradingSymbol ?? filing.issuer.name,
    filing.documentType === null ? null : `Form ${filing.documentType}`,
    day,
  ].filter((part) => part !== null);
  return (
    <p className="running-head">
      <b>{namesInSentence(ownerNames(form))}</b> <span>{about.join(" · ")}</span>
    </p>
  );
};
