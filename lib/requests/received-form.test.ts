import { expect, test } from "vitest";
import { receivedForm } from "./received-form";

const multipart = (content: string) =>
  `--edge\r\ncontent-disposition: form-data; name="file"; filename="form.txt"\r\n\r\n${content}\r\n--edge--\r\n`;

const sent = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request("http://localhost/import/upload", {
    method: "POST",
    body,
    headers: { "content-type": "multipart/form-data; boundary=edge", ...headers },
    // Node requires this if the body is a stream.
    ...{ duplex: "half" },
  });

/** An endless body that counts how much of it was read. */
function endless() {
  const taken = { bytes: 0 };
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      taken.bytes += 10_000;
      controller.enqueue(
        new TextEncoder().encode(taken.bytes === 10_000 ? multipart("x".repeat(9_000)) : "x".repeat(10_000)),
      );
    },
  });
  return { stream, taken };
}

test("receives a form's file", async () => {
  const received = await receivedForm(sent(multipart("FORM 4")), 1_000);
  const file = received.outcome === "received" ? received.form.get("file") : null;
  expect(file instanceof File && (await file.text())).toBe("FORM 4");
});

test("does not read a form that says it is too large", async () => {
  const { stream, taken } = endless();
  expect(await receivedForm(sent(stream, { "content-length": "30000000" }), 1_000_000)).toEqual({
    outcome: "too large",
  });
  expect(taken.bytes).toBeLessThan(100_000);
});

test("stops reading a form without a size once it is too large", async () => {
  const { stream, taken } = endless();
  expect(await receivedForm(sent(stream), 1_000_000)).toEqual({ outcome: "too large" });
  expect(taken.bytes).toBeLessThan(1_200_000);
});

test("reports a body that is not a form", async () => {
  expect(await receivedForm(sent("FORM 4"), 1_000)).toEqual({ outcome: "unreadable" });
  expect(await receivedForm(sent("{}", { "content-type": "application/json" }), 1_000)).toEqual({
    outcome: "unreadable",
  });
});
