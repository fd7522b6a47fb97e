/** Redirects within the site: 308 if permanent, 307 if temporary, as symbols are reused. */
export const movedTo = (path: string, status: 307 | 308): Response =>
  new Response(null, { status, headers: { location: path } });
