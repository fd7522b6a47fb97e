import type { FormRow } from "@/components/form/form-row";
import type { FilingForm } from "@/lib/edgar/filing-form";
import type { FilingRecord } from "@/lib/edgar/filing-record";
import type { ListedNote } from "@/lib/footnotes/listed-notes";
import type { RunningNote } from "@/lib/footnotes/running-notes";
import type { ExerciseTotals } from "@/lib/holdings/exercise-pairs";
import type { FilingPlan } from "@/lib/plans/filing-plans";
import type { NoteFacts } from "@/lib/record/derived-filing";
import type { FilingEntry } from "@/lib/record/filing";
import type { WalkSeries } from "@/lib/series/holding-walk";
import type { TradeSums } from "@/lib/series/trade-sums";
import type { AmendmentFacts, FilingVersion, Neighbours, StoredProblem } from "@/lib/views/filing";
import type { FilingPaper } from "@/paper/filing-paper";
import type { ValueMarks } from "@/paper/form/value-marks";

/** A filing's page, plain data like the views in lib/views; it says how paper was read, which lib does not know. */
export type FilingView = {
  title: string;
  headline: string;
  description: string;
  url: string;
  citation: string;
  /** EDGAR's page of it; null where the accession number is not known. */
  originalHref: string | null;
  entry: FilingEntry;
  record: FilingRecord;
  /** JSON Pointers into the document. */
  unread: string[];
  form: FilingForm;
  rows: FormRow[];
  notes: ListedNote[];
  sums: TradeSums;
  exerciseCost: string | null;
  exercises: ExerciseTotals[];
  walk: WalkSeries | null;
  plan: {
    /** Whether the form dates from before its box. */
    hasNoBox: boolean;
    plans: FilingPlan[];
    /** Whether every purchase and sale is under one of them. */
    speakForAll: boolean;
    /** Notes that mention Rule 10b5-1. */
    notes: ListedNote[];
  };
  amendment: AmendmentFacts;
  neighbours: Neighbours;
  /** By note id, and of the remarks: the words that something we say was read from. */
  stated: ReadonlyMap<string, ReadonlySet<string>>;
  /** By note id, and for the remarks, what they state. */
  facts: NoteFacts;
  /** Whether it is still to be derived: until then, facts may be missing. */
  isWaiting: boolean;
  /** By note id, those that EDGAR's length limit has cut. */
  running: ReadonlyMap<string, RunningNote>;
  problems: StoredProblem[];
  /** Null for a filing that was not read from paper. */
  paper: FilingPaper | null;
  /** The file that it was, or was once, read from; null where there is none. */
  paperFile: string | null;
  /** Oldest first. */
  versions: FilingVersion[];
};

const NO_MARKS: ValueMarks = new Map();

/** What is known of values because they were read from paper; nothing for other filings. */
export const marksOf = ({ paper }: FilingView): ValueMarks => paper?.marks ?? NO_MARKS;
