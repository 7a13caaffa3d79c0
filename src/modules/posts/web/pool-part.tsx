import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { dayInWords } from '#shared/day.ts'
import { useAct } from '#ui/act.ts'
import { asNumber, useAddress } from '#ui/address.ts'
import { addressOf, asQuery } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { places } from '#ui/places.ts'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { poolApi, type PoolMember, type PoolTask } from '../pool.contract.ts'
import { stageNames } from '../post.contract.ts'
import { Clause } from './clause.tsx'
import { DecidedLine } from './decided-fields.tsx'
import { PostFilters, type Filtered } from './post-filters.tsx'
import type { PartGiven } from './posts-page.tsx'
import { poolWords } from './pool-words.ts'
import { DecideSide, LeaveSide, ProposeSide, TaskSide } from './sides.ts'
import { postWords } from './words.ts'

type Doing = { what: 'propose' } | { what: 'decide' | 'leave' | 'task'; members: readonly PoolMember[] }

/** Who is in the reserve pool of a cluster, who waits, and what they took on. */
export default function PoolPart({ unitId, year, isGroup }: PartGiven) {
  const t = useWords(postWords)
  const p = useWords(poolWords)
  const [at] = useAddress()
  const { data } = useSuspenseQuery(asQuery(poolApi.list, { params: { unitId }, query: { year } }))
  const [doing, setDoing] = useState<Doing>()
  const close = () => setDoing(undefined)
  const waiting = data.members.filter(({ can }) => can.includes('decide'))
  const shown = data.members.filter((member) => fits(member, at))
  const columns = useColumns(shown, (what, member) => setDoing({ what, members: [member] }))
  return (
    <section>
      <p className="post-head">{useLead(data.members, year)}</p>
      <Clause of="pool" />
      <div className="post-tools">
        {waiting.length > 0 && (
          <Button type="primary" onClick={() => setDoing({ what: 'decide', members: waiting })}>
            {p('decide', { n: waiting.length })}
          </Button>
        )}
        {data.can.includes('state') && (
          <Button {...(waiting.length === 0 && { type: 'primary' })} onClick={() => setDoing({ what: 'propose' })}>
            {p('propose')}
          </Button>
        )}
        <a href={addressOf(poolApi.export, { params: { unitId }, query: { year } })} download>
          {t('export')}
        </a>
      </div>
      {data.members.length > 8 && <PostFilters rows={data.members} statuses />}
      {shown.some(({ masked }) => masked) && <p className="quiet">{t('masked')}</p>}
      {data.members.length > 0 && (
        <RuledTable
          caption={p('caption')}
          quiet
          rows={shown}
          rowKey={({ id }) => id}
          empty={p('none')}
          columns={columns}
        />
      )}
      {doing?.what === 'propose' && <ProposeSide unitId={unitId} year={year} onClose={close} />}
      {doing?.what === 'decide' && (
        <DecideSide unitId={unitId} year={year} isGroup={isGroup} members={doing.members} onClose={close} />
      )}
      {doing?.what === 'task' && <TaskSide member={doing.members[0]!} year={year} onClose={close} />}
      {doing?.what === 'leave' && <LeaveSide member={doing.members[0]!} onClose={close} />}
    </section>
  )
}

const fits = (row: Filtered, at: Record<string, string | undefined>): boolean =>
  (at['schoolId'] === undefined || row.schoolId === asNumber(at['schoolId'])) &&
  (['stage', 'subject', 'status'] as const).every((key) => at[key] === undefined || row[key] === at[key])

/** 在池 12 人：小学 5 人、初中 7 人；3 人等待决定. */
function useLead(members: readonly PoolMember[], year: number): string {
  const p = useWords(poolWords)
  if (members.length === 0) return p('leadNone', { year })
  const inPool = members.filter(({ status }) => status === '在池')
  const stages = stageNames
    .map((stage) => ({ stage, n: inPool.filter((one) => one.stage === stage).length }))
    .filter(({ n }) => n > 0)
    .map((one) => p('ofStage', one))
  const waiting = members.filter(({ status }) => status === '待定').length
  const over = members.filter((one) => one.over).length
  return [
    p('lead', { n: inPool.length, stages: stages.length > 0 ? `：${stages.join('、')}` : '' }),
    waiting > 0 && p('waiting', { n: waiting }),
    over > 0 && p('over', { n: over }),
  ]
    .filter(Boolean)
    .join('；')
}

function useColumns(
  shown: readonly PoolMember[],
  onAct: (what: 'decide' | 'leave' | 'task', member: PoolMember) => void,
): Column<PoolMember>[] {
  const t = useWords(postWords)
  const p = useWords(poolWords)
  const acts: Column<PoolMember> = {
    key: 'acts',
    title: t('acts'),
    acts: true,
    cell: (member) => <Acts member={member} onAct={onAct} />,
  }
  return [
    {
      key: 'name',
      title: t('name'),
      heads: true,
      className: 'still',
      cell: ({ teacherId, name }) => <Go to={places.teacher(teacherId)}>{name}</Go>,
    },
    { key: 'school', title: t('school'), className: 'still', cell: ({ schoolName }) => schoolName },
    { key: 'stage', title: t('stage'), className: 'still', cell: ({ stage }) => stage ?? '—' },
    { key: 'subject', title: t('subject'), className: 'still', cell: ({ subject }) => subject ?? '—' },
    { key: 'level', title: p('level'), className: 'still', cell: ({ level }) => level ?? '—' },
    {
      key: 'status',
      title: t('status'),
      className: 'still',
      cell: ({ status, over }) => (over ? p('isOver') : status),
    },
    { key: 'period', title: p('period'), cell: (member) => <PeriodLine member={member} /> },
    { key: 'tasks', title: p('tasks'), className: 'wide', cell: (member) => <Tasks member={member} /> },
    { key: 'decision', title: p('decision'), className: 'wide', cell: (member) => <Said member={member} /> },
    ...(shown.some(({ can }) => can.length > 0) ? [acts] : []),
  ]
}

function Said({ member }: { member: PoolMember }) {
  const { decidedBy, decidedOn, decidedWords } = member
  return (
    <ul>
      <li>
        <Proposed member={member} />
      </li>
      {decidedBy !== null && (
        <li>
          <DecidedLine by={decidedBy} on={decidedOn} words={decidedWords} />
        </li>
      )}
    </ul>
  )
}

function Proposed({ member: { proposedBy, proposedOn, proposedWords } }: { member: PoolMember }) {
  const p = useWords(poolWords)
  const line = proposedBy === null ? dayInWords(proposedOn) : p('proposedLine', { by: proposedBy, day: dayInWords(proposedOn) }) // prettier-ignore
  return proposedWords ? `${line}：${proposedWords}` : line
}

function PeriodLine({ member: { since, until, leftOn, leftWhy } }: { member: PoolMember }) {
  const t = useWords(postWords)
  const p = useWords(poolWords)
  if (since === null) return '—'
  const from = dayInWords(since)
  const period = until === null ? t('from', { day: from }) : t('fromTo', { from, until: dayInWords(until) })
  if (leftOn === null) return period
  return `${period}；${p('leftLine', { day: dayInWords(leftOn), why: leftWhy ?? '—' })}`
}

function Tasks({ member: { tasks, can } }: { member: PoolMember }) {
  const p = useWords(poolWords)
  const remove = useAct(poolApi.removeTask, { done: () => p('removed') })
  if (tasks.length === 0) return '—'
  return (
    <ul className="post-lines">
      {tasks.map((task) => (
        <li key={task.id}>
          <TaskLine task={task} />
          {can.includes('task') && (
            <Button
              type="link"
              size="small"
              aria-label={p('removeTaskOf', { what: task.what })}
              disabled={remove.isPending}
              onClick={() => remove.mutate({ params: { taskId: task.id } })}
            >
              {p('removeTask')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

function TaskLine({ task: { kind, what, fromDay, untilDay } }: { task: PoolTask }) {
  const t = useWords(postWords)
  const from = dayInWords(fromDay)
  const when = untilDay === null ? t('from', { day: from }) : t('fromTo', { from, until: dayInWords(untilDay) })
  return `${kind}：${what}（${when}）`
}

function Acts({
  member,
  onAct,
}: {
  member: PoolMember
  onAct: (what: 'decide' | 'leave' | 'task', member: PoolMember) => void
}) {
  const p = useWords(poolWords)
  const acts = [
    { what: 'decide', text: p('one'), label: p('oneOf', member) },
    { what: 'task', text: p('task'), label: p('taskOf', member) },
    { what: 'leave', text: p('leave'), label: p('leaveOf', member) },
  ] as const
  return (
    <span className="post-acts">
      {acts
        .filter(({ what }) => member.can.includes(what))
        .map(({ what, text, label }) => (
          <Button key={what} type="link" size="small" aria-label={label} onClick={() => onAct(what, member)}>
            {text}
          </Button>
        ))}
    </span>
  )
}
