/** Whether this process answers at all; the database is not asked. A supervisor restarts what does not. */
export const GET = () => Response.json({ live: true }, { headers: { "cache-control": "no-store" } });
