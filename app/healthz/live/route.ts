/** Whether this process responds at all, without checking the database. A supervisor restarts it if not. */
export const GET = () => Response.json({ live: true }, { headers: { "cache-control": "no-store" } });
