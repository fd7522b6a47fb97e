import type { Issuer } from "@/db/sample/issuer";

export type Rank = "chief executive" | "officer" | "director";

const YEARLY_AWARD = {
  small: { "chief executive": 700_000, officer: 260_000, director: 80_000 },
  mid: { "chief executive": 2_600_000, officer: 800_000, director: 150_000 },
  large: { "chief executive": 9_500_000, officer: 2_700_000, director: 210_000 },
} as const;

/** Dollars a year in shares, units and options. */
export const yearlyAward = (issuer: Issuer, rank: Rank): number => YEARLY_AWARD[issuer.profile.size][rank];
