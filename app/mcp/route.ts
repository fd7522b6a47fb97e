import {
  createMcpHandler,
  hostHeaderValidationResponse,
  localhostAllowedHostnames,
} from "@modelcontextprotocol/server";
import { mcpServer } from "@/app/mcp/server";
import { siteUrl } from "@/app/site-url";
import { Turns } from "@/app/turns";
import { errorAnswer } from "@/lib/representations/answers";
import { clientAddress } from "@/lib/requests/client-address";
import { isAddress, isOwnOrigin } from "@/lib/requests/own-origin";
import { RateLimit } from "@/lib/requests/rate-limit";

/** Messages from one client in a minute. To answer one question, a model sends about ten. */
const PER_MINUTE = 120;
/** Answers that we work out at the same time, so that models do not hold up pages. */
const turns = new Turns({ atOnce: 4, waiting: 40, patience: 15_000 });
const limit = new RateLimit(PER_MINUTE);

/** A question is a few hundred bytes. */
const LARGEST_MESSAGE = 100_000;

// Each message is answered by itself. Nothing is sent later, so nobody can subscribe.
const handler = createMcpHandler(mcpServer, {
  maxRequestBodySize: LARGEST_MESSAGE,
  maxSubscriptions: 0,
});

/** The Model Context Protocol, over streamable HTTP without sessions. */
export async function POST(request: Request): Promise<Response> {
  const refused = refusal(request);
  if (refused) return refused;
  const turn = await turns.take(request.signal);
  if (turn === null) return tooMany(5);
  try {
    return await handler.fetch(request);
  } finally {
    turn.end();
  }
}

function refusal(request: Request): Response | undefined {
  if (process.env.ALLOW_MCP?.trim() === "0")
    return errorAnswer(404, "This site does not answer models: ALLOW_MCP is 0.");
  const host = request.headers.get("host");
  const hostname = URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : "";
  // Another site can point its own name at this machine, but cannot take over an IP address.
  const known = [
    new URL(siteUrl()).hostname,
    ...localhostAllowedHostnames(),
    ...(isAddress(hostname) ? [hostname] : []),
  ];
  const wrongHost = hostHeaderValidationResponse(request, known);
  if (wrongHost) return wrongHost;
  if (!isOwnOrigin({ origin: request.headers.get("origin"), host, siteUrl: siteUrl() }))
    return errorAnswer(403, "Pages of other sites cannot use this address.");
  const wait = limit.take(clientAddress(request), Date.now());
  return wait === null ? undefined : tooMany(wait);
}

const tooMany = (seconds: number) =>
  errorAnswer(429, `Too many questions at once. Ask again in ${seconds} s.`, undefined, {
    "retry-after": String(seconds),
  });
