import type { FormRow } from "@/components/form/form-row";
import type { FilingForm } from "@/lib/edgar/filing-form";
import type { FilingRecord } from "@/lib/edgar/filing-record";
import type { ListedNote } from "@/lib/footnotes/listed-notes";
import type { RunningNote } from "@/lib/footnotes/running-notes";
import type { ExerciseTotals } from "@/lib/holdings/exercise-pairs";
import type { FilingPlan } from "@/lib/plans/filing-plans";
import type { NoteFacts } from "@/lib/record/derived-filing";
import type { FilingEntry } from "@/lib/record/filing";
import type { Implausible } from "@/lib/record/implausible";
import type { WalkSeries } from "@/lib/series/holding-walk";
import type { TradeSums } from "@/lib/series/trade-sums";
import type { AmendmentFacts, FilingVersion, Neighbours, StoredProblem } from "@/lib/views/filing";
import type { FilingPaper } from "@/paper/filing-paper";
import type { ValueMarks } from "@/paper/form/value-marks";

/** A filing's page as plain data, like the views in lib/views. It is defined here because lib knows nothing of paper. */
export type FilingView = {
  title: string;
  headline: string;
  description: string;
  url: string;
  citation: string;
  /** Its page on EDGAR, or null if the accession number is not known. */
  originalHref: string | null;
  entry: FilingEntry;
  record: FilingRecord;
  /** JSON Pointers into the document. */
  unread: string[];
  form: FilingForm;
  rows: FormRow[];
  notes: ListedNote[];
  sums: TradeSums;
  /** By row id. These rows are left out of the sums. */
  implausible: ReadonlyMap<string, Implausible>;
  /** If it reports a first purchase: the day of the first filing on the issuer that we have. */
  recordsSince: string | null;
  exerciseCost: string | null;
  exercises: ExerciseTotals[];
  walk: WalkSeries | null;
  plan: {
    /** Whether the form is older than the 10b5-1 box. */
    hasNoBox: boolean;
    plans: FilingPlan[];
    /** Whether these plans cover every purchase and sale. */
    speakForAll: boolean;
    /** Footnotes that mention Rule 10b5-1. */
    notes: ListedNote[];
  };
  amendment: AmendmentFacts;
  neighbours: Neighbours;
  /** By footnote id, and for the remarks: the words from which we read a fact. */
  stated: ReadonlyMap<string, ReadonlySet<string>>;
  /** By footnote id, and for the remarks: the facts they state. */
  facts: NoteFacts;
  /** Whether the filing is still waiting to be derived, so that facts can be missing. */
  isWaiting: boolean;
  /** By id, the footnotes cut off at EDGAR's length limit. */
  running: ReadonlyMap<string, RunningNote>;
  problems: StoredProblem[];
  /** Null if the filing was not read from paper. */
  paper: FilingPaper | null;
  /** The file from which it is, or once was, read. Null if there is none. */
  paperFile: string | null;
  /** Oldest first. */
  versions: FilingVersion[];
};

const NO_MARKS: ValueMarks = new Map();

/** What we know about values read from paper. Empty for other filings. */
export const marksOf = ({ paper }: FilingView): ValueMarks => paper?.marks ?? NO_MARKS;
