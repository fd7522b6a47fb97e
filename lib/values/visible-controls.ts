const DELETE = 0x7f;

/**
 * Control characters as visible symbols, so that a reader sees that they are there. HTML drops a NUL, so a text of only NULs
 * would differ between what the server sent and what React expects.
 */
export const visibleControls = (text: string): string =>
  text.replace(/\p{Cc}/gu, (control) => {
    const code = control.charCodeAt(0);
    if (code === DELETE) return "␡";
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : control;
  });
