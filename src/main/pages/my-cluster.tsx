import { useQuery } from '@tanstack/react-query'
import { entryApi } from '#modules/audit/entry.contract.ts'
import { figureApi, type Figure } from '#modules/assessment/figure.contract.ts'
import { unitApi, type ClusterLine } from '#modules/organizations/unit.contract.ts'
import { asQuery } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { Mark, type Standing } from '#ui/mark.tsx'
import { places } from '#ui/places.ts'
import { SampleTag } from '#ui/sample-tag.tsx'
import { momentOf } from '#ui/time.ts'
import { useWords } from '#ui/words.ts'
import { todayPageWords } from './today-words.ts'

/** The way into a cluster, with how it stands in one line. */
export function MyCluster({ cluster }: { cluster: ClusterLine }) {
  const t = useWords(todayPageWords)
  const { id, latestYear } = cluster
  const { data } = useQuery({
    ...asQuery(figureApi.overview, { params: { unitId: id }, query: { years: String(latestYear) } }),
    enabled: latestYear !== null,
  })
  return (
    <div className="my-cluster">
      <p className="way-in">
        <Go to={places.cluster(id)}>{t('enter', { name: cluster.name })}</Go>
        {cluster.sample && <SampleTag />}
      </p>
      <p className="standings">
        <span className="quiet">{latestYear === null ? t('noData') : t('year', { year: latestYear })}</span>
        {data && <Standings figures={data.figures} />}
      </p>
    </div>
  )
}

function Standings({ figures }: { figures: Figure[] }) {
  const t = useWords(todayPageWords)
  const verdicts = figures.flatMap(({ rules }) => rules.map(({ status }) => status))
  const standings: Standing[] = ['met', 'missed', 'no-data']
  return standings
    .map((standing) => ({ standing, n: verdicts.filter((status) => status === standing).length }))
    .filter(({ n }) => n > 0)
    .map(({ standing, n }) => <Mark key={standing} standing={standing} gap={t('items', { n })} />)
}

/** The last things that were done in a cluster, for who may read its record. */
export function LatestChanges({ unitId }: { unitId: number }) {
  const t = useWords(todayPageWords)
  const { data: unit } = useQuery(asQuery(unitApi.read, { params: { unitId } }))
  const { data } = useQuery({
    ...asQuery(entryApi.list, { params: { unitId }, query: { limit: 5 } }),
    enabled: unit?.can.includes('readAudit') ?? false,
  })
  if (!data) return null
  return (
    <section aria-labelledby="changes">
      <div className="section-head">
        <h2 id="changes">{t('changes')}</h2>
        <Go to={places.changes(unitId)}>{t('allChanges')}</Go>
      </div>
      {data.entries.length === 0 && <p className="quiet">{t('noChanges')}</p>}
      <ul>
        {data.entries.map(({ id, at, actorName, title, unitName, summary }) => (
          <li key={id} className="change-line">
            <p>
              {actorName}：{title}
            </p>
            <p className="quiet">
              <time dateTime={at}>{t('when', { ...momentOf(at) })}</time>{' '}
              {[unitName, summary].filter(Boolean).join('，')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
