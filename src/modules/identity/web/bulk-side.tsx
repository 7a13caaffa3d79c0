import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useAct } from '#ui/act.ts'
import type { Received } from '#ui/api.ts'
import { DayInput } from '#ui/day-input.tsx'
import { Side } from '#ui/entry.tsx'
import { ProblemNote } from '#ui/problem-view.tsx'
import { useWords } from '#ui/words.ts'
import { invitationApi } from '../invitation.contract.ts'
import { accountsWords } from './accounts-words.ts'
import { readBulk } from './bulk-lines.ts'

export type BulkLinks = Received<typeof invitationApi.inviteLiaisons>['links']

interface Given {
  unitId: number
  open: boolean
  onClose: () => void
  onMade: (links: BulkLinks) => void
}

/** Excel in China saves a .csv in GB 18030, everything else in UTF-8. */
function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** Invites the liaisons of many schools from a pasted list. */
export function BulkSide({ unitId, open, onClose, onMade }: Given) {
  const t = useWords(accountsWords)
  const id = useId()
  const [text, setText] = useState('')
  const [untilDay, setUntilDay] = useState<string>()
  const { lines, faults } = readBulk(text)
  const act = useAct(invitationApi.inviteLiaisons, {
    then: ({ links }) => {
      setText('')
      onMade(links)
      onClose()
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
        <label htmlFor={`${id}file`}>{t('manyFile')}</label>
        <input
          id={`${id}file`}
          type="file"
          accept=".csv,.txt"
          onChange={({ target }) => void readFile(target.files?.[0])}
        />
        <label htmlFor={`${id}until`}>{t('untilDay')}</label>
        <DayInput id={`${id}until`} value={untilDay ?? null} onChange={setUntilDay} />
        <p className="quiet" aria-live="polite">
          {t('manyCount', { n: lines.length })}
        </p>
        {faults[0] !== undefined && <p className="problem-note">{t('manyFault', { line: faults[0] })}</p>}
        <ProblemNote error={act.error} />
        <p className="entry-acts">
          <Button
            type="primary"
            disabled={lines.length === 0 || faults.length > 0}
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
