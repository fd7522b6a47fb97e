import { withoutFinalStop } from "@/lib/values/final-stop";

type VehicleProps = {
  ownership: "D" | "I" | null;
  vehicle: string | null;
  /** The name that its note states, where what was filed only points to the note. */
  name?: string | null;
};

const LONGEST = 140;

/** How something is held: directly, or through whom as filed. A long nature is a note: its row has the whole of it. */
export const Vehicle = ({ ownership, vehicle, name = null }: VehicleProps) => {
  if (name !== null) {
    return (
      <>
        {name}
        <span className="under">named in its footnote</span>
      </>
    );
  }
  if (vehicle === null) return ownership === "I" ? "Indirect" : "Direct";
  const text = withoutFinalStop(vehicle);
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).trimEnd()}…`;
};
