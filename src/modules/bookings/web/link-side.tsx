import { dayInWords, dayOf } from '#shared/day.ts'
import { CopiedAddress } from '#ui/copied-address.tsx'
import { Side } from '#ui/entry.tsx'
import { useWords } from '#ui/words.ts'
import type { Booking } from '../booking.contract.ts'
import { bookingWords } from './booking-words.ts'

/** The address with which somebody without an account checks in to one booking. */
export interface CheckInLink {
  booking: Booking
  path: string
  until: string
}

/** The address to send to whoever leads the visit. */
export function LinkSide({ link: { booking, path, until }, onClose }: { link: CheckInLink; onClose: () => void }) {
  const t = useWords(bookingWords)
  const { userSchool, venue, day, from, until: ends } = booking
  return (
    <Side title={t('link')} open onClose={onClose}>
      <div className="feed-side">
        <p>
          {[userSchool ?? t('visitor'), venue].join(' ')}，{dayInWords(day)} {from}–{ends}
        </p>
        <CopiedAddress address={location.origin + path} label={t('link')} />
        <p>{t('linkWhy', { day: dayInWords(dayOf(new Date(until))) })}</p>
      </div>
    </Side>
  )
}
