import { dayInWords, dayOf } from '#shared/day.ts'
import type { Context } from '#platform/context.ts'
import { isMailSetUp, postLetter } from '#platform/post.ts'

/** An invitation with the link that was made for it. */
interface Written {
  id: string
  districtId: number
  mail: string | null | undefined
  name: string
  expiresAt: string
  path: string
}

/** Mails the link to who is invited, where there is an address and the house has mail; returns whether it is on its way. */
export async function mailInvitation(ctx: Context, { mail, ...written }: Written): Promise<boolean> {
  if (!mail || !isMailSetUp(ctx.config)) return false
  const { id, districtId, name, expiresAt, path } = written
  const day = dayInWords(dayOf(new Date(expiresAt)))
  return postLetter(ctx, {
    districtId,
    channel: 'mail',
    address: mail,
    subject: '邀请您使用雁阵',
    text: `${name}，您好：\n\n${ctx.actor.name}邀请您使用雁阵。请打开下面的链接，自己定用户名和密码，${day}前有效。链接只能用一次，请不要转给别人。`,
    link: path,
    // A new link is a new letter; the same link is never sent twice.
    key: `invitation:${id}:${expiresAt}`,
  })
}
