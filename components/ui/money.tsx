import { Missing } from "./missing";

type MoneyProps = {
  /** The output of `formatPrice`, `formatValue` or `formatSummary`. `null` means not reported. */
  text: string | null;
  /** Values of purchases and sales are bold. */
  strong?: boolean;
  /** Whether the price is a weighted average. */
  average?: boolean;
};

/** An amount of money, with its unit dimmed. */
export const Money = ({ text, strong = false, average = false }: MoneyProps) => {
  if (text === null) return <Missing />;
  const [sign = "", digits] = text.split("$");
  if (text === "$0") return <span className="is-zero">{text}</span>;
  return (
    <span className={strong ? "strong" : undefined}>
      {average && (
        <span className="average" title="Weighted average price">
          avg
        </span>
      )}
      {digits === undefined ? (
        text
      ) : (
        <>
          {sign}
          <span className="unit">$</span>
          {digits}
        </>
      )}
    </span>
  );
};
