// Plain JavaScript: Next's configuration and the request guard read it as it is, before anything is compiled.

/**
 * Sent with every answer, whatever it holds and whichever layer gives it. A script elsewhere may still read the data formats, which
 * allow it explicitly (CORS); what `cross-origin-resource-policy` shuts out is a foreign page that embeds an answer as an image,
 * a script or a style sheet, and for this there is no use.
 *
 * @type {Readonly<Record<string, string>>}
 */
export const SECURITY_HEADERS = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "strict-origin-when-cross-origin",
  "permissions-policy": [
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "gamepad",
    "geolocation",
    "gyroscope",
    "hid",
    "identity-credentials-get",
    "idle-detection",
    "local-fonts",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "storage-access",
    "usb",
    "window-management",
    "xr-spatial-tracking",
  ]
    .map((feature) => `${feature}=()`)
    .join(", "),
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

/**
 * For everything that is not a page of ours. A filing's XML may hold XHTML scripts, SVG with handlers or a style sheet: opened in a
 * browser, it gets an origin of its own, runs nothing and loads nothing.
 */
export const DATA_POLICY = "default-src 'none'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The header by which the proxy tells a page, and the guard, the nonce that it made. */
export const NONCE = "x-section16-nonce";

/**
 * For a page. Next puts the nonce on its own scripts, and those may load the others; nothing else runs.
 *
 * @param {string} nonce made for this one answer
 */
export function pagePolicy(nonce) {
  // `next dev` compiles in the browser and is told of edits over a socket.
  const isDev = process.env.NODE_ENV === "development";
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${isDev ? " 'unsafe-eval'" : ""}`,
    // React writes widths and positions of charts as style attributes, which no nonce can allow.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${isDev ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** For a page that is whole in itself: markup and a style sheet inside it. */
export const PLAIN_PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
