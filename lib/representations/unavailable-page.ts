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
    main: `<p>Every page is read from it. Nothing is lost: the page is there again as soon as the database is.</p>
<p><a class="button" href="">Try again</a></p>
<p>If you run this site: <a href="${healthUrl()}">${healthUrl()}</a> says what is wrong, and the server’s log why.</p>
<pre>503 database unreachable  request ${requestId}</pre>`,
  });
