import { Button, Checkbox, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { Problem } from '#shared/problem.ts'
import { useAct } from '#ui/act.ts'
import { Side } from '#ui/entry.tsx'
import { ProblemNote } from '#ui/problem-view.tsx'
import { useWords } from '#ui/words.ts'
import { venueApi, type Venue } from '../venue.contract.ts'
import { venueWords } from './venue-words.ts'

interface Line {
  id?: string
  name: string
  unit: string
  stock: number
  shared: boolean
}
const empty = (): Line => ({ name: '', unit: '件', stock: 1, shared: false })

/** What may be lent with a venue, as one list. */
export function EquipmentSide({ venue, open, onClose }: { venue: Venue; open: boolean; onClose: () => void }) {
  const t = useWords(venueWords)
  const [lines, setLines] = useState<Line[]>(venue.equipment.length > 0 ? venue.equipment : [empty()])
  const save = useAct(venueApi.saveEquipment, { done: () => t('equipmentSaved'), then: onClose })
  const change = (at: number, part: Partial<Line>) =>
    setLines(lines.map((line, n) => (n === at ? { ...line, ...part } : line)))
  const send = () => {
    const equipment = lines.filter(({ name }) => name.trim() !== '')
    save.mutate({ params: { venueId: venue.id }, body: { equipment } })
  }
  return (
    <Side title={t('equipmentSide', venue)} open={open} onClose={onClose}>
      <div className="venue-lines">
        {lines.map((line, n) => (
          <div key={n} className="venue-line">
            <Input
              aria-label={t('thingOf', { n: n + 1 })}
              placeholder={t('thing')}
              value={line.name}
              maxLength={30}
              onChange={({ target }) => change(n, { name: target.value })}
            />
            <InputNumber
              aria-label={t('stockOf', { n: n + 1 })}
              min={0}
              max={9999}
              value={line.stock}
              onChange={(stock) => change(n, { stock: stock ?? 0 })}
            />
            <Input
              aria-label={t('unitOf', { n: n + 1 })}
              placeholder={t('unit')}
              value={line.unit}
              maxLength={4}
              onChange={({ target }) => change(n, { unit: target.value })}
            />
            <Checkbox
              className="venue-lent-on"
              checked={line.shared}
              onChange={({ target }) => change(n, { shared: target.checked })}
              aria-label={`${t('lentOn')}（${n + 1}）`}
            >
              {t('lentOn')}
            </Checkbox>
            <Button
              type="text"
              aria-label={t('removeLineOf', { n: n + 1 })}
              onClick={() => setLines(lines.filter((_, at) => at !== n))}
            >
              ✕
            </Button>
          </div>
        ))}
      </div>
      <Button type="link" onClick={() => setLines([...lines, empty()])}>
        {t('addLine')}
      </Button>
      <ProblemNote error={save.error && sentenceOf(save.error)} />
      <p className="entry-acts">
        <Button type="primary" loading={save.isPending} onClick={send}>
          {t('save')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </p>
    </Side>
  )
}

/** The list is one field: what the server says of it is the whole of the matter. */
export function sentenceOf(error: unknown): unknown {
  const issues = error instanceof Problem ? (error.facts['issues'] as { message: string }[] | undefined) : undefined
  return issues?.[0] && error instanceof Problem ? new Problem(error.code, error.status, issues[0].message) : error
}
