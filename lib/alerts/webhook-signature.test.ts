import { expect, test } from "vitest";
import { isWebhookSecret, webhookHeaders } from "@/lib/alerts/webhook-signature";

const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const EXAMPLE = { id: "msg_p5jXN8AQM9LWM0D4loKWxJek", at: 1_614_265_330_000, body: '{"test": 2432232314}' };

test("signs the example of the Standard Webhooks libraries as they do", () => {
  expect(webhookHeaders(EXAMPLE, [SECRET])).toEqual({
    "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
    "webhook-timestamp": "1614265330",
    "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  });
});

test("signs with each secret, the current one first", () => {
  const old = `whsec_${Buffer.alloc(24, 7).toString("base64")}`;
  const signatures = (secrets: string[]) => webhookHeaders(EXAMPLE, secrets)["webhook-signature"];
  expect(signatures([SECRET, old])).toBe(`${signatures([SECRET])} ${signatures([old])}`);
});

test("the time is that of the try, in whole seconds", () => {
  expect(webhookHeaders({ ...EXAMPLE, at: 1_614_265_330_999 }, [SECRET])["webhook-timestamp"]).toBe("1614265330");
});

test("a secret is whsec_ and 24 to 64 bytes in base64", () => {
  const ofBytes = (length: number) => `whsec_${Buffer.alloc(length, 1).toString("base64")}`;
  expect([SECRET, ofBytes(24), ofBytes(64)].map(isWebhookSecret)).toEqual([true, true, true]);
  expect(
    [ofBytes(23), ofBytes(65), SECRET.slice(6), "whsec_", `${SECRET}!`, `${SECRET} `].map(isWebhookSecret),
  ).toEqual([false, false, false, false, false, false]);
});
