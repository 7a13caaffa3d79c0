import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { asQuery } from '#ui/api.ts'
import { Side } from '#ui/entry.tsx'
import { inFigures } from '#ui/number.ts'
import { Picker } from '#ui/picker.tsx'
import { ProblemNote } from '#ui/problem-view.tsx'
import { useWords, type Say } from '#ui/words.ts'
import { planApi, type Why } from '../plan.contract.ts'
import type { ViewGiven } from './plan-page.tsx'
import { boardWords } from './board-words.ts'
import { teaches } from './teaches.ts'

type T = Say<keyof typeof boardWords.zh>

const STAYS = 0

/** Where one teacher goes, changed here; and what the planner says to it: why here, what elsewhere would cost. */
export function MoverSide({
  data,
  draft,
  step,
  teacherId,
  onClose,
}: ViewGiven & { teacherId: string; onClose: () => void }) {
  const t = useWords(boardWords)
  const teacher = data.candidates.find((one) => one.teacherId === teacherId)
  const at = draft.now.get(teacherId) ?? STAYS
  const [to, setTo] = useState<number>(at)
  if (!teacher) return null
  const planned = data.moves.find((one) => one.teacherId === teacherId)?.toSchoolId ?? STAYS
  const nameOf = (id: number) => data.schools.find(({ schoolId }) => schoolId === id)?.name ?? ''
  const options = [
    { value: STAYS, label: t('stays', { school: nameOf(teacher.schoolId) }) },
    ...data.schools
      .filter(({ schoolId }) => schoolId !== teacher.schoolId)
      .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'))
      .map(({ schoolId, name }) => ({ value: schoolId, label: labelOf(t, name, teacher.ranked.indexOf(schoolId)) })),
  ]
  const apply = () => {
    step({ kind: 'place', teacherId, toSchoolId: to === STAYS ? null : to })
    onClose()
  }
  return (
    <Side title={t('sideOf', { name: teacher.name })} open onClose={onClose}>
      <div className="mover">
        <p className="quiet">{`${nameOf(teacher.schoolId)}，${teaches(teacher)}，${t(`attitude_${teacher.attitude}`)}`}</p>
        <Picker label={t('goes')} value={to} options={options} onPick={(picked) => setTo(picked ?? STAYS)} />
        {data.can.includes('change') && (
          <Button type="primary" disabled={to === at} onClick={apply}>
            {t('apply')}
          </Button>
        )}
        <Reason key={to} planId={data.plan.id} teacherId={teacherId} to={to} planned={planned} school={nameOf(to)} />
      </div>
    </Side>
  )
}

const labelOf = (t: T, name: string, rank: number) => (rank < 0 ? name : `${name}（${t('choiceN', { n: rank + 1 })}）`)

interface Asked {
  planId: string
  teacherId: string
  to: number
  planned: number
  school: string
}

/** Asked of the planner when pressed: the way it was, or another school, or to stay. */
function Reason({ planId, teacherId, to, planned, school }: Asked) {
  const t = useWords(boardWords)
  const [isAsked, setAsked] = useState(false)
  const isHere = to === planned
  const query = isHere && to !== STAYS ? { teacherId } : { teacherId, schoolId: to }
  const { data, error, isFetching } = useQuery({
    ...asQuery(planApi.why, { params: { planId }, query }),
    enabled: isAsked && !(isHere && to === STAYS),
    staleTime: Infinity,
  })
  if (isHere && to === STAYS) return null
  const question = isHere ? t('whyHere') : to === STAYS ? t('whyStay') : t('whyThere', { school })
  return (
    <>
      <Button loading={isFetching} onClick={() => setAsked(true)}>
        {question}
      </Button>
      <ProblemNote error={error} />
      <div aria-live="polite">{data && <Answer why={data} isHere={isHere} />}</div>
    </>
  )
}

const SHOWN = 6

function Answer({ why, isHere }: { why: Why; isHere: boolean }) {
  const t = useWords(boardWords)
  if (why.kind === 'impossible') return <p>{t('impossibleWhy')}</p>
  if (why.kind === 'refused')
    return <p>{t('refusedBecause', { why: t(`refusal_${why.refusal}` as 'refusal_kept') })}</p>
  if (why.more === 0) return <p>{t(why.kind === 'pin' ? 'pinNone' : 'priceNone')}</p>
  const facts = { more: inFigures(why.more), parts: partsOf(t, why) }
  const names = why.changes.slice(0, SHOWN).map(({ name, from, to }) => t('changeOf', { name, from: from ?? t('stay'), to: to ?? t('stay') })) // prettier-ignore
  return (
    <>
      <p>{t(why.kind === 'pin' ? 'pinMore' : isHere ? 'priceMore' : 'priceThere', facts)}</p>
      <p className="quiet">
        {t('changesN', { n: why.changes.length, names: names.join('、') + (why.changes.length > SHOWN ? '…' : '') })}
      </p>
    </>
  )
}

/** What gets worse and what better, aim by aim. */
const partsOf = (t: T, { byAim }: Why): string =>
  Object.entries(byAim ?? {})
    .filter(([, n]) => n !== 0)
    .map(([aim, n]) =>
      t(n > 0 ? 'aimWorse' : 'aimBetter', { aim: t(`aim_${aim}` as 'aim_travel'), n: inFigures(Math.abs(n)) }),
    ) // prettier-ignore
    .join('，')
