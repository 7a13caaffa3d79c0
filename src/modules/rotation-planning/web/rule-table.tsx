import { InputNumber } from 'antd'
import { Problem } from '#shared/problem.ts'
import { inFigures } from '#ui/number.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import type { RuleName } from '../setting.contract.ts'
import { settingWords } from './setting-words.ts'
import type { SettingDraft, Settings } from './settings-part.tsx'

type Unit = 'percent' | 'people' | 'teams' | 'km' | 'points'
type Line = { name: RuleName | 'keptPercent'; unit: Unit; most: number }

const lines: readonly Line[] = [
  { name: 'leastPercent', unit: 'percent', most: 100 },
  { name: 'mostPercent', unit: 'percent', most: 100 },
  { name: 'backbonePercent', unit: 'percent', most: 100 },
  { name: 'teams', unit: 'teams', most: 50 },
  { name: 'standingGap', unit: 'points', most: 100 },
  { name: 'subjectPercent', unit: 'percent', most: 100 },
  { name: 'slack', unit: 'people', most: 20 },
  { name: 'sharePercent', unit: 'percent', most: 300 },
  { name: 'schoolSlack', unit: 'people', most: 50 },
  { name: 'farthestKm', unit: 'km', most: 100 },
  { name: 'keptPercent', unit: 'percent', most: 100 },
]

interface Given {
  data: Settings
  draft: SettingDraft
  error: unknown
  onChange: (part: Partial<SettingDraft>) => void
}

/** Each rule in words with its number, and the documents that speak of it. */
export function RuleTable({ data, draft, error, onChange }: Given) {
  const t = useWords(settingWords)
  const valueOf = ({ name }: Line) => (name === 'keptPercent' ? draft.keptPercent : draft.rules[name])
  const set = ({ name }: Line, value: number | null) =>
    value === null || onChange(name === 'keptPercent' ? { keptPercent: value } : { rules: { ...draft.rules, [name]: value } }) // prettier-ignore
  return (
    <>
      <RuledTable
        caption={t('rules')}
        quiet
        rows={[...lines]}
        rowKey={({ name }) => name}
        columns={[
          { key: 'rule', title: t('rule'), heads: true, cell: ({ name }) => t(name) },
          {
            key: 'number',
            title: t('number'),
            className: 'still',
            cell: (line) => (
              <>
                <InputNumber
                  className="need-input"
                  aria-label={t(line.name)}
                  min={0}
                  max={line.most}
                  precision={0}
                  value={valueOf(line)}
                  onChange={(value) => set(line, value)}
                />{' '}
                {t(`unit_${line.unit}`)}
                {inPeople(line, valueOf(line), data.eligible) !== null &&
                  t('people', { n: inFigures(inPeople(line, valueOf(line), data.eligible)) })}
              </>
            ),
          },
          {
            key: 'source',
            title: t('source'),
            className: 'wide rule-said',
            cell: (line) => <Source data={data} line={line} />,
          },
        ]}
      />
      <ProblemNote error={wordsOf(error)} />
    </>
  )
}

/** What a share of the eligible comes to. */
function inPeople({ name }: Line, percent: number, eligible: number): number | null {
  if (name === 'leastPercent') return Math.ceil((eligible * percent) / 100)
  return name === 'mostPercent' ? Math.floor((eligible * percent) / 100) : null
}

function Source({ data: { sources }, line: { name } }: { data: Settings; line: Line }) {
  const t = useWords(settingWords)
  const found = sources.filter(({ rule }) => rule === name || (rule === 'leastPercent' && name === 'mostPercent'))
  const said = name === 'mostPercent' ? found.filter(({ upTo }) => upTo !== null) : found
  if (said.length === 0) return <span className="quiet">{t('ownRule')}</span>
  return (
    <ul>
      {said.map((source) => (
        <li key={`${source.pack} ${source.words}`}>{t('clause', source)}</li>
      ))}
    </ul>
  )
}

/** A fault of a field is said in its own words. */
function wordsOf(error: unknown): unknown {
  const issues = error instanceof Problem ? (error.facts['issues'] as { message: string }[] | undefined) : undefined
  return issues?.[0] ? new Problem('rotationPlanning.setting', 400, issues[0].message) : error
}
