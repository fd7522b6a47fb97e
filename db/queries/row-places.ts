import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { keyOfRow } from "@/lib/record/row-key";

type Places = { accessionNumbers: string[]; tableNumbers: string[]; rowLines: number[] };

/** Three arrays are three parameters, so the statement is the same for any number of places. */
export const columnsOfPlaces = (places: readonly Parameters<typeof keyOfRow>[0][]): Places => ({
  accessionNumbers: places.map(({ accessionNumber }) => accessionNumber),
  tableNumbers: places.map(({ tableNumber }) => tableNumber),
  rowLines: places.map(({ line }) => line),
});

const given = (name: keyof Places, type: string) => sql`${sql.placeholder(name)}::${sql.raw(type)}[]`;

/** The places that `columnsOfPlaces` gives when the statement runs. */
export const GIVEN_PLACES = sql`(select * from unnest(
  ${given("accessionNumbers", "text")}, ${given("tableNumbers", "text")}, ${given("rowLines", "smallint")}))`;

/** Whether a row is at one of them. */
export const isOneOfPlaces = (row: { accessionNumber: PgColumn; tableNumber: PgColumn; line: PgColumn }): SQL =>
  sql`(${row.accessionNumber}, ${row.tableNumber}, ${row.line}) in ${GIVEN_PLACES}`;
