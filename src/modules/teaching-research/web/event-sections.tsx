import { Button } from 'antd'
import { sizeInWords } from '#modules/files/file.contract.ts'
import { dayInWords } from '#shared/day.ts'
import { useAct } from '#ui/act.ts'
import { addressOf, call } from '#ui/api.ts'
import { FileLine } from '#ui/file-line.tsx'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { eventApi, type Event } from '../event.contract.ts'
import type { Doing } from './event-page.tsx'
import { eventWords } from './event-words.ts'
import { momentInWords } from './moment.ts'

/** What was said, agreed, and is to be done. */
export function MinutesSection({ event: { minutes, tasks } }: { event: Event }) {
  const t = useWords(eventWords)
  return (
    <section className="research-section" aria-label={t('minutesHead')}>
      <h2>{t('minutesHead')}</h2>
      {!minutes && <p>{t('noMinutes')}</p>}
      {minutes && (
        <>
          <p className="research-text">{minutes.text}</p>
          {minutes.decisions && (
            <>
              <h3>{t('decisionsHead')}</h3>
              <p className="research-text">{minutes.decisions}</p>
            </>
          )}
          <p className="quiet">
            {minutes.by ? t('minutesBy', { by: minutes.by, at: momentInWords(minutes.at) }) : momentInWords(minutes.at)}
          </p>
        </>
      )}
      {tasks.length > 0 && (
        <RuledTable
          caption={t('tasks')}
          rows={tasks}
          rowKey={({ what, person }) => `${what} ${person.name} ${person.schoolId}`}
          columns={[
            { key: 'what', title: t('task'), heads: true, cell: ({ what }) => what },
            { key: 'who', title: t('personHead'), cell: ({ person }) => `${person.name}（${person.school}）` },
            { key: 'due', title: t('due'), className: 'still', cell: ({ dueOn }) => dayInWords(dueOn) },
          ]}
        />
      )}
    </section>
  )
}

/** What one reads before, and what came of it. */
export function LinkSection({ event, onDo }: { event: Event; onDo: (what: Doing) => void }) {
  const t = useWords(eventWords)
  const leads = event.can.includes('lead')
  return (
    <section className="research-section" aria-label={t('links')}>
      <h2>{t('links')}</h2>
      {leads && (
        <p className="research-tools">
          <Button onClick={() => onDo('link')}>{t('addLink')}</Button>
        </p>
      )}
      {event.links.length === 0 ? (
        <p>{t('noLinks')}</p>
      ) : (
        <RuledTable
          caption={t('links')}
          quiet
          rows={event.links}
          rowKey={({ id }) => id}
          columns={[
            { key: 'title', title: t('linkTitle'), heads: true, cell: (link) => <LinkTitle link={link} /> },
            { key: 'kind', title: t('kind'), className: 'still', cell: ({ kind }) => kind },
            { key: 'words', title: t('wordsHead'), cell: (link) => <LinkWords event={event} link={link} /> },
            ...(leads ? [{ key: 'acts', title: t('acts'), acts: true, cell: (link: Link) => <Drop event={event} link={link} /> }] : []), // prettier-ignore
          ]}
        />
      )}
    </section>
  )
}

type Link = Event['links'][number]

function LinkTitle({ link: { title, address } }: { link: Link }) {
  if (!address) return title
  return (
    <a href={address} target="_blank" rel="noreferrer">
      {title}
    </a>
  )
}

/** What is said of it, and the file, where it is one. */
function LinkWords({ event, link: { id: linkId, words, file } }: { event: Event; link: Link }) {
  if (!file) return words || '—'
  const params = { eventId: event.id, linkId }
  const given = { title: words || file.name, file, size: sizeInWords(file.bytes), href: addressOf(eventApi.file, { params }) } // prettier-ignore
  return <FileLine {...given} text={() => call(eventApi.text, { params })} />
}

function Drop({ event, link }: { event: Event; link: Link }) {
  const t = useWords(eventWords)
  const drop = useAct(eventApi.dropLink, { done: () => t('dropped') })
  return (
    <Button
      type="link"
      size="small"
      aria-label={t('dropOf', link)}
      onClick={() => drop.mutate({ params: { eventId: event.id, linkId: link.id } })}
    >
      {t('drop')}
    </Button>
  )
}
