import type { Metadata } from "next";
import { CLUSTER_FILTERS, loadClustersPage, USUAL_DAYS } from "@/app/clusters/view";
import { askedParams } from "@/app/search-params";
import { ClusterRuleForm } from "@/components/clusters/cluster-rule-form";
import { ClusterTable } from "@/components/clusters/cluster-table";
import { ClustersLead } from "@/components/clusters/clusters-lead";
import { FilterForm } from "@/components/listing/filter-form";
import { IgnoredList } from "@/components/listing/ignored-list";
import { ViewAddress } from "@/components/listing/view-address";
import { EmptyState } from "@/components/ui/empty-state";
import { clusterRuleParams, describeRule } from "@/lib/clusters/cluster-rule";
import { filterParams, isFiltered } from "@/lib/filters/filing-filter";
import { clustersUrl, inFormat } from "@/lib/urls";
import { formatDateRange } from "@/lib/values/dates";

export async function generateMetadata(): Promise<Metadata> {
  const { title, url } = await loadClustersPage();
  return {
    title,
    alternates: {
      canonical: url,
      types: {
        "application/json": inFormat(url, "json"),
        "text/csv": inFormat(url, "csv"),
        "application/atom+xml": inFormat(url, "atom"),
      },
    },
  };
}

export default async function ClustersPage() {
  const query = await askedParams();
  const view = await loadClustersPage();
  const rule = clusterRuleParams(view.rule);
  const path = clustersUrl();
  return (
    <>
      <ClustersLead {...view} isUsual={!isFiltered(view.filter)} usualDays={USUAL_DAYS} />
      <FilterForm
        action={path}
        filter={view.filter}
        names={{ issuers: {}, insiders: {} }}
        only={CLUSTER_FILTERS}
        kept={rule}
      />
      <ViewAddress url={view.url} />
      <IgnoredList ignored={view.ignored} path={path} query={query} />
      <ClusterRuleForm action={path} rule={view.rule} kept={filterParams(view.filter)} />
      {view.clusters.length === 0 ? (
        <EmptyState
          title={
            view.span
              ? `No clusters traded ${formatDateRange(view.span.from, view.span.to)}`
              : "No filings with a filing date yet"
          }
          clearHref={view.url === path ? undefined : path}
        >
          A cluster is {describeRule(view.rule)}.
        </EmptyState>
      ) : (
        <ClusterTable found={view.clusters} rule={rule} caption={`${view.title}, newest first`} />
      )}
    </>
  );
}
