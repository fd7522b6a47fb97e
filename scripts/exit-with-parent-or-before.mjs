// The same for a program that ends when its work is done: the channel to the command that started it does not keep it.
import "./exit-with-parent.mjs";

process.channel?.unref();
