import { defineWords } from '#ui/words.ts'

export const evidenceWords = defineWords(
  'service-evidence',
  {
    files: '佐证文件（可不填，最多 {{most}} 个）',
    lead: '通知、报道、照片、总结都可以。同一个文件可以用在几处，不用重复上传。',
    bring: '上传文件',
    again: '用已经上传过的文件',
    offered: '{{name}}（{{uses}}）',
    unused: '还没有用上',
    remove: '去掉《{{name}}》',
  },
  {
    files: 'Files (optional, {{most}} at most)',
    lead: 'Notices, reports, pictures. One file may serve several things; it need not be brought twice.',
    bring: 'Upload a file',
    again: 'Use one that is here already',
    offered: '{{name}} ({{uses}})',
    unused: 'not used yet',
    remove: 'Remove {{name}}',
  },
)
