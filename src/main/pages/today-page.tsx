import { useSuspenseQueries } from '@tanstack/react-query'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { sessionApi } from '#modules/identity/session.contract.ts'
import { todayApi } from '#modules/workbench/today.contract.ts'
import { NoticeList, TodoList } from '#modules/workbench/web/index.ts'
import { asQuery, type Received } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { inFigures } from '#ui/number.ts'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { useWords } from '#ui/words.ts'
import { LatestChanges, MyCluster } from './my-cluster.tsx'
import './today.css'
import { todayPageWords } from './today-words.ts'

type Me = Received<typeof sessionApi.me>
type Cluster = Received<typeof unitApi.clusters>['clusters'][number]
type Today = Received<typeof todayApi.read>

/** So many clusters stand on the page with their figures; who has more goes by the directory. */
const FEW = 3

/** Where everyone starts: what waits, what is new, and the way to one's clusters. */
export default function TodayPage() {
  const t = useWords(todayPageWords)
  const [{ data: day }, { data: units }, { data: me }] = useSuspenseQueries({
    queries: [asQuery(todayApi.read, {}), asQuery(unitApi.clusters, {}), asQuery(sessionApi.me, {})],
  })
  const { clusters } = units
  const [year, month, date] = day.today.split('-').map(Number)
  const weekday = [...t('weekdays')][new Date(day.today).getUTCDay()]
  const isKeeper = me.grants.some(({ role }) => role === 'administrator')
  const isKeeperOnly = me.grants.length > 0 && me.grants.every(({ role }) => role === 'administrator')
  return (
    <Page
      title={t('title')}
      lead={t('lead', { year, month, date, weekday })}
      acts={!isKeeperOnly && <Go to={places.calendar}>{t('calendar')}</Go>}
    >
      <div className="day">
        <TodoList groups={day.groups} today={day.today} />
        <div className="day-side">
          {!isKeeperOnly && <Clusters clusters={clusters} me={me} />}
          {me.grants.some(({ role }) => role === 'teacher') && <Own />}
          {isKeeper && <Keeper />}
          <Notices day={day} />
          {!isKeeperOnly && clusters[0] && clusters.length <= FEW && <LatestChanges unitId={clusters[0].id} />}
        </div>
      </div>
    </Page>
  )
}

function Clusters({ clusters, me }: { clusters: Cluster[]; me: Me }) {
  const t = useWords(todayPageWords)
  const above = me.grants.filter(
    ({ unitKind, role }) => role !== 'administrator' && (unitKind === 'city' || unitKind === 'district'),
  )
  return (
    <section aria-labelledby="clusters">
      <h2 id="clusters" className="section-head">
        {t('clusters')}
      </h2>
      {clusters.length === 0 && <p className="quiet">{t('empty')}</p>}
      {clusters.length <= FEW && clusters.map((cluster) => <MyCluster key={cluster.id} cluster={cluster} />)}
      {clusters.length > FEW && (
        <p className="way-in">
          <Go to={places.clusters}>{t('allClusters')}</Go>
          <span className="quiet">{t('many', { clusters: inFigures(clusters.length) })}</span>
        </p>
      )}
      {above.map(({ unitId, unitName }) => (
        <p key={unitId} className="way-in">
          <Go to={places.unit(unitId)}>{t('overview', { name: unitName })}</Go>
        </p>
      ))}
    </section>
  )
}

function Notices({ day }: { day: Today }) {
  const t = useWords(todayPageWords)
  return (
    <section aria-labelledby="notices">
      <div className="section-head">
        <h2 id="notices">{t(day.unread > 0 ? 'notices' : 'latest')}</h2>
        {day.notices.length > 0 && <Go to={places.notices}>{t('allNotices')}</Go>}
      </div>
      <NoticeList notices={day.notices} />
    </section>
  )
}

/** What a teacher looks at of the own work, most of them on a phone. */
function Own() {
  const t = useWords(todayPageWords)
  return (
    <section aria-labelledby="own">
      <h2 id="own" className="section-head">
        {t('own')}
      </h2>
      <p className="way-in">
        <Go to={places.ownRotations}>{t('ownRotations')}</Go>
        <Go to={places.rotationWishes}>{t('ownWishes')}</Go>
        <Go to={places.ownCredits}>{t('ownCredits')}</Go>
        <Go to={places.coverMine}>{t('ownLessons')}</Go>
      </p>
    </section>
  )
}

function Keeper() {
  const t = useWords(todayPageWords)
  return (
    <section aria-labelledby="keeper">
      <h2 id="keeper" className="section-head">
        {t('keeper')}
      </h2>
      <p className="quiet">{t('keeperWhy')}</p>
      <p className="way-in">
        <Go to={places.admin}>{t('accounts')}</Go>
        <Go to={places.platformChanges}>{t('platform')}</Go>
      </p>
    </section>
  )
}
