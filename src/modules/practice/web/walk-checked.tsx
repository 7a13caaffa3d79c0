import { dayInWords, dayOf, momentInWords } from '#shared/day.ts'
import { codeInGroups } from '#shared/paper-code.ts'
import type { Received } from '#ui/api.ts'
import { CheckedPaper } from '#ui/checked-paper.tsx'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import type { walkApi } from '../walk.contract.ts'
import { walkWords } from './walk-words.ts'

type Paper = NonNullable<Received<typeof walkApi.verify>['walk']>

/** The certificate of a walk as whoever holds it compares it. */
export function WalkChecked({ paper }: { paper: Paper }) {
  const t = useWords(walkWords)
  return (
    <CheckedPaper
      holds
      title={t('valid')}
      told={[t('compare')]}
      facts={[
        [t('paper'), t('paperName')],
        [t('number'), paper.number],
        [t('code'), codeInGroups(paper.code)],
        [t('route'), paper.route],
        [t('school'), paper.school],
        [t('classes'), paper.classes],
        [t('people'), paper.headCount],
        [t('doneOn'), dayInWords(dayOf(new Date(paper.doneAt)))],
      ]}
    >
      <RuledTable
        caption={t('came')}
        quiet
        rows={paper.stops}
        rowKey={({ name }) => name}
        columns={[
          { key: 'stop', title: t('stop'), heads: true, cell: ({ name }) => name },
          { key: 'cameAt', title: t('cameAt'), cell: ({ cameAt }) => momentInWords(new Date(cameAt)).slice(11) },
        ]}
      />
    </CheckedPaper>
  )
}
