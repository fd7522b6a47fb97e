/** What an owner is to the issuer, by the boxes of the form or by the officer's title, in the order of their bits in `roleBits`. */
export const ROLES = [
  "director",
  "officer",
  "ceo",
  "cfo",
  "coo",
  "president",
  "general-counsel",
  "chair",
  "vp",
  "ten-percent",
  "other",
] as const;
export type Role = (typeof ROLES)[number];

/** Several roles as one number. */
export const roleBits = (roles: Iterable<Role>): number =>
  [...roles].reduce((bits, role) => bits | (1 << ROLES.indexOf(role)), 0);
