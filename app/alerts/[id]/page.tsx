import "@/components/alerts/alerts.css";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { keyOf } from "@/app/alerts/view";
import { askedParams } from "@/app/search-params";
import { ManageAlert } from "@/components/alerts/manage-alert";
import { PageLead } from "@/components/site/page-lead";
import { askDesk, DeskClosed } from "@/db/alerts/ask-desk";
import { titleOfView } from "@/db/alerts/title-of-view";
import { database } from "@/db/server/client";
import type { AlertState } from "@/lib/alerts/alert";
import { DAYS_AFTER_STOP, REFUSALS_UNTIL_PAUSE } from "@/lib/alerts/kept-days";
import { changeAlertUrl } from "@/lib/urls";

type Props = { params: Promise<{ id: string }> };

export const metadata: Metadata = { title: "Your alert", robots: { index: false } };

export default async function AlertPage({ params }: Props) {
  const { id } = await params;
  const key = keyOf(await askedParams());
  const found = await askDesk({ ask: "find", id, key }).catch((error: unknown) => {
    if (error instanceof DeskClosed) return "closed" as const;
    throw error;
  });
  if (found === "closed")
    return (
      <PageLead
        eyebrow="Email alerts"
        title="Alerts cannot be shown at the moment"
        standfirst="Nothing has been lost. Open the link again in a minute."
      />
    );
  // The proxy has already answered for links that lead nowhere.
  if (found === null || found === "deleted") notFound();
  return (
    <>
      <PageLead eyebrow="Email alerts" {...IN_WORDS[found.state]} />
      <ManageAlert
        alert={{ ...found, title: await titleOfView(database(), found.view) }}
        action={changeAlertUrl(id, key)}
      />
    </>
  );
}

const IN_WORDS: Record<AlertState, { title: string; standfirst: string }> = {
  unconfirmed: {
    title: "Do you want this alert?",
    standfirst: "Confirm it to get email at the address that this link was sent to.",
  },
  active: {
    title: "Your alert is on",
    standfirst: "We email you when something new is filed in this list. We do not send what was filed before.",
  },
  stopped: {
    title: "Your alert is stopped",
    standfirst: "You will get no more email about this list. We delete your address after 30 days.",
  },
  paused: {
    title: "Your alert is paused",
    standfirst: `The mail server refused your address for ${REFUSALS_UNTIL_PAUSE} messages in a row, so we send nothing. If you do not start the alert again, we delete your address after ${DAYS_AFTER_STOP} days.`,
  },
  disabled: {
    title: "Your alert is off",
    standfirst:
      "We can no longer read the address of this list, so we send nothing. If you do not start the alert again, we delete your address after 30 days.",
  },
};
