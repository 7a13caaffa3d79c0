import { Button } from 'antd'
import { useState } from 'react'
import { useWords } from '#ui/words.ts'
import type { Board } from './cover-page.tsx'
import { coverWords } from './cover-words.ts'
import { RuleSide } from './sides.ts'

/** By which rule people are found and asked: said in words, changed by the office. */
export function RulePart({ unitId, data: { rule, can } }: { unitId: number; data: Board }) {
  const t = useWords(coverWords)
  const [isOpen, setOpen] = useState(false)
  const count = rule.askCount
  const how = t(`how_${rule.askMode}`, { count })
  return (
    <section aria-labelledby="rule" className="cover-part rules-note">
      <div className="section-head">
        <h2 id="rule">{t('rule')}</h2>
        {can.includes('rule') && <Button onClick={() => setOpen(true)}>{t('changeRule')}</Button>}
      </div>
      <p>{t('ruleWords', { speed: rule.speedKmh, buffer: rule.bufferMinutes, how, wait: rule.waitMinutes, count })}</p>
      <RuleSide unitId={unitId} rule={rule} open={isOpen} onClose={() => setOpen(false)} />
    </section>
  )
}
