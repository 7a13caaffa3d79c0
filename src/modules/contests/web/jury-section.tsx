import { Button } from 'antd'
import { useAct } from '#ui/act.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import type { Contest } from '../contest.contract.ts'
import { juryApi } from '../jury.contract.ts'
import type { Doing } from './contest-page.tsx'
import { contestWords } from './contest-words.ts'

/** Who judges, for the office alone. */
export function JurySection({ contest, onDo }: { contest: Contest; onDo: (what: Doing) => void }) {
  const t = useWords(contestWords)
  const drop = useAct(juryApi.drop, { done: () => t('dropped') })
  const { id: contestId, jurors, can } = contest
  const isOpen = can.includes('keep')
  if (!isOpen && jurors.length === 0) return null
  return (
    <section className="contest-section" aria-label={t('jury')}>
      <h2>{t('jury')}</h2>
      <p className="quiet">{t('juryWho')}</p>
      {isOpen && (
        <div className="contest-tools no-print">
          <Button onClick={() => onDo({ what: 'juror' })}>{t('addJuror')}</Button>
        </div>
      )}
      <ProblemNote error={drop.error ?? undefined} />
      {jurors.length === 0 ? (
        <p>{t('noJury')}</p>
      ) : (
        <RuledTable
          caption={t('jury')}
          quiet
          rows={jurors}
          rowKey={({ id }) => id}
          columns={[
            { key: 'name', title: t('juror'), heads: true, className: 'still', cell: ({ name }) => name },
            { key: 'group', title: t('group'), cell: ({ group }) => group },
            { key: 'scored', title: t('scored'), className: 'still', cell: (juror) => t('scoredOf', juror) },
            {
              key: 'acts',
              title: t('acts'),
              acts: true,
              cell: (juror) =>
                isOpen &&
                juror.scored === 0 && (
                  <Button
                    type="link"
                    size="small"
                    aria-label={t('dropOf', juror)}
                    onClick={() => drop.mutate({ params: { contestId, jurorId: juror.id } })}
                  >
                    {t('drop')}
                  </Button>
                ),
            },
          ]}
        />
      )}
    </section>
  )
}
