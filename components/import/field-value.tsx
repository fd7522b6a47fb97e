import { Missing } from "@/components/ui/missing";
import { Unread } from "@/components/ui/unread";
import { formatShares } from "@/lib/values/decimals";
import { formatPrice } from "@/lib/values/money";
import type { FormField } from "@/paper/form/form-fields";

/** A value as read, formatted as elsewhere on the site. With `isUnread`, a missing value is shown as unread. */
export const FieldValue = ({ field, isUnread = false }: { field: FormField; isUnread?: boolean }) => {
  const text = printed(field);
  if (text !== null) return text;
  if (isUnread) return <Unread />;
  return field.type === "box" ? <span className="muted">Not checked</span> : <Missing />;
};

/** Null if no value is stated. */
export function printed({ type, value, isMoney }: Pick<FormField, "type" | "value" | "isMoney">): string | null {
  if (value === null) return null;
  if (type === "box") return value === "1" ? "Checked" : "Not checked";
  if (type !== "decimal") return value;
  return isMoney ? formatPrice(value, { asFiled: true }) : formatShares(value, { asFiled: true });
}
