import { useQueries } from '@tanstack/react-query'
import { Checkbox, Input } from 'antd'
import { useState } from 'react'
import { venueApi } from '#modules/venues/venue.contract.ts'
import { useAct } from '#ui/act.ts'
import { asQuery } from '#ui/api.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { bookingApi, type Occurrence } from '../booking.contract.ts'
import { waitingApi } from '../waiting.contract.ts'
import { BookClasses } from './book-classes.tsx'
import { BookFields, requestOf, type Asked, type Chosen, type Thing } from './book-request.ts'
import { bookingWords } from './booking-words.ts'
import { LentField } from './lent-field.tsx'
import { VenueGlance } from './venue-glance.tsx'
import { WhoUses } from './who-uses.tsx'

interface Given {
  unitId: number
  chosen: Chosen
  asked: Asked
  /** The day in words, and the schools for which the reader books. */
  found: { day: { words: string }; schools: readonly { id: number; name: string }[] }
  onClose: () => void
}

/** Books venues that were found, once or every week; or waits for one that is taken. */
export function BookSide(given: Given) {
  const t = useWords(bookingWords)
  const { chosen, asked, found } = given
  const { venues, guests, things } = useChosen(chosen)
  const [first] = chosen.venues
  const several = chosen.venues.length > 1
  const name = several ? t('several', { name: first?.name ?? '', n: chosen.venues.length }) : (first?.name ?? '')
  return (
    <Side title={t(chosen.wait ? 'waitTitle' : 'bookTitle', { name })} open onClose={given.onClose}>
      <p className="booking-when">{t('when', { words: found.day.words, from: asked.from, until: asked.until })}</p>
      {several ? (
        <p>{t('allOrNone', { names: chosen.venues.map((venue) => venue.name).join('、') })}</p>
      ) : (
        venues.map(({ id, pictures }) => <VenueGlance key={id} pictures={pictures} />)
      )}
      <BookForm {...given} guests={guests} things={things} />
    </Side>
  )
}

/** The venues that were chosen, what they lend, and whether the reader may receive a group from outside in all of them. */
function useChosen({ venues: chosen, wait }: Chosen) {
  const asked = useQueries({ queries: chosen.map(({ id }) => asQuery(venueApi.read, { params: { venueId: id } })) })
  const venues = asked.flatMap(({ data }) => data ?? [])
  const guests =
    venues.length === chosen.length && venues.every(({ openTo, can }) => openTo === '所有人' && can.includes('keep'))
  const lent = venues.flatMap(({ id, equipment }) => equipment.map((thing): Thing => ({ ...thing, venueId: id })))
  return { venues, guests, things: wait ? [] : lent.filter(({ stock }) => stock > 0) }
}

function BookForm({ unitId, chosen, asked, found, guests, things, onClose }: Given & Offering) {
  const t = useWords(bookingWords)
  const [looked, setLooked] = useState<readonly Occurrence[]>()
  const params = { unitId }
  const book = useAct(bookingApi.book, {
    done: ({ bookings }) => (bookings[0]?.status === '待审' ? t('asked') : t('booked', { n: bookings.length })),
    then: onClose,
  })
  const look = useAct(bookingApi.look, { then: ({ occurrences }) => setLooked(occurrences) })
  const wait = useAct(waitingApi.join, { done: ({ before }) => t('waited', { n: before }), then: onClose })
  const [unwanted, setUnwanted] = useState<readonly string[]>([])
  const skip = (looked ?? []).filter(({ day, why }) => why.length > 0 || unwanted.includes(day)).map(({ day }) => day)
  const send = (fields: BookFields) => {
    const body = requestOf(chosen, asked, fields, { things, skip })
    if (chosen.wait) return wait.mutate({ params, body })
    if (fields.untilDay && !looked) return look.mutate({ params, body })
    book.mutate({ params, body })
  }
  const rest = (looked?.length ?? 0) - skip.length
  const act = skip.length > 0 ? t('skip', { n: skip.length, rest }) : t(chosen.wait ? 'wait' : 'book')
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
      onChange={() => {
        setLooked(undefined)
        setUnwanted([])
      }}
    >
      <BookingFields schools={found.schools} guests={guests} things={things} weekly={!chosen.wait} />
      {looked && <Times occurrences={looked} unwanted={unwanted} onChange={setUnwanted} />}
    </EntryForm>
  )
}

/** What the venues let one do. */
interface Offering {
  guests: boolean
  things: readonly Thing[]
}

function BookingFields({
  schools,
  guests,
  things,
  weekly,
}: Offering & { schools: Given['found']['schools']; weekly: boolean }) {
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
        <BookClasses schools={schools} />
      </Field>
      <Field name="phone" label={t('phone')}>
        <Input maxLength={30} />
      </Field>
      {things.length > 0 && (
        <Field name="lent" label={t('lent')}>
          <LentField things={things} />
        </Field>
      )}
      {weekly && (
        <Field name="untilDay" label={t('untilDay')} hint={t('untilDayHint')}>
          <DayInput />
        </Field>
      )}
    </>
  )
}

interface Choice {
  occurrences: readonly Occurrence[]
  /** Days that are left out though they could be had. */
  unwanted: readonly string[]
  onChange: (unwanted: string[]) => void
}

/** Each time of a series: what stands in its way, or a box to leave it out. */
function Times({ occurrences, unwanted, onChange }: Choice) {
  const t = useWords(bookingWords)
  const bad = occurrences.filter(({ why }) => why.length > 0).length
  const turn = (day: string) =>
    onChange(unwanted.includes(day) ? unwanted.filter((one) => one !== day) : [...unwanted, day])
  return (
    <>
      <p role="status">{bad === occurrences.length ? t('noneLeft') : t('times', { n: occurrences.length, bad })}</p>
      <ul className="booking-times">
        {occurrences.map(({ day, words, why, unknown }) => (
          <li key={day}>
            {why.length > 0 ? (
              `${words}：${why.map((one) => whyOf(one, why.length)).join('')}`
            ) : (
              <Checkbox checked={!unwanted.includes(day)} onChange={() => turn(day)}>
                {words}
                {unknown && `（${unknown}）`}
              </Checkbox>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Where several venues stand in the way each is named. */
const whyOf = ({ venue, words }: Occurrence['why'][number], n: number): string => (n > 1 ? `${venue}：${words}` : words)
