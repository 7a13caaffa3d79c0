import { dayInWords } from '#shared/day.ts'
import { codeInGroups } from '#shared/paper-code.ts'
import type { Received } from '#ui/api.ts'
import { CheckedPaper } from '#ui/checked-paper.tsx'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import type { certificateApi } from '../certificate.contract.ts'
import { serviceWords } from './service-words.ts'
import { mobilityWords } from './words.ts'

type Paper = NonNullable<Received<typeof certificateApi.verify>['certificate']>

const titles = { 有效: 'validTitle', 已作废: 'withdrawnTitle', 已替代: 'supersededTitle' } as const

/** A certificate of service as whoever holds it compares it. */
export function CertificateChecked({ paper }: { paper: Paper }) {
  const s = useWords(serviceWords)
  const { state, changedOn, why } = paper
  return (
    <CheckedPaper
      holds={state === '有效'}
      title={s(titles[state])}
      told={[changedOn && s('changedOn', { day: dayInWords(changedOn) }), why && s('because', { why }), s('compare')]}
      facts={[
        [s('paper'), s('paperName')],
        [s('number'), paper.number],
        [s('code'), codeInGroups(paper.code)],
        [s('who'), paper.name],
        [s('purpose'), paper.purpose],
        [s('issuedOn'), dayInWords(paper.issuedOn)],
        [s('signature'), paper.signature],
        [s('years'), paper.years === 0 ? s('leadShort') : s('yearsOf', { years: paper.years })],
      ]}
    >
      <Lines lines={paper.lines} />
    </CheckedPaper>
  )
}

function Lines({ lines }: { lines: Paper['lines'] }) {
  const s = useWords(serviceWords)
  const m = useWords(mobilityWords)
  return (
    <RuledTable
      caption={s('rotations')}
      quiet
      rows={lines}
      rowKey={({ startOn, toSchool }) => `${startOn} ${toSchool}`}
      columns={[
        { key: 'way', title: m('way'), heads: true, cell: ({ fromSchool: from, toSchool: to }) => m('wayOf', { from, to }) }, // prettier-ignore
        { key: 'form', title: m('form'), className: 'still', cell: ({ form }) => form },
        { key: 'span', title: s('span'), cell: ({ startOn, endOn }) => m('spanOf', { from: dayInWords(startOn), to: dayInWords(endOn) }) }, // prettier-ignore
        { key: 'grades', title: s('grades'), cell: ({ grades }) => grades.map(({ schoolYear, grade }) => `${m('yearOf', { year: schoolYear })}${grade}`).join('，') || s('notGraded') }, // prettier-ignore
      ]}
    />
  )
}
