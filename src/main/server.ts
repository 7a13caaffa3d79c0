import type { System } from '#platform/cli.ts'
import type { Config } from '#platform/config.ts'
import { tidyUp } from '#platform/database/maintenance.ts'
import { buildApp, type App } from './app.ts'
import { systemOf } from './contexts.ts'
import { openInstallation } from './installation.ts'
import { serverLog } from './log.ts'
import { modules } from './modules.ts'

const AN_HOUR = 3_600_000

/** Serves the site until the process is told to stop (SIGINT, SIGTERM); `empty` leaves the sample out at the first start. */
export async function serve(config: Config, { empty }: { empty: boolean }): Promise<void> {
  const parts = await openInstallation(config)
  const system = systemOf(parts)
  try {
    const app = await buildApp({ ...parts, log: serverLog })
    await app.listen({ port: config.port, host: config.host })
    for (const line of await welcome(system, empty)) console.log(line)
    console.log(`雁阵已启动：${addressOf(config)}`)
    await untilStopped(app, system)
  } finally {
    await parts.database.close()
  }
}

const addressOf = ({ host, port }: Config): string => `http://${host === '0.0.0.0' ? 'localhost' : host}:${port}`

async function welcome(system: System, empty: boolean): Promise<string[]> {
  const fill = async () => {
    if (empty) return
    for (const module of modules) await module.sample?.(system)
    for (const { sampleByHand } of modules) if (sampleByHand) await system.inContext(sampleByHand)
  }
  const lines: string[] = []
  for (const module of modules) lines.push(...((await module.welcome?.(system, fill)) ?? []))
  return lines.length > 0 ? ['最初的账号和密码只显示这一次，请记下，登录后尽快修改：', ...lines] : []
}

async function untilStopped(app: App, system: System): Promise<void> {
  const hourly = setInterval(() => {
    clearAway(system, app).catch((error: unknown) => app.log.error({ err: error }, 'hourly work'))
  }, AN_HOUR)
  await new Promise<void>((stop) => {
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
  })
  clearInterval(hourly)
  await app.close()
}

/** What has had its time goes; the embedded engine has nobody who tidies up after it. */
async function clearAway({ database, inContext }: System, { jobs }: App): Promise<void> {
  await jobs.clear()
  for (const { hourly } of modules) if (hourly) await inContext(hourly)
  if (database.engine === 'PGlite') await tidyUp(database)
}
