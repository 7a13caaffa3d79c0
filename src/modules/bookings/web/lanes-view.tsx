import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { dayAfter, dayOf } from '#shared/day.ts'
import { venueKinds } from '#shared/venue-kinds.ts'
import { useAct } from '#ui/act.ts'
import { useAddress } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { DayInput } from '#ui/day-input.tsx'
import { Go } from '#ui/go.tsx'
import { Picker } from '#ui/picker.tsx'
import { places } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { useNarrow } from '#ui/use-narrow.ts'
import { useWords } from '#ui/words.ts'
import { bookingApi } from '../booking.contract.ts'
import { searchApi, type Lane } from '../search.contract.ts'
import { bookingWords } from './booking-words.ts'
import type { Drawn } from './lane-board.tsx'
import { BookSide, LaneBoard } from './sides.ts'

/** One day, venue by venue: drawn as lanes in which one books and moves by dragging, and the same as a table. */
export function LanesView({ unitId }: { unitId: number }) {
  const t = useWords(bookingWords)
  const [at, go] = useAddress()
  const day = at['day'] ?? dayOf(new Date())
  const kind = at['kind']
  const query = { day, ...(kind !== undefined && { kind }) }
  const { data, error } = useQuery(asQuery(searchApi.lanes, { params: { unitId }, query }))
  const [drawn, setDrawn] = useState<Drawn>()
  const move = useAct(bookingApi.move, { done: (moved) => t('moved', moved) })
  const columns = useColumns()
  const narrow = useNarrow()
  const draws = !narrow && data?.can.includes('book')
  const name = (venueId: string) => data?.lanes.find((lane) => lane.venueId === venueId)?.venue ?? ''
  return (
    <>
      <div className="booking-search">
        <Button onClick={() => go({ day: dayAfter(day, -1) }, 'replace')}>{t('dayBefore')}</Button>
        <label>
          {t('day')}
          <DayInput value={day} onChange={(chosen) => go({ day: chosen }, 'replace')} />
        </label>
        <Button onClick={() => go({ day: dayAfter(day) }, 'replace')}>{t('dayAfter')}</Button>
        <Picker
          label={t('kind')}
          all={t('allKinds')}
          value={kind}
          options={venueKinds.map((value) => ({ value, label: value }))}
          onPick={(value) => go({ kind: value }, 'replace')}
        />
      </div>
      <ProblemNote error={error ?? move.error} />
      {data && (
        <>
          <p role="status">
            {data.day.words}
            {data.day.unknown && `（${data.day.unknown}）`}
            {draws && `，${t('drawHint')}`}
          </p>
          {!narrow && (
            <LaneBoard
              day={day}
              lanes={data.lanes}
              onDraw={draws ? setDrawn : undefined}
              onMove={(bookingId, { venueId, from, until }, back) =>
                move.mutate({ params: { bookingId }, body: { day, from, until, venueId } }, { onError: back })
              }
              onOpen={(booking) => go({ view: 'list', booking })}
            />
          )}
          <RuledTable
            caption={t('lanes')}
            rows={data.lanes}
            rowKey={({ venueId }) => venueId}
            empty={t('noneFree')}
            columns={columns}
          />
          {drawn && (
            <BookSide
              unitId={unitId}
              chosen={{ venues: [{ id: drawn.venueId, name: name(drawn.venueId) }], wait: false }}
              asked={{ day, from: drawn.from, until: drawn.until, people: undefined }}
              found={data}
              onClose={() => setDrawn(undefined)}
            />
          )}
        </>
      )}
    </>
  )
}

function useColumns(): Column<Lane>[] {
  const t = useWords(bookingWords)
  const times = (spans: readonly { from: string; until: string }[]) =>
    spans.map(({ from, until }) => `${from}–${until}`).join('、') || '—'
  return [
    {
      key: 'venue',
      title: t('venue'),
      heads: true,
      className: 'still',
      cell: ({ venueId, venue }) => <Go to={places.venue(venueId)}>{venue}</Go>,
    },
    { key: 'provider', title: t('provider'), className: 'still', cell: ({ provider }) => provider },
    { key: 'capacity', title: t('capacity'), numeric: true, cell: ({ capacity }) => capacity },
    { key: 'open', title: t('open'), className: 'wide', cell: ({ open }) => times(open) },
    {
      key: 'taken',
      title: t('taken'),
      className: 'wide',
      cell: ({ spans }) => spans.map(({ from, until, words }) => `${from}–${until} ${words}`).join('；') || '—',
    },
  ]
}
