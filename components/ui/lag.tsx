type LagProps = {
  /** Business days from trade or deemed execution to filing. */
  days: number;
  /** Set by the rule of the form, not by the number alone. */
  late: boolean;
};

/** How long after the trade the filing came: `+2d`, or bold and underlined where it came late. */
export const Lag = ({ days, late }: LagProps) => {
  const unit = days === 1 ? "business day" : "business days";
  const title = `${days} ${unit} from trade to filing`;
  return late ? (
    <span className="lag is-late" title={`${title}; a Form 4 is due within two`}>
      +{days} days
    </span>
  ) : (
    <span className="lag" title={title}>
      +{days}d
    </span>
  );
};
