import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import dockerIgnore from "@balena/dockerignore";
import { type Copy, DockerfileParser, type Env, type From } from "dockerfile-ast";

export type Step =
  | { keyword: "COPY"; from: string | null; sources: string[]; to: string }
  | { keyword: "ENV"; values: Record<string, string> }
  | { keyword: "RUN"; command: string }
  | { keyword: "WORKDIR"; value: string }
  | { keyword: "USER"; value: string }
  | { keyword: "EXPOSE"; value: string }
  | { keyword: "VOLUME"; value: string }
  | { keyword: "CMD"; program: string[] }
  | { keyword: "HEALTHCHECK"; program: string[] };

export type Stage = { name: string | null; base: string; steps: Step[] };

/** The stages of a Dockerfile with only the instructions above. */
export function readDockerfile(path: string): Stage[] {
  const stages: Stage[] = [];
  for (const instruction of DockerfileParser.parse(readFileSync(path, "utf8")).getInstructions()) {
    const values = instruction.getArguments().map((argument) => argument.getValue());
    const text = instruction.getArgumentsContent() ?? "";
    const keyword = instruction.getKeyword();
    const add = (step: Step) => stages.at(-1)?.steps.push(step);
    switch (keyword) {
      case "FROM": {
        const from = instruction as From;
        stages.push({ name: from.getBuildStage(), base: from.getImage() ?? "", steps: [] });
        break;
      }
      case "COPY":
        add({
          keyword,
          from: (instruction as Copy).getFromFlag()?.getValue() ?? null,
          sources: values.slice(0, -1),
          to: values.at(-1) ?? "",
        });
        break;
      case "ENV": {
        const properties = (instruction as Env).getProperties();
        add({ keyword, values: Object.fromEntries(properties.map((set) => [set.getName(), set.getValue() ?? ""])) });
        break;
      }
      case "RUN":
        add({ keyword, command: text });
        break;
      case "WORKDIR":
      case "USER":
      case "EXPOSE":
      case "VOLUME":
        add({ keyword, value: text });
        break;
      case "CMD":
      case "HEALTHCHECK":
        add({ keyword, program: JSON.parse(text.slice(text.indexOf("["))) });
        break;
      default:
        throw new Error(`${keyword} in ${path}: the tests do not know this instruction.`);
    }
  }
  return stages;
}

/** The files of this repository that an image build sees. */
export function contextFiles(): string[] {
  const ignored = dockerIgnore().add(readFileSync(".dockerignore", "utf8").split("\n"));
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    encoding: "utf8",
  });
  return listed.split("\0").filter((path) => path && existsSync(path) && !ignored.ignores(path));
}
