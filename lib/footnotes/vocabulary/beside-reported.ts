/** "In addition to the 5,000 shares reported in Column 5, he has 900 RSUs": a note about securities that the form does not report. */
export const besideReported =
  /^\W*in\s+addition\s+to\s+(?:the|these|those)\s+(?:[\d,]+\s+)?(?:shares|securities|units)\b[^.;]{0,60}?\breported\b/i;
