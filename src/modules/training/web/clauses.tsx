import { useWords } from '#ui/words.ts'
import type { Declared } from '../declaration.contract.ts'
import { creditWords } from './credit-words.ts'

/** What the documents say about the tier, side by side. */
export function Clauses({ one: { clauses } }: { one: Declared }) {
  const t = useWords(creditWords)
  return (
    <>
      <ul className="training-clauses">
        {clauses.map((clause) => (
          <li key={clause.name}>{t('clauseLine', clause)}</li>
        ))}
      </ul>
      {clauses.length > 1 && <p className="quiet">{t('differ')}</p>}
    </>
  )
}
