import type { WordRule } from "./word-rules";

/** Abbreviations for securities, prices, taxes and times in notes that are typed by hand. */
export const shortWords: readonly WordRule[] = [
  [/\bstk\b\.?(?=\s|[,;)]|$)/gi, "stock", ["stk"]],
  [
    /\b(?:rest\.|restr\b\.?|rstd\b\.?|rstr\b\.?)\s+(?=(?:stock|shares|shs|units|common)\b)/gi,
    "restricted ",
    ["rest.", "restr", "rstd", "rstr"],
  ],
  [/\b(?:pfd\b\.?|prefd\b\.?|pref\.)(?=\s|[,;)]|$)/gi, "preferred", ["pfd", "prefd", "pref."]],
  [/\bconv\.?\s+(?=(?:preferred|notes?|debentures?)\b)/gi, "convertible ", ["conv"]],
  [/\bcom\.\s+(?=(?:stock|shares|shs)\b)/gi, "common ", ["com. "]],
  [/\bperf\.?\s+(?=(?:shares|shs|units|rsus?|stock|awards?)\b)/gi, "performance ", ["perf. ", "perf "]],
  [/\bempl?\.?\s+(?=(?:stock|share)\s+(?:purch|own))/gi, "employee ", ["emp ", "emp. ", "empl ", "empl. "]],
  [/\bpurch\b\.?(?=\s)/gi, "purchase", ["purch"]],
  [/\bex(?:erc?)?\.\s+(?=(?:price|cost)\b)/gi, "exercise ", ["ex. ", "exer. ", "exerc. "]],
  [/\bex(?:er)?\.(?<=\b(?:options?|warrants?)\sex(?:er)?\.)(?=\s|[,;)]|$)/gi, "exercise", [" ex.", " exer."]],
  [/\bw\/?hold(?=ing\b)/gi, "withhold", ["w/hold", "whold"]],
  [
    /\bincl\.?(?=\s+(?:unvested|vested|restricted|rsus?\b|psus?\b|shs\b|shares\b|the\s|an?\s|approx))/gi,
    "includes",
    ["incl ", "incl. "],
  ],
  [/\s?\/\s?(?:yr|year)\b\.?(?<=[\d%]\s?\/\s?\w+\.?)/gi, " per year", ["/yr", "/ yr", "/year", "/ year"]],
  [/\s?\/\s?mo(?:nth)?\b\.?(?<=[\d%]\s?\/\s?\w+\.?)/gi, " per month", ["/mo", "/ mo"]],
  [/\bq(?:r|u)?trly\b\.?/gi, "quarterly", ["qtrly", "qrtrly", "qutrly"]],
  [/\banniv\b\.?/gi, "anniversary", ["anniv"]],
  [/\bsec\.\s+(?=\d)/gi, "Section ", ["sec. "]],
  [/\b16(?<part>[ab])(?=\d{1,2}(?:\(|\b))/gi, ({ groups }) => `16${groups?.part}-`, ["16a", "16b"]],
  [/\bapprox\b\.?(?=\s+\d)/gi, "approximately", ["approx"]],
  [/\bdivd?\.?\s+reinv\w*\.?/gi, "dividend reinvestment", ["div reinv", "div. reinv", "divd reinv", "divd. reinv"]],
];
