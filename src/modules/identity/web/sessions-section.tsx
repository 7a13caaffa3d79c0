import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { momentInWords } from '#shared/day.ts'
import { useAct } from '#ui/act.ts'
import { asQuery } from '#ui/api.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { sessionApi } from '../session.contract.ts'
import { browserOf } from './browser.ts'
import { ownWords } from './own-words.ts'

/** Where the person is signed in, and a way to end all but here. */
export function SessionsSection() {
  const t = useWords(ownWords)
  const { data } = useSuspenseQuery(asQuery(sessionApi.list, {}))
  const end = useAct(sessionApi.endOthers, { done: ({ ended }) => t('ended', { n: ended }) })
  const moment = (instant: string) => momentInWords(new Date(instant))
  return (
    <section>
      <RuledTable
        caption={t('sessions')}
        rows={data.sessions}
        rowKey={({ createdAt }) => createdAt}
        columns={[
          {
            key: 'browser',
            title: t('browser'),
            heads: true,
            cell: ({ agent, current }) => `${browserOf(agent)}${current ? t('here') : ''}`,
          },
          { key: 'address', title: t('address'), cell: ({ address }) => address || '—' },
          { key: 'since', title: t('since'), cell: ({ createdAt }) => moment(createdAt) },
          { key: 'seen', title: t('seen'), cell: ({ seenAt }) => moment(seenAt) },
        ]}
      />
      {data.sessions.length > 1 && (
        <p>
          <Button loading={end.isPending} onClick={() => end.mutate({})}>
            {t('endOthers')}
          </Button>
        </p>
      )}
      <ProblemNote error={end.error} />
    </section>
  )
}
