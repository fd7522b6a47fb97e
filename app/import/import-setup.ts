import { DraftFolder } from "@/db/paper/draft-folder";
import { DEFAULT_DATA_DIR } from "@/lib/settings";

/** Whether this site accepts paper forms. The start command has read the settings and a `.env`. */
export const importIsAllowed = (): boolean => process.env.ALLOW_IMPORT?.trim() === "1";

export const drafts = (): DraftFolder => new DraftFolder(process.env.DATA_DIR?.trim() || DEFAULT_DATA_DIR);
