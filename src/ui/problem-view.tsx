import { Button } from 'antd'
import { useEffect } from 'react'
import { Problem } from '#shared/problem.ts'
import { Sign } from './formation.tsx'
import { Go } from './go.tsx'
import { places } from './places.ts'
import { uiWords } from './ui-words.ts'
import { useWords, type Say } from './words.ts'

type Key = keyof typeof uiWords.zh

function wording(error: unknown, t: Say<Key>): { title: string; text: string } {
  if (!(error instanceof Problem)) return { title: t('bugTitle'), text: t('bug') }
  if (error.code === 'ui.serverAway') return { title: t('awayTitle'), text: t('away') }
  if (error.status === 404) return { title: t('notFoundTitle'), text: t('notFound') }
  if (error.status === 403) return { title: t('forbiddenTitle'), text: error.message }
  return { title: t('bugTitle'), text: error.message || t('bug') }
}

/** What a page shows in place of itself when it cannot be had. */
export function ProblemPage({ error, retry }: { error: unknown; retry?: () => void }) {
  const t = useWords(uiWords)
  const { title, text } = wording(error, t)
  useEffect(() => {
    document.title = `${title}｜${t('product')}`
  })
  return (
    <section className="problem-page">
      <Sign width={132} birds={5} />
      <h1>{title}</h1>
      <p>{text}</p>
      <p className="acts">
        {retry && <Button onClick={retry}>{t('retry')}</Button>}
        <Go to={places.home}>{t('toHome')}</Go>
      </p>
    </section>
  )
}

/** What went wrong with one act, under the place where it was tried. */
export function ProblemNote({ error }: { error: unknown }) {
  const t = useWords(uiWords)
  if (!error) return null
  return (
    <p className="problem-note" role="alert">
      {wording(error, t).text}
    </p>
  )
}
