import { useMutation } from '@tanstack/react-query'
import { Button, Progress } from 'antd'
import { useRef, useState, type DragEvent } from 'react'
import { send } from '#ui/api.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { useWords } from '#ui/words.ts'
import { handInApi } from '../hand-in.contract.ts'
import { importApi, type Import } from '../import.contract.ts'
import { TemplateLink } from './template-link.tsx'
import { importWords } from './words.ts'

interface Given {
  unitId: number
  onSent: (sent: Import) => void
  /** A school hands in its own ledger in answer to a call; otherwise it is the cluster's. */
  answers?: { schoolId: number; callId: string; year: number }
}

/** Takes one ledger, dropped or chosen, and sends it. */
export function FileDrop({ unitId, onSent, answers }: Given) {
  const t = useWords(importWords)
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [share, setShare] = useState(0)
  const [wrong, setWrong] = useState('')
  const abort = useRef(new AbortController())
  const upload = useMutation({
    mutationFn: (file: File) => {
      abort.current = new AbortController()
      setShare(0)
      const { signal } = abort.current
      if (!answers) return send(importApi.upload, { params: { unitId }, body: { file } }, setShare, signal)
      const params = { unitId: answers.schoolId, callId: answers.callId }
      return send(handInApi.upload, { params, body: { file } }, setShare, signal)
    },
    onSuccess: onSent,
  })
  const take = (file: File | undefined) => {
    if (!file) return
    const fits = /\.(xlsx|xlsm|xls|et|csv|zip)$/i.test(file.name)
    setWrong(fits ? '' : t('wrongKind', { name: file.name }))
    if (fits) upload.mutate(file)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files[0])
  }
  const cancel = () => {
    abort.current.abort()
    upload.reset()
  }
  return (
    <section
      className={`file-drop${over ? ' over' : ''}`}
      aria-label={t('choose')}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        ref={input}
        type="file"
        className="unseen"
        tabIndex={-1}
        aria-label={t('choose')}
        accept=".xlsx,.xlsm,.xls,.et,.csv,.zip"
        onChange={(event) => {
          take(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      {upload.isPending ? (
        <div className="working" role="status">
          <p>{t('uploading', { name: upload.variables.name })}</p>
          <Progress percent={Math.round(share * 100)} aria-label={t('progress')} />
          <Button onClick={cancel}>{t('cancel')}</Button>
        </div>
      ) : (
        <>
          <p className="invite with-mouse">{t('drop')}</p>
          <p className="invite by-touch">{t('pick')}</p>
          <Button type="primary" size="large" onClick={() => input.current?.click()}>
            {t('choose')}
          </Button>
          <p className="quiet">{t('kinds')}</p>
          <TemplateLink unitId={unitId} {...(answers && { schoolId: answers.schoolId, year: answers.year })} />
        </>
      )}
      {wrong && (
        <p className="problem-note" role="alert">
          {wrong}
        </p>
      )}
      <ProblemNote error={upload.error} />
    </section>
  )
}
