// Loaded before a program that must not outlive the command that started it, whichever way that ends.
process.on("disconnect", () => process.exit());
