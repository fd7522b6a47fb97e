"use client";

import { lazy, Suspense, useEffect, useId, useRef, useState } from "react";
import { searchUrl } from "@/lib/urls";
import type { Suggestion } from "@/lib/views/suggestions";

/** Loaded when the reader types, because most pages are read without searching. */
const suggestionList = () => import("./suggestion-list");
const SuggestionList = lazy(suggestionList);

type SearchInputProps = {
  /** The current query, so that it can be corrected. */
  q?: string;
  placeholder?: string;
  describedBy?: string;
  autoFocus?: boolean;
};

const LABEL = "Name, ticker, CIK or accession number";

/** Fast typing asks once for several letters. */
const PAUSE = 70;

type Asked = { text: string; rows: Suggestion[]; inWords: string };

const NOTHING: Asked = { text: "", rows: [], inWords: "" };

/**
 * The field of a search form. With JavaScript it suggests what the reader may be looking for: arrow keys choose, Enter opens, and
 * the focus stays in the field. Esc closes the list.
 */
export const SearchInput = ({ q = "", placeholder, describedBy, autoFocus = false }: SearchInputProps) => {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [text, setText] = useState(q);
  const [found, setFound] = useState(NOTHING);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState<number | null>(null);
  const asked = text.trim();

  useEffect(() => {
    if (!isOpen || asked === "" || asked === found.text) return;
    const request = new AbortController();
    const timer = window.setTimeout(async () => {
      const list = await suggestionList().catch(() => null);
      const rows = await list?.fetchSuggestions(asked, request.signal);
      if (!list || !rows) return;
      setFound({ text: asked, rows, inWords: list.countInWords(rows) });
      setActive(null);
    }, PAUSE);
    return () => {
      window.clearTimeout(timer);
      request.abort();
    };
  }, [asked, isOpen, found.text]);

  const rows = isOpen && asked !== "" ? found.rows : [];
  const optionId = (index: number) => `${id}-${index}`;

  const close = () => {
    setOpen(false);
    setActive(null);
  };

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      if (!isOpen) return setOpen(true);
      if (rows.length === 0) return;
      const by = key === "ArrowDown" ? 1 : -1;
      // Moving past either end returns to the field.
      const next = (active ?? (by > 0 ? -1 : rows.length)) + by;
      setActive(next < 0 || next >= rows.length ? null : next);
    } else if (key === "Enter" && active !== null) {
      event.preventDefault();
      document.getElementById(optionId(active))?.click();
    } else if (key === "Escape" && rows.length > 0) {
      // Another Esc clears the field, as browsers do.
      event.preventDefault();
      close();
    }
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices that the focus has left all of it
    <div
      ref={box}
      className="combobox"
      onBlur={({ relatedTarget }) => {
        if (!box.current?.contains(relatedTarget)) close();
      }}
    >
      <input
        type="search"
        name="q"
        role="combobox"
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setOpen(true);
          setActive(null);
        }}
        onKeyDown={onKeyDown}
        aria-label={LABEL}
        aria-describedby={describedBy}
        aria-keyshortcuts="/ Control+K"
        aria-autocomplete="list"
        aria-expanded={rows.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={active === null ? undefined : optionId(active)}
        placeholder={placeholder}
        autoComplete="off"
        maxLength={200}
        // biome-ignore lint/a11y/noAutofocus: only on the page whose sole purpose is searching
        autoFocus={autoFocus}
      />
      {rows.length > 0 && (
        <Suspense fallback={null}>
          <SuggestionList
            id={`${id}-list`}
            text={found.text}
            rows={rows}
            active={active}
            optionId={optionId}
            allHref={searchUrl(asked)}
          />
        </Suspense>
      )}
      <span className="visually-hidden" role="status">
        {rows.length > 0 && found.inWords}
      </span>
    </div>
  );
};
