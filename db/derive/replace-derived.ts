import type { ClientBase } from "pg";
import { DERIVED_PARTS, DERIVED_TABLES, replaceStatement } from "@/db/derive/derived-tables";
import { asJson } from "@/db/schema/json-rows";
import type { DerivedCircle } from "@/lib/derive/derive-circle";

const REPLACE = `with ${DERIVED_PARTS.map((part, index) => replaceStatement(part, index + 2)).join(",")} select`;

/** Puts what is derived of a circle in the place of what was derived of its filings before, in one statement. */
export async function replaceDerived(
  client: ClientBase,
  accessionNumbers: readonly string[],
  derived: DerivedCircle,
): Promise<void> {
  const lines = DERIVED_PARTS.map((part) => asJson(DERIVED_TABLES[part], derived[part]));
  await client.query({ name: "replace_derived", text: REPLACE, values: [accessionNumbers, ...lines] });
}
