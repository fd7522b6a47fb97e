import { plainPage } from "@/lib/representations/plain-page";
import { healthUrl } from "@/lib/urls";

/**
 * The page shown in place of any other while the database does not answer. It is self-contained, so that it needs nothing that is
 * missing.
 * @param requestId letters and digits, as in the server's log
 */
export const unavailablePage = (requestId: string) =>
  plainPage({
    title: "The database does not answer",
    main: `<p>Sorry, all pages need the database. No data has been lost. Try again in a moment.</p>
<p><a class="button" href="">Try again</a></p>
<p>If you run this site: <a href="${healthUrl()}">${healthUrl()}</a> and the server’s log say what is wrong.</p>
<pre>503 database unreachable  request ${requestId}</pre>`,
  });
