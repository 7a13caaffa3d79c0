import { momentOf } from '#ui/time.ts'
import { useWords } from '#ui/words.ts'
import type { WishPage } from '../wish.contract.ts'
import { wishWords } from './wish-words.ts'

/** When it was filled in, and by whom. */
export function Stated({ wish }: Pick<WishPage, 'wish'>) {
  const t = useWords(wishWords)
  if (!wish) return null
  const facts = { by: wish.statedBy, ...momentOf(wish.statedAt) }
  return <p className="quiet">{t(wish.onBehalf ? 'onBehalf' : 'stated', facts)}</p>
}

/** Wishes that stand, to be read. */
export function WishTold({ page: { wish, schools } }: { page: WishPage }) {
  const t = useWords(wishWords)
  if (!wish) return <p>{t('notStated')}</p>
  const names = wish.ranked.map((id) => schools.find((school) => school.id === id)?.name ?? '')
  return (
    <>
      <p>
        <strong>{t(wish.attitude)}</strong>
        {wish.why && `：${wish.why}`}
      </p>
      {wish.attitude !== 'refuses' &&
        (names.length === 0 ? (
          <p>{t('noSchools')}</p>
        ) : (
          <ol className="ranks-told">
            {names.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ol>
        ))}
      {wish.note && <p>{wish.note}</p>}
    </>
  )
}
