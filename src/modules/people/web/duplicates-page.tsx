import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { useAct } from '#ui/act.ts'
import { useParam } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { RuledTable } from '#ui/ruled-table.tsx'
import { SampleTag } from '#ui/sample-tag.tsx'
import { TableSkeleton } from '#ui/skeleton.tsx'
import { useWords } from '#ui/words.ts'
import { duplicateApi, type Entry, type MergeLine, type Pair } from '../duplicate.contract.ts'
import { moment } from './change-part.tsx'
import { listWords } from './list-words.ts'
import { peopleWords } from './words.ts'
import './people.css'

/** Entries that may be one person, side by side. */
export default function DuplicatesPage() {
  const t = useWords(listWords)
  const p = useWords(peopleWords)
  const unitId = Number(useParam('unitId'))
  const { data: unit } = useSuspenseQuery(asQuery(unitApi.read, { params: { unitId } }))
  const { data, error } = useQuery(asQuery(duplicateApi.list, { params: { unitId } }))
  return (
    <Page
      title={t('dupTitle')}
      tag={unit.sample && <SampleTag />}
      crumbs={[
        { text: unit.name, to: places.cluster(unitId) },
        { text: p('title'), to: places.teachers(unitId) },
      ]}
      {...(data && { lead: data.total > 0 ? t('dupLead', { n: data.total }) : t('dupNone') })}
    >
      <ProblemNote error={error} />
      {!data && !error && <TableSkeleton rows={8} columns={3} />}
      {data && data.pairs.length > 0 && (
        <div>
          <ul className="pairs">
            {data.pairs.map((pair) => (
              <PairItem key={pair.entries.map(({ teacherId }) => teacherId).join()} pair={pair} />
            ))}
          </ul>
          {data.total > data.pairs.length && <p className="quiet">{t('dupShown', { n: data.pairs.length })}</p>}
        </div>
      )}
      {data && data.merges.length > 0 && <Merges merges={data.merges} />}
    </Page>
  )
}

function PairItem({ pair: { entries, signs } }: { pair: Pair }) {
  const t = useWords(listWords)
  const undo = useAct(duplicateApi.undo, { done: () => t('undone') })
  const merge = useAct(duplicateApi.merge, {
    done: ({ mergeId }, { body }) => ({
      text: t('merged', { staffNo: entries.find(({ teacherId }) => teacherId === body.goneId)?.staffNo ?? '' }),
      undo: () => undo.mutate({ params: { mergeId } }),
    }),
  })
  const distinct = useAct(duplicateApi.distinct, { done: () => t('distinctDone') })
  const [one, other] = entries
  if (!one || !other) return null
  const busy = merge.isPending || distinct.isPending
  return (
    <li>
      <p>{t('signs', { signs: signs.join('；') })}</p>
      <SideBySide one={one} other={other} />
      <p className="pair-acts">
        {[
          [one, other],
          [other, one],
        ].map(([kept, gone]) => (
          <Button
            key={kept!.teacherId}
            disabled={busy}
            onClick={() => merge.mutate({ params: { teacherId: kept!.teacherId }, body: { goneId: gone!.teacherId } })}
          >
            {t('keep', { staffNo: kept!.staffNo })}
          </Button>
        ))}
        <Button
          disabled={busy}
          onClick={() => distinct.mutate({ params: { teacherId: one.teacherId }, body: { otherId: other.teacherId } })}
        >
          {t('distinct')}
        </Button>
      </p>
      <ProblemNote error={merge.error ?? distinct.error} />
    </li>
  )
}

interface Line {
  title: string
  of: (entry: Entry) => ReactNode
  differs: boolean
}

function SideBySide({ one, other }: { one: Entry; other: Entry }) {
  const t = useWords(listWords)
  const p = useWords(peopleWords)
  const plain = (title: string, key: keyof Entry, cut = 99): Line => ({
    title,
    of: (entry) => (entry[key] === null ? '—' : String(entry[key] as string).slice(0, cut)),
    differs: one[key] !== other[key],
  })
  const lines: Line[] = [
    plain(p('staffNo'), 'staffNo'),
    plain(p('gender'), 'gender'),
    plain(t('bornOn'), 'bornOn', 7),
    plain(p('school'), 'schoolName'),
    plain(p('stage'), 'stage'),
    plain(p('subject'), 'subject'),
    plain(p('jobTitle'), 'title'),
    plain(p('backbone'), 'backbone'),
    plain(p('joinedOn'), 'joinedOn', 7),
    { title: t('years'), of: ({ years }) => years.join('、'), differs: one.years.join() !== other.years.join() },
  ]
  const column = (entry: Entry) => ({
    key: entry.teacherId,
    title: <Go to={places.teacher(entry.teacherId)}>{entry.name}</Go>,
    cell: ({ of, differs }: Line) => <span className={differs ? 'differs' : ''}>{of(entry)}</span>,
  })
  return (
    <RuledTable
      caption={`${one.name}，${other.name}`}
      quiet
      rows={lines}
      rowKey={({ title }) => title}
      columns={[
        { key: 'field', title: t('field'), heads: true, className: 'still', cell: ({ title }) => title },
        column(one),
        column(other),
      ]}
    />
  )
}

function Merges({ merges }: { merges: readonly MergeLine[] }) {
  const t = useWords(listWords)
  const undo = useAct(duplicateApi.undo, { done: () => t('undone') })
  return (
    <section className="part">
      <h2>{t('merges')}</h2>
      <ProblemNote error={undo.error} />
      <RuledTable
        caption={t('merges')}
        quiet
        rows={[...merges]}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'what',
            title: t('what'),
            heads: true,
            cell: ({ keptTeacherId, goneName, goneSchoolName, keptName }) => (
              <Go to={places.teacher(keptTeacherId)}>
                {t('mergesLine', { gone: goneName, school: goneSchoolName, kept: keptName })}
              </Go>
            ),
          },
          { key: 'at', title: t('mergedAt'), className: 'still', cell: ({ mergedAt }) => moment(mergedAt) },
          { key: 'by', title: t('mergedBy'), className: 'still', cell: ({ mergedBy }) => mergedBy },
          {
            key: 'undo',
            title: t('undo'),
            cell: ({ id }) => (
              <Button size="small" disabled={undo.isPending} onClick={() => undo.mutate({ params: { mergeId: id } })}>
                {t('undo')}
              </Button>
            ),
          },
        ]}
      />
    </section>
  )
}
