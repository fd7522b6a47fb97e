export type ReceivedForm =
  | { outcome: "received"; form: FormData }
  | { outcome: "too large" }
  | { outcome: "unreadable" };

/** Reads a submitted form, and stops as soon as it exceeds the size limit. */
export async function receivedForm(request: Request, most: number): Promise<ReceivedForm> {
  const { body, headers } = request;
  const type = headers.get("content-type");
  if (!body || !type) return { outcome: "unreadable" };
  if (Number(headers.get("content-length") ?? 0) > most) {
    await body.cancel().catch(() => undefined);
    return { outcome: "too large" };
  }
  let length = 0;
  let isTooLarge = false;
  const counted = body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(part, controller) {
        length += part.length;
        isTooLarge = length > most;
        if (isTooLarge) controller.error(new Error("too large"));
        else controller.enqueue(part);
      },
    }),
  );
  try {
    return { outcome: "received", form: await new Response(counted, { headers: { "content-type": type } }).formData() };
  } catch {
    return { outcome: isTooLarge ? "too large" : "unreadable" };
  }
}
