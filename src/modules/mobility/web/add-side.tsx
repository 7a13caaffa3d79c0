import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { asQuery } from '#ui/api.ts'
import { Side } from '#ui/entry.tsx'
import { SearchBox } from '#ui/search-box.tsx'
import { useWords } from '#ui/words.ts'
import { batchApi, type Batch, type Candidate } from '../batch.contract.ts'
import { AddForm } from './add-form.tsx'
import { batchWords } from './batch-words.ts'

/** First who, then where to and for how long. */
export function AddSide({ batch, onClose }: { batch: Batch; onClose: () => void }) {
  const b = useWords(batchWords)
  const [q, search] = useState('')
  const [teacher, choose] = useState<Candidate>()
  const { data } = useQuery(asQuery(batchApi.candidates, { params: { batchId: batch.id }, query: { q } }))
  const again = () => {
    choose(undefined)
    search('')
  }
  return (
    <Side title={b('addTitle', { title: batch.title })} open onClose={onClose}>
      {teacher && data ? (
        <AddForm batch={batch} teacher={teacher} choice={data} onAgain={again} onClose={onClose} />
      ) : (
        <>
          <p className="begins">
            <SearchBox label={b('findHint')} value={q} onSearch={search} />
          </p>
          {q !== '' && data?.teachers.length === 0 && <p>{b('findNone')}</p>}
          <ul className="candidates" aria-label={b('find')}>
            {data?.teachers.map((one) => (
              <li key={one.teacherId}>
                <Button type="text" onClick={() => choose(one)}>
                  <b>{one.name}</b> {moreOf(one)}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Side>
  )
}

const moreOf = ({ staffNo, schoolName, subject, title, backbone }: Candidate): string =>
  [staffNo, schoolName, subject, title, backbone].filter(Boolean).join('，')
