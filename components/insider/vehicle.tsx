import { withoutFinalStop } from "@/lib/format/final-stop";

type VehicleProps = { ownership: "D" | "I" | null; vehicle: string | null };

const LONGEST = 140;

/** How something is held: directly, or through whom as filed. A long nature is a note: its row has the whole of it. */
export const Vehicle = ({ ownership, vehicle }: VehicleProps) => {
  if (vehicle === null) return ownership === "I" ? "Indirect" : "Direct";
  const text = withoutFinalStop(vehicle);
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).trimEnd()}…`;
};
