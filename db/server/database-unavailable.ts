/** There is no usable database; the message explains it for the terminal. Commands end with exit code 3. */
export class DatabaseUnavailable extends Error {
  override name = "DatabaseUnavailable";
}

/** The same, with a message that needs no introduction. */
export class SaidInFull extends DatabaseUnavailable {
  override name = "SaidInFull";
}
