import { useWords } from '#ui/words.ts'
import { guideWords } from './guide-words.ts'

/** What differs, a line each. */
export function ChangeList({ title, changes }: { title: string; changes: readonly string[] }) {
  const t = useWords(guideWords)
  return (
    <section className="guide-changes">
      <h2>{title}</h2>
      {changes.length === 0 ? (
        <p>{t('noDifference')}</p>
      ) : (
        <ul>
          {changes.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
