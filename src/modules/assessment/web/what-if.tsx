import { Button, InputNumber } from 'antd'
import { useState } from 'react'
import { grouped } from '#shared/group.ts'
import { percentage } from '#shared/numbers.ts'
import { Change } from '#ui/change.tsx'
import { Mark } from '#ui/mark.tsx'
import { inFigures, moved } from '#ui/number.ts'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { judge, targetInWords, type Bounds } from '../target.rules.ts'
import { answersFor, type Share } from '../what-if.rules.ts'
import type { FigureData } from './formula.tsx'
import { targetWords } from './target-words.ts'
import { cockpitWords } from './words.ts'

/** What a share would be with other numbers, and how many it takes under each rule. Nothing of it is stored. */
export function WhatIf({ data }: { data: FigureData }) {
  const { numerator, denominator } = data.figure
  if (numerator === null || !denominator || !data.formula.denominator) return null
  return <Panel key={`${numerator}/${denominator}`} data={data} was={{ numerator, denominator }} />
}

interface Rule {
  key: string
  source: string
  bounds: Bounds
}

function Panel({ data, was }: { data: FigureData; was: Share }) {
  const t = useWords(targetWords)
  const [share, setShare] = useState(was)
  const [imagined, setImagined] = useState(() => nextBar(was))
  const unit = data.formula.numerator!.unit
  const value = percentage(share.numerator, share.denominator)
  const both = (n: number) => ({ numerator: share.numerator + n, denominator: share.denominator + n })
  const rules = [...rulesOf(data, t), { key: 'imagined', source: t('imaginedRow'), bounds: { atLeast: imagined } }]
  return (
    <section className="what-if" aria-labelledby="what-if">
      <div className="section-head">
        <h2 id="what-if">{t('whatIf')}</h2>
        <p>{t('whatIfLead')}</p>
      </div>
      <div className="what-if-sides">
        <Side data={data} side="numerator" share={share} most={share.denominator} onChange={setShare} />
        <Side data={data} side="denominator" share={share} most={was.denominator * 2} onChange={setShare} />
        <div className="what-if-both">
          <Button onClick={() => setShare(both(1))}>{t('addBoth', { unit })}</Button>
          <Button disabled={share.numerator === 0 || share.denominator === 1} onClick={() => setShare(both(-1))}>
            {t('leaveBoth', { unit })}
          </Button>
          <Button onClick={() => setShare(was)}>{t('reset')}</Button>
          <p className="quiet">{t('bothHint')}</p>
        </div>
        <p className="what-if-value" role="status">
          {t('would')} <b>{inFigures(value, 2)}</b> <span className="unit">%</span>{' '}
          <Change by={moved(data.figure.value, value)} unit="%" />
        </p>
      </div>
      <Answers rules={rules} share={share} unit={unit} />
      <label className="imagined">
        {t('imagined')}
        <InputNumber
          aria-label={t('imagined')}
          min={0}
          max={100}
          precision={2}
          value={imagined}
          onChange={(bar) => bar !== null && setImagined(bar)}
        />
      </label>
    </section>
  )
}

/** The next round bar above what is there: worth asking about. */
const nextBar = ({ numerator, denominator }: Share) =>
  Math.min(100, (Math.floor((numerator * 20) / denominator) + 1) * 5)

/** The rules of this year and of those to come; those that ask for the same stand once. */
function rulesOf({ figure }: FigureData, t: (key: 'year', facts: { year: number }) => string): Rule[] {
  const now = figure.rules.map((rule) => ({ rule, source: `${rule.packName} ${rule.clause}` }))
  const ahead = figure.ahead.map((rule) => ({
    rule,
    source: `${rule.packName} ${rule.clause}，${t('year', { year: rule.by })}`,
  }))
  return [...grouped([...now, ...ahead], ({ rule }) => rule.target)].map(([key, same]) => ({
    key,
    source: [...new Set(same.map(({ source }) => source))].join('；'),
    bounds: same[0]!.rule,
  }))
}

interface SideGiven {
  data: FigureData
  side: 'numerator' | 'denominator'
  share: Share
  most: number
  onChange: (share: Share) => void
}

/** One of the two numbers: by the slide, by the keyboard, or typed. */
function Side({ data, side, share, most, onChange }: SideGiven) {
  const { title, unit } = data.formula[side]!
  const change = (to: number | null) => to !== null && onChange(within({ ...share, [side]: Math.round(to) }, side))
  const least = side === 'denominator' ? 1 : 0
  return (
    <div className="what-if-side">
      <span aria-hidden="true">{title}</span>
      <input
        type="range"
        aria-label={title}
        min={least}
        max={Math.max(most, share[side])}
        value={share[side]}
        onChange={({ target }) => change(Number(target.value))}
      />
      <InputNumber aria-label={`${title}（${unit}）`} min={least} precision={0} value={share[side]} onChange={change} />
    </div>
  )
}

/** Whoever is counted above is counted below: the one that was not touched follows. */
function within(share: Share, touched: SideGiven['side']): Share {
  if (share.numerator <= share.denominator) return share
  return touched === 'numerator'
    ? { ...share, denominator: share.numerator }
    : { ...share, numerator: share.denominator }
}

function Answers({ rules, share, unit }: { rules: Rule[]; share: Share; unit: string }) {
  const t = useWords(targetWords)
  const c = useWords(cockpitWords)
  const amount = (n: number | null) => (n === null ? t('cannot') : t('amount', { n: inFigures(n), unit }))
  const amounts = { ...share, value: percentage(share.numerator, share.denominator) }
  const judged = (bounds: Bounds) => judge(bounds, { indicator: { code: '', kind: 'share' }, amounts, unit })
  const answer = ({ bounds }: Rule, key: 'within' | 'fresh') =>
    judged(bounds).status === 'met' ? t('nothing') : amount(answersFor(share, bounds)[key])
  return (
    <RuledTable
      caption={t('whatIf')}
      quiet
      rows={rules}
      rowKey={({ key }) => key}
      columns={[
        {
          key: 'bar',
          title: t('rule'),
          heads: true,
          className: 'still',
          cell: ({ bounds }) => `${targetInWords(bounds)} %`,
        },
        {
          key: 'standing',
          title: t('standing'),
          className: 'still',
          cell: ({ bounds }) => <Mark standing={judged(bounds).status} />,
        },
        { key: 'within', title: t('within'), numeric: true, cell: (rule) => answer(rule, 'within') },
        { key: 'fresh', title: t('fresh'), numeric: true, cell: (rule) => answer(rule, 'fresh') },
        {
          key: 'leave',
          title: t('mayGo'),
          numeric: true,
          cell: ({ bounds }) => {
            const { leave } = answersFor(share, bounds)
            return leave === null ? t('nothing') : amount(leave)
          },
        },
        { key: 'source', title: c('source'), className: 'wide', cell: ({ source }) => source },
      ]}
    />
  )
}
