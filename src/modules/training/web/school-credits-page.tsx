import { useSuspenseQueries } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { dayInWords } from '#shared/day.ts'
import { useAct } from '#ui/act.ts'
import { useAddress, useParam } from '#ui/address.ts'
import { addressOf, asQuery } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { creditApi, type Entry, type StaffStanding } from '../credit.contract.ts'
import { creditWords } from './credit-words.ts'
import { PlanNote } from './plan-note.tsx'
import { EnterSide } from './sides.ts'
import './training.css'

/** How far the teachers of a school are, those furthest behind first; and what the school entered. */
export default function SchoolCreditsPage() {
  const t = useWords(creditWords)
  const schoolId = Number(useParam('schoolId'))
  const params = { schoolId }
  const [{ data: unit }, { data }] = useSuspenseQueries({
    queries: [asQuery(unitApi.read, { params: { unitId: schoolId } }), asQuery(creditApi.school, { params })],
  })
  const [isEntering, setEntering] = useState(false)
  const { plan, staff, entries, expected } = data
  const ok = staff.filter(({ onTrack }) => onTrack).length
  const mayEnter = data.can.includes('enter') && plan !== null
  return (
    <Page
      title={t('schoolTitle')}
      crumbs={[{ text: unit.name, to: places.school(schoolId) }]}
      acts={
        plan && (
          <>
            <a href={addressOf(creditApi.export, { params })} download>
              {t('export')}
            </a>
            {mayEnter && (
              <Button type="primary" onClick={() => setEntering(true)}>
                {t('enter')}
              </Button>
            )}
          </>
        )
      }
    >
      {plan ? (
        <>
          <p className="training-head">{t('schoolHead', { n: staff.length, ok, expected })}</p>
          <PlanNote plan={plan} />
          <Staff staff={staff} />
          {entries.length > 0 && <Entries entries={entries} mayDrop={mayEnter} />}
        </>
      ) : (
        <p role="note">{t('noPlan')}</p>
      )}
      {isEntering && plan && <EnterSide schoolId={schoolId} plan={plan} onClose={() => setEntering(false)} />}
    </Page>
  )
}

const keys = ['name', 'subject', 'total', 'counted'] as const
type Key = (typeof keys)[number]

function inOrder(staff: readonly StaffStanding[], sort: string): StaffStanding[] {
  const key = keys.find((one) => one === sort.replace('-', '')) ?? 'counted'
  const sign = sort.startsWith('-') ? -1 : 1
  const compare = (a: StaffStanding[Key], b: StaffStanding[Key]) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : String(a ?? '').localeCompare(String(b ?? ''), 'zh-CN')
  return [...staff].sort((a, b) => sign * compare(a[key], b[key]))
}

function Staff({ staff }: { staff: readonly StaffStanding[] }) {
  const t = useWords(creditWords)
  const [at, go] = useAddress()
  const sort = at['sort'] ?? 'counted'
  const columns: Column<StaffStanding>[] = [
    {
      key: 'name',
      title: t('name'),
      heads: true,
      sort: 'name',
      className: 'still',
      cell: ({ teacherId, name }) => <Go to={places.teacher(teacherId)}>{name}</Go>,
    },
    { key: 'subject', title: t('subject'), sort: 'subject', cell: ({ subject }) => subject ?? '—' },
    { key: 'total', title: t('total'), numeric: true, sort: 'total', cell: ({ total }) => total },
    { key: 'counted', title: t('counted'), numeric: true, sort: 'counted', cell: ({ counted }) => counted },
    {
      key: 'progress',
      title: t('progress'),
      className: 'still',
      cell: ({ onTrack }) => t(onTrack ? 'onTrack' : 'behind'),
    },
    { key: 'gaps', title: t('gaps'), className: 'wide', cell: (one) => <Gaps one={one} /> },
  ]
  return (
    <RuledTable
      caption={t('schoolTitle')}
      quiet
      rows={inOrder(staff, sort)}
      rowKey={({ teacherId }) => teacherId}
      sort={sort}
      onSort={(picked) => go({ sort: picked }, 'replace')}
      empty={t('noStaff')}
      columns={columns}
    />
  )
}

const SHOWN = 3

function Gaps({ one: { cells } }: { one: StaffStanding }) {
  const t = useWords(creditWords)
  const gaps = cells.filter(({ missing }) => missing > 0).sort((a, b) => b.missing - a.missing)
  if (gaps.length === 0) return t('noGaps')
  return gaps
    .slice(0, SHOWN)
    .map(({ tier, field, missing }) => `${tier === field ? tier : tier + field} ${missing}`)
    .join('，')
}

function Entries({ entries, mayDrop }: { entries: Entry[]; mayDrop: boolean }) {
  const t = useWords(creditWords)
  const drop = useAct(creditApi.drop, { done: () => t('dropped') })
  const acts: Column<Entry> = {
    key: 'acts',
    title: t('acts'),
    acts: true,
    cell: ({ id, name, title }) => (
      <Button
        type="link"
        size="small"
        aria-label={t('dropOf', { name, title })}
        disabled={drop.isPending}
        onClick={() => drop.mutate({ params: { creditId: id } })}
      >
        {t('drop')}
      </Button>
    ),
  }
  return (
    <section className="training-section">
      <h2>{t('entries')}</h2>
      <RuledTable
        caption={t('entries')}
        quiet
        rows={entries}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', title: t('name'), heads: true, className: 'still', cell: ({ name }) => name },
          { key: 'title', title: t('course'), cell: ({ title }) => title },
          { key: 'tier', title: t('tier'), className: 'still', cell: ({ tier }) => tier },
          { key: 'field', title: t('field'), className: 'still', cell: ({ field }) => field },
          { key: 'credits', title: t('credits'), numeric: true, cell: ({ credits }) => credits },
          { key: 'day', title: t('day'), cell: ({ earnedOn }) => dayInWords(earnedOn) },
          { key: 'evidence', title: t('evidence'), cell: ({ evidence }) => evidence },
          { key: 'by', title: t('notedBy'), cell: ({ notedBy }) => notedBy },
          ...(mayDrop ? [acts] : []),
        ]}
      />
    </section>
  )
}
