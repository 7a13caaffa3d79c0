import { Input } from 'antd'
import { useAct } from '#ui/act.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { Leaving, memberApi, NewMembers, type Member } from '../member.contract.ts'
import { Ending, studioApi, type Studio } from '../studio.contract.ts'
import { today } from './moment.ts'
import { studioWords } from './studio-words.ts'

interface Given {
  studio: Studio
  onClose: () => void
}

export function MemberSide({ studio: { id: studioId }, onClose }: Given) {
  const t = useWords(studioWords)
  const add = useAct(memberApi.add, { done: ({ added }) => t('added', { n: added }), then: onClose })
  return (
    <Side title={t('addMembers')} open onClose={onClose}>
      <EntryForm
        schema={NewMembers}
        first={{ from: today() }}
        onSend={(body) => add.mutate({ params: { studioId }, body })}
        sending={add.isPending}
        error={add.error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="teachers" label={t('teachers')} hint={t('teachersHint')} begins>
          <Input.TextArea rows={3} maxLength={400} />
        </Field>
        <Field name="from" label={t('joinedOn')}>
          <DayInput />
        </Field>
      </EntryForm>
    </Side>
  )
}

export function LeaveSide({ studio: { id: studioId }, member, onClose }: Given & { member: Member }) {
  const t = useWords(studioWords)
  const end = useAct(memberApi.end, { done: () => t('leftDone'), then: onClose })
  return (
    <Side title={t('leaveOf', member)} open onClose={onClose}>
      <EntryForm
        schema={Leaving}
        first={{ on: today() }}
        onSend={(body) => end.mutate({ params: { studioId, memberId: member.id }, body })}
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

export function EndSide({ studio: { id: studioId }, onClose }: Given) {
  const t = useWords(studioWords)
  const end = useAct(studioApi.end, { done: () => t('ended'), then: onClose })
  return (
    <Side title={t('end')} open onClose={onClose}>
      <EntryForm
        schema={Ending}
        first={{ on: today() }}
        onSend={(body) => end.mutate({ params: { studioId }, body })}
        sending={end.isPending}
        error={end.error}
        act={t('end')}
        onCancel={onClose}
      >
        <Field name="on" label={t('endOn')}>
          <DayInput max={today()} />
        </Field>
        <Field name="why" label={t('endWhy')} begins>
          <Input maxLength={200} />
        </Field>
      </EntryForm>
    </Side>
  )
}
