import { placeCardAnswer } from "@/app/filings/[accession]/place-page";

export const GET = placeCardAnswer;
