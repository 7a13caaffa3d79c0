import { useSuspenseQueries } from '@tanstack/react-query'
import type { z } from 'zod'
import { sessionApi } from '#modules/identity/session.contract.ts'
import { useAddress } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { Empty } from '#ui/empty.tsx'
import { Go } from '#ui/go.tsx'
import { inFigures } from '#ui/number.ts'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { RuledTable } from '#ui/ruled-table.tsx'
import { SampleTag } from '#ui/sample-tag.tsx'
import { SearchBox } from '#ui/search-box.tsx'
import { useWords } from '#ui/words.ts'
import { unitApi, type ClusterLine } from '#modules/organizations/unit.contract.ts'
import './home.css'
import { homeWords } from './home-words.ts'

type Cluster = z.infer<typeof ClusterLine>
interface District {
  id: number
  name: string
  clusters: Cluster[]
}

/** The clusters in reach: of one district as a table, of a city by district. */
export default function ClustersPage() {
  const t = useWords(homeWords)
  const [{ q = '' }, go] = useAddress()
  const [{ data }, { data: me }] = useSuspenseQueries({
    queries: [asQuery(unitApi.clusters, {}), asQuery(sessionApi.me, {})],
  })
  const above = me.grants.filter(
    ({ unitKind, role }) => role !== 'administrator' && (unitKind === 'city' || unitKind === 'district'),
  )
  if (data.clusters.length === 0)
    return (
      <Empty title={t('empty')}>
        <p className="quiet">{t('emptyWhy')}</p>
      </Empty>
    )
  const found = data.clusters.filter(({ name, shortName }) => name.includes(q) || shortName.includes(q))
  const districts = data.districts
    .map(({ id, name }) => ({ id, name, clusters: found.filter(({ districtId }) => districtId === id) }))
    .filter(({ clusters }) => clusters.length > 0)
  const many = data.districts.length > 1
  const facts = { districts: data.districts.length, clusters: data.clusters.length }
  return (
    <Page title={t('title')} lead={t(many ? 'leadMany' : 'leadOne', facts)}>
      <div>
        <div className="filters">
          <SearchBox label={t('search')} value={q} onSearch={(text) => go({ q: text }, 'replace')} />
          {above.map(({ unitId, unitName }) => (
            <Go key={unitId} to={places.unit(unitId)}>
              {t('overview', { name: unitName })}
            </Go>
          ))}
          {above.map(({ unitId, unitName }) => (
            <Go key={unitId} to={places.districtClusters(unitId)}>
              {t('keepClusters', { name: unitName })}
            </Go>
          ))}
          {many && <span className="quiet">{t('quiet')}</span>}
        </div>
        {many ? <Directory districts={districts} q={q} /> : <Clusters clusters={found} q={q} />}
      </div>
    </Page>
  )
}

/** One line for each district, its clusters behind it: a whole city on one page. */
function Directory({ districts, q }: { districts: District[]; q: string }) {
  const t = useWords(homeWords)
  return (
    <RuledTable
      caption={t('directory')}
      quiet
      rows={districts}
      rowKey={({ id }) => id}
      empty={t('nothing', { q })}
      columns={[
        {
          key: 'name',
          title: t('district'),
          heads: true,
          className: 'still',
          cell: ({ id, name }) => <Go to={places.unit(id)}>{name}</Go>,
        },
        { key: 'count', title: t('count'), numeric: true, cell: ({ clusters }) => inFigures(clusters.length) },
        {
          key: 'clusters',
          title: t('cluster'),
          className: 'wide',
          cell: ({ clusters }) => (
            <ul className="flow">
              {clusters.map((cluster) => (
                <li key={cluster.id} className={cluster.latestYear === null ? 'idle' : ''}>
                  <Go to={places.cluster(cluster.id)}>{cluster.name}</Go>
                  {cluster.sample && <SampleTag />}
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  )
}

function Clusters({ clusters, q }: { clusters: Cluster[]; q: string }) {
  const t = useWords(homeWords)
  return (
    <RuledTable
      caption={t('title')}
      quiet
      rows={clusters}
      rowKey={({ id }) => id}
      empty={t('nothing', { q })}
      columns={[
        {
          key: 'name',
          title: t('cluster'),
          heads: true,
          cell: (cluster) => (
            <>
              <Go to={places.cluster(cluster.id)}>{cluster.name}</Go>
              {cluster.sample && <SampleTag />}
            </>
          ),
        },
        { key: 'kind', title: t('kindTitle'), cell: ({ kind }) => t(kind === 'group' ? 'group_kind' : 'cluster_kind') },
        { key: 'scope', title: t('scope'), cell: ({ stageScope }) => (stageScope ? t(stageScope) : '—') },
        { key: 'schools', title: t('schools'), numeric: true, cell: ({ schools }) => inFigures(schools) },
        {
          key: 'latest',
          title: t('latest'),
          numeric: true,
          cell: ({ latestYear }) => (latestYear === null ? '—' : t('year', { year: latestYear })),
        },
      ]}
    />
  )
}
