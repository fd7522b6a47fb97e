import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { SETTING_NAMES } from "@/lib/settings";

type Service = {
  image: string;
  read_only?: boolean;
  tmpfs?: string[];
  cap_drop?: string[];
  security_opt?: string[];
  privileged?: boolean;
  user?: string;
  profiles?: string[];
  command?: string[];
  ports?: string[];
  volumes: string[];
  env_file?: string;
  environment: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test?: string[]; disable?: boolean };
};

const text = readFileSync("deploy/compose.yaml", "utf8");
const { services, volumes }: { services: Record<"db" | "site" | "follow", Service>; volumes: object } = parse(text, {
  merge: true,
});
const { db, site, follow } = services;

it("has a database, the site, and following as a separate service", () => {
  expect(Object.keys(services)).toEqual(["db", "site", "follow"]);
  expect(follow.profiles).toEqual(["follow"]);
  expect([db.profiles, site.profiles]).toEqual([undefined, undefined]);
});

it.each(["site", "follow"] as const)("%s can write only to its volume and /tmp, and has no privileges", (name) => {
  expect(services[name]).toMatchObject({
    read_only: true,
    tmpfs: ["/tmp"],
    cap_drop: ["ALL"],
    security_opt: ["no-new-privileges:true"],
    volumes: ["data:/data"],
  });
  expect(services[name].user, "the image's own user").toBeUndefined();
});

it("starts the site when the database is healthy, and following when the site is", () => {
  expect(db.healthcheck?.test).toContain("pg_isready");
  expect(site.depends_on).toEqual({ db: { condition: "service_healthy" } });
  // The image has a health check, which waits until the site has migrated the database.
  expect(site.healthcheck).toBeUndefined();
  expect(follow.depends_on).toEqual({ site: { condition: "service_healthy" } });
});

it("follows EDGAR once: the site would follow too if it had EDGAR_CONTACT", () => {
  expect(site.env_file).toBe(".env");
  expect(site.environment.EDGAR_CONTACT).toBe("");
  expect(follow.env_file).toBe(".env");
  expect(follow.environment).not.toHaveProperty("EDGAR_CONTACT");
});

it("sets only settings that exist", () => {
  for (const name of Object.keys({ ...site.environment, ...follow.environment }))
    expect(SETTING_NAMES as string[]).toContain(name);
});

it("listens only on this machine, and does not expose the database", () => {
  expect(site.ports).toEqual([`\${LISTEN:-127.0.0.1:3000}:3000`]);
  expect([db.ports, follow.ports]).toEqual([undefined, undefined]);
});

it("contains no password, and refuses to start without one", () => {
  expect(db.environment.POSTGRES_PASSWORD).toMatch(/^\$\{POSTGRES_PASSWORD:\?.+\}$/);
  const withoutVariables = text.replace(/\$\{[^}]*\}/g, "");
  expect([...withoutVariables.matchAll(/:\/\/[^@\s]*@/g)].map(([address]) => address)).toEqual(["://section16:@"]);
  expect(readFileSync("deploy/.env.example", "utf8")).toMatch(/^POSTGRES_PASSWORD=$/m);
});

it("deploy/.env.example describes variables of compose.yaml, and settings that compose.yaml leaves open", () => {
  const described = [...readFileSync("deploy/.env.example", "utf8").matchAll(/^#?([A-Z_]+)=/gm)].map(
    ([, name]) => name,
  );
  const used = [...text.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name);
  const open = SETTING_NAMES.filter((name) => !(name in follow.environment));
  expect(described).toEqual(expect.arrayContaining(used));
  for (const name of described) expect([...used, ...open, "COMPOSE_PROFILES"]).toContain(name);
});

it("keeps data in named volumes that it declares", () => {
  const named = Object.values(services).flatMap((service) =>
    service.volumes.map((volume) => volume.split(":")[0] ?? ""),
  );
  expect([...new Set(named)].sort()).toEqual(Object.keys(volumes).sort());
});
