/** The number we assigned to the one real document that comes with the product, from the SHA-256 of `saxon-form4.txt`. */
export const SAXON_NUMBER = "local-584874a9eec4";
