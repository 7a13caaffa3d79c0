import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useAct } from '#ui/act.ts'
import { asQuery } from '#ui/api.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { useWords } from '#ui/words.ts'
import { outsideApi } from '../outside.contract.ts'
import { OutsideButton } from './outside-button.tsx'
import { ownWords } from './own-words.ts'

/** Links the own account to the sign-in of the house, where there is one. */
export function OutsideSection() {
  const t = useWords(ownWords)
  const { data } = useSuspenseQuery(asQuery(outsideApi.read, {}))
  const unlink = useAct(outsideApi.unlink, { done: () => t('unlinked') })
  if (!data.name) return null
  return (
    <section className="outside-section">
      <h2 className="section-head">{t('outside')}</h2>
      {data.linked.length > 0 ? (
        <>
          <p>{t('linkedAs', { label: data.linked.map(({ label }) => label).join('、') })}</p>
          <Button onClick={() => unlink.mutate({})}>{t('unlink')}</Button>
        </>
      ) : (
        <>
          <p className="quiet">{t('outsideNone')}</p>
          <OutsideButton start={{ purpose: 'link' }}>{t('link')}</OutsideButton>
        </>
      )}
      <ProblemNote error={unlink.error} />
    </section>
  )
}
