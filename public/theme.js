// Runs in the head, before the first paint: the stored theme shows without a flash, and controls that need script appear.
const root = document.documentElement;
root.dataset.script = "on";
function showTheme() {
  try {
    const theme = localStorage.getItem("theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    else delete root.dataset.theme;
  } catch {
    // Storage may be closed to us; the system's theme then holds.
  }
}
showTheme();
// A page that was drawn ahead may be opened under another theme.
document.addEventListener("prerenderingchange", showTheme);
