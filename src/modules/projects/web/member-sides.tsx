import { Input } from 'antd'
import { useAct } from '#ui/act.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { Leaving, NewMembers, projectApi, type Member } from '../project.contract.ts'
import { today } from './moment.ts'
import { projectWords } from './project-words.ts'

interface Given {
  projectId: string
  onClose: () => void
}

export function MemberSide({ projectId, onClose }: Given) {
  const t = useWords(projectWords)
  const add = useAct(projectApi.addMembers, { done: ({ added }) => t('added', { n: added }), then: onClose })
  return (
    <Side title={t('addMembers')} open onClose={onClose}>
      <EntryForm
        schema={NewMembers}
        first={{ from: today() }}
        onSend={(body) => add.mutate({ params: { projectId }, body })}
        sending={add.isPending}
        error={add.error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="teachers" label={t('teachers')} hint={t('headHint')} begins>
          <Input.TextArea rows={3} maxLength={400} />
        </Field>
        <Field name="from" label={t('joinedOn')}>
          <DayInput />
        </Field>
      </EntryForm>
    </Side>
  )
}

export function LeaveSide({ projectId, member, onClose }: Given & { member: Member }) {
  const t = useWords(projectWords)
  const end = useAct(projectApi.endMember, { done: () => t('left'), then: onClose })
  return (
    <Side title={t('leaveOf', member)} open onClose={onClose}>
      <EntryForm
        schema={Leaving}
        first={{ on: today() }}
        onSend={(body) => end.mutate({ params: { projectId, memberId: member.id }, body })}
        sending={end.isPending}
        error={end.error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="on" label={t('leaveOn')}>
          <DayInput max={today()} />
        </Field>
      </EntryForm>
    </Side>
  )
}
