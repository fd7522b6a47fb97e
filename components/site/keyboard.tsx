"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { canBeShortcut, canBeSingleKey, shortcutsAreOn, switchShortcuts } from "@/components/ui/shortcuts";
import { copyThisView, goToFilters, goToSearch, moveCursor, openCursorRow } from "./page-keys";

/** Keys side by side are pressed together or are alternatives, as `or` says. */
type Key = { keys: string[]; or?: string[]; what: string };

const MAP: { title: string; keys: Key[] }[][] = [
  [
    {
      title: "Anywhere",
      keys: [
        { keys: ["/"], or: ["Ctrl", "K"], what: "Search" },
        { keys: ["?"], what: "Show or hide this list" },
        { keys: ["c"], what: "Copy the link to this view" },
        { keys: ["Esc"], what: "Close the open panel, list or footnote" },
      ],
    },
    {
      title: "In suggestions",
      keys: [
        { keys: ["↑", "↓"], what: "Move" },
        { keys: ["Enter"], what: "Open" },
      ],
    },
  ],
  [
    {
      title: "Lists and tables",
      keys: [
        { keys: ["j"], what: "Next row" },
        { keys: ["k"], what: "Previous row" },
        { keys: ["Enter"], what: "Open it" },
        { keys: ["n"], what: "Open or close its footnotes" },
        { keys: ["f"], what: "Go to the filters" },
      ],
    },
  ],
  [
    {
      title: "Charts, when focused",
      keys: [
        { keys: ["←", "→"], what: "Previous or next" },
        { keys: ["Shift", "←", "→"], what: "One year back or forward" },
        { keys: ["↑", "↓"], what: "Another type of trade" },
        { keys: ["Home", "End"], what: "First or last" },
        { keys: ["Enter"], what: "Select; press again to open" },
      ],
    },
  ],
];

const SHOWN_FOR = 2000;

/** The shortcuts of every page, the list of them, and the button in the footer that opens it. Hidden without JavaScript. */
export const Keyboard = () => {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOn, setOn] = useState(true);
  const [said, setSaid] = useState("");

  const toggleMap = useCallback(() => {
    setOn(shortcutsAreOn());
    if (dialog.current?.open) dialog.current.close();
    else dialog.current?.showModal();
  }, []);

  useEffect(() => {
    const copy = async () => {
      setSaid((await copyThisView()) ? "Link copied" : "Your browser did not allow us to copy the link");
      window.setTimeout(() => setSaid(""), SHOWN_FOR);
    };
    const single: Record<string, () => void> = {
      "/": goToSearch,
      f: goToFilters,
      j: () => moveCursor(1),
      k: () => moveCursor(-1),
      c: copy,
    };
    const actionOf = (event: KeyboardEvent): (() => void) | undefined => {
      if (!canBeShortcut(event)) return undefined;
      if (event.key === "?") return toggleMap;
      if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey)) {
        return () => {
          dialog.current?.close();
          goToSearch();
        };
      }
      if (!canBeSingleKey(event)) return undefined;
      // A focused link opens by itself.
      return event.key === "Enter" && event.target === document.body ? openCursorRow : single[event.key];
    };
    const onKeyDown = (event: KeyboardEvent) => {
      const action = actionOf(event);
      if (!action) return;
      event.preventDefault();
      action();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [toggleMap]);

  return (
    <>
      <button type="button" className="link-button needs-script" onClick={toggleMap}>
        Keyboard <kbd>?</kbd>
      </button>
      <dialog ref={dialog} className="key-map" aria-labelledby="key-map" closedby="any">
        <div className="key-map-head">
          <h2 id="key-map">Keyboard</h2>
          <button type="button" className="link-button" onClick={toggleMap}>
            Close <kbd>Esc</kbd>
          </button>
        </div>
        <div className="key-map-columns">
          {MAP.map((groups) => (
            <div key={groups[0]?.title}>
              {groups.map(({ title, keys }) => (
                <section key={title}>
                  <h3>{title}</h3>
                  <dl>
                    {keys.map((key) => (
                      <KeyLine key={key.what} {...key} />
                    ))}
                  </dl>
                </section>
              ))}
            </div>
          ))}
        </div>
        <div className="key-map-foot">
          <label className="check">
            <input
              type="checkbox"
              checked={isOn}
              onChange={({ target }) => {
                switchShortcuts(target.checked);
                setOn(target.checked);
              }}
            />
            Use keyboard shortcuts
          </label>
          <span className="muted">
            They do nothing while you type in a field. Esc and the keys for suggestions and charts always work. Your
            choice is saved in this browser.
          </span>
        </div>
      </dialog>
      <span className="said" role="status">
        {said}
      </span>
    </>
  );
};

const KeyLine = ({ keys, or, what }: Key) => (
  <div>
    <dt>
      {keys.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
      {or && <span>or</span>}
      {or?.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </dt>
    <dd>{what}</dd>
  </div>
);
