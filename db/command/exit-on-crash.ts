/**
 * Imported by every command: a fault of ours ends with an exit code that no command gives on purpose. Node's own is 1,
 * which says that a document was refused. 70 is EX_SOFTWARE in sysexits.h.
 */
export const EXIT_CRASH = 70;

process.on("uncaughtException", (error) => {
  process.stderr.write(
    "Sorry, Section 16 has crashed because of a bug. Everything stored so far is kept, and you can run the same command again.\n",
  );
  console.error(error);
  process.exit(EXIT_CRASH);
});
