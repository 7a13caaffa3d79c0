import { Radio } from 'antd'
import { useWords } from '#ui/words.ts'
import { weighings, type WeightName, type WeightsSet } from '../setting.contract.ts'
import { settingWords } from './setting-words.ts'

const names: readonly WeightName[] = ['travel', 'wishes', 'balance', 'demand']

/** In words how much each aim counts. */
export function Weights({ value, onChange }: { value: WeightsSet; onChange: (weights: WeightsSet) => void }) {
  const t = useWords(settingWords)
  return (
    <div className="weighings">
      {names.map((name) => (
        <div key={name} className="weighing" role="group" aria-label={t(name)}>
          <span>{t(name)}</span>
          <Radio.Group
            optionType="button"
            name={name}
            value={value[name]}
            options={weighings.map((one) => ({ value: one, label: t(one) }))}
            onChange={({ target }) => onChange({ ...value, [name]: target.value as WeightsSet[WeightName] })}
          />
        </div>
      ))}
    </div>
  )
}
