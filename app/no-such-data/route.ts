import { errorAnswer } from "@/lib/representations/answers";

/** For data of a page that there is not: `/nothing.json`. */
export const GET = (request: Request) => errorAnswer(404, `There is nothing at ${new URL(request.url).pathname}.`);
