import { DrawnOnce } from "@/components/ui/drawn-once";
import { COLUMNS_PARAM, isStandard, LIST_COLUMNS, type ListColumn } from "@/lib/filters/list-columns";
import { transactionsUrl } from "@/lib/urls";
import { ApplyForm } from "./apply-form";
import { KeptInputs } from "./kept-inputs";
import { COLUMNS } from "./list-layout";
import { MoveInList } from "./move-in-list";

const PANEL = "list-columns";
const IN_ALL = LIST_COLUMNS.length + 2;

type ListColumnsProps = {
  /** The address of the list. */
  url: string;
  columns: readonly ListColumn[];
  standardHref: string;
};

/** Which columns a list of transactions shows, and in which order: a plain GET form in a panel. */
export const ListColumns = ({ url, columns, standardHref }: ListColumnsProps) => (
  // A list whose choices were moved by hand is drawn from scratch.
  <ApplyForm key={columns.join()} action={transactionsUrl()} applied={url} className="list-columns">
    <button type="button" className="link-button" popoverTarget={PANEL}>
      Columns
    </button>
    <MoveInList>
      <DrawnOnce>
        <KeptInputs url={url} fields={[COLUMNS_PARAM]} />
        <div id={PANEL} popover="auto" role="dialog" aria-label="Columns" className="panel is-wide">
          <div className="panel-head">
            <b>Columns</b>
            {!isStandard(columns) && (
              <a className="link-button" href={standardHref}>
                Reset
              </a>
            )}
            <button type="button" className="link-button" popoverTarget={PANEL} popoverTargetAction="hide">
              Close
            </button>
          </div>
          <div className="panel-body">
            <div className="choice-columns">
              <fieldset>
                <legend>Shown, in this order</legend>
                <span className="check muted">Filed, always</span>
                <span className="check muted">Insider, always</span>
                {columns.map((column) => (
                  <div key={column} className="moved">
                    <ColumnChoice column={column} isShown />
                    <span className="needs-script">
                      <MoveButton column={column} by="-1" label="up" />
                      <MoveButton column={column} by="1" label="down" />
                    </span>
                  </div>
                ))}
              </fieldset>
              <fieldset>
                <legend>Can be added</legend>
                {LIST_COLUMNS.filter((column) => !columns.includes(column)).map((column) => (
                  <ColumnChoice key={column} column={column} />
                ))}
              </fieldset>
            </div>
            <p className="small muted">
              Columns that do not fit in your window are left out, the last ones first, and the list says which. On
              phones each transaction is a card, and the columns that you choose are lines in it. The choice is part of
              the link (<code>columns=</code>). CSV, NDJSON and JSON have every value.
            </p>
          </div>
          <div className="panel-foot">
            <span className="filter-counts">
              {columns.length + 2} of {IN_ALL} columns
            </span>
            <button className="button is-primary" type="submit">
              Apply
            </button>
          </div>
        </div>
      </DrawnOnce>
    </MoveInList>
  </ApplyForm>
);

const ColumnChoice = ({ column, isShown = false }: { column: ListColumn; isShown?: boolean }) => {
  const { label, hint } = COLUMNS[column];
  const isAlways = column === "transaction";
  return (
    <label className="check">
      {/* A disabled box is not sent. */}
      {isAlways && <input type="hidden" name={COLUMNS_PARAM} value={column} />}
      <input type="checkbox" name={COLUMNS_PARAM} value={column} defaultChecked={isShown} disabled={isAlways} />
      {label}
      {isAlways ? <span className="muted">always</span> : hint && <span className="muted">{hint}</span>}
    </label>
  );
};

const MoveButton = ({ column, by, label }: { column: ListColumn; by: "-1" | "1"; label: string }) => (
  <button type="button" className="link-button" data-moves={by} aria-label={`Move ${COLUMNS[column].label} ${label}`}>
    <span aria-hidden="true">{by === "1" ? "↓" : "↑"}</span>
  </button>
);
