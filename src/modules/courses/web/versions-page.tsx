import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { dayInWords, dayOf } from '#shared/day.ts'
import { asNumber, useAddress, useParam } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { Page } from '#ui/page.tsx'
import { Picker } from '#ui/picker.tsx'
import { places } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import type { VersionLine } from '../entry.contract.ts'
import { originApi } from '../origin.contract.ts'
import { CourseView } from './course-view.tsx'
import { Sides } from './update-page.tsx'
import { updateWords } from './update-words.ts'
import './course.css'

/** Every version of a course, to open, and what lies between any two. */
export default function VersionsPage() {
  const t = useWords(updateWords)
  const courseId = useParam('courseId')
  const [search] = useAddress()
  const { data } = useSuspenseQuery(asQuery(originApi.versions, { params: { courseId } }))
  const { name, versions } = data
  const shown = asNumber(search['version'])
  return (
    <Page title={t('versionsTitle', { name })} crumbs={[{ text: name, to: places.course(courseId) }]}>
      <RuledTable
        caption={t('versionsTitle', { name })}
        quiet
        rows={versions}
        rowKey={({ number }) => number}
        empty={t('noVersions')}
        columns={[
          { key: 'number', title: t('version'), heads: true, className: 'still', cell: ({ number }) => <Go keepScroll to={places.courseVersions(courseId, { version: number })}>{t('versionOf', { number })}</Go> }, // prettier-ignore
          { key: 'day', title: t('day'), className: 'still', cell: ({ publishedAt }) => dayInWords(dayOf(new Date(publishedAt))) }, // prettier-ignore
          { key: 'kinds', title: t('kinds'), cell: ({ kinds }) => kinds.join('、') || '—' },
          { key: 'byline', title: t('byline'), className: 'wide', cell: ({ byline }) => byline || '—' },
          { key: 'note', title: t('said'), className: 'wide', cell: ({ note }) => note || '—' },
        ]}
      />
      {versions.length > 1 && <Between courseId={courseId} versions={versions} />}
      {shown !== undefined && <Shown courseId={courseId} number={shown} />}
    </Page>
  )
}

function Between({ courseId, versions }: { courseId: string; versions: VersionLine[] }) {
  const t = useWords(updateWords)
  const [search, go] = useAddress()
  const from = asNumber(search['from']) ?? versions[1]!.number
  const to = asNumber(search['to']) ?? versions[0]!.number
  const { data, error } = useQuery(asQuery(originApi.compare, { params: { courseId }, query: { from, to } }))
  const options = versions.map(({ number }) => ({ value: number, label: t('versionOf', { number }) }))
  return (
    <section aria-labelledby="course-between">
      <h2 id="course-between" className="section-head">
        {t('between', { from, to })}
      </h2>
      <div className="filters">
        <Picker label={t('from')} value={from} options={options} onPick={(value) => go({ from: value })} />
        <span aria-hidden="true">→</span>
        <Picker label={t('to')} value={to} options={options} onPick={(value) => go({ to: value })} />
      </div>
      <ProblemNote error={error} />
      {data?.differences.length === 0 && <p>{t('noDifference')}</p>}
      {data?.differences.map((change) => (
        <section key={change.key} className="course-change" aria-label={change.title}>
          <h3>{change.title}</h3>
          <Sides
            change={change}
            columns={['base', 'theirs']}
            titles={[t('before', { n: from }), t('before', { n: to })]}
          />
        </section>
      ))}
    </section>
  )
}

function Shown({ courseId, number }: { courseId: string; number: number }) {
  const t = useWords(updateWords)
  const { data, error } = useQuery(asQuery(originApi.version, { params: { courseId, number } }))
  return (
    <section aria-label={t('content', { n: number })}>
      <ProblemNote error={error} />
      {data && <CourseView content={data.content} courseId={courseId} />}
    </section>
  )
}
