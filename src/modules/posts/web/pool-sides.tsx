import { Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { firstDay } from '#shared/school-year.ts'
import { useAct } from '#ui/act.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { tell } from '#ui/told.tsx'
import { useWords } from '#ui/words.ts'
import { Decision, Leaving, NewTask, poolApi, type PoolMember } from '../pool.contract.ts'
import { taskKinds } from '../pool.rules.ts'
import { Choice } from './choice.tsx'
import { DecidedFields, today } from './decided-fields.tsx'
import { poolWords } from './pool-words.ts'
import { postWords } from './words.ts'

interface DecideGiven {
  unitId: number
  year: number
  isGroup: boolean
  members: readonly PoolMember[]
  onClose: () => void
}

/** Some of those who wait, or all of them, in one decision. */
export function DecideSide({ unitId, year, isGroup, members, onClose }: DecideGiven) {
  const t = useWords(postWords)
  const p = useWords(poolWords)
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set(members.map(({ id }) => id)))
  const [accept, setAccept] = useState(true)
  const decide = useAct(poolApi.decide, { done: (reply) => p('decidedDone', reply), then: onClose })
  const first = { accept: true, decidedBy: t('office'), decidedOn: today(), since: firstDay(year) }
  return (
    <Side title={p('decideTitle')} open onClose={onClose}>
      <Choice label={p('waitingList')} items={members} keyOf={({ id }) => id} picked={picked} onPick={setPicked}>
        {({ name, level, subject, schoolName }) => [name, level, subject, schoolName].filter(Boolean).join('，')}
      </Choice>
      <EntryForm
        schema={Decision}
        first={first}
        onChange={(fields) => setAccept(fields.accept ?? true)}
        onSend={(body) =>
          picked.size === 0
            ? tell(p('pickFirst'))
            : decide.mutate({ params: { unitId }, body: { ...body, memberIds: [...picked] } })
        }
        sending={decide.isPending}
        error={decide.error}
        act={p('decideAct')}
        onCancel={onClose}
      >
        <Field name="accept" label={p('verdict')}>
          <Radio.Group
            options={[
              { value: true, label: p('accept') },
              { value: false, label: p('refuse') },
            ]}
          />
        </Field>
        <div hidden={!accept}>
          <Field name="since" label={p('since')}>
            <DayInput />
          </Field>
          <Field name="until" label={p('until')}>
            <DayInput />
          </Field>
        </div>
        <DecidedFields isGroup={isGroup} />
      </EntryForm>
    </Side>
  )
}

/** One line of what a member of the pool took on. */
export function TaskSide({ member, year, onClose }: { member: PoolMember; year: number; onClose: () => void }) {
  const t = useWords(postWords)
  const p = useWords(poolWords)
  const add = useAct(poolApi.addTask, { done: () => p('taskDone'), then: onClose })
  return (
    <Side title={p('taskTitle', member)} open onClose={onClose}>
      <EntryForm
        schema={NewTask}
        first={{ kind: '带教', fromDay: firstDay(year) }}
        onSend={(body) => add.mutate({ params: { memberId: member.id }, body })}
        sending={add.isPending}
        error={add.error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="kind" label={p('taskKind')}>
          <Select options={taskKinds.map((value) => ({ value, label: value }))} />
        </Field>
        <Field name="what" label={p('taskWhat')} hint={p('taskHint')} begins>
          <Input maxLength={100} />
        </Field>
        <Field name="fromDay" label={p('fromDay')}>
          <DayInput />
        </Field>
        <Field name="untilDay" label={p('untilDay')}>
          <DayInput />
        </Field>
      </EntryForm>
    </Side>
  )
}

export function LeaveSide({ member, onClose }: { member: PoolMember; onClose: () => void }) {
  const t = useWords(postWords)
  const p = useWords(poolWords)
  const leave = useAct(poolApi.leave, { done: () => p('left'), then: onClose })
  return (
    <Side title={p('leaveTitle', member)} open onClose={onClose}>
      <EntryForm
        schema={Leaving}
        first={{ on: today() }}
        onSend={(body) => leave.mutate({ params: { memberId: member.id }, body })}
        sending={leave.isPending}
        error={leave.error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="on" label={p('leaveOn')}>
          <DayInput max={today()} />
        </Field>
        <Field name="why" label={p('leaveWhy')} begins>
          <Input maxLength={200} />
        </Field>
      </EntryForm>
    </Side>
  )
}
