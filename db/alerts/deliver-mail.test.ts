import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import type { SMTPServerOptions } from "smtp-server";
import { afterEach, describe, expect, test } from "vitest";
import { type Mail, mailerOf, sendMail } from "@/db/alerts/deliver-mail";
import { startMailServer } from "@/testing/mail-server";

const running: { stop: () => Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
});

async function mailServer(options?: SMTPServerOptions) {
  const server = await startMailServer(options);
  running.push(server);
  return server;
}

const FROM = "Section 16 <alerts@section16.example>";
const MAIL: Mail = {
  id: "msg_1",
  to: "reader@example.org",
  subject: "Purchases: 1 new transaction",
  text: "JANE DOE bought 5,000 shares of Common Stock at $12.50.",
  html: "<p>JANE DOE bought 5,000 shares of Common Stock at $12.50.</p>",
  unsubscribeUrl: null,
};

const sent = async (mail: Partial<Mail> = {}) => {
  const server = await mailServer();
  expect(await sendMail({ smtpUrl: server.url, alertFrom: FROM }, { ...MAIL, ...mail })).toEqual({
    outcome: "delivered",
  });
  expect(server.received).toHaveLength(1);
  return server.received[0] ?? expect.fail("nothing arrived");
};

/** The lines of a mail's head, with continued lines joined. */
const headOf = (source: string) => (source.split("\r\n\r\n")[0] ?? "").replace(/\r\n[ \t]+/g, " ").split("\r\n");

describe("a mail", () => {
  test("arrives with its text first, then HTML, and the same Message-ID on every attempt", async () => {
    const { from, to, source } = await sent();
    expect([from, to]).toEqual(["alerts@section16.example", ["reader@example.org"]]);
    expect(headOf(source)).toEqual(
      expect.arrayContaining([
        "From: Section 16 <alerts@section16.example>",
        "To: reader@example.org",
        "Subject: Purchases: 1 new transaction",
        "Message-ID: <msg_1@section16.example>",
        "Auto-Submitted: auto-generated",
      ]),
    );
    const text = source.indexOf("Content-Type: text/plain");
    const html = source.indexOf("Content-Type: text/html");
    expect(source.slice(text, html)).toContain("JANE DOE bought 5,000 shares of Common Stock at $12.50.");
    expect(source.slice(html)).toContain("<p>JANE DOE");
    expect(source).not.toContain("List-Unsubscribe");
  });

  test("can be stopped with one click, which needs https", async () => {
    const unsubscribeUrl = "https://section16.example/alerts/one/key/stop";
    expect(headOf((await sent({ unsubscribeUrl })).source)).toEqual(
      expect.arrayContaining([
        `List-Unsubscribe: <${unsubscribeUrl}>`,
        "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
      ]),
    );
    const { source } = await sent({ unsubscribeUrl: "http://localhost:3000/alerts/one/key/stop" });
    expect(source).toContain("List-Unsubscribe: <http://localhost:3000/alerts/one/key/stop>");
    expect(source).not.toContain("List-Unsubscribe-Post");
  });

  test("has the headers that we give it, whatever is in a subject or an address", async () => {
    const hostile = "ACME\r\nBcc: victim@example.net\r\n\r\nHello\u0000 “<b>” Łódź";
    const head = headOf((await sent({ subject: hostile })).source);
    expect(head.filter((line) => /^(bcc|cc)/i.test(line))).toEqual([]);
    expect(head.filter((line) => line.startsWith("Subject:"))).toHaveLength(1);

    const server = await mailServer();
    for (const to of [
      "a@example.org, victim@example.net",
      "a@example.org\r\nBcc: victim@example.net",
      "a@example.org>\r\nRCPT TO:<victim@example.net",
    ]) {
      await sendMail({ smtpUrl: server.url, alertFrom: FROM }, { ...MAIL, to });
    }
    // Whether the server accepts such an address or not, there is never a second receiver.
    for (const { to, source } of server.received) {
      expect(to).toHaveLength(1);
      expect(headOf(source).filter((line) => /^(bcc|cc)/i.test(line))).toEqual([]);
    }
  });
});

describe("a failure", () => {
  const answering = async (options: SMTPServerOptions) => {
    const { url, received } = await mailServer(options);
    return { outcome: await sendMail({ smtpUrl: url, alertFrom: FROM }, MAIL), received };
  };
  const refusing = (responseCode: number, message: string): SMTPServerOptions => ({
    onRcptTo: (_address, _session, done) => done(Object.assign(new Error(message), { responseCode })),
  });

  test("that may pass is not final", async () => {
    const { outcome } = await answering(refusing(451, "4.7.1 Greylisted"));
    expect(outcome).toMatchObject({ errorClass: "SMTP_4XX", error: "451 4.7.1 Greylisted", isFinal: false });
  });

  test("of a configuration is not final, even if the server says so", async () => {
    const { outcome } = await answering(refusing(550, "5.7.1 Unable to relay"));
    expect(outcome).toMatchObject({ errorClass: "SMTP_5XX", error: "550 5.7.1 Unable to relay", isFinal: false });
    expect(outcome).toMatchObject({ isRefusal: false });
  });

  test("of an address that does not exist is final", async () => {
    const { outcome } = await answering(refusing(550, "5.1.1 No such user"));
    expect(outcome).toMatchObject({ errorClass: "SMTP_5XX", isFinal: true, isRefusal: true });
  });

  test("of a mailbox that takes no email counts as a refusal, and that of a single email does not", async () => {
    const { outcome } = await answering(refusing(550, "Mailbox unavailable"));
    expect(outcome).toMatchObject({ errorClass: "SMTP_5XX", isFinal: false, isRefusal: true });
    const { outcome: ofMail } = await answering({
      onData: (stream, _session, done) => {
        stream.resume();
        stream.on("end", () => done(Object.assign(new Error("Looks like spam"), { responseCode: 554 })));
      },
    });
    expect(ofMail).toMatchObject({ errorClass: "SMTP_5XX", isFinal: false, isRefusal: false });
  });

  test("of a server whose certificate is wrong is TLS or CONNECTION, and nothing is sent in the clear", async () => {
    const { outcome, received } = await answering({ disabledCommands: ["AUTH"] });
    expect(outcome).toMatchObject({ isFinal: false });
    expect(["TLS", "CONNECTION"]).toContain(outcome.outcome === "failed" ? outcome.errorClass : null);
    expect(received).toEqual([]);
  });

  test("of a server that is silent is a time-out", async () => {
    const sockets: Socket[] = [];
    const silent = createServer((socket) => sockets.push(socket));
    silent.listen(0, "127.0.0.1");
    await once(silent, "listening");
    const { port } = silent.address() as AddressInfo;
    running.push({
      stop: async () => {
        for (const socket of sockets) socket.destroy();
        silent.close();
      },
    });
    const mailer = { smtpUrl: `smtp://127.0.0.1:${port}`, alertFrom: FROM };
    expect(await sendMail(mailer, MAIL, { silenceMs: 100 })).toMatchObject({ errorClass: "TIMEOUT", isFinal: false });
    expect(await sendMail(mailer, MAIL, { timeLimitMs: 100 })).toMatchObject({
      errorClass: "TIMEOUT",
      error: "The email was not accepted within 0.1 seconds.",
    });
  });

  test("of a server that does not run is CONNECTION", async () => {
    const { url, stop } = await startMailServer();
    await stop();
    expect(await sendMail({ smtpUrl: url, alertFrom: FROM }, MAIL)).toMatchObject({ errorClass: "CONNECTION" });
  });
});

test("without a mail server or a sender there is no mailer", () => {
  expect(mailerOf({ smtpUrl: null, alertFrom: null })).toBeNull();
  expect(mailerOf({ smtpUrl: "smtp://localhost", alertFrom: null })).toBeNull();
  expect(mailerOf({ smtpUrl: "smtp://localhost", alertFrom: FROM })).toEqual({
    smtpUrl: "smtp://localhost",
    alertFrom: FROM,
  });
});
