import { register } from "tsx/esm/api";

// A thread does not take over what its process was started with.
register();
await import("./count-half");
