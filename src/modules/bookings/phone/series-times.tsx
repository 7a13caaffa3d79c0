import type { Occurrence } from '../booking.contract.ts'

/** Each time of a series: those that can be had are ticked and can be left out; what stands in the way of the others is told. */
export function Times({
  occurrences,
  skip,
  onSkip,
}: {
  occurrences: readonly Occurrence[]
  skip: readonly string[]
  onSkip: (days: readonly string[]) => void
}) {
  // prettier-ignore
  const bad = occurrences.filter(({ why }) => why.length > 0).length
  const toggle = (day: string, isOn: boolean) => onSkip(isOn ? skip.filter((one) => one !== day) : [...skip, day])
  return (
    <fieldset className="m-times">
      <legend>
        <span role="status">{wordsFor(occurrences.length, bad)}</span>
      </legend>
      {occurrences.map(({ day, words, why, unknown }) => (
        <label key={day}>
          <input
            type="checkbox"
            checked={!skip.includes(day)}
            disabled={why.length > 0}
            onChange={(event) => toggle(day, event.target.checked)}
          />
          <span>
            {words}
            {why.length > 0 && <span className="bad">{`：${why.map((one) => one.words).join('')}`}</span>}
            {why.length === 0 && unknown && <span className="quiet">{`（${unknown}）`}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function wordsFor(all: number, bad: number): string {
  if (bad === all) return '每一次都订不到，请换一个时间。'
  return bad === 0 ? `共 ${all} 次，都订得到` : `共 ${all} 次，其中 ${bad} 次订不到，已跳过`
}
