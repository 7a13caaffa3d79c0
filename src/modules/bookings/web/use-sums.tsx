import { inFigures } from '#ui/number.ts'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import type { UseSum } from '../venue-use.contract.ts'
import { hoursOf } from '../venue-use.rules.ts'
import { Opens } from './use-open.tsx'
import type { VenueUseFigures } from './use-page.tsx'
import { useWordsOfVenues } from './use-words.ts'

const hours = ({ uses, untimed, minutes }: UseSum) => (uses === untimed ? '—' : inFigures(hoursOf(minutes), 1))

/** What counts, by kind of venue. */
export function KindTable({ data: { kinds, shared } }: { data: VenueUseFigures }) {
  const t = useWords(useWordsOfVenues)
  if (kinds.length === 0) return null
  return (
    <RuledTable
      caption={t('kinds')}
      rows={kinds}
      rowKey={({ kind }) => kind}
      columns={[
        { key: 'kind', title: t('kind'), heads: true, cell: ({ kind }) => kind, sum: t('sum') },
        {
          key: 'uses',
          title: t('uses'),
          numeric: true,
          cell: ({ kind, uses }) => <Opens n={uses} what={kind} open={{ kind }} />,
          sum: <Opens n={shared.uses} what={t('sum')} open={{}} />,
        },
        ...sums<VenueUseFigures['kinds'][number]>(t, shared),
      ]}
    />
  )
}

/** Own uses and whatever else does not count, with the reason. */
export function OtherTable({ data: { others } }: { data: VenueUseFigures }) {
  const t = useWords(useWordsOfVenues)
  if (others.length === 0) return null
  return (
    <RuledTable
      caption={t('others')}
      rows={others}
      rowKey={({ reason }) => reason}
      columns={[
        { key: 'reason', title: t('reason'), heads: true, cell: ({ reason }) => reason },
        {
          key: 'uses',
          title: t('times'),
          numeric: true,
          cell: ({ reason, uses }) => <Opens n={uses} what={reason} open={{ rows: 'no', why: reason }} />,
        },
        ...sums<VenueUseFigures['others'][number]>(t),
      ]}
    />
  )
}

type Say = (key: 'people' | 'hours' | 'untimed') => string

const sums = <R extends UseSum>(t: Say, all?: UseSum): Column<R>[] => [
  {
    key: 'people',
    title: t('people'),
    numeric: true,
    cell: ({ headCount }) => inFigures(headCount),
    ...(all && { sum: inFigures(all.headCount) }),
  },
  {
    key: 'hours',
    title: t('hours'),
    numeric: true,
    cell: hours,
    ...(all && { sum: hours(all) }),
  },
  {
    key: 'untimed',
    title: t('untimed'),
    numeric: true,
    cell: ({ untimed }) => inFigures(untimed),
    ...(all && { sum: inFigures(all.untimed) }),
  },
]
