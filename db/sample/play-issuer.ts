import { withAmendments } from "@/db/sample/amendments";
import type { Cast } from "@/db/sample/cast";
import type { Filing } from "@/db/sample/filing";
import type { Houses } from "@/db/sample/houses";
import { has, type Issuer, splitsOf } from "@/db/sample/issuer";
import { PricePath } from "@/db/sample/price-path";
import { Random } from "@/db/sample/random";
import { Stage } from "@/db/sample/stage";
import { planTorontoTrades } from "@/db/sample/stories/canadian";
import { planCareers } from "@/db/sample/stories/careers";
import { planClusterPurchases, planSmallPurchases } from "@/db/sample/stories/cluster-purchases";
import { planFundSwitches, planPartnershipUnits, planPhantomStock } from "@/db/sample/stories/deferred-pay";
import { planConvertibleNotes, planWarrants, planWrittenCalls } from "@/db/sample/stories/derivative-dealings";
import { planFamily } from "@/db/sample/stories/family";
import { planForeignInsiders } from "@/db/sample/stories/foreign-insiders";
import { planGoingPublic } from "@/db/sample/stories/going-public";
import { planLargeHolders } from "@/db/sample/stories/large-holders";
import { planMissingFiling } from "@/db/sample/stories/missing-filing";
import { planQuietGains } from "@/db/sample/stories/quiet-gains";
import { planShowpiece } from "@/db/sample/stories/showpiece";
import {
  planForgottenHolding,
  planForgottenTrades,
  planRenamedTrust,
  planSecondNumber,
  planSmallAcquisitions,
} from "@/db/sample/stories/small-matters";
import { planSplits } from "@/db/sample/stories/splits";
import { planTakeover } from "@/db/sample/stories/takeovers";
import { planTwoClasses } from "@/db/sample/stories/two-classes";
import { planYearEnds } from "@/db/sample/stories/year-end";

/** Plays a company's years, and gives all that its insiders filed. */
export function playIssuer(issuer: Issuer, cast: Cast, houses: Houses): Filing[] {
  const random = new Random(`play/${issuer.cik}`);
  const stage = new Stage(issuer, priceOf(issuer, random), cast, random.child("stories"));
  if (has(issuer, "foreign private issuer")) planForeignInsiders(stage);
  else planDomestic(stage, houses);
  stage.schedule.run();
  return withAmendments(stage.desk.filings, random.child("amendments"));
}

function priceOf(issuer: Issuer, random: Random): PricePath {
  const { volatility } = issuer.industry;
  const drift = driftOf(issuer);
  const shocks = [];
  if (has(issuer, "market falls")) {
    const on = issuer.from + random.int(300, 2400);
    shocks.push({ on, move: -0.24 }, { on: on + 1, move: -0.09 }, { on: on + 2, move: -0.04 });
  }
  return new PricePath(
    { start: issuer.profile.price, drift, volatility, shocks, splits: splitsOf(issuer) },
    random.child("price"),
  );
}

/** Companies split their shares after years of rising, and gather them after years of falling. */
function driftOf(issuer: Issuer): number {
  if (has(issuer, "split")) return 0.0011;
  return has(issuer, "reverse split") ? -0.0016 : issuer.industry.drift;
}

/** Stories are planned in an order that they rely on: first the people, then what happens to them. */
function planDomestic(stage: Stage, houses: Houses): void {
  const { issuer, random } = stage;
  planSplits(stage);
  planYearEnds(stage);
  planCareers(stage);
  const [chief, finance, officer = finance] = stage.seats;
  const directors = stage.seats.filter((seat) => seat.role.officerTitle === null);
  const [director] = directors;
  if (has(issuer, "showpiece")) planShowpiece(stage);
  if (has(issuer, "two classes") && chief) planTwoClasses(stage, chief);
  planQuietGains(stage);
  planFundSwitches(stage);
  if (has(issuer, "market falls") || random.chance(0.35)) planClusterPurchases(stage);
  planSmallPurchases(stage);
  if (random.chance(0.2)) planMissingFiling(stage);
  if (has(issuer, "going public")) planGoingPublic(stage, houses);
  planLargeHolders(stage, houses);
  if (has(issuer, "family")) planFamily(stage);
  if (has(issuer, "warrants") && director) planWarrants(stage, director);
  if (has(issuer, "warrants") && finance) planWrittenCalls(stage, finance);
  if (has(issuer, "convertible notes") && director) planConvertibleNotes(stage, director);
  if (has(issuer, "phantom stock")) planPhantomStock(stage, directors.slice(0, 3));
  if (has(issuer, "operating partnership") && chief) planPartnershipUnits(stage, chief);
  if (has(issuer, "reinvests dividends")) planSmallAcquisitions(stage, directors);
  if (has(issuer, "Canadian")) planTorontoTrades(stage, stage.seats.slice(0, 4));
  if (random.chance(0.25)) planForgottenTrades(stage, random.sample(stage.seats, 2));
  if (has(issuer, "retirement plan") && officer) planForgottenHolding(stage, officer);
  if (issuer.index % 10 === 3) planRenamedTrust(stage, stage.seats);
  if (issuer.index % 30 === 7 && finance) planSecondNumber(stage, finance);
  if (has(issuer, "tender offer") || has(issuer, "merger")) planTakeover(stage);
}
