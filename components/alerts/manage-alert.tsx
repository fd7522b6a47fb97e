import { SectionHead } from "@/components/site/section-head";
import { type AlertRate, type AlertState, RATES } from "@/lib/alerts/alert";
import { RATES_IN_WORDS } from "@/lib/alerts/confirmation-mail";
import { upperFirst } from "@/lib/values/upper-first";

type ManageAlertProps = {
  alert: { view: string; title: string; rate: AlertRate; state: AlertState };
  /** Where its forms are sent. */
  action: string;
};

/** What a reader can do with an alert. */
export const ManageAlert = ({ alert: { view, title, rate, state }, action }: ManageAlertProps) => (
  <div className="work">
    <section className="section" aria-labelledby="alert-list">
      <SectionHead id="alert-list" title="The list" />
      <p className="prose">
        <a href={view}>{title}</a>
      </p>
      {state === "active" ? (
        <>
          <form className="alert-form" action={action} method="post">
            <fieldset className="alert-rates">
              <legend>When you get email</legend>
              {RATES.map((other) => (
                <label key={other} className="check">
                  <input type="radio" name="change" value={other} defaultChecked={other === rate} />
                  {upperFirst(RATES_IN_WORDS[other])}
                </label>
              ))}
            </fieldset>
            <p className="buttons">
              <button className="button" type="submit">
                Save
              </button>
            </p>
          </form>
          <Change action={action} change="stop" label="Stop this alert" />
        </>
      ) : (
        <>
          <p className="prose">You get email {RATES_IN_WORDS[rate]}, if there is something new.</p>
          <Change
            action={action}
            change="confirm"
            label={state === "unconfirmed" ? "Confirm this alert" : "Start this alert again"}
          />
        </>
      )}
    </section>
  </div>
);

const Change = ({ action, change, label }: { action: string; change: string; label: string }) => (
  <form className="buttons" action={action} method="post">
    <button
      className={change === "confirm" ? "button is-primary" : "button"}
      type="submit"
      name="change"
      value={change}
    >
      {label}
    </button>
  </form>
);
