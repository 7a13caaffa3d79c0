import { Problem } from '#shared/problem.ts'
import { Go } from '#ui/go.tsx'
import { places } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { useWords } from '#ui/words.ts'
import { reportWords } from './words.ts'

/** Why no draft was begun, with the way to the one that is there. */
export function DraftOpen({ error }: { error: unknown }) {
  const t = useWords(reportWords)
  const open = openDraftIn(error)
  return (
    <>
      <ProblemNote error={error} />
      {open !== undefined && <Go to={places.report(open)}>{t('openDraft')}</Go>}
    </>
  )
}

const openDraftIn = (error: unknown): string | undefined =>
  error instanceof Problem && error.code === 'publishing.draftOpen' ? String(error.facts['id']) : undefined
