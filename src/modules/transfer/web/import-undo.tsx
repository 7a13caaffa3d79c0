import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useAct } from '#ui/act.ts'
import { asQuery } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { inFigures } from '#ui/number.ts'
import { places, type Place } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { momentOf } from '#ui/time.ts'
import { useWords } from '#ui/words.ts'
import { importApi, type Import, type Obstacle } from '../import.contract.ts'
import { undoWords } from './undo-words.ts'

interface Given {
  one: Import
  unitId: number
}

/** Takes a taken import back as a whole, or tells what stands in the way. */
export function ImportUndo({ one, unitId }: Given) {
  const t = useWords(undoWords)
  const [asked, setAsked] = useState(false)
  if (!one.can.includes('undo')) return null
  return asked ? (
    <Asking one={one} unitId={unitId} onKept={() => setAsked(false)} />
  ) : (
    <p className="acts">
      <Button onClick={() => setAsked(true)}>{t('undo')}</Button>
    </p>
  )
}

function Asking({ one, unitId, onKept }: Given & { onKept: () => void }) {
  const t = useWords(undoWords)
  const params = { importId: one.id }
  const { data, error } = useQuery({ ...asQuery(importApi.obstacles, { params }), staleTime: 0 })
  const undo = useAct(importApi.undo, { done: () => t('done', { file: one.fileName }) })
  const sum = (key: 'added' | 'updated') =>
    inFigures((one.report?.sheets ?? []).reduce((all, sheet) => all + sheet[key], 0))
  if (!data) return error ? <ProblemNote error={error} /> : <p role="status">{t('checking')}</p>
  if (data.obstacles.length > 0) return <Obstacles obstacles={data.obstacles} unitId={unitId} onKept={onKept} />
  return (
    <div className="undo-import" role="group" aria-label={t('undo')}>
      <p>{t('sure', { added: sum('added'), updated: sum('updated') })}</p>
      <p className="acts">
        <Button danger loading={undo.isPending} onClick={() => undo.mutate({ params })}>
          {t('doIt')}
        </Button>
        <Button onClick={onKept}>{t('keep')}</Button>
      </p>
      <ProblemNote error={undo.error} />
    </div>
  )
}

function Obstacles({ obstacles, unitId, onKept }: { obstacles: Obstacle[]; unitId: number; onKept: () => void }) {
  const t = useWords(undoWords)
  return (
    <div className="undo-import" role="group" aria-label={t('undo')}>
      <p>{t('inTheWay', { n: obstacles.length })}</p>
      <ul>
        {obstacles.map((obstacle) => {
          const to = placeOf(obstacle, unitId)
          return (
            <li key={obstacle.words}>
              {obstacle.words} {to && <Go to={to}>{t('look')}</Go>}
            </li>
          )
        })}
      </ul>
      <p>{t('laterFirst')}</p>
      <p className="acts">
        <Button onClick={onKept}>{t('keep')}</Button>
      </p>
    </div>
  )
}

function placeOf({ importId, teacherId, schoolId }: Obstacle, unitId: number): Place | undefined {
  if (importId) return places.imports(unitId, importId)
  if (teacherId) return places.teacher(teacherId)
  return schoolId === null ? undefined : places.school(schoolId)
}

/** That an import was undone, by whom and when. */
export function Undone({ one }: { one: Import }) {
  const t = useWords(undoWords)
  return (
    <>
      <p className="said">{t('undone')}</p>
      {one.undoneAt && <p>{t('undoneBy', { who: one.undoneBy ?? '', ...momentOf(one.undoneAt) })}</p>}
    </>
  )
}
