import { INPUTS } from "@/paper/drafts/draft-answers";

/** Takes back what was said by hand of a pointer. `name`: what that is, for who hears the button alone. */
export const TakeBack = ({ pointer, name }: { pointer: string; name: string }) => (
  <button type="submit" className="link-button" name={INPUTS.takeBack} value={pointer} aria-label={`Undo ${name}`}>
    Undo
  </button>
);
