import { useInfiniteQuery } from '@tanstack/react-query'
import { asNumber, useAddress } from '#ui/address.ts'
import { asPages } from '#ui/api.ts'
import { Side } from '#ui/entry.tsx'
import { Go } from '#ui/go.tsx'
import { More } from '#ui/more.tsx'
import { places } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { venueUseApi, type VenueUse } from '../venue-use.contract.ts'
import { nothingOpened } from './use-open.tsx'
import type { VenueUseFigures } from './use-page.tsx'
import { useWordsOfVenues } from './use-words.ts'

/** The uses behind a figure, beside it. */
export function UseRowsSide({ data, unitId, year }: { data: VenueUseFigures; unitId: number; year: number }) {
  const t = useWords(useWordsOfVenues)
  const [at, go] = useAddress()
  const counted = at['rows'] === 'no' ? ('no' as const) : ('yes' as const)
  const query = {
    ...{
      year,
      from: at['from'],
      until: at['until'],
      counted,
      reason: at['why'],
      kind: at['kind'],
      venueKey: at['venue'],
    },
    ...{ schoolId: asNumber(at['giver']), userSchoolId: asNumber(at['taker']) },
  }
  const list = useInfiniteQuery(asPages(venueUseApi.rows, { params: { unitId }, query }))
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  const total = list.data?.pages[0]?.total
  const nameOf = (id: string | undefined) => data.schools.find((school) => String(school.id) === id)?.name
  const words = [
    t(counted === 'yes' ? 'rowsShared' : 'rowsOther'),
    ...[at['why'], at['kind'], data.venues.find(({ venueKey }) => venueKey === at['venue'])?.venue],
    [nameOf(at['giver']), nameOf(at['taker'])].filter(Boolean).join('→'),
  ].filter(Boolean)
  const columns = useColumns(counted === 'no')
  return (
    <Side title={t('rows')} open onClose={() => go(nothingOpened)}>
      <ProblemNote error={list.error} />
      {total !== undefined && (
        <>
          <p role="status">{t('rowsOf', { words: words.join('，'), n: total })}</p>
          <RuledTable
            caption={t('rows')}
            quiet
            rows={rows}
            rowKey={({ id }) => id}
            empty={t('noRows')}
            columns={columns}
          />
          <More shown={rows.length} total={total} page={100} query={list} />
        </>
      )}
    </Side>
  )
}

function useColumns(withReason: boolean): Column<VenueUse>[] {
  const t = useWords(useWordsOfVenues)
  return [
    {
      key: 'day',
      title: t('day'),
      heads: true,
      className: 'still',
      cell: ({ usedOn, times }) => (times ? `${usedOn} ${times}` : usedOn),
    },
    {
      key: 'venue',
      title: t('venue'),
      cell: ({ venueId, venue, provider }) => (
        <>
          {provider} {venueId ? <Go to={places.venue(venueId)}>{venue}</Go> : venue}
        </>
      ),
    },
    { key: 'user', title: t('user'), cell: ({ user }) => user },
    { key: 'people', title: t('people'), numeric: true, cell: ({ headCount }) => headCount },
    { key: 'origin', title: t('origin'), className: 'still', cell: ({ from }) => from },
    ...(withReason
      ? [{ key: 'reason', title: t('reason'), className: 'wide', cell: ({ reason }: VenueUse) => reason }]
      : []),
  ]
}
