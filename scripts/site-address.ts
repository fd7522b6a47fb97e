import { createServer } from "node:net";
import type { Settings } from "@/lib/settings";
import { CannotListen } from "./start-trouble";

/** Before anything slow. */
export async function expectFreePort({ port, host }: Settings) {
  const probe = createServer();
  try {
    await new Promise<void>((settle, fail) => {
      probe.on("error", fail).listen(port, host, settle);
    });
  } catch (error) {
    throw new CannotListen(whyNotListening(error, { port, host }), { cause: error });
  } finally {
    probe.close();
  }
}

function whyNotListening(error: unknown, { port, host }: Pick<Settings, "port" | "host">): string {
  const code = error instanceof Error && "code" in error ? error.code : error;
  if (code === "EADDRINUSE")
    return `Port ${port} is taken by another program. Stop it, or choose another: PORT=${port + 1} npm start`;
  if (code === "EACCES")
    return `You do not have permission to listen on port ${port}. Choose a port above 1023: PORT=3000 npm start`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
    return `HOST is ${host}, which is not an address of this machine.`;
  return `The site cannot listen on HOST ${host}, port ${port} (${code}).`;
}

const isAnyAddress = (host: string) => host === "0.0.0.0" || host === "::";
const isLoopback = (host: string) => host === "localhost" || host === "::1" || host.startsWith("127.");
const bracketed = (host: string) => (host.includes(":") ? `[${host}]` : host);

export function originFromHere({ host, port }: Settings) {
  return `http://${isAnyAddress(host) ? (host === "::" ? "[::1]" : "127.0.0.1") : bracketed(host)}:${port}`;
}

export function addressForReaders({ host, port }: Settings) {
  return `http://${isAnyAddress(host) || isLoopback(host) ? "localhost" : bracketed(host)}:${port}`;
}
