import { Button } from 'antd'
import { MemberTable } from '#ui/member-table.tsx'
import { useWords } from '#ui/words.ts'
import type { Project } from '../project.contract.ts'
import type { Doing } from './project-page.tsx'
import { projectWords } from './project-words.ts'

/** Who works on a project beside its head, and who did. */
export function MemberSection({ project, onDo }: { project: Project; onDo: (what: Doing) => void }) {
  const t = useWords(projectWords)
  const leads = project.can.includes('lead')
  const onLeave = leads ? (member: Project['people'][number]) => onDo({ what: 'leave', member }) : undefined
  return (
    <section className="project-section" aria-label={t('members')}>
      <h2>{t('members')}</h2>
      {leads && (
        <div className="project-tools no-print">
          <Button onClick={() => onDo({ what: 'members' })}>{t('addMembers')}</Button>
        </div>
      )}
      {project.people.length === 0 ? (
        <p>{t('noMembers')}</p>
      ) : (
        <MemberTable title={t('members')} members={project.people} onLeave={onLeave} />
      )}
    </section>
  )
}
