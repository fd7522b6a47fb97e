"use client";

import { lazy, Suspense, useCallback, useEffect, useRef, useState } from "react";
import { canBeShortcut, canBeSingleKey } from "@/components/ui/shortcuts";

/** Loaded when they are first used, because most pages are read without them. */
const keyMap = () => import("./key-map");
const KeyMap = lazy(keyMap);
const pageKeys = () => import("./page-keys");

const SHOWN_FOR = 2000;

/** The shortcuts of every page, the list of them, and the button in the footer that opens it. Hidden without JavaScript. */
export const Keyboard = () => {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState("");

  const toggleMap = useCallback(async () => {
    if (dialog.current) return dialog.current.close();
    // Offline it cannot be loaded. React would then replace the page by an error.
    const isLoaded = await keyMap().then(
      () => true,
      () => false,
    );
    setOpen(isLoaded);
  }, []);

  useEffect(() => {
    const goToSearch = async () => (await pageKeys()).goToSearch();
    const copy = async () => {
      const isCopied = await (await pageKeys()).copyThisView();
      setSaid(isCopied ? "Link copied" : "Your browser did not allow us to copy the link");
      window.setTimeout(() => setSaid(""), SHOWN_FOR);
    };
    const single: Record<string, () => Promise<void>> = {
      "/": goToSearch,
      f: async () => (await pageKeys()).goToFilters(),
      j: async () => (await pageKeys()).moveCursor(1),
      k: async () => (await pageKeys()).moveCursor(-1),
      c: copy,
    };
    const openCursorRow = async () => (await pageKeys()).openCursorRow();
    const actionOf = (event: KeyboardEvent): (() => unknown) | undefined => {
      if (!canBeShortcut(event)) return undefined;
      if (event.key === "?") return toggleMap;
      if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey)) {
        return () => {
          dialog.current?.close();
          return goToSearch();
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
      {isOpen && (
        <Suspense fallback={null}>
          <KeyMap ref={dialog} onClose={() => setOpen(false)} />
        </Suspense>
      )}
      <span className="said" role="status">
        {said}
      </span>
    </>
  );
};
