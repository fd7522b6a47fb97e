import { shareOf } from "@/components/charts/plot-position";
import { clusterDays } from "@/lib/clusters/cluster-days";
import { CLUSTER_TRADES } from "@/lib/clusters/cluster-rule";
import type { Cluster } from "@/lib/clusters/clusters";
import { markPath } from "@/lib/series/mark-path";
import { plural } from "@/lib/values/counts";
import { formatDateRange } from "@/lib/values/dates";

const HEIGHT = 28;
const SMALLEST = 3.2;
const LARGEST = 6;

/** The trades of a cluster in time. The area of a mark is proportional to the value bought or sold. */
export const ClusterMarks = ({ cluster }: { cluster: Cluster }) => {
  const days = clusterDays(cluster);
  const most = Math.max(0, ...days.map(({ value }) => value ?? 0));
  const radius = (value: number | null) =>
    value === null || most === 0 ? SMALLEST : Math.max(SMALLEST, LARGEST * Math.sqrt(value / most));
  const { one, many } = CLUSTER_TRADES[cluster.code];
  const group = cluster.code === "P" ? "purchase" : "sale";
  const name = `${plural(cluster.trades.length, one, many)}, ${formatDateRange(cluster.from, cluster.to)}`;
  return (
    <div className="cluster-marks">
      <svg className="chart" width="100%" height={HEIGHT} role="img" aria-label={name}>
        <line className="grid" x1="0" x2="100%" y1={HEIGHT / 2} y2={HEIGHT / 2} />
        {days
          .toSorted((a, b) => radius(b.value) - radius(a.value))
          .map(({ date, at, value }) => (
            <svg key={date} x={shareOf(at)} y={HEIGHT / 2} width="1" height="1" overflow="visible" aria-hidden="true">
              <path className="ring" d={markPath(group, radius(value))} />
              <path className={`g-${group} bar`} d={markPath(group, radius(value))} />
            </svg>
          ))}
      </svg>
    </div>
  );
};
