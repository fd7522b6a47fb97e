/**
 * Why EDGAR could not be read, in words. `unreachable`: no answer, or only errors, after several tries. `refused`: it keeps
 * answering 403 or 429. `wrong page`: the answer is not what was requested.
 */
export class EdgarFailure extends Error {
  constructor(
    readonly kind: "unreachable" | "refused" | "wrong page",
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
