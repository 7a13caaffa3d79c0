import { Form, Input, Select } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { useAct } from '#ui/act.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { changeApi, day } from '../change.contract.ts'
import { clusterApi, ClusterDetails, clusterKinds, type OrganizationReply } from '../cluster.contract.ts'
import { organizationWords } from './organization-words.ts'

interface Given {
  cluster: OrganizationReply
  open: boolean
  onClose: () => void
}

/** What a cluster is called and what it is. */
export function ClusterSide({ cluster, open, onClose }: Given) {
  const t = useWords(organizationWords)
  const { id: unitId, name, shortName, kind, stageScope, stageScopeReason } = cluster
  const first = {
    name,
    shortName,
    kind: kind as 'cluster',
    stageScope: stageScopeReason && stageScope ? stageScope : ('worked-out' as const),
    reason: stageScopeReason ?? undefined,
  }
  const [scope, setScope] = useState<string>(first.stageScope)
  const [form] = Form.useForm()
  const { mutate, isPending, error } = useAct(clusterApi.edit, { done: () => t('edited'), then: onClose })
  return (
    <Side title={t('edit')} open={open} onClose={onClose}>
      <EntryForm
        schema={ClusterDetails}
        form={form}
        first={first}
        onChange={(all) => setScope(all.stageScope ?? 'worked-out')}
        onSend={(body) => mutate({ params: { unitId }, body })}
        sending={isPending}
        error={error}
        act={t('save')}
        onCancel={onClose}
      >
        <NameFields />
        <Field name="stageScope" label={t('scope')}>
          <Select
            options={[
              { value: 'worked-out', label: t('workedOut') },
              { value: 'same-stage', label: t('same-stage') },
              { value: 'cross-stage', label: t('cross-stage') },
            ]}
          />
        </Field>
        {scope !== 'worked-out' && (
          <Field name="reason" label={t('reason')}>
            <Input.TextArea rows={2} maxLength={200} />
          </Field>
        )}
      </EntryForm>
    </Side>
  )
}

/** Name, short name and kind: the same for a cluster that is and one to be. */
export function NameFields() {
  const t = useWords(organizationWords)
  return (
    <>
      <Field name="name" label={t('name')} hint={t('nameHint')}>
        <Input maxLength={50} />
      </Field>
      <Field name="shortName" label={t('shortName')} hint={t('shortNameHint')}>
        <Input maxLength={20} />
      </Field>
      <Field name="kind" label={t('kind')}>
        <Select options={clusterKinds.map((value) => ({ value, label: t(value) }))} />
      </Field>
    </>
  )
}

const Closing = z.object({ day })

/** Says what goes with the cluster before it is closed, and offers the way back after. */
export function CloseSide({ cluster, members, open, onClose }: Given & { members: number }) {
  const t = useWords(organizationWords)
  const undo = useAct(changeApi.undo, { done: ({ told }) => told })
  const { mutate, isPending, error } = useAct(clusterApi.close, {
    done: ({ told, changeId }) => (changeId ? { text: told, undo: () => undo.mutate({ params: { changeId } }) } : told),
    then: onClose,
  })
  return (
    <Side title={t('closeTitle', { name: cluster.name })} open={open} onClose={onClose}>
      <p>{t('closeWhy', { n: members })}</p>
      <EntryForm
        schema={Closing}
        first={{}}
        onSend={(body) => mutate({ params: { unitId: cluster.id }, body })}
        sending={isPending}
        error={error}
        act={t('close')}
        onCancel={onClose}
      >
        <Field name="day" label={t('closeDay')}>
          <DayInput />
        </Field>
      </EntryForm>
    </Side>
  )
}
