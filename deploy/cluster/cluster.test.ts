import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse, parseAllDocuments } from "yaml";

const read = (name: string) => readFileSync(new URL(name, import.meta.url), "utf8");
const patroni = parse(read("patroni.yml"));
const addressesIn = (text: string) => [...new Set(text.match(/10\.0\.0\.\d\d\b/g))].sort();
const ADDRESSES = ["10.0.0.21", "10.0.0.22", "10.0.0.23"];

test("etcd, Patroni and HAProxy name the same three servers and ports", () => {
  expect(addressesIn(read("etcd.env"))).toEqual(ADDRESSES);
  expect(addressesIn(patroni.etcd3.hosts)).toEqual(ADDRESSES);
  expect(addressesIn(read("haproxy.cfg"))).toEqual(ADDRESSES);
  const [, rest] = patroni.restapi.listen.split(":");
  const [, database] = patroni.postgresql.listen.split(":");
  for (const [index, address] of ADDRESSES.entries())
    expect(read("haproxy.cfg")).toContain(`server db${index + 1} ${address}:${database} check port ${rest}`);
});

test("Patroni's times fit together, because it would otherwise replace them with its own", () => {
  const { ttl, loop_wait, retry_timeout } = patroni.bootstrap.dcs;
  expect(ttl).toBeGreaterThanOrEqual(20);
  expect(loop_wait + 2 * retry_timeout).toBeLessThanOrEqual(ttl);
});

test("a commit waits for a second server, with Patroni and with CloudNativePG", () => {
  expect(patroni.bootstrap.dcs.synchronous_mode).toBe(true);
  const [cluster] = parseAllDocuments(read("cloudnative-pg.yaml")).map((document) => document.toJS());
  expect(cluster.spec.postgresql.synchronous).toMatchObject({ method: "any", number: 1 });
});

test("on Kubernetes each server has its own address, because a page must not mix two servers", () => {
  const [cluster, ...services] = parseAllDocuments(read("cloudnative-pg.yaml")).map((document) => document.toJS());
  expect(services).toHaveLength(cluster.spec.instances);
  for (const [index, { kind, metadata, spec }] of services.entries()) {
    const name = `${cluster.metadata.name}-${index + 1}`;
    expect([kind, metadata.name, spec.selector]).toEqual(["Service", name, { "cnpg.io/instanceName": name }]);
  }
});

const noHaproxy = spawnSync("haproxy", ["-v"]).error !== undefined;
test.skipIf(noHaproxy)(`HAProxy accepts its file${noHaproxy ? " (it is not installed)" : ""}`, () => {
  const path = new URL("haproxy.cfg", import.meta.url).pathname;
  expect(spawnSync("haproxy", ["-c", "-f", path], { encoding: "utf8" })).toMatchObject({ status: 0 });
});
