import { type RefObject, useEffect, useState } from "react";
import { shortcutsAreOn, switchShortcuts } from "@/components/ui/shortcuts";

/** Keys that are pressed together, and alternatives to them in `or`. */
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
        { keys: ["Enter"], what: "Open the row" },
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

/** The list of shortcuts, over the page. */
export default function KeyMap({
  ref: dialog,
  onClose,
}: {
  ref: RefObject<HTMLDialogElement | null>;
  onClose: () => void;
}) {
  const [isOn, setOn] = useState(shortcutsAreOn);
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, [dialog]);
  return (
    <dialog ref={dialog} className="key-map" aria-labelledby="key-map" closedby="any" onClose={onClose}>
      <div className="key-map-head">
        <h2 id="key-map">Keyboard</h2>
        <button type="button" className="link-button" onClick={() => dialog.current?.close()}>
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
  );
}

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
