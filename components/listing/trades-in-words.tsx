import { Unbroken } from "@/components/ui/unbroken";
import { type Traders, tradesInParts } from "@/lib/headlines/trades-in-words";
import type { TradeSums } from "@/lib/series/trade-sums";

/** What was bought and sold, as part of a sentence. */
export const TradesInWords = ({ sums, who }: { sums: TradeSums; who?: Traders }) =>
  tradesInParts(sums, who).map(({ text, kind }, index) =>
    kind === "sum" ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence have no other key, and stay in their order.
      <b key={index}>{text}</b>
    ) : kind === "remark" ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above.
      <Unbroken key={index}>{text}</Unbroken>
    ) : (
      text
    ),
  );
