import { z } from "zod";

export type Settings = {
  port: number;
  /** The address that the site listens on; loopback by default. */
  host: string;
  /** The address of the reader's own PostgreSQL; null to start one in `dataDir`. */
  databaseUrl: string | null;
  /** The same database for a role with read access only, or null. */
  databaseReadUrl: string | null;
  /** Copies of the database that follow it by streaming replication. The site reads them. */
  databaseReplicaUrls: readonly string[];
  /** As given: absolute, or relative to the project's folder. */
  dataDir: string;
  /** Megabytes that all of Section 16 may use together; null for the limit of the machine or container. */
  memoryLimitMb: number | null;
  /** The address at which readers reach the site, without a slash at the end. Feeds and links to share begin with it. */
  siteUrl: string;
  loadSample: "auto" | "never";
  /** Whether a copy of the lines that lists search is kept for counts and groups. */
  screenerCopy: "auto" | "never";
  /** Whether readers may upload paper forms, which the site then stores. */
  allowImport: boolean;
  /** Whether readers may subscribe to views by mail. Also needs `smtpUrl`. */
  allowAlerts: boolean;
  /** The mail server for alerts, with its user and password; null if no mail is sent. */
  smtpUrl: string | null;
  /** The sender of mail, as in a From header. */
  alertFrom: string | null;
  /** Whether webhooks may reach addresses of private networks. */
  alertAllowPrivate: boolean;
  /** Signs the links in mail; null to keep a random secret in `dataDir`. */
  alertSecret: string | null;
  /** The WebSub hub to which we announce changed feeds, or null. */
  websubHub: string | null;
  /** Whether the site answers models at `/mcp`. */
  allowMcp: boolean;
  /** The port for metrics, on loopback; null for none. */
  metricsPort: number | null;
  /** `json` writes one line for each request and job. */
  logFormat: "text" | "json";
  /** The name and email address that the SEC requires of clients of EDGAR; null if we send EDGAR no requests. */
  edgarContact: string | null;
  /** The address of EDGAR, without a slash at the end. */
  edgarBaseUrl: string;
  /** The address of its submissions files, which the SEC serves from another host. */
  edgarDataUrl: string;
};

export const DEFAULT_DATA_DIR = ".data";

const isUrl = (text: string, protocols: string[]) => URL.canParse(text) && protocols.includes(new URL(text).protocol);
const url = (protocols: string[]) => z.string().refine((text) => isUrl(text, protocols));
const wordsIn = (text: string) => text.split(/[\s,]+/).filter((part) => part !== "");
const POSTGRES = ["postgres:", "postgresql:"];

const EDGAR = "https://www.sec.gov";
const EDGAR_DATA = "https://data.sec.gov";

const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;

/** `alerts@example.org` or `Section 16 <alerts@example.org>`, in one line of a mail header. */
const SENDER = new RegExp(`^(?:${MAIL.source}|[^<>"\\p{Cc}]{1,100} <${MAIL.source}>)$`, "u");

/** EDGAR rejects clients that send a web address as their name. Printable ASCII, because it becomes a header. */
const isContact = (text: string) =>
  /^[\x20-\x7e]{5,200}$/.test(text) &&
  MAIL.test(text) &&
  /[a-z]/i.test(text.replace(MAIL, "")) &&
  !/:\/\/|\bwww\./i.test(text);

const baseUrl = () =>
  url(["http:", "https:"])
    .refine((text) => !/[?#]/.test(text))
    .transform((text) => text.replace(/\/+$/, ""));

/** Ports above 1023 that browsers refuse to open, because other services use them: https://fetch.spec.whatwg.org/#port-blocking. */
const UNSAFE_PORTS = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
]);

const port = () =>
  z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65535);

/** What each setting accepts, and the end of the sentence "PORT must be …". */
const settings = {
  PORT: {
    type: port()
      .refine((port) => !UNSAFE_PORTS.has(port))
      .default(3000),
    mustBe: "a whole number from 1 to 65535, and not a port that browsers block",
  },
  HOST: {
    type: z
      .string()
      .regex(/^[\w.:-]+$/)
      .default("127.0.0.1"),
    mustBe: "an address or a host name of this machine, such as 127.0.0.1 or 0.0.0.0, without a port",
  },
  DATABASE_URL: {
    type: url(POSTGRES).nullable().default(null),
    mustBe: "a PostgreSQL address, such as postgres://user:password@host:5432/section16",
    secret: true,
  },
  DATABASE_READ_URL: {
    type: url(POSTGRES).nullable().default(null),
    mustBe: "a PostgreSQL address, such as postgres://section16_read:password@host:5432/section16",
    secret: true,
  },
  DATABASE_REPLICA_URLS: {
    type: z
      .string()
      .refine((text) => wordsIn(text).every((part) => isUrl(part, POSTGRES)))
      .transform(wordsIn)
      .default([]),
    mustBe: "PostgreSQL addresses, separated by spaces or commas",
    secret: true,
  },
  DATA_DIR: { type: z.string().default(DEFAULT_DATA_DIR), mustBe: "a folder" },
  MEMORY_LIMIT_MB: {
    type: z
      .string()
      .regex(/^\d{3,7}$/)
      .transform(Number)
      .refine((megabytes) => megabytes >= 768)
      .nullable()
      .default(null),
    mustBe: "a whole number of megabytes, 768 or more",
  },
  SITE_URL: {
    type: url(["http:", "https:"])
      .refine((text) => URL.canParse(text) && new URL(text).pathname === "/" && !/[?#]/.test(text))
      .transform((text) => new URL(text).origin)
      .optional(),
    mustBe: "an http or https address without a path, such as https://insiders.example.org",
  },
  LOAD_SAMPLE: { type: z.enum(["auto", "never"]).default("auto"), mustBe: "auto or never" },
  SCREENER_COPY: { type: z.enum(["auto", "never"]).default("auto"), mustBe: "auto or never" },
  ALLOW_IMPORT: { type: z.enum(["0", "1"]).default("0"), mustBe: "1 or 0" },
  ALLOW_ALERTS: { type: z.enum(["0", "1"]).default("0"), mustBe: "1 or 0" },
  SMTP_URL: {
    type: url(["smtp:", "smtps:"])
      .refine((text) => URL.canParse(text) && new URL(text).hostname !== "")
      .nullable()
      .default(null),
    mustBe: "the address of a mail server, such as smtps://user:password@mail.example.org:465",
    secret: true,
  },
  ALERT_FROM: {
    type: z.string().regex(SENDER).nullable().default(null),
    mustBe: "an email address, with or without a name, such as Section 16 <alerts@example.org>",
  },
  ALERT_ALLOW_PRIVATE: { type: z.enum(["0", "1"]).default("0"), mustBe: "1 or 0" },
  ALERT_SECRET: {
    type: z.string().min(32).nullable().default(null),
    mustBe: "at least 32 characters that nobody can guess, such as the output of `openssl rand -hex 32`",
    secret: true,
  },
  WEBSUB_HUB: {
    type: url(["http:", "https:"]).nullable().default(null),
    mustBe: "the http or https address of a WebSub hub, such as https://hub.example.org/",
  },
  ALLOW_MCP: { type: z.enum(["0", "1"]).default("1"), mustBe: "1 or 0" },
  METRICS_PORT: { type: port().nullable().default(null), mustBe: "a whole number from 1 to 65535" },
  LOG_FORMAT: { type: z.enum(["text", "json"]).default("text"), mustBe: "text or json" },
  EDGAR_CONTACT: {
    type: z.string().refine(isContact).nullable().default(null),
    mustBe: "your name or company and an email address, such as Ada Lovelace ada@example.org, without a web address",
  },
  EDGAR_BASE_URL: { type: baseUrl().optional(), mustBe: `an http or https address, such as ${EDGAR}` },
  EDGAR_DATA_URL: { type: baseUrl().optional(), mustBe: `an http or https address, such as ${EDGAR_DATA}` },
} as const;

type Name = keyof typeof settings;

export const SETTING_NAMES = Object.keys(settings) as Name[];

/**
 * Reads the settings from an environment. An empty value counts as not set.
 * @returns the settings, or one sentence for every wrong value
 */
export function readSettings(env: Record<string, string | undefined>): { settings: Settings } | { problems: string[] } {
  const given = (name: Name) => env[name]?.trim() || undefined;
  const problems = SETTING_NAMES.filter((name) => !settings[name].type.safeParse(given(name)).success).map((name) => {
    const setting = settings[name];
    // A database address contains a password, and this sentence appears in logs.
    const found = "secret" in setting ? "" : `, not "${given(name)}"`;
    return `${name} must be ${setting.mustBe}${found}.`;
  });
  if (given("DATABASE_REPLICA_URLS") && !given("DATABASE_URL"))
    problems.push("DATABASE_REPLICA_URLS needs DATABASE_URL, the address of the server that the replicas copy.");
  if (given("SMTP_URL") && !given("ALERT_FROM"))
    problems.push("SMTP_URL needs ALERT_FROM, the address that mail is sent from.");
  if (problems.length > 0) return { problems };

  const port = settings.PORT.type.parse(given("PORT"));
  const edgarBaseUrl = settings.EDGAR_BASE_URL.type.parse(given("EDGAR_BASE_URL"));
  return {
    settings: {
      port,
      host: settings.HOST.type.parse(given("HOST")),
      databaseUrl: settings.DATABASE_URL.type.parse(given("DATABASE_URL")),
      databaseReadUrl: settings.DATABASE_READ_URL.type.parse(given("DATABASE_READ_URL") ?? null),
      databaseReplicaUrls: settings.DATABASE_REPLICA_URLS.type.parse(given("DATABASE_REPLICA_URLS")),
      memoryLimitMb: settings.MEMORY_LIMIT_MB.type.parse(given("MEMORY_LIMIT_MB") ?? null),
      dataDir: settings.DATA_DIR.type.parse(given("DATA_DIR")),
      siteUrl: settings.SITE_URL.type.parse(given("SITE_URL")) ?? `http://localhost:${port}`,
      loadSample: settings.LOAD_SAMPLE.type.parse(given("LOAD_SAMPLE")),
      screenerCopy: settings.SCREENER_COPY.type.parse(given("SCREENER_COPY")),
      allowImport: settings.ALLOW_IMPORT.type.parse(given("ALLOW_IMPORT")) === "1",
      allowAlerts: settings.ALLOW_ALERTS.type.parse(given("ALLOW_ALERTS")) === "1",
      smtpUrl: settings.SMTP_URL.type.parse(given("SMTP_URL") ?? null),
      alertFrom: settings.ALERT_FROM.type.parse(given("ALERT_FROM") ?? null),
      alertAllowPrivate: settings.ALERT_ALLOW_PRIVATE.type.parse(given("ALERT_ALLOW_PRIVATE")) === "1",
      alertSecret: settings.ALERT_SECRET.type.parse(given("ALERT_SECRET") ?? null),
      websubHub: settings.WEBSUB_HUB.type.parse(given("WEBSUB_HUB") ?? null),
      allowMcp: settings.ALLOW_MCP.type.parse(given("ALLOW_MCP")) === "1",
      metricsPort: settings.METRICS_PORT.type.parse(given("METRICS_PORT") ?? null),
      logFormat: settings.LOG_FORMAT.type.parse(given("LOG_FORMAT")),
      edgarContact: settings.EDGAR_CONTACT.type.parse(given("EDGAR_CONTACT") ?? null),
      edgarBaseUrl: edgarBaseUrl ?? EDGAR,
      // Another address for EDGAR applies to both.
      edgarDataUrl: settings.EDGAR_DATA_URL.type.parse(given("EDGAR_DATA_URL")) ?? edgarBaseUrl ?? EDGAR_DATA,
    },
  };
}
