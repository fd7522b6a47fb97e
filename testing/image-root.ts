import { type ChildProcess, execFileSync, type SpawnOptions, spawn } from "node:child_process";
import { cpSync, lstatSync, mkdirSync, readdirSync, readlinkSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { contextFiles, type Stage } from "@/testing/dockerfile";

/** Folders that a container has for itself. Everything else at the top of this machine's file system is shown read-only. */
const OWN = ["app", "data", "tmp"];

const ENTER = `
set -e
root=$1; run=$2; folder=$3; user=$4; shift 4
mount --bind "$root" "$root"
for name in /*; do
  case $name in ${OWN.map((name) => `/${name}`).join("|")}) continue;; esac
  if [ -L "$name" ] || [ ! -d "$root$name" ]; then continue; fi
  mount --rbind "$name" "$root$name"
  mount -o remount,bind,ro "$root$name"
done
# Mounts below those, some of which cannot be changed.
awk -v root="$root/" 'index($5, root) == 1 { print $5 }' /proc/self/mountinfo |
  while read -r inner; do mount -o remount,bind,ro "$inner" 2>/dev/null || true; done
mount --bind "$root.passwd" "$root/etc/passwd"
mount -t tmpfs tmpfs "$root/tmp"
mount -t tmpfs tmpfs "$root/dev/shm"
if [ "$run" = run ]; then
  mount --bind "$root/data" "$root/data"
  mount -o remount,bind,ro "$root"
fi
exec chroot --userspec="$user" --groups= "$root" sh -c 'cd "$0" && exec "$@"' "$folder" "$@"`;

/** How npm reaches its registry on this machine: a build by Docker uses build arguments for that. */
const NETWORK =
  /^(npm_config_(registry|cafile|userconfig|\w*proxy)|https?_proxy|no_proxy|NODE_EXTRA_CA_CERTS|SSL_CERT_\w+)$/i;
const network = Object.fromEntries(Object.entries(process.env).filter(([name]) => NETWORK.test(name)));

/** The result of a stage of a Dockerfile: a folder for the root of a file system, and its metadata. */
export type Image = {
  root: string;
  env: Record<string, string>;
  folder: string;
  user: string;
  command: string[];
  healthcheck: string[];
};

/**
 * Starts a program in an image, with the system of this machine instead of the base image. While the image is built, it may
 * change the image. While it runs, it may write only to /data and /tmp.
 */
export function enter(
  image: Image,
  when: "build" | "run",
  program: string[],
  { env = {}, stdio }: Pick<SpawnOptions, "stdio"> & { env?: Record<string, string> },
): ChildProcess {
  const inside = { PATH: process.env.PATH, HOME: "/tmp", ...(when === "build" ? network : {}), ...image.env, ...env };
  const args = [
    "--mount",
    "--propagation",
    "private",
    "sh",
    "-c",
    ENTER,
    "sh",
    image.root,
    when,
    image.folder,
    image.user,
    ...program,
  ];
  return spawn("unshare", args, { env: inside as unknown as NodeJS.ProcessEnv, stdio });
}

/** Carries out one stage. `run` is given each RUN to wait for. */
export async function buildStage(
  { base, steps }: Stage,
  root: string,
  built: Map<string, Image>,
  run: (command: string, image: Image) => Promise<void>,
): Promise<Image> {
  const from = built.get(base);
  const image: Image = from
    ? { ...from, root, env: { ...from.env } }
    : { root, env: {}, folder: "/", user: "0:0", command: [], healthcheck: [] };
  if (from) copy(from.root, root);
  else makeRoot(root);
  // The base image has the user 1000. PostgreSQL looks up the name of the user who starts it.
  writeFileSync(`${root}.passwd`, "root:x:0:0::/root:/bin/sh\nnode:x:1000:1000::/home/node:/bin/sh\n");
  const inside = (path: string) => join(root, resolve(image.folder, path));

  for (const step of steps) {
    switch (step.keyword) {
      case "WORKDIR":
        image.folder = step.value;
        mkdirSync(inside("."), { recursive: true });
        break;
      case "ENV":
        Object.assign(image.env, step.values);
        break;
      case "COPY":
        if (step.from === null) copyContext(step.sources, inside(step.to));
        else for (const source of step.sources) copy(join(built.get(step.from)?.root ?? "", source), inside(step.to));
        break;
      case "RUN":
        await run(step.command, image);
        break;
      case "USER":
        image.user = step.value;
        break;
      case "CMD":
        image.command = step.program;
        break;
      case "HEALTHCHECK":
        image.healthcheck = step.program;
        break;
    }
  }
  return image;
}

function makeRoot(root: string) {
  mkdirSync(join(root, "tmp"), { recursive: true });
  for (const name of readdirSync("/")) {
    const path = join("/", name);
    if (OWN.includes(name)) continue;
    if (lstatSync(path).isSymbolicLink()) symlinkSync(readlinkSync(path), join(root, name));
    else if (lstatSync(path).isDirectory()) mkdirSync(join(root, name));
  }
}

/**
 * With hard links, because no RUN changes a file of another stage in place, and copying node_modules would take a minute each
 * time.
 */
function copy(from: string, to: string) {
  const isFolder = lstatSync(from).isDirectory();
  if (isFolder) mkdirSync(to, { recursive: true });
  execFileSync("cp", ["--archive", "--link", isFolder ? `${from}/.` : from, to]);
}

function copyContext(sources: string[], to: string) {
  for (const path of contextFiles()) {
    if (sources.includes(".")) cpSync(path, join(to, path));
    else if (sources.includes(path)) cpSync(path, join(to, basename(path)));
  }
}
