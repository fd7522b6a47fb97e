// Loaded into the site's server by `npm run bench -- pages` and `load`: reports the statements it sent, and the processor time and memory
// it used.
import pg from "pg";

let statements = 0;
const { query } = pg.Client.prototype;

pg.Client.prototype.query = /** @type {typeof query} */ (
  /** @this {pg.Client} @param {any[]} args */
  function (...args) {
    statements += 1;
    return query.apply(this, /** @type {any} */ (args));
  }
);

process.on("message", () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ statements, cpuMs: (user + system) / 1000, megabytes: process.memoryUsage.rss() / 1e6 });
});
