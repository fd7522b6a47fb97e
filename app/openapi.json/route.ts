import { API_ADDRESSES } from "@/app/openapi.json/addresses";
import { siteUrl } from "@/app/site-url";
import { openApiDocument } from "@/lib/openapi/openapi-document";
import { jsonAnswer } from "@/lib/representations/answers";

/** What programs can ask for, and what they get. */
export const GET = () => jsonAnswer(openApiDocument(API_ADDRESSES, siteUrl()));
