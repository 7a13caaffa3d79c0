import { Button } from 'antd'
import { Picker } from '#ui/picker.tsx'
import { useWords, type Say } from '#ui/words.ts'
import { MOST_RANKED, type WishSchool } from '../wish.contract.ts'
import { wishWords } from './wish-words.ts'

interface Given {
  schools: readonly WishSchool[]
  value?: number[]
  onChange?: (ranked: number[]) => void
}

/** Schools in the order in which they are wished for: added, moved and taken off by touch or key, without dragging. */
export function RankInput({ schools, value = [], onChange }: Given) {
  const t = useWords(wishWords)
  const nameOf = (id: number) => schools.find((school) => school.id === id)?.name ?? ''
  const change = (ranked: number[]) => onChange?.(ranked)
  const up = (at: number) => change(value.map((id, n) => (n === at - 1 ? value[at]! : n === at ? value[at - 1]! : id)))
  const left = schools.filter(({ id }) => !value.includes(id))
  return (
    <div className="ranks">
      <ol>
        {value.map((id, at) => (
          <li key={id}>
            <span className="rank-name">{`${at + 1}. ${nameOf(id)}`}</span>
            {at > 0 && (
              <Button aria-label={t('up', { school: nameOf(id) })} onClick={() => up(at)}>
                {t('upShort')}
              </Button>
            )}
            <Button
              aria-label={t('off', { school: nameOf(id) })}
              onClick={() => change(value.filter((other) => other !== id))}
            >
              {t('offShort')}
            </Button>
          </li>
        ))}
      </ol>
      {value.length < MOST_RANKED && left.length > 0 && (
        <Picker
          label={t('add')}
          all={t(value.length === 0 ? 'choose' : 'add')}
          value={undefined}
          options={left.map((school) => ({ value: school.id, label: labelOf(school, t) }))}
          onPick={(id) => id !== undefined && change([...value, id])}
        />
      )}
    </div>
  )
}

function labelOf({ name, km, sameStage }: WishSchool, t: Say<keyof typeof wishWords.zh>): string {
  const school = km === null ? name : t('far', { school: name, km })
  return sameStage ? school : t('otherStage', { school })
}
