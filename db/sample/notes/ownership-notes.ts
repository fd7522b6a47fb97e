import type { Wording } from "@/db/sample/wording";

export const familyTrust = (wording: Wording, name: string): string =>
  wording.choose("family trust", [
    `Held by the ${name}, of which the Reporting Person is trustee and a beneficiary.`,
    `The shares are held in the ${name} for the benefit of the reporting person's children. The reporting person disclaims beneficial ownership except to the extent of any pecuniary interest.`,
    `Shares owned by the ${name}; the reporting person and spouse are co-trustees.`,
  ]);

export const spouse =
  "The reporting person disclaims beneficial ownership of the shares held by the spouse, and this report is not an admission of such ownership.";

export const giftToTrust = (wording: Wording, name: string): string =>
  wording.choose("gift to trust", [
    `Gift to the ${name}, made for estate planning. No consideration was paid.`,
    `Bona fide gift of shares from the reporting person to the ${name}; the shares remain reported as indirectly owned.`,
    `Transfer by gift to the ${name} for no value.`,
  ]);

export const giftToCharity = (wording: Wording): string =>
  wording.choose("gift to charity", [
    "Bona fide gift to a charitable organization.",
    "Charitable contribution to a donor-advised fund. The reporting person received nothing in return.",
    "Shares given to a not-for-profit institution; no consideration was received.",
  ]);

export const groupDisclaimer =
  "Each reporting person disclaims beneficial ownership of these securities except to the extent of its or his pecuniary interest therein, and the filing of this report is not an admission that any of them is the beneficial owner for Section 16 or any other purpose.";

export const heldByFund = (fund: string, partner: string, manager: string): string =>
  `The securities are held of record by ${fund} (the "Fund"). ${partner} is the general partner of the Fund, and ${manager} manages its investments; both may be deemed to share voting and dispositive power.`;

export const affiliatedDirector = (person: string, fund: string): string =>
  `${person}, a director of the Issuer, is a managing member of the general partner of ${fund}, and may be regarded as a beneficial owner of its shares.`;

export const retirementPlan =
  "Shares credited to the reporting person's plan account, as of its most recent statement.";

export const changeOfForm = (shares: string, vehicle: string): string =>
  `Reflects the transfer of ${shares} shares to ${vehicle} in a mere change in the form of beneficial ownership, exempt under Rule 16a-13.`;
