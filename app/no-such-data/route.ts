import { errorAnswer } from "@/lib/representations/answers";

/** Answers data requests for a page that does not exist, such as `/nothing.json`. */
export const GET = (request: Request) => errorAnswer(404, `There is nothing at ${new URL(request.url).pathname}.`);
