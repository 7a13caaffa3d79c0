import { defineWords } from '#ui/words.ts'

export const verifyWords = defineWords(
  'verify',
  {
    title: '查验证明',
    lead: '交流轮岗服务证明、研学路线完成证明都在这里查：输入查验码，看真伪和内容。',
    code: '查验码',
    codeHelp: '在证明末尾，12 位字母和数字；整条查验网址也可以直接粘贴。',
    codeMissing: '请填写证明上的查验码',
    verify: '查验',
    unknownTitle: '没有这份证明',
    unknown: '查验码“{{code}}”没有对应的证明，请核对是否抄错。核对无误仍查不到的，这份证明不是本平台开具的。',
    another: '查验另一份',
  },
  {
    title: 'Check a certificate',
    lead: 'Certificates of service and of walks: type the code on the paper.',
    code: 'Code',
    codeHelp: 'Twelve letters and digits at the end of the paper, or the whole address.',
    codeMissing: 'Type the code',
    verify: 'Check',
    unknownTitle: 'There is no such certificate',
    unknown: 'No certificate has the code {{code}}.',
    another: 'Check another',
  },
)
