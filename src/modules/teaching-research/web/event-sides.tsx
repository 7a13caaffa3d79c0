import { Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { acceptedEndings } from '#modules/files/file.contract.ts'
import { useAct } from '#ui/act.ts'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { FileBringer } from '#ui/file-bringer.tsx'
import { useWords } from '#ui/words.ts'
import { eventApi, linkKinds, NewLink, Recorded, signApi, type Event } from '../event.contract.ts'
import { eventWords } from './event-words.ts'

interface Given {
  event: Event
  onClose: () => void
}

const linkFields = NewLink.omit({ uploadId: true })

/** An address, a few words or a file: what one reads before, what came of it. */
export function LinkSide({ event, onClose }: Given) {
  const t = useWords(eventWords)
  const [file, setFile] = useState<{ uploadId: string; name: string }>()
  const add = useAct(eventApi.addLink, { done: () => t('linkSaved'), then: onClose })
  return (
    <Side title={t('addLink')} open onClose={onClose}>
      <EntryForm
        schema={linkFields}
        first={{ kind: event.status === '已开展' ? '成果' : '材料' }}
        onSend={(body) =>
          add.mutate({ params: { eventId: event.id }, body: { ...body, ...(file && { uploadId: file.uploadId }) } })
        }
        sending={add.isPending}
        error={add.error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="kind" label={t('kind')}>
          <Radio.Group options={[...linkKinds]} />
        </Field>
        <Field name="title" label={t('linkTitle')} hint={t('linkTitleHint')} begins>
          <Input maxLength={60} />
        </Field>
        <Field name="address" label={t('address')} hint={t('addressHint')}>
          <Input maxLength={500} />
        </Field>
        <Field name="words" label={t('linkWords')}>
          <Input.TextArea rows={3} maxLength={500} />
        </Field>
        {file ? (
          <p role="status">{t('fileKept', file)}</p>
        ) : (
          <FileBringer
            label={t('file')}
            accept={acceptedEndings}
            onBrought={(uploadId, { name }) => setFile({ uploadId, name })}
          />
        )}
      </EntryForm>
    </Side>
  )
}

/** Who came of a school, typed in. */
export function RecordSide({ event, onClose }: Given) {
  const t = useWords(eventWords)
  const record = useAct(signApi.record, { done: (reply) => t('recorded', reply), then: onClose })
  const [first] = event.recordFor
  return (
    <Side title={t('record')} open onClose={onClose}>
      <p>{t('recordLead')}</p>
      <EntryForm
        schema={Recorded}
        first={event.recordFor.length === 1 && first ? { schoolId: first.id } : {}}
        onSend={(body) => record.mutate({ params: { eventId: event.id }, body })}
        sending={record.isPending}
        error={record.error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="schoolId" label={t('recordSchool')}>
          <Select options={event.recordFor.map(({ id, name }) => ({ value: id, label: name }))} />
        </Field>
        <Field name="teachers" label={t('teachers')} hint={t('teachersHint')} begins>
          <Input.TextArea rows={3} maxLength={2000} />
        </Field>
      </EntryForm>
    </Side>
  )
}

export function CancelSide({ event, onClose }: Given) {
  const t = useWords(eventWords)
  const cancel = useAct(eventApi.cancel, { done: () => t('cancelled'), then: onClose })
  return (
    <Side title={t('cancelTitle', event)} open onClose={onClose}>
      <p>{t('cancelLead')}</p>
      <EntryForm
        schema={eventApi.cancel.body}
        first={{}}
        onSend={(body) => cancel.mutate({ params: { eventId: event.id }, body })}
        sending={cancel.isPending}
        error={cancel.error}
        act={t('cancel')}
        onCancel={onClose}
      >
        <Field name="why" label={t('why')} begins>
          <Input maxLength={200} />
        </Field>
      </EntryForm>
    </Side>
  )
}
