import { DrawnOnce } from "@/components/ui/drawn-once";
import { printSortOrder, type SortOrder } from "@/lib/filters/sort-order";
import { KeptInputs } from "./kept-inputs";
import { NEWEST_TRADE_FIRST, SORTABLE_COLUMN_IDS, TRANSACTION_COLUMNS } from "./transactions-model";

type ColumnChoiceProps = {
  action: string;
  /** Address of the view. Its filters are kept. */
  url: string;
  columns: readonly string[];
  sort: SortOrder;
  standardHref: string;
};

/** Which columns are shown, and how the lines are sorted: a plain form in a panel, which opens and closes without JavaScript. */
export const ColumnChoice = ({ action, url, columns, sort, standardHref }: ColumnChoiceProps) => (
  <DrawnOnce>
    <button type="button" className="link-button" popoverTarget="column-choice">
      Columns and order
    </button>
    <form
      action={action}
      method="get"
      id="column-choice"
      popover="auto"
      role="dialog"
      aria-label="Columns and order"
      className="column-choice"
    >
      <KeptInputs url={url} fields={["columns", "sort"]} />
      <fieldset>
        <legend>Columns</legend>
        {TRANSACTION_COLUMNS.map(({ id, label }) => (
          <label key={id} className="check">
            <input type="checkbox" name="columns" value={id} defaultChecked={columns.includes(id)} />
            {label}
          </label>
        ))}
      </fieldset>
      <label className="field">
        <span>Order by</span>
        <select className="input" name="sort" defaultValue={printSortOrder(sort)}>
          {TRANSACTION_COLUMNS.filter(({ id }) => SORTABLE_COLUMN_IDS.includes(id)).flatMap(({ id, label }) => [
            <option key={`-${id}`} value={`-${id}`}>
              {label}, {id === NEWEST_TRADE_FIRST.column ? "newest first" : "descending"}
            </option>,
            <option key={id} value={id}>
              {label}, {id === NEWEST_TRADE_FIRST.column ? "oldest first" : "ascending"}
            </option>,
          ])}
        </select>
      </label>
      <p className="buttons">
        <button className="button is-primary" type="submit">
          Apply
        </button>
        <a className="button" href={standardHref}>
          Reset
        </a>
        <button type="button" className="button" popoverTarget="column-choice" popoverTargetAction="hide">
          Close
        </button>
      </p>
    </form>
  </DrawnOnce>
);
