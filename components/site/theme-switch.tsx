"use client";

import { useSyncExternalStore } from "react";

const themes = ["system", "light", "dark"] as const;
type Theme = (typeof themes)[number];

const words: Record<Theme, string> = { system: "System", light: "Light", dark: "Dark" };

/** `public/theme.js` sets the attribute before the first paint. The attribute is the state, which this reads and changes. */
const current = (): Theme => {
  const chosen = document.documentElement.dataset.theme;
  return chosen === "light" || chosen === "dark" ? chosen : "system";
};

const subscribe = (onChange: () => void) => {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  return () => observer.disconnect();
};

const choose = (theme: Theme) => {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    if (theme === "system") localStorage.removeItem("theme");
    else localStorage.setItem("theme", theme);
  } catch {
    // If storage is not available, the choice lasts only as long as the page.
  }
};

/** Cycles through the system's theme, light and dark. */
export const ThemeSwitch = () => {
  const theme = useSyncExternalStore(subscribe, current, () => "system" as const);
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? "system";
  return (
    <button
      type="button"
      className="theme-switch needs-script"
      title={`Colour theme: ${words[theme]}. Change to ${words[next]}`}
      onClick={() => choose(next)}
    >
      <svg className="icon" viewBox="0 0 16 16" width="15" height="15" aria-hidden="true">
        <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.4" />
        <path d="M8 2.5a5.5 5.5 0 0 1 0 11z" fill="currentColor" />
      </svg>
      <span className="theme-switch-word">
        <span className="visually-hidden">Colour theme: </span>
        {words[theme]}
      </span>
    </button>
  );
};
