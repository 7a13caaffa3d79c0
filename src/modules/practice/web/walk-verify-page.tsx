import { useSuspenseQuery } from '@tanstack/react-query'
import { dayInWords, dayOf, momentInWords } from '#shared/day.ts'
import { codeInGroups } from '#shared/paper-code.ts'
import { useParam } from '#ui/address.ts'
import { asQuery, type Received } from '#ui/api.ts'
import { FactList } from '#ui/fact-list.tsx'
import { Page } from '#ui/page.tsx'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { walkApi } from '../walk.contract.ts'
import { walkWords } from './walk-words.ts'
import './practice.css'

type Paper = NonNullable<Received<typeof walkApi.verify>['walk']>

/** Whoever holds a certificate of a walk asks here whether it holds. No account is asked for. */
export default function WalkVerifyPage() {
  const t = useWords(walkWords)
  const code = useParam('code')
  const { data } = useSuspenseQuery(asQuery(walkApi.verify, { params: { code } }))
  return (
    <main className="open-page">
      <Page title={t('verifyTitle')}>
        {data.walk ? (
          <Found paper={data.walk} />
        ) : (
          <section>
            <h2>{t('unknownTitle')}</h2>
            <p>{t('unknown', { code })}</p>
          </section>
        )}
      </Page>
    </main>
  )
}

function Found({ paper }: { paper: Paper }) {
  const t = useWords(walkWords)
  const facts = [
    [t('number'), paper.number],
    [t('code'), codeInGroups(paper.code)],
    [t('route'), paper.route],
    [t('school'), paper.school],
    [t('classes'), paper.classes],
    [t('people'), paper.headCount],
    [t('doneOn'), dayInWords(dayOf(new Date(paper.doneAt)))],
  ] as const
  return (
    <>
      <section>
        <h2>
          <span aria-hidden="true">✓</span> {t('valid')}
        </h2>
        <p className="quiet">{t('compare')}</p>
      </section>
      <FactList facts={facts} />
      <RuledTable
        caption={t('came')}
        rows={paper.stops}
        rowKey={({ name }) => name}
        columns={[
          { key: 'stop', title: t('stop'), heads: true, cell: ({ name }) => name },
          { key: 'cameAt', title: t('cameAt'), cell: ({ cameAt }) => momentInWords(new Date(cameAt)).slice(11) },
        ]}
      />
    </>
  )
}
