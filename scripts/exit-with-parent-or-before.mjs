// Like exit-with-parent.mjs, for a program that ends when its work is done: the channel to the parent does not keep it running.
import "./exit-with-parent.mjs";

process.channel?.unref();
