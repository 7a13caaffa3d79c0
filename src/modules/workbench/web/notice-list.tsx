import { Button } from 'antd'
import { useAct } from '#ui/act.ts'
import { Go } from '#ui/go.tsx'
import { placeAt } from '#ui/places.ts'
import { momentOf } from '#ui/time.ts'
import { useWords } from '#ui/words.ts'
import { noticeApi, type NoticeLine } from '../notice.contract.ts'
import { todayWords } from './words.ts'
import './today.css'

/** Notices, the new ones marked by a word; following one marks it as read. */
export default function NoticeList({ notices }: { notices: NoticeLine[] }) {
  const t = useWords(todayWords)
  if (notices.length === 0) return <p className="quiet">{t('noNotices')}</p>
  return (
    <ul className="notices">
      {notices.map((notice) => (
        <Notice key={notice.id} notice={notice} />
      ))}
    </ul>
  )
}

function Notice({ notice: { id, title, text, to, at, read } }: { notice: NoticeLine }) {
  const t = useWords(todayWords)
  const mark = useAct(noticeApi.read)
  const markRead = () => mark.mutate({ body: { ids: [id] } })
  const moment = momentOf(at)
  const isThisYear = moment.year === momentOf(new Date().toISOString()).year
  return (
    <li className={read ? 'notice' : 'notice notice-new'}>
      <p className="notice-head">
        {!read && <span className="new-mark">{t('unread')}</span>}
        <Go to={placeAt(to)} {...(!read && { onClick: markRead })}>
          {title}
        </Go>
      </p>
      <p className="notice-text">{text}</p>
      <p className="quiet notice-foot">
        <time dateTime={at}>{t(isThisYear ? 'time' : 'timeLongAgo', { ...moment })}</time>
        {!read && (
          <Button type="link" size="small" onClick={markRead} aria-label={`${t('read')}：${title}`}>
            {t('read')}
          </Button>
        )}
      </p>
    </li>
  )
}
