import { useState, type DragEvent } from 'react'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords, type Say } from '#ui/words.ts'
import type { Adopted } from '../adopted.contract.ts'
import type { Candidate, PlanSchool } from '../plan.contract.ts'
import type { ViewGiven } from './plan-page.tsx'
import { boardWords } from './board-words.ts'
import { OpinionNote } from './opinion-note.tsx'

interface Lane extends PlanSchool {
  leave: Candidate[]
  come: Candidate[]
}

const KIND = 'text/x-teacher'

/** Schools with who leaves and who comes: a teacher is dragged to a school, or pressed and placed beside it. */
export function BoardTable({ data, draft, tried, step, onPick }: ViewGiven) {
  const t = useWords(boardWords)
  const mayChange = data.can.includes('change')
  const lanes = tried.schools
    .map((school): Lane => ({ ...school, ...peopleOf(school, data.candidates, draft.now) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'))
  const place = (teacherId: string, toSchoolId: number) => {
    const home = data.candidates.find((one) => one.teacherId === teacherId)?.schoolId
    step({ kind: 'place', teacherId, toSchoolId: home === toSchoolId ? null : toSchoolId })
  }
  const signed = (n: number) => (n > 0 ? `+${n}` : n < 0 ? `−${-n}` : '0')
  return (
    <RuledTable
      caption={t('board')}
      quiet
      rows={lanes}
      rowKey={({ schoolId }) => schoolId}
      columns={[
        { key: 'school', title: t('school'), heads: true, className: 'still', cell: (lane) => <Drop lane={lane} adopted={data.adopted} onDrop={mayChange ? place : undefined} /> },
        { key: 'out', title: t('out'), className: 'wide', cell: ({ leave }) => <People people={leave} onPick={onPick} mayDrag={mayChange} /> },
        { key: 'in', title: t('in'), className: 'wide', cell: ({ come }) => <People people={come} onPick={onPick} mayDrag={mayChange} /> },
        { key: 'net', title: t('net'), numeric: true, cell: (lane) => signed(lane.in - lane.out) },
        { key: 'backbone', title: t('backboneNet'), numeric: true, cell: (lane) => signed(lane.backboneIn - lane.backboneOut) },
        { key: 'limits', title: t('limits'), className: 'still', cell: ({ mostOut, mostIn }) => limits(t, mostOut, mostIn) },
      ]}
    /> // prettier-ignore
  )
}

const limits = (t: Say<keyof typeof boardWords.zh>, out: number | null, come: number | null) =>
  [out === null ? '' : t('limitOut', { n: out }), come === null ? '' : t('limitIn', { n: come })].filter(Boolean).join('，') || '—' // prettier-ignore

function peopleOf({ schoolId }: PlanSchool, candidates: readonly Candidate[], now: ReadonlyMap<string, number>) {
  return {
    leave: candidates.filter((one) => one.schoolId === schoolId && now.has(one.teacherId)),
    come: candidates.filter(({ teacherId }) => now.get(teacherId) === schoolId),
  }
}

interface DropGiven {
  lane: Lane
  adopted: Adopted | null
  onDrop: ((teacherId: string, school: number) => void) | undefined
}

/** A school's name, on which a teacher can be let fall. */
function Drop({ lane, adopted, onDrop }: DropGiven) {
  const t = useWords(boardWords)
  const [isOver, setOver] = useState(false)
  const take = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    onDrop?.(event.dataTransfer.getData(KIND), lane.schoolId)
  }
  return (
    <span
      className={isOver ? 'lane over' : 'lane'}
      {...(onDrop && {
        onDragOver: (event: DragEvent) => {
          event.preventDefault()
          setOver(true)
        },
        onDragLeave: () => setOver(false),
        onDrop: take,
      })}
    >
      {lane.name}
      <span className="quiet">
        {t('outCount', { n: lane.out })}，{t('inCount', { n: lane.in })}
      </span>
      {adopted && <OpinionNote adopted={adopted} schoolId={lane.schoolId} />}
    </span>
  )
}

function People({
  people,
  onPick,
  mayDrag,
}: {
  people: readonly Candidate[]
  onPick: ViewGiven['onPick']
  mayDrag: boolean
}) {
  if (people.length === 0) return <>—</>
  return (
    <span className="chips">
      {people.map(({ teacherId, name, subject, backbone }) => (
        <button
          key={teacherId}
          type="button"
          className="chip"
          draggable={mayDrag}
          onDragStart={(event) => event.dataTransfer.setData(KIND, teacherId)}
          onClick={() => onPick(teacherId)}
        >
          {name}
          <span className="quiet">{subject}</span>
          {backbone && <span className="chip-mark">★</span>}
        </button>
      ))}
    </span>
  )
}
