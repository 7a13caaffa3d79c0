import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { venueApi } from '#modules/venues/venue.contract.ts'
import { useAct } from '#ui/act.ts'
import { asQuery } from '#ui/api.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { bookingApi, day, Request, type Occurrence } from '../booking.contract.ts'
import { waitingApi } from '../waiting.contract.ts'
import { bookingWords } from './booking-words.ts'
import { VenueGlance } from './venue-glance.tsx'
import { WhoUses } from './who-uses.tsx'

/** A venue that was chosen, to be booked or to be waited for. */
export interface Chosen {
  venue: { id: string; name: string }
  wait: boolean
}

const { guest } = Request.shape
/** `user`: the school's number, or the name of a group from outside. */
const BookFields = Request.pick({ purpose: true, headCount: true, classes: true, phone: true }).extend({
  user: z.union([z.number(), guest]),
  untilDay: day.nullish(),
})
type Fields = z.output<typeof BookFields>

interface Given {
  unitId: number
  chosen: Chosen
  asked: { day: string; from: string; until: string; people: number | undefined }
  /** The day in words, and the schools for which the reader books. */
  found: { day: { words: string }; schools: readonly { id: number; name: string }[] }
  onClose: () => void
}

/** Books a venue that was found, once or every week; or waits for one that is taken. */
export function BookSide(given: Given) {
  const t = useWords(bookingWords)
  const { chosen, asked, found } = given
  const { data: venue } = useQuery(asQuery(venueApi.read, { params: { venueId: chosen.venue.id } }))
  const guests = venue?.openTo === '所有人' && venue.can.includes('keep')
  const title = t(chosen.wait ? 'waitTitle' : 'bookTitle', chosen.venue)
  return (
    <Side title={title} open onClose={given.onClose}>
      <p>{t('when', { words: found.day.words, from: asked.from, until: asked.until })}</p>
      {venue && <VenueGlance pictures={venue.pictures} />}
      <BookForm {...given} guests={guests} />
    </Side>
  )
}

function BookForm({ unitId, chosen, asked, found, guests, onClose }: Given & { guests: boolean }) {
  const t = useWords(bookingWords)
  const [looked, setLooked] = useState<readonly Occurrence[]>()
  const params = { unitId }
  const requestOf = ({ untilDay, user, ...fields }: Fields, skip: string[] = []) => ({
    ...fields,
    ...(typeof user === 'number' ? { userSchoolId: user } : { guest: user }),
    ...{ lines: [{ venueId: chosen.venue.id, equipment: [] }], day: asked.day, from: asked.from, until: asked.until },
    ...(untilDay && { series: { untilDay, everyWeeks: 1 as const, skip } }),
  })
  const book = useAct(bookingApi.book, {
    done: ({ bookings }) => (bookings[0]?.status === '待审' ? t('asked') : t('booked', { n: bookings.length })),
    then: onClose,
  })
  const look = useAct(bookingApi.look, { then: ({ occurrences }) => setLooked(occurrences) })
  const wait = useAct(waitingApi.join, { done: ({ before }) => t('waited', { n: before }), then: onClose })
  const bad = (looked ?? []).filter(({ why }) => why.length > 0)
  const send = (fields: Fields) => {
    if (chosen.wait) return wait.mutate({ params, body: requestOf(fields) })
    if (fields.untilDay && !looked) return look.mutate({ params, body: requestOf(fields) })
    book.mutate({ params, body: requestOf(fields, bad.map((one) => one.day)) }) // prettier-ignore
  }
  const rest = (looked?.length ?? 0) - bad.length
  const act = looked
    ? bad.length > 0
      ? t('skip', { n: bad.length, rest })
      : t('book')
    : t(chosen.wait ? 'wait' : 'book')
  const [school] = found.schools
  return (
    <EntryForm
      schema={BookFields}
      first={{ headCount: asked.people ?? 40, user: found.schools.length === 1 ? school?.id : undefined }}
      onSend={send}
      sending={book.isPending || look.isPending || wait.isPending}
      error={book.error ?? look.error ?? wait.error}
      act={act}
      onCancel={onClose}
      onChange={() => setLooked(undefined)}
    >
      <BookingFields schools={found.schools} guests={guests} weekly={!chosen.wait} />
      {looked && <Times occurrences={looked} />}
    </EntryForm>
  )
}

interface Offered {
  schools: Given['found']['schools']
  guests: boolean
  weekly: boolean
}

function BookingFields({ schools, guests, weekly }: Offered) {
  const t = useWords(bookingWords)
  return (
    <>
      {(schools.length > 1 || guests) && (
        <Field name="user" label={t('user')} hint={guests && t('userHint')} begins={schools.length > 1}>
          <WhoUses schools={schools} guests={guests} />
        </Field>
      )}
      <Field name="purpose" label={t('purpose')} hint={t('purposeHint')} begins>
        <Input maxLength={60} />
      </Field>
      <Field name="headCount" label={t('headCount')}>
        <Input type="number" min={1} />
      </Field>
      <Field name="classes" label={t('classes')} hint={t('classesHint')}>
        <Input maxLength={60} />
      </Field>
      <Field name="phone" label={t('phone')}>
        <Input maxLength={30} />
      </Field>
      {weekly && (
        <Field name="untilDay" label={t('untilDay')} hint={t('untilDayHint')}>
          <DayInput />
        </Field>
      )}
    </>
  )
}

/** Each time of a series, and what stands in its way. */
function Times({ occurrences }: { occurrences: readonly Occurrence[] }) {
  const t = useWords(bookingWords)
  const bad = occurrences.filter(({ why }) => why.length > 0).length
  return (
    <div role="status">
      <p>{bad === occurrences.length ? t('noneLeft') : t('times', { n: occurrences.length, bad })}</p>
      <ul className="booking-times">
        {occurrences.map(({ day, words, why, unknown }) => (
          <li key={day}>
            {words}
            {why.length > 0 ? `：${why.map((one) => one.words).join('')}` : unknown && `（${unknown}）`}
          </li>
        ))}
      </ul>
    </div>
  )
}
