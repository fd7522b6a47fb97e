import { GET as checkHealth } from "@/app/healthz/route";

const REBUILT = "The pages on disk are from a different build than this server. Restart the server.";

/** Whether readers can be sent here: the database responds and has this version's schema, and the build is current. */
export async function GET() {
  const { ready, message = REBUILT } = await (await checkHealth()).json();
  const body = ready ? { ready } : { ready, message };
  return Response.json(body, { status: ready ? 200 : 503, headers: { "cache-control": "no-store" } });
}
