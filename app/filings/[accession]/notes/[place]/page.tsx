import { generatePlaceMetadata, PlacePage } from "@/app/filings/[accession]/place-page";

export const generateMetadata = generatePlaceMetadata;
export default PlacePage;
