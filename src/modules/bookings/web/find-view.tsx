import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { dayOf } from '#shared/day.ts'
import { venueKinds } from '#shared/venue-kinds.ts'
import { asNumber, useAddress } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { DayInput } from '#ui/day-input.tsx'
import { Go } from '#ui/go.tsx'
import { Picker } from '#ui/picker.tsx'
import { places } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { searchApi, type BusyVenue, type FreeVenue } from '../search.contract.ts'
import type { Chosen } from './book-request.ts'
import { bookingWords } from './booking-words.ts'
import { BookSide } from './sides.ts'

const DISTANCES = [1, 3, 5, 10]

/** What is asked, as it stands in the address. */
function useAsked() {
  const [at, go] = useAddress()
  const day = at['day'] ?? dayOf(new Date())
  const [from, until] = [at['from'] ?? '15:30', at['until'] ?? '17:00']
  const [people, within, kind] = [asNumber(at['people']), asNumber(at['within']), at['kind']]
  return { asked: { day, from, until, people, within, kind }, go }
}

/** What is free at a time, with a button to book it; and what is not, with the reason. */
export function FindView({ unitId }: { unitId: number }) {
  const t = useWords(bookingWords)
  const { asked } = useAsked()
  const [chosen, setChosen] = useState<Chosen>()
  const query = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as typeof asked
  const { data, error } = useQuery(asQuery(searchApi.free, { params: { unitId }, query }))
  const [picked, setPicked] = useState<readonly string[]>([])
  const mayBook = data?.can.includes('book') ?? false
  const pick = (id: string) => setPicked(picked.includes(id) ? picked.filter((one) => one !== id) : [...picked, id])
  const book = (venue: FreeVenue) => setChosen({ venues: [venue], wait: false })
  const free = useFreeColumns(mayBook ? { book, pick, picked } : undefined)
  const busy = useBusyColumns(mayBook ? (venue) => setChosen({ venues: [venue], wait: true }) : undefined)
  const together = (data?.free ?? []).filter(({ id }) => picked.includes(id))
  const close = () => {
    setChosen(undefined)
    setPicked([])
  }
  return (
    <>
      <SearchFields />
      <ProblemNote error={error} />
      {data && (
        <>
          <p role="status">
            {t('leadFind', { words: data.day.words, n: data.free.length })}
            {data.day.unknown && `（${data.day.unknown}）`}
          </p>
          <RuledTable
            caption={t('free')}
            rows={data.free}
            rowKey={({ id }) => id}
            empty={t('noneFree')}
            columns={free}
          />
          {together.length > 1 && (
            <p className="booking-together">
              <Button type="primary" onClick={() => setChosen({ venues: together, wait: false })}>
                {t('bookTogether', { n: together.length })}
              </Button>
            </p>
          )}
          <RuledTable
            caption={t('busy')}
            rows={data.busy}
            rowKey={({ id }) => id}
            empty={t('noneBusy')}
            columns={busy}
          />
          {chosen && <BookSide unitId={unitId} chosen={chosen} asked={asked} found={data} onClose={close} />}
        </>
      )}
    </>
  )
}

function SearchFields() {
  const t = useWords(bookingWords)
  const { asked, go } = useAsked()
  const set = (fields: Record<string, string | undefined>) => go(fields, 'replace')
  return (
    <div className="booking-search">
      <label>
        {t('day')}
        <DayInput value={asked.day} onChange={(day) => set({ day })} />
      </label>
      {(['from', 'until'] as const).map((end) => (
        <label key={end}>
          {t(end)}
          <Input
            type="time"
            step={300}
            value={asked[end]}
            onChange={({ target }) => target.value && set({ [end]: target.value })}
          />
        </label>
      ))}
      <label>
        {t('people')}
        <Input
          type="number"
          min={1}
          value={asked.people ?? ''}
          onChange={({ target }) => set({ people: target.value || undefined })}
        />
      </label>
      <Picker
        label={t('within')}
        all={t('anyDistance')}
        value={asked.within}
        options={DISTANCES.map((n) => ({ value: n, label: t('km', { n }) }))}
        onPick={(n) => set({ within: n === undefined ? undefined : String(n) })}
      />
      <Picker
        label={t('kind')}
        all={t('allKinds')}
        value={asked.kind}
        options={venueKinds.map((value) => ({ value, label: value }))}
        onPick={(kind) => set({ kind })}
      />
    </div>
  )
}

type Choose<V> = ((venue: V) => void) | undefined
type Named = Pick<FreeVenue, 'id' | 'name' | 'provider' | 'capacity' | 'distanceKm'>

function useCommonColumns(): Column<Named>[] {
  const t = useWords(bookingWords)
  return [
    {
      key: 'venue',
      title: t('venue'),
      heads: true,
      className: 'still',
      cell: ({ id, name }) => <Go to={places.venue(id)}>{name}</Go>,
    },
    { key: 'provider', title: t('provider'), className: 'still', cell: ({ provider }) => provider },
    { key: 'capacity', title: t('capacity'), numeric: true, cell: ({ capacity }) => capacity },
    { key: 'distance', title: t('distance'), numeric: true, cell: ({ distanceKm }) => distanceKm?.toFixed(1) ?? '—' },
  ]
}

/** What one may do with a venue that is free. */
interface Taking {
  book: (venue: FreeVenue) => void
  /** Ticks it to be booked with others, or not. */
  pick: (id: string) => void
  picked: readonly string[]
}

function useFreeColumns(taking: Taking | undefined): Column<FreeVenue>[] {
  const t = useWords(bookingWords)
  const tick = ({ id, name }: FreeVenue) =>
    taking && (
      <Checkbox
        aria-label={t('tickOf', { name })}
        checked={taking.picked.includes(id)}
        onChange={() => taking.pick(id)}
      />
    )
  return [
    ...(taking ? [{ key: 'together', title: t('tick'), className: 'still', cell: tick }] : []),
    ...useCommonColumns(),
    { key: 'kind', title: t('kind'), className: 'still', cell: ({ kind }) => kind },
    {
      key: 'approval',
      title: t('approval'),
      className: 'still',
      cell: ({ needsApproval }) => t(needsApproval ? 'needs' : 'needsNot'),
    },
    {
      key: 'act',
      title: t('act'),
      className: 'still',
      cell: (venue) => taking && <Act words={t('book')} of={venue.name} onPress={() => taking.book(venue)} />,
    },
  ]
}

function useBusyColumns(wait: Choose<BusyVenue>): Column<BusyVenue>[] {
  const t = useWords(bookingWords)
  return [
    ...useCommonColumns(),
    { key: 'why', title: t('why'), className: 'wide', cell: ({ why }) => why },
    {
      key: 'act',
      title: t('act'),
      className: 'still',
      cell: (venue) => wait && venue.mayWait && <Act words={t('wait')} of={venue.name} onPress={() => wait(venue)} />,
    },
  ]
}

/** A button in a row, told from those of the other rows by the venue's name. */
const Act = ({ words, of, onPress }: { words: string; of: string; onPress: () => void }) => (
  <Button type="link" size="small" aria-label={`${words}${of}`} onClick={onPress}>
    {words}
  </Button>
)
