import "@/components/codes/codes.css";
import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { hasCodePage, loadCodeView } from "@/app/codes/view";
import { IgnoredNames } from "@/app/ignored-names";
import { askedSearch } from "@/app/search-params";
import { viewMetadata } from "@/app/view-metadata";
import { OneCode } from "@/components/codes/one-code";
import { transactionCode } from "@/lib/record/transaction-codes";
import { codeUrl } from "@/lib/urls";

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { code: letter } = await params;
  const code = transactionCode(letter);
  const title = code ? `Code ${code.code}: ${code.word}` : `Code ${letter}`;
  return viewMetadata({ title, description: code?.meaning, url: codeUrl(letter) }, ["json"]);
}

export default async function CodePage({ params }: Props) {
  const { code: letter } = await params;
  const capital = letter.toUpperCase();
  if (letter !== capital && hasCodePage(capital)) permanentRedirect(codeUrl(capital) + (await askedSearch()));
  const view = await loadCodeView(letter);
  if (!view) notFound();
  return (
    <>
      <OneCode view={view} />
      <IgnoredNames path={codeUrl(letter)} />
    </>
  );
}
