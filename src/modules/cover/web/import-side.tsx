import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { dayAfter, dayInWords } from '#shared/day.ts'
import { useAct } from '#ui/act.ts'
import { addressOf, send, type Received } from '#ui/api.ts'
import { DayInput } from '#ui/day-input.tsx'
import { Side } from '#ui/entry.tsx'
import { FileChoice } from '#ui/file-choice.tsx'
import { Picker } from '#ui/picker.tsx'
import { ProblemNote } from '#ui/problem-view.tsx'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { timetableApi, type Fault, type Preview } from '../timetable.contract.ts'
import { termAt, termDays, terms, type Term } from '#shared/week.ts'
import type { Timetable } from './timetable-page.tsx'
import { timetableWords } from './timetable-words.ts'

interface Given {
  schoolId: number
  data: Timetable
  open: boolean
  onClose: () => void
}

interface Span {
  year: number
  term: Term
  fromDay: string
  untilDay: string
}

/** From the first day of the term, or from today where the term has begun and a timetable holds already. */
function firstSpan({ day, current }: Timetable): Span {
  const { schoolYear: year, term } = termAt(day)
  const { fromDay, untilDay } = termDays(year, term)
  const isReplaced = current?.schoolYear === year && current.term === term
  return { year, term, fromDay: isReplaced ? dayAfter(day) : fromDay, untilDay }
}

/** A file is read, what it would bring is shown, and it is taken in one go. */
export function ImportSide({ schoolId, data, open, onClose }: Given) {
  const t = useWords(timetableWords)
  const [span, setSpan] = useState(() => firstSpan(data))
  const queries = useQueryClient()
  const upload = useMutation({
    mutationFn: (file: File) =>
      send(timetableApi.upload, { params: { schoolId }, query: span, body: { file } }, () => {}, new AbortController().signal), // prettier-ignore
    onSuccess: () => void queries.invalidateQueries(),
  })
  const change = (part: Partial<Span>) => {
    setSpan({ ...span, ...part })
    upload.reset()
  }
  return (
    <Side title={t('importTitle')} open={open} onClose={onClose}>
      <When span={span} onChange={change} />
      <Choose schoolId={schoolId} busy={upload.isPending} again={upload.data !== undefined} onFile={upload.mutate} />
      <ProblemNote error={upload.error} />
      {upload.data && <Found preview={upload.data} onDone={onClose} />}
    </Side>
  )
}

function When({ span, onChange }: { span: Span; onChange: (part: Partial<Span>) => void }) {
  const t = useWords(timetableWords)
  const years = [span.year - 1, span.year, span.year + 1]
  const turn = (part: Partial<Pick<Span, 'year' | 'term'>>) => {
    const { year, term } = { ...span, ...part }
    onChange({ ...part, ...termDays(year, term) })
  }
  return (
    <div className="entry when">
      <p className="pair">
        <Picker
          label={t('year')}
          value={span.year}
          options={years.map((value) => ({ value, label: `${value}学年` }))}
          onPick={(year) => year && turn({ year })}
        />
        <Picker
          label={t('term')}
          value={span.term}
          options={terms.map((value) => ({ value, label: value }))}
          onPick={(term) => term && turn({ term })}
        />
      </p>
      <label>
        {t('fromDay')}
        <DayInput value={span.fromDay} onChange={(day) => day && onChange({ fromDay: day })} />
        <span className="quiet">{t('fromHint')}</span>
      </label>
      <label>
        {t('untilDay')}
        <DayInput value={span.untilDay} onChange={(day) => day && onChange({ untilDay: day })} />
      </label>
    </div>
  )
}

interface Choosing {
  schoolId: number
  busy: boolean
  again: boolean
  onFile: (file: File) => void
}

function Choose({ schoolId, busy, again, onFile }: Choosing) {
  const t = useWords(timetableWords)
  const [wrong, setWrong] = useState('')
  const take = (file: File) => {
    const fits = /\.(xlsx|xlsm|xls|et|csv|ics)$/i.test(file.name)
    setWrong(fits ? '' : t('wrongKind', { name: file.name }))
    if (fits) onFile(file)
  }
  return (
    <section className="choose">
      <p className="entry-acts">
        <FileChoice
          label={t('choose')}
          accept=".xlsx,.xlsm,.xls,.et,.csv,.ics"
          busy={busy}
          primary={!again}
          onFile={take}
        >
          {t(busy ? 'reading' : again ? 'again' : 'choose')}
        </FileChoice>
        <span className="quiet">{t('kinds')}</span>
      </p>
      {!again && (
        <p className="quiet">
          {t('formWhy')}{' '}
          <a href={addressOf(timetableApi.form, { params: { schoolId } })} download>
            {t('form')}
          </a>
        </p>
      )}
      {wrong && (
        <p className="problem-note" role="alert">
          {wrong}
        </p>
      )}
    </section>
  )
}

function Found({ preview, onDone }: { preview: Preview; onDone: () => void }) {
  const t = useWords(timetableWords)
  const { draftId, lessons, classes, teachers, faults, notes, replaces } = preview
  const take = useAct(timetableApi.take, {
    done: (reply: Received<typeof timetableApi.take>) =>
      t('taken', { n: reply.lessons, from: dayInWords(reply.fromDay) }),
    then: onDone,
  })
  return (
    <section className="found" role="status">
      <p>{t('read', { n: lessons, classes, teachers })}</p>
      {faults.length > 0 && <p className="bad">{t('faultsN', { n: faults.length })}</p>}
      {faults.length > 0 && <Findings title={t('toMend')} findings={faults} />}
      {notes.length > 0 && <Findings title={t('notes')} findings={notes} />}
      {draftId && replaces && (
        <p>
          {replaces.ends
            ? t('replaces', { from: dayInWords(replaces.fromDay), ends: dayInWords(dayAfter(replaces.ends, -1)) })
            : t('replacesAll', { from: dayInWords(replaces.fromDay) })}
        </p>
      )}
      {draftId && (
        <p className="entry-acts">
          <Button type="primary" loading={take.isPending} onClick={() => take.mutate({ params: { draftId } })}>
            {t('take')}
          </Button>
        </p>
      )}
      <ProblemNote error={take.error} />
    </section>
  )
}

function Findings({ title, findings }: { title: string; findings: readonly Fault[] }) {
  const t = useWords(timetableWords)
  return (
    <RuledTable
      caption={title}
      rows={findings.slice(0, 200)}
      rowKey={({ at, message }) => `${at} ${message}`}
      columns={[
        { key: 'at', title: t('at'), heads: true, cell: ({ at }) => at },
        { key: 'what', title: t('what'), className: 'wide', cell: ({ message }) => message },
      ]}
    />
  )
}
