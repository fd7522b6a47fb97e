import { answerDirectory } from "@/app/directory-formats";

type Context = { params: Promise<{ format: string }> };

export const GET = async (request: Request, { params }: Context) =>
  answerDirectory("issuers", (await params).format, request);
