// The same for a program that ends when its work is done: the channel to its parent does not keep it running.
import "./exit-with-parent.mjs";

process.channel?.unref();
