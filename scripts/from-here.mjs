// Loaded before a program that gives up root and is in a folder that only root may enter. By this path, a process can still reach
// its working folder.
process.cwd = () => "/proc/self/cwd";
