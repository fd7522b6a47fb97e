import "@/components/alerts/alerts.css";
import type { Metadata } from "next";
import { findAskedView } from "@/app/alerts/view";
import { IgnoredNames } from "@/app/ignored-names";
import { askedParams } from "@/app/search-params";
import { AskForAlert } from "@/components/alerts/ask-for-alert";
import { PageLead } from "@/components/site/page-lead";
import { ASKED, alertsUrl } from "@/lib/urls";

export const metadata: Metadata = { title: "Email alerts", robots: { index: false } };

/** Shown only if readers may subscribe. Otherwise the proxy has already answered. */
export default async function AlertsPage() {
  const params = await askedParams();
  const isAsked = params.some(([name]) => name === ASKED);
  return (
    <>
      <PageLead
        eyebrow="Email alerts"
        title={isAsked ? "Check your email" : "Get new filings by email"}
        standfirst={
          isAsked
            ? "If the address is right, you will get an email within a few minutes, with a link to confirm it. The link works for three days. We send no email if you have this alert already, or have asked for several in a day."
            : "We email you when something new is filed in a list. There is no account and no password: you confirm your address by email, and every email has a link to change or stop the alert."
        }
      />
      <IgnoredNames path={alertsUrl()} known={["view", ASKED]} />
      {!isAsked && <AskForAlert view={await findAskedView(params.find(([name]) => name === "view")?.[1])} />}
    </>
  );
}
