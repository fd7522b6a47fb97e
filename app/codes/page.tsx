import "@/components/codes/codes.css";
import { loadCodesView } from "@/app/codes/view";
import { IgnoredNames } from "@/app/ignored-names";
import { viewMetadata } from "@/app/view-metadata";
import { AllCodes } from "@/components/codes/all-codes";
import { CodesLead } from "@/components/codes/codes-lead";
import { codesUrl } from "@/lib/urls";

export const metadata = viewMetadata(
  {
    title: "Transaction codes",
    description: "What each transaction code of SEC Forms 3, 4 and 5 means, and how it is commonly misread.",
    url: codesUrl(),
  },
  ["json"],
);

export default async function CodesPage() {
  return (
    <>
      <CodesLead />
      <IgnoredNames path={codesUrl()} />
      <AllCodes view={await loadCodesView()} />
    </>
  );
}
