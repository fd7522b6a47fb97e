import { SectionHead } from "@/components/site/section-head";
import { ColumnHeads } from "@/components/ui/column-heads";
import { DrawnOnce } from "@/components/ui/drawn-once";
import { tableRoles } from "@/components/ui/table-roles";
import type { Reference, ReferenceKey } from "@/lib/openapi/reference";
import { inFormat, llmsUrl, openApiUrl } from "@/lib/urls";

type ApiReferenceProps = {
  reference: Reference;
  /** By the id of an address about one thing: something that is in this database, or null. */
  examples: Readonly<Record<string, string | null>>;
};

/** Addresses, their parameters and what they answer. Examples are links. */
export const ApiReference = ({ reference, examples }: ApiReferenceProps) => (
  <DrawnOnce>
    <div className="work two-columns api">
      <div>
        <Rules />
        {reference.addresses.map((address) => (
          <Address key={address.id} address={address} example={examples[address.id] ?? null} />
        ))}
        <Keys
          id="filters"
          title="Filters"
          note="A row must match all filters. If a filter is repeated, one of its values is enough."
          of={reference.filters}
        />
        {reference.schemas.map(({ id, description, keys }) => (
          <Keys key={id} id={id} title={id} note={<WithCode text={description} />} of={keys} />
        ))}
      </div>
      <aside aria-label="On this page">
        <ul className="link-list">
          <li>
            <a href="#rules">Rules</a>
          </li>
          <li>
            <a href="#unreadable">Errors</a>
          </li>
          {reference.addresses.map(({ id, path }) => (
            <li key={id}>
              <a href={`#${id}`}>{path}</a>
            </li>
          ))}
          <li>
            <a href="#filters">Filters</a>
          </li>
        </ul>
      </aside>
    </div>
  </DrawnOnce>
);

const Rules = () => (
  <>
    <section className="section" aria-labelledby="rules">
      <SectionHead id="rules" title="Rules" />
      <div className="prose">
        <ul>
          <li>
            Numbers are decimal text, so that no digit is lost. Null means not reported or not known; it is never zero.
          </li>
          <li>
            JSON and feeds have one page of a list, and <code>next</code> and the Link header lead to the next one. CSV
            and NDJSON have the whole list, one item per line.
          </li>
          <li>
            An answer has an ETag. If you send it as <code>If-None-Match</code>, you get 304 if nothing has changed.
          </li>
          <li>We may add keys. We never remove one or change its meaning.</li>
          <li>
            The same as a document for programs: <a href={openApiUrl()}>OpenAPI 3.1</a>. For language models:{" "}
            <a href={llmsUrl()}>llms.txt</a>.
          </li>
        </ul>
      </div>
    </section>
    <section className="section" aria-labelledby="unreadable">
      <SectionHead id="unreadable" title="Errors" />
      <div className="prose">
        <p>
          Errors are <a href="#Problem">problem details</a> (RFC 9457), with the type{" "}
          <code>application/problem+json</code>. A value in the address that cannot be read is an error, because a
          broader list than you asked for would mislead you: <code>error.values</code> names it, with the reason. Names
          that an address does not have are ignored, and listed under <code>ignored</code>.
        </p>
        <p>
          <a className="id" href={inFormat("/transactions?code=BUY", "json")}>
            {inFormat("/transactions?code=BUY", "json")}
          </a>
          : an example
        </p>
      </div>
    </section>
  </>
);

function Address({ address, example }: { address: Reference["addresses"][number]; example: string | null }) {
  const whole = address.path + (address.example ?? "");
  const path = whole.includes("{") ? example && whole.replace(/\{\w+\}/, example) : whole;
  return (
    <section className="section" aria-labelledby={address.id}>
      <SectionHead id={address.id} title={address.summary} note={<code>{address.path}</code>} />
      <ul className="api-formats">
        {address.formats.map((format) => (
          <li key={format}>
            {path && format !== "txt" ? (
              <a className="id" href={inFormat(path, format)}>
                {inFormat(path, format)}
              </a>
            ) : (
              <span className="id">{inFormat(address.path, format)}</span>
            )}
            {format === "txt" && <span className="secondary">: for a filing read from paper</span>}
            {format === "json" && <Schemas names={address.answers} />}
            {format === "ndjson" && address.line && <Schemas names={[address.line]} />}
          </li>
        ))}
      </ul>
      {address.filters.length > 0 && (
        <p className="secondary">
          Filters:{" "}
          {address.filters.map((name, at) => (
            <span key={name}>
              {at > 0 && ", "}
              <a href={`#filters-${name}`}>{name}</a>
            </span>
          ))}
        </p>
      )}
      {address.parameters.length > 0 && (
        <KeyTable caption={`Parameters of ${address.path}`} first="Parameter" of={address.parameters} id={address.id} />
      )}
    </section>
  );
}

const Schemas = ({ names }: { names: readonly string[] }) => (
  <span className="secondary">
    {": "}
    {names.map((name, at) => (
      <span key={name}>
        {at > 0 && " or "}
        <a href={`#${name}`}>{name}</a>
      </span>
    ))}
  </span>
);

const Keys = ({
  id,
  title,
  note,
  of,
}: {
  id: string;
  title: string;
  note: React.ReactNode;
  of: readonly ReferenceKey[];
}) => (
  <section className="section" aria-labelledby={id}>
    <SectionHead id={id} title={title} note={note} />
    {of.length > 0 && <KeyTable caption={title} first={id === "filters" ? "Filter" : "Key"} of={of} id={id} />}
  </section>
);

/** A description, in which what is between backticks is code. */
const WithCode = ({ text }: { text: string }) =>
  text.split("`").map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other name.
      <code key={at}>{part}</code>
    ),
  );

type KeyTableProps = { caption: string; first: string; of: readonly ReferenceKey[]; id: string };

const KeyTable = ({ caption, first, of, id }: KeyTableProps) => (
  <table {...tableRoles.table} className="plain stack api-keys">
    <caption className="visually-hidden">{caption}</caption>
    <ColumnHeads columns={[[first, "col-name"], ["Values", "col-type"], ["What it is"]]} />
    <tbody {...tableRoles.rowGroup}>
      {of.map(({ name, type, description }) => (
        <tr key={name} {...tableRoles.row} id={`${id}-${name}`}>
          <th {...tableRoles.rowHeader}>
            <code>{name}</code>
          </th>
          <td {...tableRoles.cell}>
            {type.before}
            {type.schema && <a href={`#${type.schema}`}>{type.schema}</a>}
            {type.after}
          </td>
          <td {...tableRoles.cell} className="secondary">
            <WithCode text={description} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
