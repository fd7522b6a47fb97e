// This is plain JavaScript because Next's configuration and the request guard read it before anything is compiled.

/**
 * Sent with every answer, whatever its content and source, except for what others may show. Scripts elsewhere may still read the data formats, which allow it
 * explicitly (CORS). `cross-origin-resource-policy` prevents foreign pages from embedding an answer as an image, a script or a
 * style sheet, for which there is no use.
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

const PICTURE = /\/(?:card\.png|chart\.(?:png|svg))$/;
const EMBEDS = "/embed/";
const FOR_OTHERS = { ...SECURITY_HEADERS, "cross-origin-resource-policy": "cross-origin" };
const FOR_FRAMES = Object.fromEntries(Object.entries(FOR_OTHERS).filter(([name]) => name !== "x-frame-options"));

/**
 * The headers of the answer at an address. Other sites may show the cards and charts of our pages, and embeds in frames.
 *
 * @param {string} path
 * @returns {Readonly<Record<string, string>>}
 */
export const securityHeadersAt = (path) =>
  path.startsWith(EMBEDS) ? FOR_FRAMES : PICTURE.test(path) ? FOR_OTHERS : SECURITY_HEADERS;

/** For an embed, which anyone may show in a frame. It runs nothing and loads nothing. */
export const EMBED_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors *";

/**
 * For everything that is not a page of ours. A filing's XML may contain XHTML scripts, SVG with handlers or a style sheet. Opened
 * in a browser, it gets a separate origin, runs nothing and loads nothing.
 */
export const DATA_POLICY = "default-src 'none'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The header in which the proxy passes the nonce to a page, and to the guard. */
export const NONCE = "x-section16-nonce";

/**
 * For a page. Next puts the nonce on its own scripts, and those may load others. Nothing else runs.
 *
 * @param {string} nonce made for this one answer
 */
export function pagePolicy(nonce) {
  // `next dev` compiles in the browser and receives edits over a socket.
  const isDev = process.env.NODE_ENV === "development";
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${isDev ? " 'unsafe-eval'" : ""}`,
    // React writes widths and positions of charts as style attributes, which a nonce cannot allow.
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

/** For a self-contained page, with markup and an inline style sheet. */
export const PLAIN_PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
