/** A JSON Pointer as an element id: `/issuer/issuerName` becomes `issuer-issuerName`. */
const slug = (pointer: string) => pointer.slice(1).replaceAll("/", "-");

/** Ids of a field on the form as read, and of the question about it. */
export const fieldAnchor = (pointer: string) => `field-${slug(pointer)}`;
export const questionAnchor = (pointer: string) => `question-${slug(pointer)}`;
export const inputId = (name: string) => `input-${name.replace(/[:/]+/g, "-")}`;
