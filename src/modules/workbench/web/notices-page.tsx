import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useAct } from '#ui/act.ts'
import { asPages } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { More } from '#ui/more.tsx'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { useWords } from '#ui/words.ts'
import { noticeApi } from '../notice.contract.ts'
import NoticeList from './notice-list.tsx'
import { todayWords } from './words.ts'

/** What the person was told, the newest first. */
export default function NoticesPage() {
  const t = useWords(todayWords)
  const list = useSuspenseInfiniteQuery(asPages(noticeApi.list, {}))
  const readAll = useAct(noticeApi.read, { done: () => t('readAllDone') })
  const notices = list.data.pages.flatMap((page) => page.notices)
  const unread = list.data.pages[0]?.unread ?? 0
  return (
    <Page
      title={t('title')}
      lead={t('lead', { n: unread })}
      acts={
        <>
          {unread > 0 && (
            <Button onClick={() => readAll.mutate({ body: {} })} loading={readAll.isPending}>
              {t('readAll')}
            </Button>
          )}
          <Go to={places.noticeWays}>{t('ways')}</Go>
        </>
      }
    >
      <div className="narrow">
        <NoticeList notices={notices} />
        {list.hasNextPage && <More shown={notices.length} query={list} />}
      </div>
    </Page>
  )
}
