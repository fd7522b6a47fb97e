import { expect, test } from "vitest";
import { readSettings } from "@/lib/settings";

test("an empty environment serves on loopback at port 3000, with its own database and the sample", () => {
  expect(readSettings({})).toEqual({
    settings: {
      port: 3000,
      host: "127.0.0.1",
      databaseUrl: null,
      databaseReadUrl: null,
      databaseReplicaUrls: [],
      memoryLimitMb: null,
      dataDir: ".data",
      siteUrl: "http://localhost:3000",
      loadSample: "auto",
      screenerCopy: "auto",
      allowImport: false,
      allowAlerts: false,
      smtpUrl: null,
      alertFrom: null,
      alertAllowPrivate: false,
      alertSecret: null,
      websubHub: null,
      allowMcp: true,
      metricsPort: null,
      logFormat: "text",
      edgarContact: null,
      edgarBaseUrl: "https://www.sec.gov",
      edgarDataUrl: "https://data.sec.gov",
    },
  });
});

test("reads every setting", () => {
  const env = {
    PORT: "8080",
    HOST: "0.0.0.0",
    DATABASE_URL: "postgresql://reader:secret@db.example.org/section16",
    DATABASE_READ_URL: "postgresql://section16_read:secret@db.example.org/section16",
    DATABASE_REPLICA_URLS: "postgres://reader:secret@two/section16, postgres://reader:secret@three/section16",
    MEMORY_LIMIT_MB: "1024",
    DATA_DIR: "/srv/section16",
    SITE_URL: "https://insiders.example.org/",
    LOAD_SAMPLE: "never",
    SCREENER_COPY: "never",
    ALLOW_IMPORT: "1",
    ALLOW_ALERTS: "1",
    SMTP_URL: "smtps://alerts:secret@mail.example.org:465",
    ALERT_FROM: "Kestrel Research <alerts@example.org>",
    ALERT_ALLOW_PRIVATE: "1",
    ALERT_SECRET: "0123456789abcdef0123456789abcdef",
    WEBSUB_HUB: "https://hub.example.org/",
    ALLOW_MCP: "0",
    METRICS_PORT: "9416",
    LOG_FORMAT: "json",
    EDGAR_CONTACT: "Kestrel Research admin@example.org",
    EDGAR_BASE_URL: "http://127.0.0.1:8123/",
    EDGAR_DATA_URL: "http://127.0.0.1:8124",
    PATH: "/usr/bin",
  };
  expect(readSettings(env)).toEqual({
    settings: {
      port: 8080,
      host: "0.0.0.0",
      databaseUrl: "postgresql://reader:secret@db.example.org/section16",
      databaseReadUrl: "postgresql://section16_read:secret@db.example.org/section16",
      databaseReplicaUrls: ["postgres://reader:secret@two/section16", "postgres://reader:secret@three/section16"],
      memoryLimitMb: 1024,
      dataDir: "/srv/section16",
      siteUrl: "https://insiders.example.org",
      loadSample: "never",
      screenerCopy: "never",
      allowImport: true,
      allowAlerts: true,
      smtpUrl: "smtps://alerts:secret@mail.example.org:465",
      alertFrom: "Kestrel Research <alerts@example.org>",
      alertAllowPrivate: true,
      alertSecret: "0123456789abcdef0123456789abcdef",
      websubHub: "https://hub.example.org/",
      allowMcp: false,
      metricsPort: 9416,
      logFormat: "json",
      edgarContact: "Kestrel Research admin@example.org",
      edgarBaseUrl: "http://127.0.0.1:8123",
      edgarDataUrl: "http://127.0.0.1:8124",
    },
  });
});

test("an empty value counts as not set", () => {
  expect(readSettings({ PORT: "", DATABASE_URL: " ", SITE_URL: "" })).toEqual(readSettings({}));
});

test("replicas need the address of the server that they copy, and every address must be a PostgreSQL address", () => {
  expect(readSettings({ DATABASE_REPLICA_URLS: "postgres://two/section16" })).toEqual({
    problems: ["DATABASE_REPLICA_URLS needs DATABASE_URL, the address of the server that the replicas copy."],
  });
  const given = { DATABASE_URL: "postgres://one/x", DATABASE_REPLICA_URLS: "postgres://two/x mysql://s3cret@three/x" };
  expect(readSettings(given)).toEqual({
    problems: ["DATABASE_REPLICA_URLS must be PostgreSQL addresses, separated by spaces or commas."],
  });
});

test("the site's address uses the port", () => {
  expect(readSettings({ PORT: "4000" })).toMatchObject({ settings: { siteUrl: "http://localhost:4000" } });
});

test("another address for EDGAR also applies to its submissions files", () => {
  expect(readSettings({ EDGAR_BASE_URL: "http://127.0.0.1:8123" })).toMatchObject({
    settings: { edgarBaseUrl: "http://127.0.0.1:8123", edgarDataUrl: "http://127.0.0.1:8123" },
  });
});

test.each([
  "ada@example.org",
  "Ada Lovelace",
  "Ada https://example.org ada@example.org",
  "Ada\nX: y ada@example.org",
  "Adä ada@example.org",
])("does not send EDGAR %j as our contact", (EDGAR_CONTACT) => {
  expect(readSettings({ EDGAR_CONTACT })).toEqual({
    problems: [expect.stringMatching(/^EDGAR_CONTACT must be your name or company and an email address/)],
  });
});

test("mail needs a sender, and its errors repeat neither the password nor the secret", () => {
  expect(readSettings({ SMTP_URL: "smtp://127.0.0.1:25" })).toEqual({
    problems: ["SMTP_URL needs ALERT_FROM, the address that mail is sent from."],
  });
  const given = { SMTP_URL: "http://me:hush@mail.example.org", ALERT_SECRET: "hush", ALERT_FROM: "ada@example.org" };
  expect(readSettings(given)).toEqual({
    problems: [
      "SMTP_URL must be the address of a mail server, such as smtps://user:password@mail.example.org:465.",
      "ALERT_SECRET must be at least 32 characters that nobody can guess, such as the output of `openssl rand -hex 32`.",
    ],
  });
});

test.each(["Ada", "Ada <ada@example.org>\r\nBcc: eve@example.org", "<ada@example.org>", 'A "B" <ada@example.org>'])(
  "does not send mail from %j",
  (ALERT_FROM) => {
    expect(readSettings({ ALERT_FROM })).toEqual({ problems: [expect.stringMatching(/^ALERT_FROM must be an email/)] });
  },
);

test("reports all errors at once, and does not repeat a password", () => {
  const env = {
    PORT: "80a",
    HOST: "http://localhost",
    DATABASE_URL: "mysql://root:secret@localhost/db",
    SITE_URL: "https://example.org/insiders",
    LOAD_SAMPLE: "yes",
  };
  expect(readSettings(env)).toEqual({
    problems: [
      'PORT must be a whole number from 1 to 65535, and not a port that browsers block, not "80a".',
      'HOST must be an address or a host name of this machine, such as 127.0.0.1 or 0.0.0.0, without a port, not "http://localhost".',
      "DATABASE_URL must be a PostgreSQL address, such as postgres://user:password@host:5432/section16.",
      'SITE_URL must be an http or https address without a path, such as https://insiders.example.org, not "https://example.org/insiders".',
      'LOAD_SAMPLE must be auto or never, not "yes".',
    ],
  });
});

test.each(["0", "767", "1.5", "1G", "-1024"])("refuses a memory limit of %s", (MEMORY_LIMIT_MB) => {
  expect(readSettings({ MEMORY_LIMIT_MB })).toEqual({
    problems: [`MEMORY_LIMIT_MB must be a whole number of megabytes, 768 or more, not "${MEMORY_LIMIT_MB}".`],
  });
});

test.each(["0", "65536", "-1", "3000.5", "1e3", "4190", "6000"])("refuses port %s", (PORT) => {
  expect(readSettings({ PORT })).toHaveProperty("problems");
});
