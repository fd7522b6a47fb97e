import {
  chipWord,
  codeGroup,
  codeSentence,
  earlyReportFlag,
  markFill,
  transactionCode,
} from "@/lib/record/transaction-codes";
import { codeUrl } from "@/lib/urls";
import { plural } from "@/lib/values/counts";
import { Mark } from "./mark";

type CodeChipProps = {
  /** The code as filed. An unknown code is shown unchanged. */
  code: string;
  /** Whether the row of Table II reports an exercise price, which distinguishes an exercise from a conversion. */
  hasExercisePrice?: boolean;
  underPlan?: boolean;
  /** Days from the adoption of the plan to the trade. In a list, `plan 203d` keeps the row on one line. */
  planDays?: number | null;
  /** `transactionTimeliness` as filed: "E" early, "L" late. */
  timeliness?: string | null;
  equitySwapInvolved?: boolean | null;
  /** Whether to link to the code's page. Only legends go without, because the link is the only way to the meaning by keyboard. */
  linked?: boolean;
};

/** A transaction code: mark, letter, word, and what else the form states beside it. Its title is the form's definition. */
export const CodeChip = ({
  code,
  hasExercisePrice = false,
  underPlan = false,
  planDays = null,
  timeliness = null,
  equitySwapInvolved = false,
  linked = true,
}: CodeChipProps) => {
  const group = codeGroup(code);
  const sentence = codeSentence(code);
  const content = (
    <>
      <Mark group={group} fill={markFill(group, underPlan)} />
      <b className="chip-letter">{code}</b>
      <span className="chip-word">{chipWord(code, { hasExercisePrice })}</span>
      {underPlan && (
        <span className="tag" title={planTitle(planDays)}>
          plan{planDays !== null && ` ${planDays}d`}
        </span>
      )}
      {timeliness === "E" && (
        <span className="tag" title={earlyReportFlag.meaning}>
          {earlyReportFlag.word}
        </span>
      )}
      {timeliness === "L" && (
        <span className="tag" title="Marked by the filer as reported late">
          filer says late
        </span>
      )}
      {equitySwapInvolved && (
        <span className="tag" title="The transaction involves an equity swap or a similar instrument">
          equity swap
        </span>
      )}
      <span className="visually-hidden">({sentence})</span>
    </>
  );
  return linked && transactionCode(code) ? (
    <a className={`chip g-${group}`} href={codeUrl(code)} title={sentence}>
      {content}
    </a>
  ) : (
    <span className={`chip g-${group}`} title={sentence}>
      {content}
    </span>
  );
};

const planTitle = (days: number | null) =>
  `Under a Rule 10b5-1 trading plan${days === null ? "" : `, ${plural(days, "day")} after it was adopted`}`;
