import { INPUTS } from "@/paper/drafts/draft-answers";

/** Undoes what a person entered for a pointer. `name` says what is undone, for screen readers. */
export const TakeBack = ({ pointer, name }: { pointer: string; name: string }) => (
  <button type="submit" className="link-button" name={INPUTS.takeBack} value={pointer} aria-label={`Undo ${name}`}>
    Undo
  </button>
);
