import { DATA_METHODS } from "@/app/about/methods/data-methods";
import { NOTE_METHODS } from "@/app/about/methods/note-methods";
import { PAPER_METHODS } from "@/app/about/methods/paper-methods";
import { PARTY_METHODS } from "@/app/about/methods/party-methods";
import { RECORD_METHODS } from "@/app/about/methods/record-methods";
import { ROW_METHODS } from "@/app/about/methods/row-methods";
import type { MethodProps } from "@/components/about/method";

export type WrittenMethod = Omit<MethodProps, "children"> & { text: string };

/** Every derived figure of the product, in the order of the page. */
export const METHODS: readonly WrittenMethod[] = [
  ...ROW_METHODS,
  ...NOTE_METHODS,
  ...RECORD_METHODS,
  ...PARTY_METHODS,
  ...PAPER_METHODS,
  ...DATA_METHODS,
];
