/** The number of ours of the one real document that comes with the product: by the SHA-256 of `saxon-form4.txt`. */
export const SAXON_NUMBER = "local-584874a9eec4";
