import { Button, Input } from 'antd'
import { useState } from 'react'
import { useAct } from '#ui/act.ts'
import { Side } from '#ui/entry.tsx'
import { ProblemNote } from '#ui/problem-view.tsx'
import { useWords } from '#ui/words.ts'
import { creditApi } from '../credit.contract.ts'
import { readPasted } from '../entry.rules.ts'
import type { PlanShown } from '../plan.contract.ts'
import { creditWords } from './credit-words.ts'

/** What teachers earned elsewhere, pasted from a sheet; what cannot be read is said line by line. */
export function EnterSide({ schoolId, plan, onClose }: { schoolId: number; plan: PlanShown; onClose: () => void }) {
  const t = useWords(creditWords)
  const [text, setText] = useState('')
  const { lines, mistakes } = readPasted(text)
  const credits = Math.round(lines.reduce((sum, line) => sum + line.credits, 0) * 100) / 100
  const enter = useAct(creditApi.enter, { done: (reply) => t('entered', reply), then: onClose })
  return (
    <Side title={t('enterTitle')} open onClose={onClose}>
      <p>{t('enterLead')}</p>
      <p className="quiet">{t('choices', { tiers: plan.tiers.join('、'), fields: plan.fields.join('、') })}</p>
      <Input.TextArea
        aria-label={t('paste')}
        autoSize={{ minRows: 6, maxRows: 16 }}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <p aria-live="polite">{lines.length > 0 ? t('read', { n: lines.length, credits }) : t('nothing')}</p>
      {mistakes.length > 0 && (
        <ul role="alert">
          {mistakes.slice(0, 5).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      <ProblemNote error={enter.error} />
      <p className="entry-acts">
        <Button
          type="primary"
          disabled={lines.length === 0 || mistakes.length > 0}
          loading={enter.isPending}
          onClick={() => enter.mutate({ params: { schoolId }, body: { lines } })}
        >
          {t('enterAct', { n: lines.length })}
        </Button>
      </p>
    </Side>
  )
}
