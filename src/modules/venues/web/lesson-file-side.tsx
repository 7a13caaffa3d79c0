import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { addressOf, asQuery, send, type Received } from '#ui/api.ts'
import { Side } from '#ui/entry.tsx'
import { FileChoice } from '#ui/file-choice.tsx'
import { ProblemNote } from '#ui/problem-view.tsx'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { lessonApi } from '../lesson.contract.ts'
import type { Venue } from '../venue.contract.ts'
import { sentenceOf } from './equipment-side.tsx'
import { SpanFields, type Span } from './lesson-side.tsx'
import { lessonWords } from './lesson-words.ts'
import { StrandedSection } from './stranded-table.tsx'
import './lessons.css'

interface Given {
  schoolId: number
  venue: Venue
  open: boolean
  onClose: () => void
}

/** The lessons in the venues of a school from a workbook: read, shown, and taken in one go. */
export function LessonFileSide({ schoolId, venue, open, onClose }: Given) {
  const t = useWords(lessonWords)
  const { data } = useQuery({ ...asQuery(lessonApi.read, { params: { venueId: venue.id } }), enabled: open })
  return (
    <Side title={t('fileTitle')} open={open} onClose={onClose}>
      {data && <FromFile schoolId={schoolId} first={data} clusterId={venue.clusterId} onClose={onClose} />}
    </Side>
  )
}

interface Choosing {
  schoolId: number
  first: Span
  clusterId: number | null
  onClose: () => void
}

function FromFile({ schoolId, first, clusterId, onClose }: Choosing) {
  const t = useWords(lessonWords)
  const [span, setSpan] = useState<Span>({ fromDay: first.fromDay, untilDay: first.untilDay })
  const [file, setFile] = useState<File>()
  const queries = useQueryClient()
  const upload = useMutation({
    mutationFn: ({ file, take }: { file: File; take?: 'yes' }) =>
      send(lessonApi.upload, { params: { schoolId }, query: { ...span, take }, body: { file } }, () => {}, new AbortController().signal), // prettier-ignore
    onSuccess: ({ taken }) => taken && void queries.invalidateQueries(),
  })
  const read = (chosen: File) => {
    setFile(chosen)
    upload.mutate({ file: chosen })
  }
  const change = (next: Span) => {
    setSpan(next)
    upload.reset()
  }
  const { data } = upload
  return (
    <div className="lesson-form">
      <p>{t('fileLead')}</p>
      <SpanFields span={span} onChange={change} />
      <p className="entry-acts">
        <FileChoice
          label={t('choose')}
          accept=".xlsx,.xlsm,.xls,.et,.csv"
          busy={upload.isPending}
          primary={!data}
          onFile={read}
        >
          {t(upload.isPending ? 'reading' : data ? 'again' : 'choose')}
        </FileChoice>
        <span className="quiet">{t('kinds')}</span>
      </p>
      {!data && (
        <p className="quiet">
          {t('formWhy')}{' '}
          <a href={addressOf(lessonApi.form, { params: { schoolId } })} download>
            {t('form')}
          </a>
        </p>
      )}
      <ProblemNote error={upload.error && sentenceOf(upload.error)} />
      {data && <Found found={data} />}
      {data && <StrandedSection stranded={data.stranded} unitId={clusterId} />}
      {data && data.faults.length === 0 && (
        <p className="entry-acts">
          {data.taken ? (
            <Button type="primary" onClick={onClose}>
              {t('close')}
            </Button>
          ) : (
            <Button
              type="primary"
              loading={upload.isPending}
              onClick={() => file && upload.mutate({ file, take: 'yes' })}
            >
              {t('take')}
            </Button>
          )}
        </p>
      )}
    </div>
  )
}

function Found({ found: { lessons, venues, faults, taken } }: { found: Received<typeof lessonApi.upload> }) {
  const t = useWords(lessonWords)
  return (
    <section role="status">
      <p>
        {taken
          ? t('taken', { n: lessons })
          : t('read', { n: lessons, venues: venues.length, names: venues.join('、') })}
      </p>
      {faults.length > 0 && (
        <>
          <p className="problem-note">{t('faultsN', { n: faults.length })}</p>
          <RuledTable
            caption={t('toMend')}
            rows={faults.slice(0, 200)}
            rowKey={({ at, message }) => `${at} ${message}`}
            columns={[
              { key: 'at', title: t('at'), heads: true, cell: ({ at }) => at },
              { key: 'what', title: t('problem'), className: 'wide', cell: ({ message }) => message },
            ]}
          />
        </>
      )}
    </section>
  )
}
