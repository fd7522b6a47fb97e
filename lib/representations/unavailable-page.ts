import { plainPage } from "@/lib/representations/plain-page";
import { healthUrl } from "@/lib/urls";

/**
 * The page that stands in for any other while the database does not answer: whole in itself, as it must not need what is
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
