import { Button } from 'antd'
import { useState } from 'react'
import { useAct } from '#ui/act.ts'
import type { Received } from '#ui/api.ts'
import { later } from '#ui/later.tsx'
import { useWords } from '#ui/words.ts'
import { wayApi, type ChannelLine } from '../way.contract.ts'
import type { Adding } from './channel-side.tsx'
import { wayWords } from './way-words.ts'

type Ways = Received<typeof wayApi.read>
/** Fetched when a way is added: most come to read or to tick. */
const ChannelSide = later(async () => (await import('./channel-side.tsx')).ChannelSide)

/** The person's mail addresses and bots, and the ways to add one. */
export function Channels({ ways }: { ways: Ways }) {
  const t = useWords(wayWords)
  const [open, setOpen] = useState<Adding>()
  return (
    <section>
      <h2 className="section-head">{t('places')}</h2>
      {ways.channels.length === 0 && <p className="quiet">{t('none')}</p>}
      <ul>
        {ways.channels.map((channel) => (
          <li key={channel.id} className="channel-line">
            <p>
              <b>{t(channel.bot ?? 'mail')}</b>
              {channel.shown} <span className="quiet">{t(channel.confirmed ? 'confirmed' : 'waiting')}</span>
            </p>
            <Acts channel={channel} onCode={() => setOpen({ code: channel.id })} />
          </li>
        ))}
      </ul>
      <p className="way-acts">
        {ways.mailReady && <Button onClick={() => setOpen('mail')}>{t('addMail')}</Button>}
        <Button onClick={() => setOpen('bot')}>{t('addBot')}</Button>
      </p>
      {!ways.mailReady && <p className="quiet">{t('mailOff')}</p>}
      <ChannelSide adding={open} open={open !== undefined} onAdding={setOpen} />
    </section>
  )
}

function Acts({ channel: { id, confirmed, shown }, onCode }: { channel: ChannelLine; onCode: () => void }) {
  const t = useWords(wayWords)
  const given = { params: { channelId: id } }
  const tryOut = useAct(wayApi.tryOut, { done: () => t('tried') })
  const again = useAct(wayApi.sendCode, { done: () => t('codeSent'), then: onCode })
  const remove = useAct(wayApi.remove, { done: () => t('removed') })
  const named = (act: string) => ({ 'aria-label': `${act}：${shown}`, size: 'small' as const })
  return (
    <span className="way-acts">
      {confirmed ? (
        <Button {...named(t('tryOut'))} loading={tryOut.isPending} onClick={() => tryOut.mutate(given)}>
          {t('tryOut')}
        </Button>
      ) : (
        <>
          <Button {...named(t('enterCode'))} onClick={onCode}>
            {t('enterCode')}
          </Button>
          <Button {...named(t('again'))} loading={again.isPending} onClick={() => again.mutate(given)}>
            {t('again')}
          </Button>
        </>
      )}
      <Button {...named(t('remove'))} loading={remove.isPending} onClick={() => remove.mutate(given)}>
        {t('remove')}
      </Button>
    </span>
  )
}
