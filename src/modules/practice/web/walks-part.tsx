import { useQuery } from '@tanstack/react-query'
import { dayInWords, dayOf } from '#shared/day.ts'
import { schoolYearOf } from '#shared/school-year.ts'
import { useAddress } from '#ui/address.ts'
import { addressOf, asQuery } from '#ui/api.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { YearPicker } from '#ui/year-picker.tsx'
import { walkApi, type Walk } from '../walk.contract.ts'
import { walkWords } from './walk-words.ts'

/** The classes that walked the routes of a cluster in a school year: how many, and each with its certificate. */
export function WalksPart({ unitId, years }: { unitId: number; years: readonly number[] }) {
  const t = useWords(walkWords)
  const [at, go] = useAddress()
  const year = Number(at['year']) || schoolYearOf(dayOf(new Date()))
  const { data, error } = useQuery(asQuery(walkApi.list, { params: { unitId }, query: { year } }))
  const done = data?.walks.filter(({ doneAt }) => doneAt !== null) ?? []
  const people = done.reduce((sum, { headCount }) => sum + headCount, 0)
  const columns = useColumns()
  return (
    <section className="guide-theme" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <p>{t('how')}</p>
      <p>
        <a href="/m/walks">{t('onPhone')}</a>
      </p>
      <YearPicker year={year} years={years} onPick={(picked) => go({ year: picked }, 'replace')} />
      <ProblemNote error={error} />
      {data && data.walks.length === 0 && <p role="status">{t('none', { year })}</p>}
      {data && data.walks.length > 0 && (
        <>
          <p role="status">
            {t('summary', { year, done: done.length, people, open: data.walks.length - done.length })}
          </p>
          <RuledTable caption={t('title')} quiet rows={data.walks} rowKey={({ id }) => id} columns={columns} />
        </>
      )}
    </section>
  )
}

function useColumns(): Column<Walk>[] {
  const t = useWords(walkWords)
  const cameOf = ({ stops }: Walk) => stops.filter(({ cameAt }) => cameAt !== null).length
  return [
    { key: 'school', title: t('school'), heads: true, cell: ({ school, classes }) => `${school} ${classes}` },
    { key: 'route', title: t('route'), className: 'still', cell: ({ route }) => route },
    { key: 'day', title: t('day'), className: 'still', cell: ({ startedAt }) => dayInWords(dayOf(new Date(startedAt))) }, // prettier-ignore
    { key: 'people', title: t('people'), numeric: true, cell: ({ headCount }) => headCount },
    { key: 'stops', title: t('stops'), className: 'still', cell: (walk) => t('stopsOf', { came: cameOf(walk), all: walk.stops.length }) }, // prettier-ignore
    { key: 'certificate', title: t('certificate'), className: 'still', cell: (walk) => <Certificate walk={walk} /> },
  ]
}

function Certificate({ walk: { id, school, classes, number } }: { walk: Walk }) {
  const t = useWords(walkWords)
  if (number === null) return '—'
  const href = addressOf(walkApi.file, { params: { walkId: id, format: 'pdf' } })
  return (
    <a download href={href} aria-label={t('certificateOf', { school, classes, number })}>
      {number}
    </a>
  )
}
