import { answerTimeLimit, onlyPost } from "@/lib/server/api/time-limit";

/** By when must a request be answered? See README.md, "The time limit as an API". */
export function POST(request: Request): Promise<Response> {
  return answerTimeLimit(request);
}

/** 405: a question is asked with POST. */
export function GET(): Response {
  return onlyPost();
}
