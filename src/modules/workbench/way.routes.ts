import { signedIn } from '#shared/access.ts'
import type { Context } from '#platform/context.ts'
import { nothing, route, type Host } from '#platform/route.ts'
import { deleteChannel, findChannel, type ChannelLine } from './channel.sql.ts'
import { wayAccess } from './way.access.ts'
import { addBot, addMail, confirm, readWays, sendCode, setHabits, setTopic, tryOut } from './way.actions.ts'
import { wayApi } from './way.contract.ts'

const channelOf = (ctx: Context, { params }: { params: { channelId: string } }) => findChannel(ctx.db, params.channelId)
const own = { load: channelOf, may: wayAccess.keep }

/** Letters go to addresses that a person types in: nobody makes many of them. */
const FEW = 10

export function wayRoutes(host: Host): void {
  route(host, wayApi.read, { load: nothing, may: signedIn, run: (ctx) => readWays(ctx) })
  route(host, wayApi.setHabits, {
    load: nothing,
    may: signedIn,
    run: async (ctx, { body }) => {
      await setHabits(ctx, body)
      return {}
    },
  })
  route(host, wayApi.setTopic, {
    load: nothing,
    may: signedIn,
    run: async (ctx, { body }) => {
      await setTopic(ctx, body)
      return {}
    },
  })
  channelRoutes(host)
}

function channelRoutes(host: Host): void {
  route(host, wayApi.addMail, {
    load: nothing,
    may: signedIn,
    run: (ctx, { body }) => addMail(ctx, body.address),
    perMinute: FEW,
  })
  route(host, wayApi.addBot, {
    load: nothing,
    may: signedIn,
    run: (ctx, { body }) => addBot(ctx, body),
    perMinute: FEW,
  })
  route(host, wayApi.confirm, {
    ...own,
    run: async (ctx, { subject, body }) => (await confirm(ctx, subject.id, body.code)) ?? {},
    perMinute: FEW,
  })
  const acts = [
    [wayApi.sendCode, (ctx: Context, { id }: ChannelLine) => sendCode(ctx, id)],
    [wayApi.tryOut, tryOut],
    [wayApi.remove, ({ db }: Context, { id }: ChannelLine) => deleteChannel(db, id)],
  ] as const
  for (const [endpoint, act] of acts)
    route(host, endpoint, {
      ...own,
      run: async (ctx, { subject }) => {
        await act(ctx, subject)
        return {}
      },
      perMinute: FEW,
    })
}
