/** What somebody teaches, in as few words as it takes: 小学语文; of 学前教育 the stage goes without saying. */
export function teaches({ stage, subject }: { stage: string | null; subject: string | null }): string {
  if (!stage || !subject) return stage ?? subject ?? '—'
  return subject.startsWith(stage) ? subject : stage + subject
}
