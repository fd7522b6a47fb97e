/** Leads elsewhere on the site: 308 for ever, 307 for now (symbols are reused). */
export const movedTo = (path: string, status: 307 | 308): Response =>
  new Response(null, { status, headers: { location: path } });
