import { PageLead } from "@/components/site/page-lead";

/** Explains what the codes are for. */
export const CodesLead = () => (
  <PageLead
    eyebrow="Transaction codes"
    title="The code says why a holding changed; the letter A or D only says which way"
    standfirst={
      <>
        Column 3 of Forms 4 and 5 gives every transaction a code. P and S, <b>purchase and sale</b>, are trades at a
        price set by the market or the parties. Most other codes are for pay, tax, gifts and reorganisations.
      </>
    }
  />
);
