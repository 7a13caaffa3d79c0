import { useQuery } from '@tanstack/react-query'
import { useAct } from '#ui/act.ts'
import { asQuery } from '#ui/api.ts'
import { Side } from '#ui/entry.tsx'
import { ProblemNote } from '#ui/problem-view.tsx'
import { useWords } from '#ui/words.ts'
import { wishApi, type Listed } from '../wish.contract.ts'
import { WishForm } from './wish-form.tsx'
import { Stated, WishTold } from './wish-told.tsx'
import { wishWords } from './wish-words.ts'

interface Given {
  seasonId: string
  teacher: Pick<Listed, 'teacherId' | 'name'>
  onClose: () => void
}

/** Fills in what somebody without an account has said or written. */
export function WishSide({ seasonId, teacher: { teacherId, name }, onClose }: Given) {
  const t = useWords(wishWords)
  const params = { seasonId, teacherId }
  const { data: page, error } = useQuery(asQuery(wishApi.read, { params }))
  const save = useAct(wishApi.saveFor, { done: () => t('savedFor', { name }), then: onClose })
  return (
    <Side title={t('forTitle', { name })} open onClose={onClose}>
      <ProblemNote error={error} />
      {page && <Stated wish={page.wish} />}
      {page?.fixed && (
        <>
          <p>{page.fixed}</p>
          <WishTold page={page} />
        </>
      )}
      {page && !page.fixed && (
        <WishForm
          page={page}
          onSend={(body) => save.mutate({ params, body })}
          sending={save.isPending}
          error={save.error}
        />
      )}
    </Side>
  )
}
