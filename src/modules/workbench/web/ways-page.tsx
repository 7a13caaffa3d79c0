import { useSuspenseQuery } from '@tanstack/react-query'
import { Switch } from 'antd'
import { useAct } from '#ui/act.ts'
import { asQuery, type Received } from '#ui/api.ts'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { channelNames, wayApi } from '../way.contract.ts'
import { Channels } from './channels.tsx'
import { HabitForm } from './habit-form.tsx'
import './today.css'
import { wayWords } from './way-words.ts'

type Ways = Received<typeof wayApi.read>

/** Where, what and when a person is told outside the product. */
export default function WaysPage() {
  const t = useWords(wayWords)
  const { data: ways } = useSuspenseQuery(asQuery(wayApi.read, {}))
  return (
    <Page title={t('title')} lead={t('lead')} crumbs={[{ text: t('account'), to: places.account }]}>
      <Channels ways={ways} />
      {ways.channels.length > 0 && (
        <>
          <Topics ways={ways} />
          <section>
            <h2 className="section-head">{t('when')}</h2>
            <HabitForm ways={ways} />
          </section>
        </>
      )}
    </Page>
  )
}

type Topic = Ways['topics'][number]

function Topics({ ways }: { ways: Ways }) {
  const t = useWords(wayWords)
  const set = useAct(wayApi.setTopic, { done: () => t('saved') })
  const there = channelNames.filter((name) => ways.channels.some(({ channel }) => channel === name))
  const titles = { mail: t('byMail'), webhook: t('byBot') }
  const isOn = (topic: string, channel: string) =>
    !ways.muted.some((one) => one.topic === topic && one.channel === channel)
  return (
    <section>
      <RuledTable
        caption={t('what')}
        rows={ways.topics}
        rowKey={({ name }) => name}
        columns={[
          { key: 'topic', title: t('topic'), heads: true, cell: ({ title }: Topic) => title },
          { key: 'product', title: t('inProduct'), cell: () => t('always') },
          ...there.map((channel) => ({
            key: channel,
            title: titles[channel],
            cell: ({ name, title }: Topic) => (
              <Switch
                checked={isOn(name, channel)}
                aria-label={t('topicOn', { topic: title, channel: titles[channel] })}
                onChange={(on) => set.mutate({ body: { topic: name, channel, on } })}
              />
            ),
          })),
        ]}
      />
    </section>
  )
}
