import { randomBytes } from "node:crypto";
import diagnostics from "node:diagnostics_channel";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { REQUEST_ID, requestIdIn } from "@/lib/requests/request-id";
import { routeKind } from "@/lib/requests/route-kind";

export type ObservedRequest = {
  id: string;
  method: string;
  /** Without the query, which can contain what a reader searches for. */
  path: string;
  route: string;
  status: number;
  ms: number;
  /** Including headers. */
  bytes: number;
  /** Whether the reader left before the response was complete. */
  isAborted: boolean;
};

type Started = { request: IncomingMessage; response: ServerResponse; server: Server };

/**
 * Gives every request an id, in its own headers and those of its response, and records it when the response has ended. Node
 * reports requests before any listener sees them, so responses that Next makes itself are included.
 * @param isOurs leaves out the requests of other servers in this process
 */
export function observeRequests(
  onEnd: (request: ObservedRequest) => void,
  isOurs: (server: Server) => boolean,
): () => void {
  const onStart = (message: unknown) => {
    const { request, response, server } = message as Started;
    if (!isOurs(server)) return;
    const started = performance.now();
    const { socket } = request;
    const bytesBefore = socket.bytesWritten;
    const id = requestIdIn(request.headers[REQUEST_ID]) ?? randomBytes(8).toString("hex");
    const path = (request.url ?? "").split("?", 1)[0] ?? "";
    request.headers[REQUEST_ID] = id;
    response.setHeader(REQUEST_ID, id);
    response.once("close", () =>
      onEnd({
        id,
        method: request.method ?? "",
        path,
        route: routeKind(path),
        status: response.statusCode,
        ms: Math.round(performance.now() - started),
        bytes: socket.bytesWritten - bytesBefore,
        isAborted: !response.writableFinished,
      }),
    );
  };
  diagnostics.subscribe("http.server.request.start", onStart);
  return () => diagnostics.unsubscribe("http.server.request.start", onStart);
}
