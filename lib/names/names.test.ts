import { describe, expect, it } from "vitest";
import { isEntityName, readingName, shortIssuerName } from "./names";

describe("reading order", () => {
  it("is taken from the signature, with its spelling", () => {
    expect(readingName("Saxon Michael J", ["/s/ Michael J. Saxon"])).toBe("Michael J. Saxon");
    expect(readingName("TOLLEFSEN INGRID M", ["/s/ Ingrid M. Tollefsen"])).toBe("Ingrid M. Tollefsen");
  });

  it("is confirmed by an attorney who names the person, but not by the attorney's own name", () => {
    expect(readingName("HARTMAN REED", ["/s/ Ann Weber, Attorney-in-fact for Reed G. Hartman"])).toBe(
      "Reed G. Hartman",
    );
    expect(readingName("HARTMAN REED", ["/s/ Ann Weber, Attorney-in-Fact"])).toBeNull();
    expect(readingName("WEBER REED", ["/s/ Ann Weber, Attorney-in-Fact"])).toBeNull();
  });

  it("handles surnames of two words, and initials that one side omits", () => {
    expect(readingName("Falcone Campos Vicente", ["Vicente Falcone Campos"])).toBe("Vicente Falcone Campos");
    expect(readingName("COOPER TIMOTHY D", ["/s/ Timothy Cooper"])).toBe("Timothy Cooper");
    expect(readingName("Rossi Mary Ann", ["/s/ Mary A. Rossi"])).toBe("Mary A. Rossi");
  });

  it("keeps a suffix from the signature", () => {
    expect(readingName("ORR THADDEUS JR", ["/s/ Thaddeus Orr, Jr."])).toBe("Thaddeus Orr, Jr.");
    expect(readingName("Orr Thaddeus III", ["Thaddeus Orr III, by power of attorney"])).toBe("Thaddeus Orr III");
  });

  it("ignores accents and apostrophes", () => {
    expect(readingName("O'BRIEN DEIRDRE", ["/s/ Deirdre O’Brien"])).toBe("Deirdre O’Brien");
    expect(readingName("GARCIA JOSE", ["/s/ José García"])).toBe("José García");
  });

  it("stays unknown if the signature disagrees or the filer is not a person", () => {
    expect(readingName("COOPER TIMOTHY D", ["/s/ Tim Cooper"])).toBeNull();
    expect(readingName("COOPER TIMOTHY D", ["/s/ Timothy Michael Cooper"])).toBeNull();
    expect(readingName("Orrin Lake Capital Partners LP", ["/s/ Orrin Lake Capital Partners LP"])).toBeNull();
    expect(readingName("HARTMAN REED", [])).toBeNull();
    expect(readingName("HARTMAN REED", ["/s/ Reed, Hartman"])).toBeNull();
  });

  it("ignores a hyphen, and never splits a name at one", () => {
    expect(readingName("HUANG JEN HSUN", ["/s/ Rebecca Peters, Attorney-in-Fact for Jen-Hsun Huang"])).toBe(
      "Jen-Hsun Huang",
    );
    expect(readingName("Ben-Orr Ilan", ["/s/ Ilan Ben-Orr"])).toBe("Ilan Ben-Orr");
    expect(readingName("HARTMAN REED", ["/s/ Reed Hartman-Blum"])).toBeNull();
    expect(readingName("HARTMAN REED", ["/s/ Ann-Reed Hartman"])).toBeNull();
  });

  it("omits one middle name if the signature does, and it can only be a name", () => {
    expect(readingName("HARTMAN REED GORDON", ["/s/ Reed Hartman"])).toBe("Reed Hartman");
    expect(readingName("HARTMAN REED GORDON", ["/s/ Reed Hartman, by Ann Weber, Attorney-in-Fact"])).toBe(
      "Reed Hartman",
    );
    expect(readingName("HARTMAN REED GORDON BLUM", ["/s/ Reed Hartman"])).toBeNull();
    expect(readingName("HARTMAN REED LEGACY", ["By: /s/ Reed Hartman"])).toBeNull();
    expect(readingName("HARTMAN REED LEGACY", ["/s/ Reed Hartman, Trustee"])).toBeNull();
    expect(readingName("HARTMAN REED G", ["By: Reed G. Hartman, Managing Member"])).toBe("Reed G. Hartman");
  });

  it("never uses the signer's name for a company or trust", () => {
    const signed = ["By: /s/ Reed G. Hartman, Managing Member", "/s/ Reed G. Hartman", "/s/ Reed Hartman, Trustee"];
    for (const owner of [
      "HARTMAN REED G LLC",
      "Hartman Reed Revocable Tr",
      "HARTMAN REED G FAMILY",
      "Hartman Reed G 2012 GRAT",
      "HARTMAN REED CHARITABLE",
      "Hartman Reed & Co",
      "HARTMAN REED CO",
      "Reed Hartman Investment Partnership",
      "Hartman Growth",
    ]) {
      expect(readingName(owner, signed), owner).toBeNull();
    }
  });

  it("accepts a name that was filed in reading order", () => {
    expect(readingName("Marta Blum", ["/s/ Marta Blum"])).toBe("Marta Blum");
  });
});

describe("entities", () => {
  it("are recognised only if it is certain", () => {
    expect(isEntityName("Orrin Lake Capital Partners L.P.")).toBe(true);
    expect(isEntityName("Reed Hartman & Mia Yee Living Trust")).toBe(true);
    expect(isEntityName("BANK OF ORRIN CORP /DE/")).toBe(true);
    expect(isEntityName("NORTHMOOR ENERGIA S.A.")).toBe(true);
    expect(isEntityName("ORRIN LAKE CO")).toBe(true);
    expect(isEntityName("Hartman Reed Revocable Tr")).toBe(true);
    expect(isEntityName("Orrin Beaver (DE) LLC")).toBe(true);
    expect(isEntityName("Banks Tyra")).toBe(false);
    expect(isEntityName("Sa Maria")).toBe(false);
    expect(isEntityName("Co Anna")).toBe(false);
  });
});

describe("issuer names in lists", () => {
  it("drop the legal form", () => {
    expect(shortIssuerName("Kestrel Grid Systems, Inc.")).toBe("Kestrel Grid Systems");
    expect(shortIssuerName("HALVORSEN MARINE CORP")).toBe("HALVORSEN MARINE");
    expect(shortIssuerName("Northmoor Co., Ltd.")).toBe("Northmoor");
    expect(shortIssuerName("BANK OF ORRIN CORP /DE/")).toBe("BANK OF ORRIN");
  });

  it("keep what is part of the name", () => {
    expect(shortIssuerName("Marlow & Co., Inc.")).toBe("Marlow & Co.");
    expect(shortIssuerName("Pallas Robotics Holdings")).toBe("Pallas Robotics Holdings");
    expect(shortIssuerName("Limited")).toBe("Limited");
    expect(shortIssuerName("Inc")).toBe("Inc");
  });
});
