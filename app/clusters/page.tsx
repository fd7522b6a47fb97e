import { clustersCard } from "@/app/clusters/card";
import { CLUSTER_FILTERS, loadClustersPage, USUAL_DAYS } from "@/app/clusters/view";
import { Ignored } from "@/app/ignored-names";
import { SharePage } from "@/app/share-page";
import { sharedMetadata } from "@/app/view-metadata";
import { ClusterRuleForm } from "@/components/clusters/cluster-rule-form";
import { ClustersLead } from "@/components/clusters/clusters-lead";
import { FoundClusters } from "@/components/clusters/found-clusters";
import { FilterForm } from "@/components/listing/filter-form";
import { ViewAddress } from "@/components/listing/view-address";
import { findReadingNames } from "@/db/queries/reading-names";
import { database } from "@/db/server/client";
import { clusterPeople } from "@/lib/clusters/cluster-people";
import { clusterRuleParams } from "@/lib/clusters/cluster-rule";
import { filterParams } from "@/lib/filters/filing-filter";
import { clustersUrl } from "@/lib/urls";

export async function generateMetadata() {
  const view = await loadClustersPage();
  return sharedMetadata(view, clustersCard(view), ["json", "csv", "ndjson", "atom"]);
}

export default async function ClustersPage() {
  const view = await loadClustersPage();
  const path = clustersUrl();
  const people = view.clusters.flatMap(({ cluster }) => clusterPeople(cluster));
  const names = await findReadingNames(
    database(),
    people.map(({ owner }) => owner),
  );
  return (
    <>
      <ClustersLead view={view} usualDays={USUAL_DAYS} />
      <FilterForm
        action={path}
        filter={view.filter}
        only={CLUSTER_FILTERS}
        unset={{ tradedFrom: `Newest ${USUAL_DAYS} days` }}
        kept={clusterRuleParams(view.rule)}
      />
      <ViewAddress
        url={view.url}
        share={<SharePage url={view.url} title={view.title} />}
        saved={{ name: view.title }}
      />
      <Ignored ignored={view.ignored} path={path} />
      <ClusterRuleForm action={path} rule={view.rule} kept={filterParams(view.filter)} />
      <FoundClusters view={view} names={names} />
    </>
  );
}
