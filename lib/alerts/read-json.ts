type JsonValue = string | number | boolean | null | JsonList | JsonObject;
type JsonList = { items: Json[] };
export type JsonObject = { members: Map<string, Json> };

/** A value of a JSON text, and the line on which it begins. */
export type Json = { value: JsonValue; line: number };

/** A problem of a JSON text. */
export class JsonProblem extends Error {
  constructor(
    readonly line: number,
    message: string,
  ) {
    super(message);
  }
}

const TOKEN = /[ \t\r\n]*([[\]{},:]|"(?:[^"\\\p{Cc}]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null|.|$)/gsuy;

/** The files that we read are far shallower. */
const DEEPEST = 50;

/**
 * Reads JSON as `JSON.parse` does, and keeps the line of every value, so that a problem with it can name the line.
 * @throws {JsonProblem} if it is not JSON, or an object has a name twice
 */
export function readJson(text: string): Json {
  const tokens = [...tokensOf(text)];
  let at = 0;
  const next = () => tokens[at++] ?? { text: "", line: tokens.at(-1)?.line ?? 1 };
  const peek = () => tokens[at]?.text ?? "";
  const expected = (what: string, { text, line }: Token) =>
    new JsonProblem(line, `expected ${what}, but found ${text === "" ? "the end of the file" : text.slice(0, 40)}`);

  function list(depth: number): JsonList {
    const items: Json[] = [];
    if (peek() === "]") {
      next();
      return { items };
    }
    for (;;) {
      items.push(value(depth));
      const token = next();
      if (token.text === "]") return { items };
      if (token.text !== ",") throw expected("a comma or ]", token);
    }
  }

  function object(depth: number): JsonObject {
    const members = new Map<string, Json>();
    if (peek() === "}") {
      next();
      return { members };
    }
    for (;;) {
      const named = next();
      if (!named.text.startsWith('"')) throw expected("a name in double quotes", named);
      const name = String(parsed(named));
      const colon = next();
      if (colon.text !== ":") throw expected("a colon", colon);
      if (members.has(name)) throw new JsonProblem(named.line, `${named.text} is given twice`);
      members.set(name, value(depth));
      const token = next();
      if (token.text === "}") return { members };
      if (token.text !== ",") throw expected("a comma or }", token);
    }
  }

  function value(depth = 0): Json {
    const token = next();
    if (depth > DEEPEST) throw new JsonProblem(token.line, "the values are nested too deeply");
    if (token.text === "[") return { value: list(depth + 1), line: token.line };
    if (token.text === "{") return { value: object(depth + 1), line: token.line };
    return { value: parsed(token), line: token.line };
  }

  /** A text, number or word, as JSON itself reads it. */
  function parsed(token: Token): string | number | boolean | null {
    try {
      if (token.text !== "") return JSON.parse(token.text);
    } catch {
      // What is wrong is said below.
    }
    throw expected("a value", token);
  }

  const read = value();
  const rest = next();
  if (rest.text !== "") throw expected("nothing more", rest);
  return read;
}

type Token = { text: string; line: number };

function* tokensOf(text: string): Generator<Token> {
  let line = 1;
  // A byte order mark is no part of the text.
  for (const [whole, token = ""] of text.replace(/^\uFEFF/, "").matchAll(TOKEN)) {
    line += whole.split("\n").length - 1;
    yield { text: token, line };
    if (token === "") return;
  }
}
