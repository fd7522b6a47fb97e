/**
 * Imported by every command: a bug of ours ends it with an exit code that no command uses on purpose. Node's own code is 1, which
 * means that a document was refused. 70 is EX_SOFTWARE in sysexits.h.
 */
export const EXIT_CRASH = 70;

process.on("uncaughtException", (error) => {
  process.stderr.write(
    "Sorry, Section 16 has crashed because of a bug. Everything stored so far is kept, and you can run the same command again.\n",
  );
  console.error(error);
  process.exit(EXIT_CRASH);
});
