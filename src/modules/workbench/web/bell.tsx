import { useQuery } from '@tanstack/react-query'
import { asQuery } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { places } from '#ui/places.ts'
import { useWords } from '#ui/words.ts'
import { noticeApi } from '../notice.contract.ts'
import { todayWords } from './words.ts'

const EVERY_MS = 4 * 60_000

/** The way to the notices, with how many are new; asked every few minutes, and only while somebody looks on. */
export function Bell() {
  const t = useWords(todayWords)
  const { data } = useQuery({ ...asQuery(noticeApi.unread, {}), refetchInterval: EVERY_MS, staleTime: EVERY_MS / 2 })
  const unread = data?.unread ?? 0
  return (
    <Go
      to={places.notices}
      className="bell"
      current="by-path"
      {...(unread > 0 && { 'aria-label': t('bellUnread', { n: unread }) })}
    >
      {t('bell')}
      {unread > 0 && <span className="count">{unread > 99 ? '99+' : unread}</span>}
    </Go>
  )
}
