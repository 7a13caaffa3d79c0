import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useRef, useState } from 'react'
import type { z } from 'zod'
import { send } from '#ui/api.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { tell } from '#ui/told.tsx'
import { useWords } from '#ui/words.ts'
import { Approval, batchApi, type Batch } from '../batch.contract.ts'
import { batchWords } from './batch-words.ts'

/** The council's decision: its number and day, and the paper itself. */
export function CouncilForm({ batch, onClose }: { batch: Batch; onClose: () => void }) {
  const b = useWords(batchWords)
  const queries = useQueryClient()
  const [file, setFile] = useState<File>()
  const [missing, setMissing] = useState(false)
  const decide = useMutation({
    mutationFn: (body: z.output<typeof Approval> & { file: File }) =>
      send(batchApi.council, { params: { batchId: batch.id }, body }, () => {}, new AbortController().signal),
    onSuccess: () => {
      void queries.invalidateQueries()
      tell(b('decided'))
      onClose()
    },
  })
  return (
    <>
      <p className="quiet">{b('councilLead')}</p>
      <PaperChoice file={file} missing={missing} onPick={setFile} />
      <EntryForm
        schema={Approval}
        first={{}}
        onSend={({ words = '', ...fields }) => {
          setMissing(!file)
          if (file) decide.mutate({ ...fields, words, file })
        }}
        sending={decide.isPending}
        error={decide.error}
        act={b('council')}
        onCancel={onClose}
      >
        <Field name="number" label={b('number')}>
          <Input maxLength={50} />
        </Field>
        <Field name="day" label={b('dayOf')}>
          <DayInput />
        </Field>
        <Field name="words" label={b('words')}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
        </Field>
      </EntryForm>
    </>
  )
}

interface Choice {
  file: File | undefined
  missing: boolean
  onPick: (file: File) => void
}

function PaperChoice({ file, missing, onPick }: Choice) {
  const b = useWords(batchWords)
  const input = useRef<HTMLInputElement>(null)
  return (
    <p className="paper-choice">
      <input
        ref={input}
        type="file"
        className="unseen"
        tabIndex={-1}
        aria-label={b('file')}
        accept=".pdf,.jpg,.jpeg,.png,.docx"
        onChange={({ target }) => {
          const [picked] = target.files ?? []
          if (picked) onPick(picked)
        }}
      />
      <Button onClick={() => input.current?.click()}>{b('choose')}</Button>{' '}
      {file ? file.name : <span className="quiet">{b('fileHint')}</span>}
      {missing && !file && (
        <span className="problem-note" role="alert">
          {b('fileMissing')}
        </span>
      )}
    </p>
  )
}
