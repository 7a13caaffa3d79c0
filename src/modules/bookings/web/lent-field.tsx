import { InputNumber } from 'antd'
import { useWords } from '#ui/words.ts'
import type { Thing } from './book-request.ts'
import { bookingWords } from './booking-words.ts'

interface Given {
  things: readonly Thing[]
  /** How many of what, by its number. */
  value?: Readonly<Record<string, number>>
  onChange?: (value: Record<string, number>) => void
}

/** What the venues lend, each with a field for how many are taken along. */
export function LentField({ things, value = {}, onChange }: Given) {
  const t = useWords(bookingWords)
  return (
    <div className="booking-lent">
      {things.map(({ id, name, unit, stock }) => (
        <label key={id}>
          {name}
          <InputNumber
            min={0}
            max={stock}
            precision={0}
            value={value[id] ?? null}
            onChange={(quantity) => onChange?.({ ...value, [id]: quantity ?? 0 })}
          />
          <span className="quiet">{t('stock', { stock, unit })}</span>
        </label>
      ))}
    </div>
  )
}
