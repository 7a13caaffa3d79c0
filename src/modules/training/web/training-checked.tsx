import { dayInWords } from '#shared/day.ts'
import { codeInGroups } from '#shared/paper-code.ts'
import type { Received } from '#ui/api.ts'
import { CheckedPaper } from '#ui/checked-paper.tsx'
import { useWords } from '#ui/words.ts'
import type { creditApi } from '../credit.contract.ts'
import { creditWords } from './credit-words.ts'

type Paper = NonNullable<Received<typeof creditApi.verify>['certificate']>

/** The certificate of a course as whoever holds it compares it. */
export function TrainingChecked({ paper }: { paper: Paper }) {
  const t = useWords(creditWords)
  return (
    <CheckedPaper
      holds
      title={t('valid')}
      told={[t('compare')]}
      facts={[
        [t('paperKind'), t('paperName')],
        [t('code'), codeInGroups(paper.code)],
        [t('name'), paper.name],
        [t('school'), paper.school],
        [t('course'), paper.title],
        [t('organiser'), paper.organiser],
        [t('counts'), t('countsLine', paper)],
        [t('endedOn'), dayInWords(paper.earnedOn)],
      ]}
    >
      {null}
    </CheckedPaper>
  )
}
