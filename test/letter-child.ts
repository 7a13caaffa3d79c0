/**
 * The process that the letters' test kills: opens the installation of its environment, has one letter of each channel
 * written unless they stand already, sends what waits, and tells when it is done.
 */
import { writeSync } from 'node:fs'
import { readConfig } from '#platform/config.ts'
import { postLetter } from '#platform/post.ts'
import { Jobs } from '#platform/jobs/jobs.ts'
import { systemOf } from '../src/main/contexts.ts'
import { openInstallation } from '../src/main/installation.ts'
import { modules } from '../src/main/modules.ts'

const [channel = 'mail', address = ''] = process.argv.slice(2)
const parts = await openInstallation(readConfig())
const system = systemOf(parts)
const letter = { districtId: 0, key: 'the-letter', subject: '台账催办', text: '请在周五前报送。', link: '/notices' }
await system.inContext((ctx) =>
  postLetter(ctx, { ...letter, address, ...(channel === 'mail' ? { channel } : { channel: 'webhook', bot: 'json' }) }),
)
const kinds = modules.flatMap((module) => module.jobs ?? [])
const jobs = new Jobs(system, kinds, { log: (error) => console.error(error) })
await jobs.start()
await jobs.settled()
await jobs.stop()
await parts.database.close()
writeSync(1, 'done\n')
