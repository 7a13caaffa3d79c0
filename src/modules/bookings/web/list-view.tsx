import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { dayAfter, dayInWords, dayOf } from '#shared/day.ts'
import { useAct } from '#ui/act.ts'
import { useAddress } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { DayInput } from '#ui/day-input.tsx'
import { Go } from '#ui/go.tsx'
import { Picker } from '#ui/picker.tsx'
import { places } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { bookingApi, bookingStatuses, type Booking } from '../booking.contract.ts'
import { checkInApi } from '../check-in.contract.ts'
import { bookingWords } from './booking-words.ts'
import type { Ending } from './end-side.tsx'
import type { CheckInLink } from './link-side.tsx'
import { EndSide, LinkSide, MoveSide } from './sides.ts'

const DAYS = 13

/** What is booked in two weeks: those that the reader sees, with what may be done about each. */
export function ListView({ unitId }: { unitId: number }) {
  const t = useWords(bookingWords)
  const [at, go] = useAddress()
  const from = at['day'] ?? dayOf(new Date())
  const status = bookingStatuses.find((one) => one === at['status'])
  const query = { from, until: dayAfter(from, DAYS), ...(status && { status }) }
  const { data, error } = useQuery(asQuery(bookingApi.list, { params: { unitId }, query }))
  const linked = useLinked(at['booking'])
  const [ending, setEnding] = useState<Ending>()
  const [link, setLink] = useState<CheckInLink>()
  const [moving, setMoving] = useState<Booking>()
  const columns = useColumns({ end: setEnding, link: setLink, move: setMoving })
  const listed = data?.bookings ?? []
  const rows = [...linked.filter(({ id }) => !listed.some((one) => one.id === id)), ...listed]
  return (
    <>
      <div className="booking-search">
        <label>
          {t('day')}
          <DayInput value={from} onChange={(day) => go({ day }, 'replace')} />
        </label>
        <Picker
          label={t('status')}
          all={t('allStatus')}
          value={status}
          options={bookingStatuses.map((value) => ({ value, label: value }))}
          onPick={(value) => go({ status: value }, 'replace')}
        />
      </div>
      <ProblemNote error={error} />
      {data && (
        <>
          <p role="status">
            {t('leadList', {
              from: dayInWords(from),
              n: listed.length,
              waiting: listed.filter((one) => one.status === '待审').length,
            })}
          </p>
          <RuledTable
            caption={t('list')}
            rows={rows}
            rowKey={({ id }) => id}
            empty={t('noBookings')}
            columns={columns}
          />
          {data.more && <p>{t('more')}</p>}
        </>
      )}
      {ending && <EndSide ending={ending} onClose={() => setEnding(undefined)} />}
      {moving && <MoveSide booking={moving} onClose={() => setMoving(undefined)} />}
      {link && <LinkSide link={link} onClose={() => setLink(undefined)} />}
    </>
  )
}

/** The booking to which a notice led stands first, on whatever day it is. */
function useLinked(bookingId: string | undefined): readonly Booking[] {
  const known = z.uuid().safeParse(bookingId).data
  const { data } = useQuery({
    ...asQuery(bookingApi.read, { params: { bookingId: known ?? '' } }),
    enabled: known !== undefined,
  })
  return data ? [data] : []
}

/** What a row opens beside the page. */
interface Opens {
  end: (ending: Ending) => void
  link: (link: CheckInLink) => void
  move: (booking: Booking) => void
}

function useColumns(opens: Opens): Column<Booking>[] {
  const t = useWords(bookingWords)
  return [
    {
      key: 'time',
      title: t('time'),
      heads: true,
      className: 'still',
      cell: ({ day, from, until }) => `${dayInWords(day).slice(5)} ${from}–${until}`,
    },
    {
      key: 'venue',
      title: t('venue'),
      className: 'still',
      cell: ({ venueId, venue }) => <Go to={places.venue(venueId)}>{venue}</Go>,
    },
    { key: 'provider', title: t('provider'), className: 'still', cell: ({ provider }) => provider },
    { key: 'school', title: t('school'), className: 'still', cell: ({ userSchool }) => userSchool ?? t('visitor') },
    { key: 'purpose', title: t('purpose'), className: 'wide', cell: ({ purpose }) => purpose },
    { key: 'headCount', title: t('headCount'), numeric: true, cell: ({ headCount }) => headCount },
    { key: 'bookedBy', title: t('bookedBy'), className: 'still', cell: ({ bookedBy, phone }) => [bookedBy, phone].filter(Boolean).join(' ') }, // prettier-ignore
    { key: 'status', title: t('status'), className: 'wide', cell: ({ status, words }) => (words ? `${status}：${words}` : status) }, // prettier-ignore
    { key: 'act', title: t('act'), className: 'still', cell: (booking) => <Acts booking={booking} {...opens} /> },
  ]
}

function Acts({ booking, end, link, move }: { booking: Booking } & Opens) {
  const t = useWords(bookingWords)
  const { id, can, venue, day } = booking
  const accept = useAct(bookingApi.decide, { done: ({ decided }) => t('decided', { n: decided }) })
  const make = useAct(checkInApi.link, { then: (made) => link({ booking, ...made }) })
  const named = (words: string) => `${words}${venue} ${day}`
  const answer = { accept: true, words: '', together: true }
  return (
    <span className="booking-acts">
      {can.includes('decide') && (
        <>
          <Button
            size="small"
            type="primary"
            aria-label={named(t('accept'))}
            loading={accept.isPending}
            onClick={() => accept.mutate({ params: { bookingId: id }, body: answer })}
          >
            {t('accept')}
          </Button>
          <Button size="small" aria-label={named(t('refuse'))} onClick={() => end({ booking, how: 'refuse' })}>
            {t('refuse')}
          </Button>
        </>
      )}
      {can.includes('link') && (
        <Button
          size="small"
          aria-label={named(t('link'))}
          loading={make.isPending}
          onClick={() => make.mutate({ params: { bookingId: id } })}
        >
          {t('link')}
        </Button>
      )}
      {can.includes('move') && (
        <Button size="small" aria-label={named(t('move'))} onClick={() => move(booking)}>
          {t('move')}
        </Button>
      )}
      {can.includes('cancel') && (
        <Button size="small" aria-label={named(t('cancel'))} onClick={() => end({ booking, how: 'cancel' })}>
          {t('cancel')}
        </Button>
      )}
    </span>
  )
}
