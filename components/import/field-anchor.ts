/** A JSON Pointer as an id of the page: `/issuer/issuerName` as `issuer-issuerName`. */
const slug = (pointer: string) => pointer.slice(1).replaceAll("/", "-");

/** Where a field stands on the form as read, and where it is asked for. */
export const fieldAnchor = (pointer: string) => `field-${slug(pointer)}`;
export const questionAnchor = (pointer: string) => `question-${slug(pointer)}`;
export const inputId = (name: string) => `input-${name.replace(/[:/]+/g, "-")}`;
