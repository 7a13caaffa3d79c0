import { useMutation } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { call } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { places } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { tell } from '#ui/told.tsx'
import { useWords } from '#ui/words.ts'
import { outsideApi } from '../outside.contract.ts'
import { useEntering } from './entering.ts'
import { enteringWords } from './entering-words.ts'
import { OpenFrame } from './open-frame.tsx'

/** Where the house's sign-in sends people back: hands in its answer, once. */
export default function OutsidePage() {
  const t = useWords(enteringWords)
  const router = useRouter()
  const enter = useEntering()
  const sent = useRef(false)
  const finish = useMutation({
    mutationFn: (answer: string) => call(outsideApi.finish, { body: { answer } }),
    onSuccess: (came) => {
      if ('owes' in came) return router.history.replace('/sign-in?step=code')
      if (!('linked' in came)) return enter(came)
      tell(t('outsideLinked', { label: came.linked }))
      router.history.replace('/account')
    },
  })
  const { mutate } = finish
  useEffect(() => {
    if (sent.current) return
    sent.current = true
    const answer = location.search.slice(1)
    // The code is good once; it need not stay in the address.
    history.replaceState(history.state, '', location.pathname)
    mutate(answer)
  }, [mutate])
  return (
    <OpenFrame title={t('outsideTitle')} lead={t('outsideTitle')}>
      <div>
        {finish.error ? (
          <>
            <ProblemNote error={finish.error} />
            <p>
              <Go to={places.signIn}>{t('outsideBack')}</Go>
            </p>
          </>
        ) : (
          <p role="status">{t('outsideWait')}</p>
        )}
      </div>
    </OpenFrame>
  )
}
