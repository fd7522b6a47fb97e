import { SectionHead } from "@/components/site/section-head";
import { RATES } from "@/lib/alerts/alert";
import { RATES_IN_WORDS } from "@/lib/alerts/confirmation-mail";
import { footnotesUrl, subscribeUrl, transactionsUrl } from "@/lib/urls";
import { upperFirst } from "@/lib/values/upper-first";

type AskForAlertProps = {
  /** Null if the reader has not chosen a list. `problem` ends a sentence that begins with the address. */
  view: { url: string; title: string } | { address: string; problem: string } | null;
};

/** The form with which a reader asks for email about a list. */
export const AskForAlert = ({ view }: AskForAlertProps) => {
  if (view === null || "problem" in view)
    return (
      <div className="work">
        <p className="prose">
          {view !== null && `The address ${view.address} ${view.problem}. `}
          Open a list, such as <a href={transactionsUrl()}>transactions</a> or <a href={footnotesUrl()}>footnotes</a>,
          or the page of an insider or issuer. Set its filters, and choose “Email alerts” there.
        </p>
      </div>
    );
  return (
    <div className="work">
      <section className="section" aria-labelledby="alert-list">
        <SectionHead id="alert-list" title="The list" />
        <p className="prose">
          <a href={view.url}>{view.title}</a>
        </p>
        <form className="alert-form" action={subscribeUrl()} method="post">
          <input type="hidden" name="view" value={view.url} />
          <label className="field">
            <span>Your email address</span>
            <input className="input" type="email" name="email" required maxLength={254} autoComplete="email" />
          </label>
          <fieldset className="alert-rates">
            <legend>When you get email</legend>
            {RATES.map((rate) => (
              <label key={rate} className="check">
                <input type="radio" name="rate" value={rate} defaultChecked={rate === "daily"} />
                {upperFirst(RATES_IN_WORDS[rate])}
              </label>
            ))}
          </fieldset>
          <p className="small muted">
            We use your address for this alert only, and delete it if you do not confirm within three days.
          </p>
          <p className="buttons">
            <button className="button is-primary" type="submit">
              Send me the link to confirm
            </button>
          </p>
        </form>
      </section>
    </div>
  );
};
