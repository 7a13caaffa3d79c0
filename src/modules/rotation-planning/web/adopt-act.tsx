import { Button } from 'antd'
import { useState } from 'react'
import { Go } from '#ui/go.tsx'
import { later } from '#ui/later.tsx'
import { places } from '#ui/places.ts'
import { useWords } from '#ui/words.ts'
import type { Adopted } from '../adopted.contract.ts'
import type { PlanLine } from '../plan.contract.ts'
import { adoptWords } from './adopt-words.ts'

const AdoptSide = later(async () => (await import('./adopt-side.tsx')).AdoptSide)

interface Given {
  plan: PlanLine
  /** The plan of the season that was adopted, be it this or another. */
  adopted: Adopted | null
  /** On a plan's own page, where it is what comes next. */
  isMain?: boolean
}

/** Adopts a plan, or puts it in the place of the one that was; where it is adopted, the way to its batch. */
export function AdoptAct({ plan, adopted, isMain = false }: Given) {
  const t = useWords(adoptWords)
  const [isOpen, setOpen] = useState(false)
  if (plan.adopted) return <Go to={places.batch(plan.adopted.batchId)}>{t('toBatch')}</Go>
  if (adopted && !adopted.replaceable) return null
  const words = adopted ? t('instead') : t(isMain ? 'adoptThis' : 'adopt')
  return (
    <>
      <Button {...(isMain ? { type: 'primary' as const } : { type: 'link' as const, size: 'small' as const })} onClick={() => setOpen(true)}>
        {words}
        {!isMain && <span className="unseen">{plan.number}</span>}
      </Button>
      {isOpen && <AdoptSide plan={plan} onClose={() => setOpen(false)} />}
    </>
  ) // prettier-ignore
}
