import type { ReportingOwner } from "./filing";

/** Who an owner is, and the relationship to the issuer, without anything else that is known of the owner. */
export const reportingOwner = ({
  cik,
  name,
  isDirector,
  isOfficer,
  isTenPercentOwner,
  isOther,
  officerTitle,
  otherText,
}: ReportingOwner): ReportingOwner => ({
  cik,
  name,
  isDirector,
  isOfficer,
  isTenPercentOwner,
  isOther,
  officerTitle,
  otherText,
});
