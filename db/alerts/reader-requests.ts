import { type AlertRate, type AlertState, RATES } from "@/lib/alerts/alert";

/** What readers may know about an alert of theirs. */
export type ReaderAlert = { id: string; view: string; rate: AlertRate; state: AlertState };

/** What a reader can do with an alert. A rate changes how often mail comes. */
export const CHANGES = ["confirm", "stop", ...RATES] as const;
export type AlertChange = (typeof CHANGES)[number];

/** What the site asks the alert process for. */
export type ReaderRequest =
  /** `from` identifies the network of a reader, for limits. */
  | { ask: "subscribe"; view: string; email: string; rate: AlertRate; from: string }
  | { ask: "find"; id: string; key: string }
  | { ask: "change"; id: string; key: string; change: AlertChange };

/** `deleted`: the link was ours, but its alert no longer exists. Null: the key is not that of the alert. */
export type FoundAlert = ReaderAlert | "deleted" | null;

export type ReaderAnswers = {
  /** `asked`, whether or not the address has this alert already, or has been sent too much mail: nobody else should learn that. */
  subscribe: "asked" | "too many from one" | "too many";
  find: FoundAlert;
  change: FoundAlert;
};
