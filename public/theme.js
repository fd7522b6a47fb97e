// Runs in the head, before the first paint: the stored theme shows without a flash, and controls that need script appear.
document.documentElement.dataset.script = "on";
try {
  const theme = localStorage.getItem("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be closed to us; the system's theme then holds.
}
