"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";

type ApplyFormProps = {
  action: string;
  /** The address of the current view, to notice another one. */
  applied: string;
  className?: string;
  children: React.ReactNode;
};

/** The panel whose Apply was used, until the form of the next view is there. */
let usedPanel: string | null = null;

const openerOf = (panel: string) => document.querySelector<HTMLElement>(`[popovertarget="${panel}"]`);

/**
 * A GET form with filter panels. Without JavaScript it works as a plain form. With it, Apply closes the panel, leaves out empty
 * fields and returns the focus to the field, and links inside a panel (presets, Clear) set its fields.
 */
export const ApplyForm = ({ action, applied, className, children }: ApplyFormProps) => {
  const form = useRef<HTMLFormElement>(null);
  const shown = useRef(applied);
  const router = useRouter();

  useEffect(() => {
    // Discard what was ticked but not applied, or applied before the reader went back: fields show what the list shows.
    if (shown.current !== applied) form.current?.reset();
    shown.current = applied;
    if (usedPanel !== null) openerOf(usedPanel)?.focus();
    usedPanel = null;
  }, [applied]);

  useEffect(() => {
    const element = form.current;
    if (!element) return;
    const onSubmit = (event: SubmitEvent) => {
      event.preventDefault();
      const query = new URLSearchParams();
      for (const [name, value] of new FormData(element)) {
        if (typeof value === "string" && value.trim() !== "") query.append(name, value.trim());
      }
      const panel = element.querySelector<HTMLElement>(":popover-open");
      if (panel) {
        panel.hidePopover();
        usedPanel = panel.id;
        openerOf(panel.id)?.focus();
      }
      router.push(query.size === 0 ? action : `${action}?${query}`, { scroll: false });
    };
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-sets]") : null;
      const panel = link?.closest("[popover]");
      if (!link || !panel || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      setFields(panel, new URL(link.href).searchParams);
    };
    const onChange = ({ target }: Event) => {
      if (target instanceof HTMLInputElement) replaceDates(target);
    };
    element.addEventListener("submit", onSubmit);
    element.addEventListener("click", onClick);
    element.addEventListener("change", onChange);
    return () => {
      element.removeEventListener("submit", onSubmit);
      element.removeEventListener("click", onClick);
      element.removeEventListener("change", onChange);
    };
  }, [action, router]);

  return (
    <form ref={form} className={className} action={action} method="get">
      {children}
    </form>
  );
};

function setFields(panel: Element, asked: URLSearchParams) {
  for (const input of panel.querySelectorAll("input")) {
    if (input.type === "checkbox") input.checked = asked.getAll(input.name).includes(input.value);
    else if (input.type === "radio") input.checked = input.value === (asked.get(input.name) ?? "");
    else input.value = asked.get(input.name) ?? "";
  }
}

/** A period relative to today takes the place of dates in the same panel, and dates take that of a period. */
function replaceDates(changed: HTMLInputElement) {
  if (changed.value === "" || (changed.type !== "radio" && changed.type !== "date")) return;
  for (const input of changed.closest("[popover]")?.querySelectorAll("input") ?? []) {
    if (changed.type === "radio" && input.type === "date") input.value = "";
    if (changed.type === "date" && input.type === "radio") input.checked = input.value === "";
  }
}
