import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { call } from '#ui/api.ts'
import { inFigures } from '#ui/number.ts'
import { Picker } from '#ui/picker.tsx'
import { ProblemNote } from '#ui/problem-view.tsx'
import { useWords } from '#ui/words.ts'
import { correctionApi } from '../correction.contract.ts'
import type { ColumnMatch, Import } from '../import.contract.ts'
import './correction.css'
import { correctionWords } from './correction-words.ts'

type Match = z.infer<typeof ColumnMatch>

interface Given {
  one: Import
  onChanged: (changed: Import) => void
}

/** Columns that the file calls something else: said once, remembered for the next file. */
export function HeaderMatch({ one, onChanged }: Given) {
  const t = useWords(correctionWords)
  const [isChanging, setIsChanging] = useState(false)
  const matches = one.report?.matches ?? []
  const mapped = matches.flatMap(({ sheet, mapped }) => mapped.map((pair) => ({ sheet, ...pair })))
  const isAsked = matches.some(({ missing }) => missing.some(({ asked }) => asked))
  const mayAnswer = one.status === 'checked'
  if (mapped.length === 0 && !(isAsked && mayAnswer)) return null
  return (
    <section className="header-match" aria-labelledby="header-match">
      <h2 id="header-match">{t('headers')}</h2>
      {mapped.map((pair) => (
        <p key={`${pair.sheet} ${pair.title}`}>{t('mappedAs', pair)}</p>
      ))}
      {mayAnswer && (isAsked || isChanging) && <Answers one={one} matches={matches} onChanged={onChanged} />}
      {mayAnswer && !isAsked && !isChanging && (
        <p className="acts">
          <Button onClick={() => setIsChanging(true)}>{t('change')}</Button>
        </p>
      )}
    </section>
  )
}

interface Asked {
  sheet: string
  title: string
  required: boolean
  header: string
  headers: string[]
}

const keyOf = ({ sheet, title }: Pick<Asked, 'sheet' | 'title'>) => `${sheet} ${title}`

/** What is asked at once, and the columns that may be asked about too. */
function askedOf(matches: readonly Match[], all: boolean): Asked[] {
  return matches.flatMap(({ sheet, missing, mapped, headers }) => [
    ...mapped.map(({ title, header }) => ({ sheet, title, required: false, header, headers: [header, ...headers] })),
    ...missing
      .filter(({ asked }) => all || asked)
      .map(({ title, required, offered }) => ({ sheet, title, required, header: offered, headers })),
  ])
}

function Answers({ one, matches, onChanged }: Given & { matches: Match[] }) {
  const t = useWords(correctionWords)
  const queries = useQueryClient()
  const [all, setAll] = useState(false)
  const [said, setSaid] = useState<Record<string, string>>({})
  const asked = askedOf(matches, all)
  const rest = askedOf(matches, true).length - asked.length
  const answer = useMutation({
    mutationFn: () =>
      call(correctionApi.answer, {
        params: { importId: one.id },
        body: {
          answers: asked.map((column) => ({
            sheet: column.sheet,
            title: column.title,
            header: said[keyOf(column)] ?? column.header,
          })),
        },
      }),
    onSuccess: () => {
      queries.removeQueries({ queryKey: [correctionApi.rows.path] })
      onChanged({ ...one, rechecking: true })
    },
  })
  return (
    <>
      <p className="quiet">{t('headersLead')}</p>
      <div className="pairs">
        {asked.map((column) => (
          <Pair
            key={keyOf(column)}
            column={column}
            header={said[keyOf(column)] ?? column.header}
            onPick={(header) => setSaid({ ...said, [keyOf(column)]: header })}
          />
        ))}
      </div>
      <p className="acts">
        <Button type="primary" loading={answer.isPending} onClick={() => answer.mutate()}>
          {t('answer')}
        </Button>
        {rest > 0 && !all && <Button onClick={() => setAll(true)}>{t('otherColumns', { n: inFigures(rest) })}</Button>}
      </p>
      <ProblemNote error={answer.error} />
    </>
  )
}

function Pair({ column, header, onPick }: { column: Asked; header: string; onPick: (header: string) => void }) {
  const t = useWords(correctionWords)
  const name = `${column.sheet}：${column.title}`
  const headers = [...new Set([column.header, ...column.headers])].filter((one) => one !== '')
  return (
    <>
      <span>
        {name}
        {column.required && <span className="quiet">（{t('requiredColumn')}）</span>}
      </span>
      <Picker
        label={name}
        value={header}
        options={[...headers.map((one) => ({ value: one, label: one })), { value: '', label: t('noHeader') }]}
        onPick={(picked) => onPick(picked ?? '')}
      />
    </>
  )
}
