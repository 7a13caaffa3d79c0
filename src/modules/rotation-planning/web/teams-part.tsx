import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useAct } from '#ui/act.ts'
import { asQuery } from '#ui/api.ts'
import { later } from '#ui/later.tsx'
import { ProblemNote } from '#ui/problem-view.tsx'
import { RuledTable } from '#ui/ruled-table.tsx'
import { TableSkeleton } from '#ui/skeleton.tsx'
import { useWords } from '#ui/words.ts'
import { teamApi, type Pin, type Team } from '../team.contract.ts'
import type { PartGiven } from './season-page.tsx'
import { settingWords } from './setting-words.ts'

const TeamSide = later(async () => (await import('./team-sides.tsx')).TeamSide)
const PinSide = later(async () => (await import('./team-sides.tsx')).PinSide)

/** What the office decides before the plan: who goes together, and whose way is fixed. */
export function TeamsPart({ season }: PartGiven) {
  const { data, error } = useQuery(asQuery(teamApi.list, { params: { seasonId: season.id } }))
  const [side, setSide] = useState<'team' | 'pin'>()
  if (!data) return error ? <ProblemNote error={error} /> : <TableSkeleton rows={4} columns={4} />
  const given = { seasonId: season.id, schools: data.schools, onClose: () => setSide(undefined) }
  return (
    <>
      <Teams seasonId={season.id} teams={data.teams} onAdd={() => setSide('team')} />
      <Pins seasonId={season.id} pins={data.pins} onAdd={() => setSide('pin')} />
      <TeamSide {...given} open={side === 'team'} />
      <PinSide {...given} open={side === 'pin'} />
    </>
  )
}

function Teams({ seasonId, teams, onAdd }: { seasonId: string; teams: Team[]; onAdd: () => void }) {
  const t = useWords(settingWords)
  const remove = useAct(teamApi.remove, { done: () => t('teamRemoved') })
  const namesOf = ({ members }: Team) => members.map(({ name }) => name).join('、')
  return (
    <section className="season-part">
      <div className="section-head">
        <h2>{t('teamsTitle')}</h2>
        <Button onClick={onAdd}>{t('addTeam')}</Button>
      </div>
      <p className="quiet">{t('teamsLead')}</p>
      <ProblemNote error={remove.error} />
      <RuledTable
        caption={t('teamsTitle')}
        quiet
        rows={teams}
        rowKey={({ id }) => id}
        empty={t('noTeams')}
        columns={[
          { key: 'members', title: t('members'), heads: true, cell: namesOf },
          { key: 'school', title: t('school'), className: 'wide', cell: ({ schoolName }) => schoolName },
          { key: 'stage', title: t('stage'), className: 'still', cell: ({ stage }) => stage ?? '—' },
          {
            key: 'acts',
            title: t('acts'),
            acts: true,
            cell: (team) => (
              <Button
                size="small"
                aria-label={t('removeTeamOf', { names: namesOf(team) })}
                onClick={() => remove.mutate({ params: { seasonId, teamId: team.id } })}
              >
                {t('removeTeam')}
              </Button>
            ),
          },
        ]}
      />
    </section>
  )
}

function Pins({ seasonId, pins, onAdd }: { seasonId: string; pins: Pin[]; onAdd: () => void }) {
  const t = useWords(settingWords)
  const unpin = useAct(teamApi.unpin, { done: () => t('unpinned') })
  return (
    <section className="season-part">
      <div className="section-head">
        <h2>{t('pinsTitle')}</h2>
        <Button onClick={onAdd}>{t('addPin')}</Button>
      </div>
      <p className="quiet">{t('pinsLead')}</p>
      <ProblemNote error={unpin.error} />
      <RuledTable
        caption={t('pinsTitle')}
        quiet
        rows={pins}
        rowKey={({ id }) => id}
        empty={t('noPins')}
        columns={[
          { key: 'teacher', title: t('teacher'), heads: true, className: 'still', cell: ({ name }) => name },
          { key: 'school', title: t('school'), className: 'wide', cell: ({ schoolName }) => schoolName },
          {
            key: 'kind',
            title: t('kind'),
            className: 'wide',
            cell: ({ kind, toSchoolName }) => t(`pinned_${kind}`, { school: toSchoolName }),
          },
          { key: 'note', title: t('pinNote'), className: 'wide', cell: ({ note }) => note ?? '—' },
          {
            key: 'acts',
            title: t('acts'),
            acts: true,
            cell: ({ id, name }) => (
              <Button
                size="small"
                aria-label={t('unpinOf', { name })}
                onClick={() => unpin.mutate({ params: { seasonId, pinId: id } })}
              >
                {t('unpin')}
              </Button>
            ),
          },
        ]}
      />
    </section>
  )
}
