import { newId } from '#platform/ids.ts'
import { readConfig } from '#platform/config.ts'
import type { Cli } from '#platform/cli.ts'
import { deliverMail } from '#platform/post/mail.ts'
import { workbenchProblems } from './problems.ts'

/** `yanzhen mail test ADDRESS`: whether the mail server of the configuration takes a letter. */
export function mailCommands(cli: Cli): void {
  const mail = cli.program.command('mail').description('邮件')
  mail
    .command('test')
    .description('按现在的设置发一封试验邮件（YANZHEN_SMTP_URL、YANZHEN_MAIL_FROM）')
    .argument('<地址>', '收件的邮箱')
    .action(async (address: string) => {
      const letter = { id: newId(), channel: 'mail' as const, marked: false, address }
      const text = '收到这一封，说明雁阵能发邮件。'
      const outcome = await deliverMail(readConfig(), { ...letter, subject: '雁阵的试验邮件', text })
      if (outcome.how !== 'taken') throw workbenchProblems.mailNotSent({ why: outcome.why })
      cli.print(`邮件服务器已收下寄给 ${address} 的试验邮件。`)
    })
}
