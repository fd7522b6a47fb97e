import { notFound, permanentRedirect } from "next/navigation";
export default async function P({ params }: { params: Promise<{ accession: string }> }) {
  const { accession } = await params;
  if (/^\d{18}$/.test(accession)) permanentRedirect("/filings/0000");
  if (accession === "zz") notFound();
  return <h1>{accession}</h1>;
}
