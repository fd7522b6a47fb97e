/**
 * Settings for a machine that does other things too; PostgreSQL's defaults are for the smallest machines.
 * @param available megabytes of memory
 */
export function postgresFlags(available: number): Record<string, string> {
  return {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    timezone: "UTC",
    log_timezone: "UTC",
    shared_buffers: `${Math.min(1024, Math.max(64, Math.floor(available / 8)))}MB`,
    effective_cache_size: `${Math.max(128, Math.floor(available / 2))}MB`,
    maintenance_work_mem: `${Math.min(256, Math.max(64, Math.floor(available / 32)))}MB`,
    work_mem: available < 2048 ? "8MB" : "16MB",
    random_page_cost: "1.1",
    ...(process.platform === "linux" ? { effective_io_concurrency: "64" } : {}),
    max_wal_size: "4GB",
    wal_compression: "on",
    // Microseconds that a commit waits for others when at least two more are running, so that they share one flush.
    commit_delay: "500",
    commit_siblings: "2",
    jit: "off",
    // Pages make small queries, and parallel workers only got in each other's way.
    max_parallel_workers_per_gather: "0",
  };
}
