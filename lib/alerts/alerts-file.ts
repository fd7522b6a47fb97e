import { type AlertChannel, type AlertRate, RATES } from "@/lib/alerts/alert";
import { readAlertView } from "@/lib/alerts/alert-view";
import { readEmailAddress } from "@/lib/alerts/email-address";
import { type Json, type JsonObject, JsonProblem, readJson } from "@/lib/alerts/read-json";
import { isWebhookSecret } from "@/lib/alerts/webhook-signature";

/** An alert that the operator keeps in a file. */
export type FileAlert = {
  /** Its id in the database. */
  id: string;
  name: string;
  /** The address of its view, as links have it. */
  view: string;
  channel: AlertChannel;
  target: string;
  rate: AlertRate;
  /** Secrets of a webhook (`whsec_…`). All of them sign, so that one can replace another. */
  secrets: string[];
};

type Options = {
  /** The day in New York, for views with dates relative to it. */
  today: string;
  /** Whether webhooks may use http, which only private addresses do. */
  allowPrivate?: boolean;
};

const MEMBERS = ["name", "view", "webhook", "secret", "mail", "rate"];
const LONGEST_NAME = 100;
const MOST_ALERTS = 5_000;

/**
 * Reads the operator's alerts. Nothing is read from a file with problems.
 * @returns the alerts, or a sentence for each problem with its line: "Line 7: …"
 */
export function readAlertsFile(text: string, options: Options): { alerts: FileAlert[] } | { problems: string[] } {
  const problems: { line: number; message: string }[] = [];
  const report = (line: number, message: string) => void problems.push({ line, message });
  const alerts = listOf(text, report).flatMap((json) => readAlert(json, options, report) ?? []);
  const lines = new Map<string, number>();
  for (const { name, line } of alerts) {
    const first = lines.get(name);
    if (first !== undefined) report(line, `the name "${name}" is already used on line ${first}. Choose another`);
    else lines.set(name, line);
  }
  if (problems.length > 0) {
    const sorted = problems.sort((a, b) => a.line - b.line);
    return { problems: sorted.map(({ line, message }) => `Line ${line}: ${message}.`) };
  }
  return { alerts: alerts.map(({ line: _line, ...alert }) => alert) };
}

type Report = (line: number, message: string) => void;

const EXAMPLE = '{ "alerts": [ { "name": "…", "view": "/transactions?code=P", "mail": "…" } ] }';

function listOf(text: string, report: Report): Json[] {
  let file: Json;
  try {
    file = readJson(text);
  } catch (error) {
    if (!(error instanceof JsonProblem)) throw error;
    report(error.line, error.message);
    return [];
  }
  const members = membersOf(file);
  const listed = members?.get("alerts");
  if (!members || !listed) {
    report(file.line, `the file has no list named "alerts". Write it like this: ${EXAMPLE}`);
    return [];
  }
  for (const [name, { line }] of members) if (name !== "alerts") report(line, `"${name}" is not known here. Remove it`);
  const items = itemsOf(listed);
  if (items === null) report(listed.line, `"alerts" must be a list in square brackets`);
  else if (items.length > MOST_ALERTS)
    report(listed.line, `there are ${items.length} alerts. The limit is ${MOST_ALERTS}`);
  return items ?? [];
}

const membersOf = ({ value }: Json): JsonObject["members"] | null =>
  typeof value === "object" && value !== null && "members" in value ? value.members : null;

const itemsOf = ({ value }: Json): Json[] | null =>
  typeof value === "object" && value !== null && "items" in value ? value.items : null;

function readAlert(json: Json, options: Options, report: Report): (FileAlert & { line: number }) | null {
  const members = membersOf(json);
  if (!members) {
    report(json.line, "an alert must be an object in braces");
    return null;
  }
  let isRight = true;
  const wrong = (line: number, message: string) => {
    isRight = false;
    report(line, message);
  };
  for (const [name, { line }] of members)
    if (!MEMBERS.includes(name)) wrong(line, `"${name}" is not known. An alert has ${MEMBERS.join(", ")}`);
  const textOf = (name: string): { value: string; line: number } | null => {
    const member = members.get(name);
    if (!member) return null;
    const { value, line } = member;
    if (typeof value === "string" && value.trim() !== "") return { value: value.trim(), line };
    wrong(line, `"${name}" must be text in double quotes`);
    return null;
  };
  const missing = (name: string, what: string) => {
    if (!members.has(name)) wrong(json.line, `the alert has no "${name}". Add ${what}`);
  };

  const name = textOf("name");
  missing("name", "a name of your choice, by which pages and commands refer to it");
  if (name && (name.value.length > LONGEST_NAME || /\p{C}/u.test(name.value)))
    wrong(name.line, `the name must have at most ${LONGEST_NAME} characters, all of them visible`);

  const view = textOf("view");
  missing("view", 'the address of a list, such as "/transactions?code=P"');
  const read = view && readAlertView(view.value, options.today);
  if (view && read && "problem" in read) wrong(view.line, `the view ${view.value} ${read.problem}`);

  const [webhook, mail, rate] = [textOf("webhook"), textOf("mail"), textOf("rate")];
  if (members.has("webhook") === members.has("mail"))
    wrong(json.line, 'an alert must have either a "webhook" or a "mail" address');
  if (webhook && !isWebhook(webhook.value, options))
    wrong(
      webhook.line,
      `the webhook must be an ${options.allowPrivate ? "http or https" : "https"} address without a user name or password${!options.allowPrivate && webhook.value.startsWith("http:") ? ". To allow http, set ALERT_ALLOW_PRIVATE=1" : ""}`,
    );
  const mailed = mail && readEmailAddress(mail.value);
  if (mail && !mailed) wrong(mail.line, "the email address must be a single one, such as desk@example.org");
  const known = rate ? RATES.find((each) => each === rate.value) : "immediate";
  if (rate && !known) wrong(rate.line, `the rate must be one of ${RATES.join(", ")}, not "${rate.value}"`);
  const secrets = readSecrets(members, json.line, wrong);

  const target = webhook?.value ?? mailed;
  if (!isRight || !name || !read || "problem" in read || !target || !known) return null;
  return {
    id: `file:${name.value}`,
    name: name.value,
    view: read.view.url,
    channel: webhook ? "webhook" : "mail",
    target,
    rate: known,
    secrets,
    line: json.line,
  };
}

function isWebhook(text: string, { allowPrivate = false }: Options): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return (protocol === "https:" || (allowPrivate && protocol === "http:")) && username === "" && password === "";
}

/** One secret, or several in a list. */
function readSecrets(members: JsonObject["members"], line: number, wrong: Report): string[] {
  const secret = members.get("secret");
  if (!members.has("webhook")) {
    if (secret) wrong(secret.line, 'only a webhook has a "secret". Remove it');
    return [];
  }
  const how = "Make one with: node -p \"'whsec_' + crypto.randomBytes(32).toString('base64')\"";
  if (!secret) {
    wrong(line, `a webhook needs a "secret", with which we sign what we send. ${how}`);
    return [];
  }
  const items = itemsOf(secret) ?? [secret];
  if (items.length === 0) wrong(secret.line, `the list of secrets is empty. ${how}`);
  return items.flatMap(({ value, line: at }) => {
    if (typeof value === "string" && isWebhookSecret(value)) return [value];
    wrong(at, `a secret must be whsec_ and 24 to 64 bytes in base64. ${how}`);
    return [];
  });
}
