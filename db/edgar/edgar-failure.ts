/**
 * Why EDGAR could not be read, in words. `unreachable`: no answer, or errors, however often it was asked. `refused`: it
 * answers 403 or 429 and goes on doing so. `wrong page`: what comes is not what was asked for.
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
