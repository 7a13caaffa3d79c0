import { useWords } from '#ui/words.ts'
import type { Rubric } from '../review.contract.ts'
import { reviewWords } from './review-words.ts'
import './course.css'

interface Given {
  rubric: Rubric | null
  levels: Record<string, string>
  onLevels: (levels: Record<string, string>) => void
}

/** The items of the rubric, each with its levels to choose from. */
export function LevelsField({ rubric, levels, onLevels }: Given) {
  const t = useWords(reviewWords)
  return rubric?.items.map((item) => (
    <fieldset key={item.code} className="course-rubric">
      <legend>{t('levels', item)}</legend>
      <span className="quiet">{item.words}</span>
      {rubric.levels.map(({ title }) => (
        <label key={title}>
          <input
            type="radio"
            name={item.code}
            checked={levels[item.code] === title}
            onChange={() => onLevels({ ...levels, [item.code]: title })}
          />
          {title}
        </label>
      ))}
    </fieldset>
  ))
}
