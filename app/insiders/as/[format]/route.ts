import { answerDirectory } from "@/app/directory-formats";

type Context = { params: Promise<{ format: string }> };

export const GET = async (request: Request, { params }: Context) =>
  answerDirectory("insiders", (await params).format, request);
