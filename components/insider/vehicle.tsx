import { withoutFinalStop } from "@/lib/values/final-stop";

type VehicleProps = {
  ownership: "D" | "I" | null;
  vehicle: string | null;
  /** The name given in the footnote, if the filed text only refers to the footnote. */
  name?: string | null;
};

const LONGEST = 140;

/** How a security is owned: directly, or through whom, as filed. If the text is too long, the filed row has it in full. */
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
