import { useSuspenseQueries, useSuspenseQuery } from '@tanstack/react-query'
import { grouped } from '#shared/group.ts'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { useAddress } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { planApi } from '../plan.contract.ts'
import { CompareFigures } from './compare-figures.tsx'
import { compareWords } from './compare-words.ts'
import { isSame, sentBy, type Sent } from './comparison.ts'
import type { PlanData } from './plan-page.tsx'
import { planWords } from './plan-words.ts'
import { teaches } from './teaches.ts'
import './plan.css'

/** Two or three plans side by side: what each comes to, and whom they send elsewhere. */
export default function ComparePage() {
  const t = useWords(compareWords)
  const [at] = useAddress()
  const ids = (at['ids'] ?? '').split(',').filter(Boolean)
  if (ids.length < 2)
    return (
      <Page title={t('title')}>
        <Empty title={t('few')}>
          <p>{t('fewLead')}</p>
        </Empty>
      </Page>
    )
  return <Compared ids={ids} />
}

function Compared({ ids }: { ids: string[] }) {
  const t = useWords(compareWords)
  const p = useWords(planWords)
  const queries = ids.map((planId) => asQuery(planApi.read, { params: { planId } }))
  const plans = useSuspenseQueries({ queries }).map(({ data }) => data)
  const { clusterId, schoolYear: year } = plans[0]!
  const { data: unit } = useSuspenseQuery(asQuery(unitApi.read, { params: { unitId: clusterId } }))
  const sent = sentBy(plans)
  const same = sent.filter(isSame)
  return (
    <Page
      title={t('title')}
      crumbs={[
        { text: unit.name, to: places.cluster(clusterId, year) },
        { text: p('plans'), to: places.rotationSeason(clusterId, { year, tab: 'plans' }) },
      ]}
      lead={t('lead', { differ: sent.length - same.length, same: same.length })}
    >
      <CompareFigures plans={plans} />
      <Differing plans={plans} sent={sent.filter((one) => !isSame(one))} />
      {same.length > 0 && (
        <details className="compare-same">
          <summary>{t('same', { n: same.length })}</summary>
          <SentTable caption={t('same', { n: same.length })} plans={plans.slice(0, 1)} sent={same} withSchool />
        </details>
      )}
    </Page>
  )
}

function Differing({ plans, sent }: { plans: PlanData[]; sent: Sent[] }) {
  const t = useWords(compareWords)
  const nameOf = namesIn(plans)
  const bySchool = [...grouped(sent, ({ fromSchoolId }) => nameOf(fromSchoolId))].sort(([a], [b]) =>
    a.localeCompare(b, 'zh-CN'),
  )
  return (
    <section className="compare-part">
      <h2>{t('differ')}</h2>
      {sent.length === 0 && <p>{t('differNone')}</p>}
      {bySchool.map(([school, those]) => (
        <section key={school}>
          <h3>{t('school', { school, n: those.length })}</h3>
          <SentTable caption={school} plans={plans} sent={those} />
        </section>
      ))}
    </section>
  )
}

interface SentGiven {
  caption: string
  plans: PlanData[]
  sent: Sent[]
  /** Teachers of several schools. */
  withSchool?: boolean
}

function SentTable({ caption, plans, sent, withSchool = false }: SentGiven) {
  const t = useWords(compareWords)
  const p = useWords(planWords)
  const nameOf = namesIn(plans)
  const whither = (to: number | null | undefined) =>
    to === undefined ? t('stays') : to === null ? t('recalled') : nameOf(to)
  const from: Column<Sent> = { key: 'from', title: t('from'), cell: ({ fromSchoolId }) => nameOf(fromSchoolId) }
  return (
    <RuledTable
      caption={caption}
      quiet
      rows={sent}
      rowKey={({ teacherId }) => teacherId}
      columns={[
        { key: 'name', title: t('teacher'), heads: true, className: 'still', cell: ({ name }) => name },
        { key: 'subject', title: t('subject'), className: 'still', cell: teaches },
        ...(withSchool ? [from] : []),
        ...plans.map(({ plan: { id, number } }, at): Column<Sent> => ({
          key: id,
          title: withSchool ? t('to') : p('plan', { number }),
          cell: ({ to }) => whither(to[at]),
        })),
      ]}
    />
  )
}

const namesIn = (plans: readonly PlanData[]) => {
  const names = new Map(plans.flatMap(({ schools }) => schools.map(({ schoolId, name }) => [schoolId, name] as const)))
  return (schoolId: number) => names.get(schoolId) ?? '—'
}
