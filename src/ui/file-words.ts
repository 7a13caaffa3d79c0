import { defineWords } from './words.ts'

export const fileWords = defineWords(
  'file',
  {
    facts: '{{kind}}，{{size}}，下载 {{n}} 次',
    show: '查看',
    text: '看文字',
    textOf: '《{{name}}》里的文字',
    noText: '还没有读出文字，请稍后再看。',
    download: '下载',
    cancel: '取消上传',
    bringing: '正在上传《{{name}}》',
    lineAway: '网络断了，恢复后自动接着传，请不要关闭页面',
  },
  {
    facts: '{{kind}}, {{size}}, fetched {{n}} times',
    show: 'Show',
    text: 'Text',
    textOf: 'The text of {{name}}',
    noText: 'It has not been read yet, look again in a moment.',
    download: 'Download',
    cancel: 'Stop uploading',
    bringing: 'Uploading {{name}}',
    lineAway: 'The line is down; it goes on by itself, please leave the page open',
  },
)
