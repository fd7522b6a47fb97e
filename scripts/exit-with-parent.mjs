// Loaded before a program that must not outlive the command that started it, however that ends.
process.on("disconnect", () => process.exit());
