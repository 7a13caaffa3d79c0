import { Button, Input } from 'antd'
import { useId, useMemo, useState } from 'react'
import { useAct } from '#ui/act.ts'
import type { Received } from '#ui/api.ts'
import { DayInput } from '#ui/day-input.tsx'
import { Side } from '#ui/entry.tsx'
import { ProblemNote } from '#ui/problem-view.tsx'
import { useWords } from '#ui/words.ts'
import { readBulk } from '../bulk.rules.ts'
import { invitationApi } from '../invitation.contract.ts'
import type { NamedSchool } from '../invitation.rules.ts'
import { accountsWords } from './accounts-words.ts'
import { BulkFaults } from './bulk-faults.tsx'

export type BulkLinks = Received<typeof invitationApi.inviteLiaisons>['links']

/** Lines that were left out, and until when those are invited who were not. */
export interface BulkLeft {
  n: number
  text: string
  untilDay: string | undefined
}

export interface BulkMade {
  links: BulkLinks
  left: BulkLeft
}

interface Given {
  unitId: number
  /** Those whose liaisons may be invited. */
  schools: readonly NamedSchool[]
  /** What is still to be put right of a list before. */
  first: BulkLeft | undefined
  open: boolean
  onClose: () => void
  onMade: (made: BulkMade) => void
}

/** Excel in China saves a .csv in GB 18030, everything else in UTF-8. */
function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** Invites the liaisons of many schools from a pasted list; lines with a fault are named and stay behind. */
export function BulkSide({ unitId, schools, first, open, onClose, onMade }: Given) {
  const t = useWords(accountsWords)
  const id = useId()
  const [text, setText] = useState(first?.text ?? '')
  const [untilDay, setUntilDay] = useState(first?.untilDay)
  const { lines, faults, left } = useMemo(() => readBulk(text, schools), [text, schools])
  const act = useAct(invitationApi.inviteLiaisons, {
    then: ({ links }) => {
      onClose()
      onMade({ links, left: { n: faults.length, text: left, untilDay } })
    },
  })
  const readFile = async (file: File | undefined) => file && setText(decoded(await file.arrayBuffer()))
  return (
    <Side title={t('manyTitle')} open={open} onClose={onClose}>
      <div className="bulk">
        <label htmlFor={`${id}lines`}>{t('manyLines')}</label>
        <p className="quiet">{t('manyHint')}</p>
        <Input.TextArea
          id={`${id}lines`}
          rows={12}
          value={text}
          onChange={({ target }) => setText(target.value)}
          spellCheck={false}
        />
        <p className="quiet" aria-live="polite">
          {t('manyCount', { n: lines.length })}
          {faults.length > 0 && t('manyFaulty', { n: faults.length })}
        </p>
        <BulkFaults faults={faults} />
        <label htmlFor={`${id}file`}>{t('manyFile')}</label>
        <input
          id={`${id}file`}
          type="file"
          accept=".csv,.txt"
          onChange={({ target }) => void readFile(target.files?.[0])}
        />
        <label htmlFor={`${id}until`}>{t('untilDay')}</label>
        <DayInput id={`${id}until`} value={untilDay ?? null} onChange={setUntilDay} />
        <ProblemNote error={act.error} />
        <p className="entry-acts">
          <Button
            type="primary"
            disabled={lines.length === 0}
            loading={act.isPending}
            onClick={() => act.mutate({ params: { unitId }, body: { lines, untilDay: untilDay ?? null } })}
          >
            {t('manyMake', { n: lines.length })}
          </Button>
        </p>
      </div>
    </Side>
  )
}
