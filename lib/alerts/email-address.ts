/** RFC 5321 has no limit that mail servers agree on beyond these. */
const LONGEST = 254;

/** A usual address, without quotes, comments or line ends, so that it can be neither two addresses nor a header. */
const ADDRESS =
  /^[a-z\d!#$%&'*+/=?^_`{|}~-]{1,64}(?:\.[a-z\d!#$%&'*+/=?^_`{|}~-]{1,64})*@(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/;

/** An email address as typed, in lower case, so that each has one spelling. Null if it is not one. */
export function readEmailAddress(typed: string): string | null {
  const address = typed.trim().toLowerCase();
  return address.length <= LONGEST && address.indexOf("@") <= 64 && ADDRESS.test(address) ? address : null;
}
