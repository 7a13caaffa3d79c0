import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { addressOf, send, type Received } from '#ui/api.ts'
import { Side } from '#ui/entry.tsx'
import { FileChoice } from '#ui/file-choice.tsx'
import { ProblemNote } from '#ui/problem-view.tsx'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { activityApi } from '../activity.contract.ts'
import { activityWords } from './activity-words.ts'

interface Given {
  unitId: number
  year: number
  onClose: () => void
}

/** Activities from a workbook: read, shown, and taken in one go. */
export function ActivityFileSide({ unitId, year, onClose }: Given) {
  const t = useWords(activityWords)
  const [file, setFile] = useState<File>()
  const queries = useQueryClient()
  const upload = useMutation({
    mutationFn: ({ file, take }: { file: File; take?: 'yes' }) =>
      send(activityApi.upload, { params: { unitId }, query: { take }, body: { file } }, () => {}, new AbortController().signal), // prettier-ignore
    onSuccess: ({ taken }) => taken && void queries.invalidateQueries(),
  })
  const read = (chosen: File) => {
    setFile(chosen)
    upload.mutate({ file: chosen })
  }
  const { data } = upload
  const mayTake = data && !data.taken && data.faults.length === 0
  return (
    <Side title={t('fileTitle')} open onClose={onClose}>
      <p>{t('fileLead')}</p>
      <p className="entry-acts">
        <FileChoice
          label={t('choose')}
          accept=".xlsx,.xlsm,.xls,.et,.csv"
          busy={upload.isPending}
          primary={!data}
          onFile={read}
        >
          {t(data ? 'again' : 'choose')}
        </FileChoice>
        <span className="quiet">{t('kinds')}</span>
      </p>
      {!data && (
        <p className="quiet">
          <a href={addressOf(activityApi.export, { params: { unitId }, query: { year } })} download>
            {t('blank')}
          </a>
        </p>
      )}
      <ProblemNote error={upload.error} />
      {data && <Found found={data} />}
      {mayTake && (
        <Button type="primary" loading={upload.isPending} onClick={() => file && upload.mutate({ file, take: 'yes' })}>
          {t('take')}
        </Button>
      )}
      {data?.taken && (
        <Button type="primary" onClick={onClose}>
          {t('close')}
        </Button>
      )}
    </Side>
  )
}

function Found({ found: { activities, known, faults, taken } }: { found: Received<typeof activityApi.upload> }) {
  const t = useWords(activityWords)
  return (
    <section role="status">
      {faults.length === 0 && <p>{taken ? t('taken', { n: activities }) : t('read', { n: activities, known })}</p>}
      {faults.length > 0 && (
        <>
          <p className="problem-note">{t('faults', { n: faults.length })}</p>
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
