import { CLUSTER_FILTERS } from "@/app/clusters/view";
import { DIRECTORY_FILTERS } from "@/app/directory-view";
import { FORMER } from "@/app/issuers/[cik]/query";
import { COLUMN_IDS, SORTABLE_COLUMN_IDS } from "@/components/listing/transactions-model";
import { alertsAnswer } from "@/lib/answers/alerts";
import { clustersAnswer, foundCluster } from "@/lib/answers/clusters";
import { codeAnswer, codesAnswer, flagAnswer } from "@/lib/answers/codes";
import { dataAnswer } from "@/lib/answers/data";
import { filingAnswer, listedFiling } from "@/lib/answers/filing";
import { insiderAnswer } from "@/lib/answers/insider";
import { issuerAnswer } from "@/lib/answers/issuer";
import {
  filingsAnswer,
  groupsAnswer,
  insidersAnswer,
  issuersAnswer,
  latestAnswer,
  listedInsider,
  listedIssuer,
  transactionsAnswer,
  watchAnswer,
} from "@/lib/answers/lists";
import { foundNote, notesAnswer } from "@/lib/answers/notes";
import { insiderRow, rowAnswer } from "@/lib/answers/row";
import { searchAnswer, suggestionsAnswer } from "@/lib/answers/search";
import { viewsAnswer } from "@/lib/answers/views";
import { GROUPS } from "@/lib/filters/grouping";
import { LIST_COLUMNS } from "@/lib/filters/list-columns";
import { LIST_ORDERS } from "@/lib/filters/list-order";
import { AS_OF_PARAM, INSIDER_FILTERS, ISSUER_FILTERS, ROSTER_PARAM } from "@/lib/filters/page-filters";
import { LONGEST_QUERY } from "@/lib/filters/search-query";
import { FACT_NAMES } from "@/lib/footnotes/fact-names";
import { NOTE_FILTERS, NOTE_ORDERS } from "@/lib/note-search/note-search";
import type { ApiAddress } from "@/lib/openapi/openapi-document";
import { clusterParameters, filterParameters, inPath, place, query, sortedBy } from "@/lib/openapi/parameters";
import { transactionCodes } from "@/lib/record/transaction-codes";
import {
  aboutAlertsUrl,
  clustersUrl,
  codesUrl,
  dataUrl,
  filingsUrl,
  filingUrl,
  footnotesUrl,
  insidersUrl,
  insiderUrl,
  issuersUrl,
  issuerUrl,
  latestUrl,
  searchUrl,
  transactionsUrl,
  viewsUrl,
  watchUrl,
} from "@/lib/urls";

const TEXT = { type: "string" };
const cik = inPath("cik", "A CIK, with or without leading zeros.", { type: "string", pattern: "^\\d{1,10}$" });
const asOf = query(AS_OF_PARAM, "What was known at the end of this day in New York. Not in feeds.", {
  ...TEXT,
  format: "date",
});
const words = query("q", "Names, a ticker, a CIK or an accession number.", { ...TEXT, maxLength: LONGEST_QUERY });
const columns = (ids: readonly string[], of: string) =>
  query("columns", `The columns of ${of}. Other formats have every value.`, {
    type: "array",
    items: { ...TEXT, enum: ids },
  });

/** Every address that answers with data, in the order of the site. */
export const API_ADDRESSES: readonly ApiAddress[] = [
  {
    id: "latest",
    path: latestUrl(),
    summary: "The newest filings, whatever they report",
    parameters: [place("after"), place("before")],
    answers: [latestAnswer],
    formats: ["csv", "atom"],
    line: rowAnswer,
  },
  {
    id: "transactions",
    path: transactionsUrl(),
    example: "?code=P&value-from=100000",
    summary: "Transactions under a filter, one by one or in groups",
    parameters: [
      ...filterParameters(),
      sortedBy(LIST_ORDERS),
      columns(LIST_COLUMNS, "the page"),
      query("group", "Groups instead of transactions. Not in feeds.", { ...TEXT, enum: GROUPS }),
      query("insiders-from", "With `group`: at least this many insiders.", { type: "integer", minimum: 1 }),
      query("total-from", "With `group`: at least this many dollars, bought and sold together.", {
        type: "integer",
        minimum: 0,
      }),
      place("after"),
      place("before"),
    ],
    answers: [transactionsAnswer, groupsAnswer],
    formats: ["csv", "atom"],
    line: rowAnswer,
  },
  {
    id: "filings",
    path: filingsUrl(),
    example: "?form=3",
    summary: "Filings under a filter, with or without transactions",
    parameters: [...filterParameters(), place("after"), place("before")],
    answers: [filingsAnswer],
    formats: ["csv", "atom"],
    line: listedFiling,
  },
  {
    id: "filing",
    path: filingUrl("{accession}"),
    summary: "A filing: its rows, footnotes, amendments and original",
    parameters: [inPath("accession", "The accession number, with or without dashes.", TEXT)],
    answers: [filingAnswer],
    formats: ["csv", "atom", "xml", "txt"],
  },
  {
    id: "insiders",
    path: insidersUrl(),
    example: "?form=4",
    summary: "Insiders by name",
    parameters: [...filterParameters(DIRECTORY_FILTERS), place("after")],
    answers: [insidersAnswer],
    formats: ["csv"],
    line: listedInsider,
  },
  {
    id: "insider",
    path: insiderUrl("{cik}"),
    summary: "An insider: holdings, roles, plans and transactions",
    parameters: [
      cik,
      ...filterParameters(INSIDER_FILTERS),
      sortedBy(SORTABLE_COLUMN_IDS),
      columns(COLUMN_IDS, "the page and of CSV"),
      place("after"),
      asOf,
    ],
    answers: [insiderAnswer],
    formats: ["csv", "atom"],
    line: insiderRow,
  },
  {
    id: "issuers",
    path: issuersUrl(),
    summary: "Issuers by name",
    parameters: [...filterParameters(DIRECTORY_FILTERS), place("after")],
    answers: [issuersAnswer],
    formats: ["csv"],
    line: listedIssuer,
  },
  {
    id: "issuer",
    path: issuerUrl("{cik}"),
    summary: "An issuer: its insiders, what they bought and sold, and its newest filings",
    parameters: [
      cik,
      ...filterParameters(ISSUER_FILTERS),
      ...clusterParameters,
      query(ROSTER_PARAM, "Also lists former insiders.", { ...TEXT, enum: [FORMER] }),
      asOf,
    ],
    answers: [issuerAnswer],
    formats: ["csv", "atom"],
    line: rowAnswer,
  },
  {
    id: "clusters",
    path: clustersUrl(),
    example: "?cluster-insiders=2",
    summary: "Clusters: several insiders of an issuer who bought, or sold, within a few days",
    parameters: [...filterParameters(CLUSTER_FILTERS), ...clusterParameters],
    answers: [clustersAnswer],
    formats: ["csv", "atom"],
    line: foundCluster,
  },
  {
    id: "footnotes",
    path: footnotesUrl(),
    example: "?fact=plan_adopted",
    summary: "Footnotes and remarks, by their words and by what they state",
    parameters: [
      query("q", "Words, phrases in quotes, `or`, a minus, and beginnings of words (`vest*`).", {
        ...TEXT,
        maxLength: LONGEST_QUERY,
      }),
      ...filterParameters(NOTE_FILTERS),
      query(
        "fact",
        `A fact that the note states, or one of its values: ${FACT_NAMES.map(({ key }) => key).join(", ")}.`,
        {
          type: "array",
          items: TEXT,
        },
      ),
      query("sort", "Best first ranks by how often and how close together the words occur.", {
        ...TEXT,
        enum: NOTE_ORDERS,
      }),
      place("after"),
    ],
    answers: [notesAnswer],
    formats: ["csv", "atom"],
    line: foundNote,
  },
  {
    id: "watch",
    path: watchUrl(),
    example: "?insider={cik}",
    summary: "The newest filings of insiders, or on issuers",
    parameters: [...filterParameters(["issuer", "insider"]), place("after"), place("before")],
    answers: [watchAnswer],
    formats: ["atom"],
  },
  {
    id: "search",
    path: searchUrl(),
    example: "?q={symbol}",
    summary: "Insiders, issuers and filings by name or number",
    parameters: [words],
    answers: [searchAnswer],
    formats: [],
  },
  {
    id: "suggestions",
    path: `${searchUrl()}/suggestions`,
    example: "?q={symbol}",
    summary: "What a search field offers while a reader types",
    parameters: [words],
    answers: [suggestionsAnswer],
    formats: [],
  },
  {
    id: "views",
    path: viewsUrl(),
    summary: "Lists that answer common questions, with their counts",
    parameters: [],
    answers: [viewsAnswer],
    formats: [],
  },
  {
    id: "codes",
    path: codesUrl(),
    summary: "The transaction codes, what they mean and how often they occur",
    parameters: [],
    answers: [codesAnswer],
    formats: [],
  },
  {
    id: "code",
    path: `${codesUrl()}/{code}`,
    summary: "A transaction code, or the flag V",
    parameters: [inPath("code", "A letter.", { ...TEXT, enum: [...transactionCodes.map(({ code }) => code), "V"] })],
    answers: [codeAnswer, flagAnswer],
    formats: [],
  },
  {
    id: "data",
    path: dataUrl(),
    summary: "What is in this database, and how current it is",
    parameters: [],
    answers: [dataAnswer],
    formats: [],
  },
  {
    id: "alerts",
    path: aboutAlertsUrl(),
    summary: "What alerts have sent, what is waiting and what has failed",
    parameters: [],
    answers: [alertsAnswer],
    formats: [],
  },
];
