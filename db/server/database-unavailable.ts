/** No database to work with, said in words for the reader of a terminal. Commands end with exit code 3. */
export class DatabaseUnavailable extends Error {
  override name = "DatabaseUnavailable";
}

/** The same where the message needs no introduction. */
export class SaidInFull extends DatabaseUnavailable {
  override name = "SaidInFull";
}
