import type { Purpose } from "./purposes";

/** A database that a command or the site has opened. */
export type OpenDatabase = {
  /** For migrating: its user owns the tables. */
  url: string;
  /** The address for each purpose, if each role has a password of its own: not on the reader's own server. */
  logins: Record<Purpose, string> | null;
  /** Whether this call started the server, or found it running. */
  started: boolean;
  /** Settles when our connection to the server is gone, unless it was stopped. */
  lost: Promise<void>;
  /** Whether the server itself still runs. */
  isRunning: () => boolean;
  /** Closes the database. The last of our processes to do so stops a server that one of them started. */
  stop: () => Promise<void>;
  /** Ends a server that this call started, at once and without waiting; the next start repairs what that leaves. */
  abandon: () => void;
};
