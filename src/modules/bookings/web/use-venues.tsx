import { useState } from 'react'
import { grouped } from '#shared/group.ts'
import { useAddress, asNumber } from '#ui/address.ts'
import { Go } from '#ui/go.tsx'
import { More } from '#ui/more.tsx'
import { inFigures } from '#ui/number.ts'
import { Picker } from '#ui/picker.tsx'
import { places } from '#ui/places.ts'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import type { VenueUseLine } from '../venue-use.contract.ts'
import { hoursOf, isIdle } from '../venue-use.rules.ts'
import { Opens } from './use-open.tsx'
import type { VenueUseFigures } from './use-page.tsx'
import { useWordsOfVenues } from './use-words.ts'

const WEEKS = [4, 8, 12]
const PAGE = 20

/** Each venue with its use rate; or those alone that nobody has used for some weeks. */
export function UseVenues({ data: { venues, asOf } }: { data: VenueUseFigures }) {
  const t = useWords(useWordsOfVenues)
  const [at, go] = useAddress()
  const weeks = WEEKS.find((n) => n === asNumber(at['idle']))
  const idle = (n: number) => venues.filter((line) => isIdle(line, asOf, n))
  const columns = useColumns()
  const [most, setMost] = useState(PAGE)
  const shown = weeks === undefined ? [...venues].sort(mostUsedFirst) : idle(weeks)
  return (
    <section aria-labelledby="venue-use-venues">
      <h2 id="venue-use-venues" className="section-head">
        {t('venues')}
      </h2>
      <div className="booking-search">
        <Picker
          label={t('idleFor')}
          all={t('allVenues')}
          value={weeks}
          options={WEEKS.map((n) => ({ value: n, label: t('weeks', { n }) }))}
          onPick={(picked) => go({ idle: picked })}
        />
        <span role="status">{t('idle', { weeks: weeks ?? WEEKS[0], n: idle(weeks ?? WEEKS[0]!).length })}</span>
      </div>
      <RuledTable
        caption={t('venues')}
        quiet
        rows={shown.slice(0, most)}
        rowKey={({ venueKey }) => venueKey}
        empty={t(weeks === undefined ? 'noVenues' : 'noIdle')}
        columns={columns}
      />
      <More
        shown={Math.min(most, shown.length)}
        total={shown.length}
        page={PAGE}
        query={{
          hasNextPage: most < shown.length,
          isFetchingNextPage: false,
          fetchNextPage: () => setMost(most + PAGE),
        }}
      />
      {whyNone(venues).map(([why, n]) => (
        <p key={why} className="quiet">
          {t('noRate', { why, n })}
        </p>
      ))}
    </section>
  )
}

/** Those with the most uses first; as the register has them where they are even. */
const mostUsedFirst = (a: VenueUseLine, b: VenueUseLine) =>
  b.shared.uses - a.shared.uses || b.other.uses - a.other.uses || 0

/** Why venues have no rate, and how many. */
function whyNone(venues: readonly VenueUseLine[]): [string, number][] {
  const without = venues.filter(({ rate }) => rate === null)
  return [...grouped(without, ({ why }) => why)].map(([why, lines]) => [why, lines.length])
}

const hours = (minutes: number | null) => (minutes === null ? '—' : inFigures(hoursOf(minutes), 1))

function useColumns(): Column<VenueUseLine>[] {
  const t = useWords(useWordsOfVenues)
  return [
    {
      key: 'venue',
      title: t('venue'),
      heads: true,
      className: 'still',
      cell: ({ venueId, venue }) => (venueId ? <Go to={places.venue(venueId)}>{venue}</Go> : venue),
    },
    { key: 'provider', title: t('provider'), className: 'still', cell: ({ provider }) => provider },
    {
      key: 'shared',
      title: t('sharedUses'),
      numeric: true,
      cell: ({ venueKey, venue, provider, shared }) => (
        <Opens n={shared.uses} what={`${provider}${venue}`} open={{ venue: venueKey }} />
      ),
    },
    {
      key: 'other',
      title: t('otherUses'),
      numeric: true,
      cell: ({ venueKey, venue, provider, other }) => (
        <Opens n={other.uses} what={`${provider}${venue}${t('otherUses')}`} open={{ venue: venueKey, rows: 'no' }} />
      ),
    },
    { key: 'people', title: t('people'), numeric: true, cell: ({ shared }) => inFigures(shared.headCount) },
    {
      key: 'used',
      title: t('used'),
      numeric: true,
      cell: ({ used, why, venueId }) => hours(venueId === null && why ? null : used),
    },
    { key: 'open', title: t('open'), numeric: true, cell: ({ open }) => hours(open) },
    { key: 'rate', title: t('rate'), numeric: true, cell: (line) => <Rate line={line} /> },
    { key: 'last', title: t('lastUsedOn'), className: 'still', cell: ({ lastUsedOn }) => lastUsedOn ?? t('never') },
  ]
}

/** 12.5%, or — with why there is none, which is also said once above the table. */
function Rate({ line: { rate, why } }: { line: VenueUseLine }) {
  const t = useWords(useWordsOfVenues)
  if (rate !== null) return t('percent', { n: inFigures(rate, 1) })
  return <span title={why}>—</span>
}
