import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { IssuerView } from "@/lib/views/issuer";
import { IssuerLead } from "./issuer-lead";

const issuer = {
  cik: "900208",
  name: "Kestrel Grid Systems, Inc.",
  tradingSymbol: "KSTG",
  filings: 3,
  insiders: 2,
  industry: null,
  first: null,
  last: null,
};
const leadWith = (names: IssuerView["lead"]["issuer"]["names"]) =>
  renderToStaticMarkup(
    <IssuerLead
      lead={
        {
          name: issuer.name,
          issuer: { ...issuer, names },
          trades: null,
          insiders: { now: 2, former: 0 },
        } as unknown as IssuerView["lead"]
      }
    />,
  ).replaceAll(/<[^>]*>/g, " ");

it("lists the other names and symbols under which filings were made, and says if one had no name", () => {
  const now = { name: issuer.name, tradingSymbol: "KSTG" };
  expect(leadWith([now])).not.toContain("Also filed as");
  expect(leadWith([now, { name: "Kestrel Grid Inc", tradingSymbol: "KGRD" }])).toContain("Kestrel Grid Inc (KGRD)");
  const others = leadWith([now, { name: "Kestrel Power", tradingSymbol: "" }, { name: "", tradingSymbol: "KGRD" }]);
  expect(others).toMatch(/Also filed as\s+Kestrel Power; KGRD, without a name/);
});
